import type { LexiconContent } from '#lib/domain/workspace/lexicon-schema.ts';
import { slugOf } from '#lib/domain/workspace/name-book.ts';
import type { LexiconFiles } from './lexicon.ts';
import { withAlias, withName } from './own-names.ts';

type Of<K extends LexiconContent['kind']> = Extract<LexiconContent, { kind: K }>;

/** The lexicon's files with what a workspace adds to them; the files themselves are not changed. */
export function withEntries(files: LexiconFiles, entries: readonly LexiconContent[]): LexiconFiles {
	const of = <K extends LexiconContent['kind']>(kind: K): Of<K>[] =>
		entries.filter((entry): entry is Of<K> => entry.kind === kind);
	const named = of('alias').reduce(withAlias, of('name').reduce(withName, files));
	const topics = of('topic').reduce(withTopic, files.topics.topics);
	const triggers = [...files.triggers.triggers, ...of('trigger').map(triggerOf)];
	return {
		...named,
		topics: { ...files.topics, topics },
		triggers: { ...files.triggers, triggers }
	};
}

type Topics = LexiconFiles['topics']['topics'];

/** A teacher's topic goes before what the lexicon has: its words decide where others only hint. */
const OWN_TOPIC_WEIGHT = 3;

function withTopic(topics: Topics, { id, label, words }: Of<'topic'>): Topics {
	const lower = words.map((word) => word.toLowerCase());
	const there = topics.find((topic) => topic.id === id);
	if (there)
		return topics.map((topic) => (topic === there ? { ...topic, label, words: [...topic.words, ...lower] } : topic));
	return [...topics, { id, label, weight: OWN_TOPIC_WEIGHT, words: lower, weak: [], echoes: [], test: label }];
}

const CLASSES = {
	agreement: 'agree',
	commitment: 'commit',
	position: 'stance',
	'non-agreement': 'disagree'
} as const satisfies Record<Of<'trigger'>['act'], string>;
const PREPOSITIONS = ['to', 'on', 'for', 'about', 'over', 'with', 'in', 'against', 'of', 'from', 'upon', 'into'];

/** A verb with its preposition ("commit to") or by itself, in all its forms; a noun ("hostility to") and its plural. */
function triggerOf({ words, part = 'verb', act, stance }: Of<'trigger'>): LexiconFiles['triggers']['triggers'][number] {
	// Braces, brackets and tildes mean something in a pattern, and nothing in a teacher's word.
	const parts = words
		.toLowerCase()
		.replace(/[{}()|~]/g, ' ')
		.trim()
		.split(/\s+/);
	const last = parts.at(-1) ?? '';
	const preposition = parts.length > 1 && PREPOSITIONS.includes(last) ? last : undefined;
	const [first = '', ...rest] = preposition === undefined ? parts : parts.slice(0, -1);
	const noun = part === 'noun';
	return {
		id: `own-${slugOf(words)}`,
		pattern: noun ? nounPattern([first, ...rest]) : [`{${first}}`, ...rest].join(' '),
		class: CLASSES[act],
		stance,
		takes: preposition === undefined ? ['to', 'that', 'np', 'clause', 'ing', 'on'] : [preposition],
		noun,
		denies: false,
		hedges: false,
		confidence: 0.8,
		test: words
	};
}

/** "hostility" → "(hostility|hostilities)": the last word is what takes the plural. */
function nounPattern(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	const plural = /[^aeiou]y$/.test(last)
		? last.replace(/y$/, 'ies')
		: `${last}${/(s|x|z|ch|sh)$/.test(last) ? 'es' : 's'}`;
	return [...words.slice(0, -1), `(${last}|${plural})`].join(' ');
}
