import type { Gender, KnownPerson } from './compiled.ts';
import { personReferent, type Draft, type Reading } from './draft.ts';
import type { Story } from './story.ts';
import type { Token } from './tokens.ts';

const RECEIVES =
	/^(received|receives|receiving|hosted|hosts|hosting|welcomed|welcomes|welcoming|greeted|greets|invited|invites)$/;
const VISITS = /^(visited|visits|visiting|flew|arrived|arrives|travelled|traveled|travels|landed|flies)$/;
const HERE = /^(in|at|to|outside|near)$/;
/** So far behind its subject a verb is looked for, and its object behind it. */
const REACH = 6;
/** So far back the two who meet are looked for. */
const LINES_BACK = 8;

const GUEST = /^(guest|visitor)$/;
/** Nouns before which "host" and "guest" are no persons, and what follows "the host of the summit". */
const NO_PERSON =
	/^(of|country|nation|city|government|list|lists|speaker|family|room|house|side|site|state|column|essay|lecture|workers|worker|star|appearance|cities|nations|countries|town|province|economy|community|for|to)$/;

/** "his host", "the visitor": who is meant, is asked. */
export function guestAt(reading: Reading, at: number): Draft | undefined {
	const { tokens } = reading.line;
	const owner = tokens[at]?.lower ?? '';
	const word = tokens[at + 1];
	if (word === undefined || !/^(the|his|her|their)$/.test(owner) || !/^(host|guest|visitor)$/.test(word.lower))
		return undefined;
	if (word.capital || tokens[at + 2]?.hyphened || NO_PERSON.test(tokens[at + 2]?.lower ?? '')) return undefined;
	return {
		line: reading.line,
		from: at,
		to: at + 2,
		referent: null,
		via: 'title',
		confidence: 0.5,
		why: 'not resolved',
		ask: { kind: 'host', word: word.lower, ...(owner === 'the' ? {} : { owner }) }
	};
}

/** Notes who receives whom in a line: by the verb, or by the country in which they meet. */
export function noteHosts(story: Story, reading: Reading): void {
	const { tokens } = reading.line;
	const people = reading.drafts.filter((draft) => draft.person !== undefined && draft.ask === undefined);
	for (const [index, draft] of people.entries()) {
		const near = tokens.slice(draft.to, draft.to + REACH);
		const verb = draft.to + near.findIndex(({ lower }) => RECEIVES.test(lower));
		const next = people[index + 1];
		const direct = next !== undefined && verb >= draft.to && next.from > verb && next.from - verb <= REACH * 2;
		if (direct) settleAs(story, draft, next);
		if (near.some(({ lower }) => VISITS.test(lower))) add(story.guests, draft.person, story.hosts);
	}
	const venue = reading.drafts.find((draft) => isVenue(tokens, draft))?.place?.country;
	const known = people.some(({ person }) => story.hosts.has(person?.id ?? '') || story.guests.has(person?.id ?? ''));
	if (venue === undefined || known || !people.some(({ person }) => person?.country === venue)) return;
	for (const { person } of people) {
		if (person?.country === venue) add(story.hosts, person, story.guests);
		else if (person?.country !== undefined) add(story.guests, person, story.hosts);
	}
}

function settleAs(story: Story, host: Draft, guest: Draft): void {
	add(story.hosts, host.person, story.guests);
	add(story.guests, guest.person, story.hosts);
}

/** Whoever was the other before is it no more. */
function add(to: Set<string>, person: KnownPerson | undefined, from: Set<string>): void {
	if (person === undefined) return;
	from.delete(person.id);
	to.add(person.id);
}

const isVenue = (tokens: readonly Token[], draft: Draft): boolean =>
	draft.referent?.is === 'place' &&
	draft.place?.country !== undefined &&
	HERE.test(tokens[draft.from - 1]?.lower ?? '');

/** Whose counterpart, host or guest: by "his" and "her" the last subject of that gender, else who was named last. */
export function ownerOf(story: Story, determiner?: string): KnownPerson | undefined {
	const gender: Gender | undefined = determiner === 'her' ? 'f' : determiner === 'his' ? 'm' : undefined;
	const fits = ({ person }: Pick<Draft, 'person'>): boolean =>
		person !== undefined && (gender === undefined || person.gender === undefined || person.gender === gender);
	const here = story.people.find((one) => one.at === story.at && fits(one))?.person;
	const before = gender === undefined ? undefined : story.subjects.findLast(fits)?.person;
	return here ?? before ?? story.people.findLast(fits)?.person;
}

/** Gives "his host" and "the visitor" the one of the two who is it; else the other than whose host he is. */
export function settleGuest(story: Story, draft: Draft, word: string, determiner?: string): void {
	const meant = GUEST.test(word) ? story.guests : story.hosts;
	const near = story.people.filter(({ at }) => story.at - at <= LINES_BACK).map(({ person }) => person);
	const ids = new Set(near.filter(({ id }) => meant.has(id)).map(({ id }) => id));
	const owner = determiner === undefined ? undefined : ownerOf(story, determiner);
	const known = ids.size === 1 ? near.findLast(({ id }) => ids.has(id)) : undefined;
	const others = near.filter(({ id, country }) => id !== owner?.id && country !== owner?.country);
	const other = owner !== undefined && new Set(others.map(({ id }) => id)).size === 1 ? others[0] : undefined;
	const person = known ?? other;
	if (person === undefined) return;
	draft.person = person;
	draft.referent = personReferent(person);
	draft.confidence = known ? 0.75 : 0.6;
	draft.why = `“${word}” → ${person.name}, ${known ? `the ${word} of the meeting` : 'the other of the two'}`;
}
