import { fold } from '#lib/domain/text.ts';
import type { LexiconContent } from '#lib/domain/workspace/lexicon-schema.ts';
import { slugOf } from '#lib/domain/workspace/name-book.ts';
import type { LexiconFiles } from './lexicon.ts';

type Known = LexiconFiles['known'];
type Of<K extends LexiconContent['kind']> = Extract<LexiconContent, { kind: K }>;

/** The lexicon's files with what a workspace adds to them; the files themselves are not changed. */
export function withEntries(files: LexiconFiles, entries: readonly LexiconContent[]): LexiconFiles {
	const of = <K extends LexiconContent['kind']>(kind: K): Of<K>[] =>
		entries.filter((entry): entry is Of<K> => entry.kind === kind);
	const known = of('alias').reduce(withAlias(files), of('name').reduce(withName, files.known));
	const topics = of('topic').reduce(withTopic, files.topics.topics);
	const triggers = [...files.triggers.triggers, ...of('trigger').map(triggerOf)];
	return {
		...files,
		known,
		topics: { ...files.topics, topics },
		triggers: { ...files.triggers, triggers }
	};
}

function withName(known: Known, { is, name, country, office }: Of<'name'>): Known {
	const id = slugOf(name);
	if (is === 'organisation')
		return { ...known, organisations: [...known.organisations, { id, name, aliases: [], metonyms: [] }] };
	if (is === 'place') return { ...known, places: [...known.places, { id, name, aliases: [], type: 'city' }] };
	const offices = office === undefined ? [] : [{ title: office, accept: [], country, former: false }];
	const family = name.split(/\s+/).at(-1) ?? name;
	const person = { id, name, family, order: 'given-first' as const, country, aliases: [], offices, attended: [] };
	return { ...known, people: [...known.people, person] };
}

/** Adds an alias to whoever has the name or the id; one of the gazetteer is taken among the known names for it. */
function withAlias(files: LexiconFiles) {
	const listed = gazetteer(files);
	return (known: Known, { of, alias }: Of<'alias'>): Known => {
		const wanted = fold(of);
		const is = (entry: { id: string; name: string }) => entry.id === of || fold(entry.name) === wanted;
		const add = <T extends { id: string; name: string; aliases: string[] }>(entries: T[]): T[] =>
			entries.map((entry) => (is(entry) ? { ...entry, aliases: [...entry.aliases, alias] } : entry));
		const has = (entries: readonly { id: string; name: string }[]) => entries.some(is);
		if (has(known.people)) return { ...known, people: add(known.people) };
		if (has(known.organisations)) return { ...known, organisations: add(known.organisations) };
		if (has(known.places)) return { ...known, places: add(known.places) };
		const found = listed.find((entry) => is(entry.content));
		return found ? withAlias(files)(found.addTo(known), { kind: 'alias', of: found.content.id, alias }) : known;
	};
}

interface Listed {
	content: { id: string; name: string };
	addTo: (known: Known) => Known;
}

/** People and bodies of the gazetteer, each with how it becomes one of the known names. */
function gazetteer({ names }: LexiconFiles): Listed[] {
	const people = names.people.groups.flatMap(({ country, order, entries }) =>
		entries.map((entry): Listed => {
			const { name, aliases, chinese } = entry;
			const id = entry.id ?? slugOf(name);
			const familyFirst = (entry.order ?? order) === 'family-first';
			const words = name.split(/\s+/);
			const family = entry.family ?? (familyFirst ? words[0] : words.at(-1)) ?? name;
			const rest = { order: familyFirst ? ('family-first' as const) : ('given-first' as const), chinese, country };
			const person = { id, name, family, ...rest, aliases, offices: [], attended: [] };
			return { content: person, addTo: (known) => ({ ...known, people: [...known.people, person] }) };
		})
	);
	const bodies = names.organisations.groups.flatMap(({ entries }) =>
		entries.map((entry): Listed => {
			const { name, aliases, chinese, party } = entry;
			const body = { id: entry.id ?? slugOf(name), name, aliases, chinese, side: party, metonyms: [] };
			return { content: body, addTo: (known) => ({ ...known, organisations: [...known.organisations, body] }) };
		})
	);
	return [...people, ...bodies];
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

/** A verb with its preposition ("commit to") or by itself, in all its forms. */
function triggerOf({ words, act, stance }: Of<'trigger'>): LexiconFiles['triggers']['triggers'][number] {
	// Braces, brackets and tildes mean something in a pattern, and nothing in a teacher's word.
	const parts = words
		.toLowerCase()
		.replace(/[{}()|~]/g, ' ')
		.trim()
		.split(/\s+/);
	const last = parts.at(-1) ?? '';
	const preposition = parts.length > 1 && PREPOSITIONS.includes(last) ? last : undefined;
	const [verb = '', ...rest] = preposition === undefined ? parts : parts.slice(0, -1);
	return {
		id: `own-${slugOf(words)}`,
		pattern: [`{${verb}}`, ...rest].join(' '),
		class: CLASSES[act],
		stance,
		takes: preposition === undefined ? ['to', 'that', 'np', 'clause', 'ing', 'on'] : [preposition],
		noun: false,
		denies: false,
		hedges: false,
		confidence: 0.8,
		test: words
	};
}
