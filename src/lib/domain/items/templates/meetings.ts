import { formatDate } from '../../dates.ts';
import type { Person } from '../../facts/entity-schema.ts';
import type { Ask } from '../../facts/fact-schema.ts';
import { containsWords, escapePattern, joinNames } from '../../text.ts';
import type { Board } from './board.ts';
import { otherDates } from './dates.ts';
import { isFromTitle } from './guard.ts';
import { mentionsParty } from './parties.ts';
import { asAsk, isDate, stem, type Told } from './told.ts';

/** In characters. */
const LONGEST = 400;
const DAY = 10;
const MOST_OTHERS = 6;
const MET =
	/\b(?:met|(?:held|holds?) (?:[\p{L}-]+ ){0,3}(?:talks|meetings?|summit)|hosted|received|sat down with|spoke|telephoned|placed a call to|held a (?:phone|telephone) call|took place the (?:meeting|talks) of)\b/u;
/** Another clause, or a reason: what follows is not said of the meeting. */
const CLAUSE =
	/, (?:who|which|whose|where|after|before|since|while|when|but|although|and|as|their|his|her|its|the first|a|telling|according)\b|; |: | (?:after|before|since|while|when|as part|although|because|to (?!(?:President|Prime|Foreign|Chancellor|\p{Lu}))\p{Ll}+|for the first) /u;
/** Another meeting than the one that the article is about, or none yet. */
const OTHER =
	/\b(?:last|had|previous\p{L}*|earlier|next|again|expected|due|will|would|may|might|plans?|not|never|also|later|separately)\b/iu;
const PHONE = /\b(?:telephone\p{L}*|phone|call|spoke)\b/u;
/** Where leaders of other countries meet as well. */
const SEATS = ['Geneva', 'Vienna', 'Singapore', 'Brussels', 'Paris', 'London', 'Tokyo', 'New York'];
/** Older meetings are told of in passing; in days. */
const LATELY = 45;
const MS = 86_400_000;

interface Meeting {
	/** "Olaf Scholz and Emmanuel Macron", in their order. */
	names: string;
	/** The clause that tells of it. */
	clause: string;
	isCall: boolean;
}

/** When and where the two met whom the article is about: the day or the place of a sentence "A met B in P on D". */
export function meetingAsks(told: Told, board: Board): Ask[] {
	const { values } = told.fact;
	if (told.polarity !== 'affirmed' || told.unsure || told.fact.modality === 'reportedly' || isFromTitle(told))
		return [];
	const meeting = meetingIn(told, board);
	if (meeting === undefined) return [];
	if (values.is === 'date') return dayAsk(told, board, meeting, values.date);
	return values.is === 'place' ? placeAsk(told, board, meeting, values.place) : [];
}

/** The meeting that a statement tells of in its main clause: of two people, or of the article's two parties. */
function meetingIn({ fact, pair = [] }: Told, board: Board): Meeting | undefined {
	const text = fact.statement.slice(0, LONGEST);
	const clause = text.slice(0, CLAUSE.exec(text)?.index ?? text.length);
	const verb = MET.exec(clause);
	if (!verb || OTHER.test(clause)) return undefined;
	const isCall = PHONE.test(verb[0]);
	const people = namedIn(clause, [...board.person.values()]).map(({ person }) => person);
	const [one, other] = people;
	if (people.length === 0) {
		const [first, second] = pair;
		const both = first && second && [first, second].every((party) => mentionsParty(clause, party));
		const names = joinNames(pair.map(({ name }) => name));
		return both ? { names: `representatives of ${names}`, clause, isCall } : undefined;
	}
	if (one === undefined || other === undefined || people.length > 2 || one.side === other.side) return undefined;
	const sides = [one.side, other.side];
	if (pair.length > 0 && !pair.every(({ id }) => sides.includes(id))) return undefined;
	return people.every(({ name }) => name.includes(' '))
		? { names: joinNames([one.name, other.name]), clause, isCall }
		: undefined;
}

interface Found {
	person: Person;
	at: number;
}

/** The people of a text, in their order. */
function namedIn(text: string, people: readonly Person[]): Found[] {
	const found = people.flatMap((person): Found[] => {
		const name = [person.name, person.family].find((one) => containsWords(text, one)) ?? '';
		const at = name === '' ? -1 : text.indexOf(name);
		return at < 0 ? [] : [{ person, at }];
	});
	return found.sort((a, b) => a.at - b.at);
}

const deedOf = ({ names, isCall }: Meeting): string => `did ${names} ${isCall ? 'speak with each other' : 'meet'}`;

const pastOf = ({ names, isCall }: Meeting): string => `${names} ${isCall ? 'spoke with each other' : 'met'}`;

function dayAsk(told: Told, board: Board, meeting: Meeting, date: string): Ask[] {
	if (date.length !== DAY || !isDate(date) || !isLately(date, told.published)) return [];
	const key = formatDate(date);
	const named = { ...told, sources: [...undated(told), ...told.sources] };
	const question = stem(named, key, (source) => `On which date, according to ${source}, ${deedOf(meeting)}?`);
	if (question === undefined || !meeting.clause.includes(key)) return [];
	return [
		asAsk(told, {
			slot: 'date',
			type: 'date',
			question,
			key,
			cloze: { before: `According to ${told.label}, ${pastOf(meeting)} on `, after: '.' },
			value: date,
			typed: true,
			distractors: { 'wrong-date': otherDates(told, board, date) }
		})
	];
}

/** The article by its title without its date, which would stand near the key. */
function undated({ sources, published }: Told): string[] {
	const date = published === null ? undefined : formatDate(published);
	const titled = sources.filter((source) => source.includes('“'));
	if (date === undefined) return titled;
	return titled.map((source) =>
		source.replace(`article of ${date}`, 'article').replace(`, ${date}`, '').replace(`${date}, `, '')
	);
}

function isLately(date: string, published: string | null): boolean {
	if (published === null) return true;
	const days = (Date.parse(published) - Date.parse(date)) / MS;
	return days >= 0 && days <= LATELY;
}

function placeAsk(told: Told, board: Board, meeting: Meeting, id: string): Ask[] {
	// Without a day, one meeting of two people is not told from another one.
	if (told.published === null) return [];
	const place = board.place.get(id);
	if (
		place?.type !== 'city' ||
		meeting.isCall ||
		!new RegExp(` in ${escapePattern(place.name)}\\b`).test(meeting.clause)
	)
		return [];
	const question = stem(told, place.name, (source) => `In which city, according to ${source}, ${deedOf(meeting)}?`);
	if (question === undefined) return [];
	const cities = [...board.place.values()].filter((other) => other.type === 'city' && other.id !== place.id);
	const others = [...cities.map(({ name }) => name), ...SEATS].filter(
		(name) => name !== place.name && !place.aliases.includes(name) && !containsWords(told.fact.statement, name)
	);
	return [
		asAsk(told, {
			slot: 'place',
			type: 'place',
			question,
			key: place.name,
			cloze: { before: `According to ${told.label}, ${pastOf(meeting)} in `, after: '.' },
			value: place.id,
			accept: place.aliases,
			typed: true,
			distractors: { 'other-place': [...new Set(others)].slice(0, MOST_OTHERS) }
		})
	];
}
