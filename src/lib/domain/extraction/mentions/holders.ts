import { inYear } from './cast.ts';
import type { Gender, KnownPerson } from './compiled.ts';
import type { Draft, Reading } from './draft.ts';
import { FITS, fittingOf, meantBy } from './fits.ts';
import { ownerOf } from './guests.ts';
import type { Phrase } from './phrase.ts';
import { lastOf, type Named, type Story } from './story.ts';

export interface Holder {
	person: KnownPerson;
	confidence: number;
	why: string;
}

/** Who holds an office for a while is in no list of its holders. */
const PASSING = /\b(?:acting|interim|caretaker|incoming|designate|elect)\b/i;
/** So many lines back a rival still makes a title without a country doubtful. */
const NEAR = 3;

/** Who is meant by a title without a name: somebody of the text whom it fits, then of the gazetteer by country and year. */
export function holderOfTitle(story: Story, reading: Reading, draft: Draft, phrase: Phrase): Holder | undefined {
	const country = phrase.country?.id;
	const isCounterpart = phrase.title.kind === 'counterpart';
	const owner = isCounterpart ? ownerOf(story, phrase.determiner) : undefined;
	const fitting = fittingOf(story, reading.line, phrase, owner);
	const gender = phrase.title.gender ?? genderAfter(reading, draft);
	const agrees = (person: KnownPerson): boolean =>
		(country === undefined || person.country === country) &&
		(gender === undefined || person.gender === undefined || person.gender === gender);
	for (const fit of FITS) {
		const all = fitting[fit].filter(agrees);
		if (all.length > 0) return chooseFrom(story, reading, draft, phrase, all);
	}
	if (country === undefined || phrase.former || PASSING.test(phrase.words)) return undefined;
	return fromGazetteer(story, phrase, isCounterpart && owner ? classesOf(story, owner) : meantBy(phrase), country);
}

/** Of those whom a title fits: the publisher's own, the only one, whoever was named last; of two alike nobody. */
function chooseFrom(
	story: Story,
	reading: Reading,
	draft: Draft,
	phrase: Phrase,
	all: readonly KnownPerson[]
): Holder | undefined {
	const ids = new Set(all.map(({ id }) => id));
	const [only] = all;
	const before = lastOf(story, ids);
	if (only && all.length === 1) {
		const confidence = before ? (phrase.country ? 0.95 : 0.85) : 0.75;
		return { person: only, confidence, why: `“${phrase.words}” → ${only.name}, named ${before ? 'before' : 'later'}` };
	}
	const own = ownOfRelease(story, reading, phrase, all);
	if (own) return { person: own, confidence: 0.85, why: `“${phrase.words}” → ${own.name}, of whom the release tells` };
	if (before === undefined)
		return phrase.country && only
			? { person: only, confidence: 0.75, why: `“${phrase.words}” → ${only.name}, named later` }
			: undefined;
	const visitor = isVisiting(reading, phrase) ? all.filter(({ id }) => story.guests.has(id)) : [];
	if (visitor[0] && visitor.length === 1)
		return { person: visitor[0], confidence: 0.8, why: `“${phrase.words}” → ${visitor[0].name}, the guest` };
	return latest(story, reading, draft, phrase, ids, before);
}

/** Whoever was named last, if nobody else whom the title fits was named beside him. */
function latest(
	story: Story,
	{ line }: Reading,
	draft: Draft,
	phrase: Phrase,
	ids: ReadonlySet<string>,
	before: Named
): Holder | undefined {
	const sameLine = story.people.filter(({ person, at }) => at === before.at && ids.has(person.id));
	const others = new Set(sameLine.map(({ person }) => person.id));
	const held = { person: before.person, why: `“${phrase.words}” → ${before.person.name}, named before` };
	if (phrase.country) return { ...held, confidence: 0.9 };
	const far = story.at - before.at > NEAR || (before.block !== line.block && before.block < line.block - 1);
	if (others.size > 1 || far) return undefined;
	// "Lee told reporters that the president …": of his own office somebody else may be meant.
	if (before.at === story.at && draft.from > 0 && !opensClause(line.tokens[draft.from - 1]?.lower ?? ''))
		return undefined;
	return { ...held, confidence: 0.7 };
}

const opensClause = (word: string): boolean => /^(,|and|but|while|when|;|as|")$/.test(word);

/** "The Secretary" in a release: of those whom it fits, the one whom the text names first. */
function ownOfRelease(
	story: Story,
	{ line }: Reading,
	phrase: Phrase,
	all: readonly KnownPerson[]
): KnownPerson | undefined {
	const head = line.tokens[phrase.head];
	if (!story.release || !head?.capital || phrase.country || phrase.determiner !== 'the') return undefined;
	return all.find(({ id }) => story.opening === undefined || id === story.opening) ?? all[0];
}

const isVisiting = ({ line }: Reading, phrase: Phrase): boolean =>
	line.tokens.slice(phrase.from, phrase.to).some(({ lower }) => lower === 'visiting');

/** "The minister said she had …": the pronoun after the verb tells a woman. */
function genderAfter({ line }: Reading, draft: Draft): Gender | undefined {
	const at = /^(said|says|added|told|warned|argued|insisted)$/.test(line.tokens[draft.to]?.lower ?? '')
		? draft.to + 1
		: -1;
	const word = line.tokens[line.tokens[at]?.lower === 'that' ? at + 1 : at]?.lower;
	return word === 'she' ? 'f' : word === 'he' ? 'm' : undefined;
}

const classesOf = (story: Story, person: KnownPerson): readonly string[] =>
	Array.from(story.cast.classes.get(person.id) ?? []);

/** The one who held the office in the article's year; without a year, the one who holds it still. */
function fromGazetteer(story: Story, phrase: Phrase, classes: readonly string[], country: string): Holder | undefined {
	const { names, year } = story.ground;
	for (const kind of classes) {
		const holders = (names.holders.get(`${country}|${kind}`) ?? []).filter(
			(term) => term.from !== undefined && inYear(term, year)
		);
		const people = Array.from(new Set(holders.map(({ person }) => person)));
		const [only] = people;
		if (only && people.length === 1 && year !== undefined) {
			return { person: only, confidence: 0.6, why: `“${phrase.words}” in ${year}: ${only.name}, who is not named` };
		}
	}
	return undefined;
}
