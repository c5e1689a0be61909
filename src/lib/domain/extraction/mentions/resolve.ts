import { inYear, type Cast } from './cast.ts';
import type { KnownCountry, KnownPerson } from './compiled.ts';
import { officeOf, personReferent, type Ask, type Draft, type Ground, type Reading } from './draft.ts';
import { mayBeSubject } from './grammar.ts';
import { noteHosts, ownerOf, settleGuest } from './guests.ts';
import { partyIdOf, partyNames } from './protagonists.ts';
import { holderOfTitle } from './holders.ts';
import type { Phrase } from './phrase.ts';
import { resolvePronoun } from './pronouns.ts';
import type { Story } from './story.ts';
import { ministryOf } from './states.ts';

const MEMORY = 60;
/** Nouns that only people are called. */
const PEOPLE =
	/^(leaders|presidents|men|women|premiers|chancellors|ministers|heads|counterparts|statesmen|diplomats|envoys|pair|duo)$/;

/** Resolves titles, joint words and pronouns in the order of the text. */
export function resolveAll(
	ground: Ground,
	readings: readonly Reading[],
	cast: Cast,
	protagonists: readonly string[],
	release: boolean
): void {
	const story: Story = {
		...{ ground, cast, protagonists, release, at: 0 },
		...{ people: [], subjects: [], hosts: new Set<string>(), guests: new Set<string>() },
		fitting: new Map(),
		unnamed: new Map()
	};
	readings.forEach((reading, at) => {
		story.at = at;
		noteHosts(story, reading);
		for (const draft of reading.drafts) {
			if (draft.ask) resolve(story, reading, draft, draft.ask);
			note(story, reading, draft);
			if (story.people.length > MEMORY * 2) story.people.splice(0, MEMORY);
			if (story.subjects.length > MEMORY * 2) story.subjects.splice(0, MEMORY);
		}
	});
}

function note(story: Story, reading: Reading, draft: Draft): void {
	if (draft.referent === null || draft.via === 'adjective' || draft.line.label) return;
	if (draft.person) {
		story.people.push({ person: draft.person, at: story.at, block: reading.line.block });
		story.opening ??= draft.person.id;
	}
	if (draft.via === 'officials' && draft.referent.is === 'party')
		story.unnamed.set(lastWord(draft), { country: draft.referent.id, at: story.at });
	if (draft.referent.is === 'joint' && draft.ask === undefined) story.joint = { draft, at: story.at };
	story.party = partyIdOf(draft) ?? story.party;
	story.state = WITHOUT_MINISTRIES.has(story.party ?? '') ? story.state : story.party;
	const quoted = reading.line.tokens[draft.from]?.quoted ?? false;
	if (reading.line.tokens[draft.from - 1]?.text === '(') return;
	if (quoted || draft.referent.is === 'place') return;
	if (mayBeSubject(reading.line.tokens, draft.from, draft.to) || opensFor(reading, draft)) story.subjects.push(draft);
}

/** "For Lindqvist, the envoy, …": of whom the sentence tells, though a preposition stands before. */
const opensFor = ({ line }: Reading, draft: Draft): boolean =>
	draft.person !== undefined &&
	draft.from === 1 &&
	/^(for|to|like)$/.test(line.tokens[0]?.lower ?? '') &&
	line.tokens[draft.to]?.text === ',';

function resolve(story: Story, reading: Reading, draft: Draft, ask: Ask): void {
	if (ask.kind === 'title') settleTitle(story, reading, draft, ask);
	else if (ask.kind === 'host') settleGuest(story, draft, ask.word, ask.owner);
	else if (ask.kind === 'joint') settleJoint(story, draft, ask);
	else if (ask.kind === 'pronoun') resolvePronoun(story, reading, draft, ask.word);
	else if (ask.kind === 'body') settleBody(story, draft, ask.noun);
}

