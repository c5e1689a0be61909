import * as v from 'valibot';
import { escapePattern } from '../../text.ts';

const words = v.pipe(v.string(), v.minLength(2));

/** What tells of something that happened (seeds/lexicon/events.yaml). */
export const eventsLexiconSchema = v.strictObject({
	version: v.literal(1),
	verbs: v.array(v.strictObject({ id: words, forms: v.array(words), test: words })),
	future: v.strictObject({ certain: v.array(words), hedged: v.array(words), forms: v.array(words), test: words }),
	nouns: v.array(words)
});
export type EventsLexicon = v.InferOutput<typeof eventsLexiconSchema>;

export interface CompiledEvents {
	/** Any verb of the lexicon, as whole words. */
	verb: RegExp;
	/** The id of a verb by its form. */
	idOf: ReadonlyMap<string, string>;
	/** A verb of what is still to come, with the words before it: groups "certain" and "hedged". */
	future: RegExp;
	/** Any noun of a meeting. */
	noun: RegExp;
}

/** The lexicon as patterns; the longest form wins. */
export function compileEvents(lexicon: EventsLexicon): CompiledEvents {
	const forms = lexicon.verbs.flatMap(({ id, forms: all }) => all.map((form) => [form, id] satisfies [string, string]));
	return {
		verb: anyOf(forms.map(([form]) => form)),
		idOf: new Map(forms),
		future: futureOf(lexicon.future),
		noun: anyOf(lexicon.nouns)
	};
}

function futureOf({ certain, hedged, forms }: EventsLexicon['future']): RegExp {
	const helping = `(?:(?<certain>${alternatives(certain)})|(?<hedged>${alternatives(hedged)}))`;
	return new RegExp(`\\b${helping} (?:also |then |soon |now |still )?(?:${alternatives(forms)})\\b`, 'g');
}

function anyOf(entries: readonly string[]): RegExp {
	return new RegExp(`\\b(?:${alternatives(entries)})\\b`, 'g');
}

function alternatives(entries: readonly string[]): string {
	const longestFirst = [...entries].sort((a, b) => b.length - a.length);
	return longestFirst.map(escapePattern).join('|');
}
