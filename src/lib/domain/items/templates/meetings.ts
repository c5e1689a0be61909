import { formatDate } from '../../dates.ts';
import type { Ask } from '../../facts/fact-schema.ts';
import { containsWords } from '../../text.ts';
import type { Board } from './board.ts';
import { otherDates } from './dates.ts';
import { isCertain, isIn, isLately, meetingIn, type Meeting } from './gathering.ts';
import { asAsk, stem, type Told } from './told.ts';

const MOST_OTHERS = 6;
/** Where leaders of other countries meet as well. */
const SEATS = ['Geneva', 'Vienna', 'Singapore', 'Brussels', 'Paris', 'London', 'Tokyo', 'New York'];

/** When and where the two met whom the article is about: the day or the place of a sentence "A met B in P on D". */
export function meetingAsks(told: Told, board: Board): Ask[] {
	const { values } = told.fact;
	if (!isCertain(told)) return [];
	const meeting = meetingIn(told, told.pair ?? [], [...board.person.values()]);
	if (meeting === undefined || isTold(told, board)) return [];
	// A title may name the place though it names both sides.
	const strict = { ...told, isEven: false };
	if (values.is === 'date') return dayAsk(strict, board, meeting, values.date);
	return values.is === 'place' ? placeAsk(strict, board, meeting, values.place) : [];
}

/** Whether the name by which the article's other questions call it tells the day or the place. */
function isTold({ fact: { values }, sources }: Told, board: Board): boolean {
	const key =
		values.is === 'date'
			? formatDate(values.date)
			: values.is === 'place'
				? board.place.get(values.place)?.name
				: undefined;
	return key !== undefined && sources.some((source) => / (?:talks|call) between /.test(source) && source.includes(key));
}

const deedOf = ({ names, isCall }: Meeting): string => `did ${names} ${isCall ? 'speak with each other' : 'meet'}`;

const pastOf = ({ names, isCall }: Meeting): string => `${names} ${isCall ? 'spoke with each other' : 'met'}`;

function dayAsk(told: Told, board: Board, meeting: Meeting, date: string): Ask[] {
	if (!isLately(date, told.published)) return [];
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

/** The article by its meeting or its title without a date, which would stand near the key. */
function undated({ sources, published }: Told): string[] {
	const date = published === null ? undefined : formatDate(published);
	const bare = sources.filter((source) => source.includes('“') || !/\d{4}/.test(source));
	if (date === undefined) return bare;
	return bare.map((source) => source.replace(` of ${date}`, '').replace(` (${date})`, '').replace(`, ${date})`, ')'));
}

function placeAsk(told: Told, board: Board, meeting: Meeting, id: string): Ask[] {
	// Without a day, one meeting of two people is not told from another one.
	if (told.published === null) return [];
	const place = board.place.get(id);
	if (place?.type !== 'city' || meeting.isCall || !isIn(meeting.clause, place.name)) return [];
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
