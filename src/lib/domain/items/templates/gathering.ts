import { formatDate } from '../../dates.ts';
import type { Person } from '../../facts/entity-schema.ts';
import type { Party } from '../../facts/party.ts';
import { containsWords, escapePattern, joinNames } from '../../text.ts';
import { isFromTitle } from './guard.ts';
import { mentionsParty } from './parties.ts';
import { isDate, type Told } from './told.ts';

/** In characters. */
const LONGEST = 400;
const DAY = 10;
const MET =
	/\b(?:met|(?:held|holds?) (?:[\p{L}-]+ ){0,3}(?:talks|meetings?|summit)|hosted|received|sat down with|spoke|telephoned|placed a call to|(?:held|had) (?:a|an) (?:\p{L}+ )?(?:phone|telephone|video) (?:call|conversation)|had talks|took place the (?:meeting|talks) of)\b/u;
/** Another clause, or a reason: what follows is not said of the meeting. */
const CLAUSE =
	/, (?:who|which|whose|where|after|before|since|while|when|but|although|and|as|their|his|her|its|the first|a|telling|according)\b|; |: | (?:after|before|since|while|when|as part|although|because|to (?!(?:President|Prime|Foreign|Chancellor|\p{Lu}))\p{Ll}+|for the first) /u;
/** Another meeting than the one that the article is about, or none yet. */
const OTHER =
	/\b(?:last|had|previous\p{L}*|earlier|next|again|expected|due|will|would|may(?! \d)|might|plans?|not|never|also|later|separately)\b/iu;
const PHONE = /\b(?:telephone\p{L}*|phone|call|spoke|video)\b/u;
/** Older meetings are told of in passing; in days. */
const LATELY = 45;
const MS = 86_400_000;

/** A meeting or a call that a statement tells of. */
export interface Meeting {
	/** "Olaf Scholz and Emmanuel Macron", in their order. */
	names: string;
	/** The clause that tells of it. */
	clause: string;
	isCall: boolean;
}

