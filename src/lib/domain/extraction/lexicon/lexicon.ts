import type { CompiledTextLexicon } from '../../articles/text-lexicon.ts';
import type { CompiledEvents } from './events.ts';
import type { CompiledMeasures } from './measures.ts';
import type { CompiledNames } from './names.ts';
import type { CompiledSpeech } from './speech.ts';
import type { CompiledTopics } from './topics.ts';
import type { CompiledPropositions } from './triggers.ts';

/** Everything that the rules read as data, compiled once. */
export interface Lexicon {
	text: CompiledTextLexicon;
	names: CompiledNames;
	speech: CompiledSpeech;
	measures: CompiledMeasures;
	propositions: CompiledPropositions;
	topics: CompiledTopics;
	events: CompiledEvents;
}