function settleTitle(story: Story, reading: Reading, draft: Draft, ask: Extract<Ask, { kind: 'title' }>): void {
	const choice = holderOfTitle(story, reading, draft, ask.phrase);
	if (choice) {
		draft.person = choice.person;
		draft.referent = personReferent(choice.person);
		draft.confidence = choice.confidence;
		draft.why = choice.why;
		stateOffice(story, draft, ask.phrase, choice.person);
		return;
	}
	const country = ask.phrase.country ?? countryOfOwner(story, ask.phrase) ?? countryOfUnnamed(story, draft, ask.phrase);
	if (country && !ask.phrase.ofBody) {
		draft.referent = { is: 'party', id: country.id, name: country.name };
		draft.via = 'officials';
		draft.confidence = 0.6;
		draft.why = `“${ask.phrase.words}” of ${country.name}, whose name is not given`;
	}
}

/** "His foreign minister", told of a president: the minister of his country. */
function countryOfOwner(story: Story, { title, determiner }: Phrase): KnownCountry | undefined {
	if (title.kind !== 'office' || !/^(his|her)$/.test(determiner ?? '')) return undefined;
	return story.ground.names.countries.get(ownerOf(story, determiner)?.country ?? '');
}

/** "A senior American official … The official": the one who was told of before without a name. */
function countryOfUnnamed(story: Story, draft: Draft, { title, determiner }: Phrase): KnownCountry | undefined {
	const before = determiner === 'the' && !title.plural ? story.unnamed.get(lastWord(draft)) : undefined;
	const near = before !== undefined && story.at - before.at <= NEAR;
	return near ? story.ground.names.countries.get(before.country) : undefined;
}
const NEAR = 4;

const lastWord = ({ line, to }: Draft): string => line.tokens[to - 1]?.lower ?? '';

/** "The Chinese premier" for somebody who is known to hold that office: stated where the text states no other. */
function stateOffice(story: Story, draft: Draft, phrase: Phrase, person: KnownPerson): void {
	const { kind, plural } = phrase.title;
	const { year } = story.ground;
	const held = person.offices.some(
		(office) =>
			office.class === phrase.title.class &&
			(phrase.country !== undefined || (office.from !== undefined && year !== undefined && inYear(office, year)))
	);
	// "The president" alone states no office: it is told of whom the article has named.
	const bare = phrase.country === undefined && !phrase.words.includes(' ');
	if (kind !== 'office' || plural || phrase.former || !held || bare) return;
	const office = officeOf(draft.line, phrase, person);
	if (office) draft.office = { ...office, rank: true };
}

/** The coordinated names of this sentence or the last one; else the two whom the article is about. */
function settleJoint(story: Story, draft: Draft, ask: Extract<Ask, { kind: 'joint' }>): void {
	const recent = story.joint && story.at - story.joint.at <= 2 ? story.joint.draft : undefined;
	const near = recent && (recent.ofPeople || !PEOPLE.test(ask.noun)) ? recent.referent : null;
	const named = near?.is === 'joint' && near.parties.length === ask.count ? near.parties : undefined;
	const parties = named ?? story.protagonists.slice(0, ask.count);
	if (parties.length < 2) return;
	draft.referent = { is: 'joint', id: 'both', name: partyNames(story.ground, parties), parties };
	draft.confidence = parties.length === ask.count ? (named ? 0.95 : 0.9) : 0.6;
	if (named) {
		draft.ofPeople = recent?.ofPeople ?? false;
		story.joint = { draft, at: story.at };
	}
	draft.why = named ? 'those who are named together before' : 'the countries that the article is about';
}

const UNION = 'eu';
/** A union of states has no ministries, and the United States has departments. */
const WITHOUT_MINISTRIES = new Set([UNION, 'us']);

/** "the foreign ministry": of the party that was named last. */
function settleBody(story: Story, draft: Draft, noun: string): void {
	const ministry = /\bministry\b/i.test(noun);
	const owner = ministry ? story.state : story.party;
	const main = story.protagonists.find((id) => !ministry || !WITHOUT_MINISTRIES.has(id));
	const country = story.ground.names.countries.get(owner ?? main ?? '');
	if (country === undefined) return;
	draft.referent = ministryOf(country, noun);
	draft.why = `“the ${noun}” after ${country.name} was named`;
}
