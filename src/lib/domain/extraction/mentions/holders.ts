import { inYear } from './cast.ts';
import type { KnownPerson } from './compiled.ts';
import type { Phrase } from './phrase.ts';
import type { Story } from './resolve.ts';

export interface Holder {
	person: KnownPerson;
	confidence: number;
	why: string;
}

const LEADING = ['president', 'leader', 'prime-minister', 'chancellor', 'monarch', 'general-secretary'];

/** Who is meant by a title without a name: the last fitting one of the text, then of the gazetteer by country and year. */
export function holderOfTitle(story: Story, phrase: Phrase): Holder | undefined {
	const classes = classesOf(story, phrase);
	const country = phrase.country?.id;
	const fits = (person: KnownPerson) => fitting(story, person, classes, country);
	const subject = phrase.title.kind === 'counterpart' ? lastPerson(story)?.id : undefined;
	const before = story.people.findLast(({ person }) => person.id !== subject && fits(person))?.person;
	if (before)
		return {
			person: before,
			confidence: country ? 0.95 : 0.85,
			why: `“${phrase.words}” → ${before.name}, named before`
		};
	if (country === undefined && phrase.title.kind === 'counterpart') return undefined;
	const later = story.cast.people.filter((person) => person.id !== subject && fits(person));
	const [only] = later;
	if (only && (later.length === 1 || country))
		return { person: only, confidence: 0.75, why: `“${phrase.words}” → ${only.name}, named later` };
	return country === undefined || phrase.former ? undefined : fromGazetteer(story, phrase, classes, country);
}

const lastPerson = (story: Story): KnownPerson | undefined => story.people[story.people.length - 1]?.person;

function classesOf(story: Story, phrase: Phrase): readonly string[] {
	if (phrase.title.kind === 'leader') return LEADING;
	if (phrase.title.kind !== 'counterpart') return [phrase.title.class];
	const last = lastPerson(story);
	return last ? Array.from(story.cast.classes.get(last.id) ?? []) : [];
}

function fitting(story: Story, person: KnownPerson, classes: readonly string[], country: string | undefined): boolean {
	if (country !== undefined && person.country !== country) return false;
	const held = story.cast.classes.get(person.id);
	return held !== undefined && classes.some((one) => held.has(one));
}

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