/** The meeting that a statement tells of in its main clause: of two people, or of the article's two parties. */
export function meetingIn({ fact }: Told, pair: readonly Party[], known: readonly Person[]): Meeting | undefined {
	const text = fact.statement.slice(0, LONGEST);
	const clause = text.slice(0, CLAUSE.exec(text)?.index ?? text.length);
	const verb = MET.exec(clause);
	if (!verb || OTHER.test(clause)) return undefined;
	const isCall = PHONE.test(verb[0]);
	const people = namedIn(clause, known).map(({ person }) => person);
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

/** Whether a statement tells of something for certain, in the text and not in its headline alone. */
export const isCertain = (told: Told): boolean =>
	told.polarity === 'affirmed' && !told.unsure && told.fact.modality !== 'reportedly' && !isFromTitle(told);

/** Whether a day is that of the news: no older meeting, and none to come. */
export function isLately(date: string, published: string | null): boolean {
	if (date.length !== DAY || !isDate(date)) return false;
	if (published === null) return true;
	const days = (Date.parse(published) - Date.parse(date)) / MS;
	return days >= 0 && days <= LATELY;
}

/** Whether a clause says that something was in a city. */
export const isIn = (clause: string, city: string): boolean => new RegExp(` in ${escapePattern(city)}\\b`).test(clause);

/** What the article is about: "the talks between Norway and Peru in Oslo on 10 March 2031". */
export interface Gathering {
	isCall: boolean;
	/** Name of the city, where all that is told of the meeting agrees on one. */
	place?: string;
	/** The day, as it is written in questions, likewise. */
	day?: string;
}

const only = (texts: readonly string[]): string | undefined => (new Set(texts).size === 1 ? texts[0] : undefined);

/** "Readout of the call", "speaks on the phone": a title that tells of no meeting in one place. */
const CALL_TITLE =
	/\b(?:phone|telephone|video)?[ -]?calls?\b(?! (?:for|on|to|off|upon)\b)|\b(?:on|over|by) the (?:tele)?phone\b|\b(?:tele)?phones\b|\bvideo (?:talks|summit|meeting)\b/iu;
const MEETING_TITLE = /\b(?:met|meets?|meeting|summit|visit\p{L}*|talks in)\b/iu;

const isCallTitle = (title: string | null): boolean => {
	const shown = (title ?? '').slice(0, LONGEST);
	return CALL_TITLE.test(shown) && !MEETING_TITLE.test(shown);
};

/** Characters of an article in which it says what it is about. */
const BEGINNING = 600;
/** Talks beside those that the article is about. */
const FURTHER =
	/\b(?:another|new|further|fresh|since|first|second|decision|to (?:hold|meet|host)|technical|working)\b/iu;
const ROUND =
	/\b(?:talks|talked|summit|meeting|met|meets?|negotiat\p{L}*|consultations|round|dialogue|received|hosted)\b[^.;,]{0,50}$/u;
/** Another time than that of the news: "in Geneva in May", "in Geneva last month". */
const OTHER_TIME =
	/^[^.;,]{0,12}? (?:in (?:early |late |mid-)?(?:\p{Lu}|the)|last|next|a (?:week|month|year)|(?:two|three) )|^ (?:19|20)\d\d/u;

/** The city of which a beginning says that the talks were there, or the title that the two were. */
function cityTold({ around, title, fact }: Told, city: string): boolean {
	const inTitle = (title ?? '').slice(0, LONGEST);
	if (isIn(inTitle, city) && !OTHER.test(inTitle)) return true;
	// "Two leaders in Busan": there, and nowhere else.
	if (/ in (?!\p{Lu}+\b)\p{Lu}\p{Ll}/u.test(inTitle)) return false;
	if ((fact.evidence[0]?.span?.start ?? BEGINNING) >= BEGINNING) return false;
	const text = around.slice(0, LONGEST);
	const at = text.indexOf(` in ${city}`);
	const before = text.slice(0, Math.max(0, at));
	const clause = before.slice(Math.max(before.lastIndexOf(', '), before.lastIndexOf('; '), 0));
	return (
		ROUND.test(before) &&
		!OTHER.test(clause) &&
		!FURTHER.test(clause) &&
		!OTHER_TIME.test(text.slice(at + city.length + 4))
	);
}

interface Met {
	isCall: boolean;
	day?: string;
	place?: string;
}

const FULL_DAY = /\b\d{1,2} \p{Lu}\p{Ll}+ (?:19|20)\d\d\b/gu;

/** "When the two met in Busan on 30 October 2025": told of in passing, or of a day long before the article's own. */
function isOfEarlier(clause: string, published: string | null): boolean {
	if (/^(?:When|After|Since|Before|While|Although|As)\b/u.test(clause)) return true;
	if (published === null) return false;
	const news = Date.parse(published);
	return [...clause.matchAll(FULL_DAY)].some(([day]) => news - Date.parse(`${day} UTC`) > LATELY * MS);
}

/** What a statement of the meeting itself tells of its day or place. */
function metIn(told: Told, pair: readonly Party[], people: readonly Person[], city?: string): Met[] {
	const { values } = told.fact;
	const meeting = isCertain(told) ? meetingIn(told, pair, people) : undefined;
	if (meeting === undefined) return [];
	const { isCall, clause } = meeting;
	if (isOfEarlier(clause, told.published)) return [];
	if (values.is === 'date' && isLately(values.date, told.published)) {
		const day = formatDate(values.date);
		return [clause.includes(day) ? { isCall, day } : { isCall }];
	}
	return [city !== undefined && !isCall && isIn(clause, city) ? { isCall, place: city } : { isCall }];
}

/**
 * The one meeting of the article's two parties that it tells of, with its day and place as far as all that is told of
 * them agrees. None where the article has no two parties or tells of several meetings.
 * @param cityOf the name of a place that is a city
 */
export function gatheringOf(
	facts: readonly Told[],
	pair: readonly Party[],
	people: readonly Person[],
	cityOf: (place: string) => string | undefined
): Gathering | undefined {
	if (pair.length !== 2) return undefined;
	const placed = facts.flatMap((told) => {
		const { values } = told.fact;
		const city = values.is === 'place' ? cityOf(values.place) : undefined;
		return values.is === 'place' || values.is === 'date' ? [{ told, city }] : [];
	});
	const met = placed.flatMap(({ told, city }) => metIn(told, pair, people, city));
	const onPhone = isCallTitle(facts[0]?.title ?? null);
	const told = placed.flatMap(({ told, city }) =>
		city !== undefined && !onPhone && cityTold(told, city) ? [city] : []
	);
	const days = met.flatMap(({ day }) => day ?? []);
	const places = [...met.flatMap(({ place }) => place ?? []), ...told];
	const calls = new Set([...met.map(({ isCall }) => isCall), ...told.map(() => false), ...(onPhone ? [true] : [])]);
	if (new Set(days).size > 1 || new Set(places).size > 1 || calls.size > 1) return undefined;
	const [day, place] = [only(days), only(places)];
	if (day === undefined && place === undefined) return undefined;
	return {
		isCall: calls.has(true),
		...(place === undefined ? {} : { place }),
		...(day === undefined ? {} : { day })
	};
}
