import { formatDate } from '../../dates.ts';
import type { FactSet } from '../../facts/set-schema.ts';
import { capitalise, wordsOf } from '../../text.ts';
import { agreedSet } from './agreed-set.ts';
import { valuesIn, type Board } from './board.ts';
import { breaksOff, hasFiniteVerb } from './grammar.ts';
import { matterOf, overlap } from './matter.ts';
import { alone, shortened } from './sentences.ts';
import { isDate, type Told } from './told.ts';
import { isUnresolved } from './unresolved.ts';

const FEWEST_EVENTS = 3;
const MOST_EVENTS = 5;
const SAME_MATTER = 0.5;
const MOST_ENTRY_WORDS = 18;
const MOST_WORDS = 38;
const MOST_LOOKED_AT = 60;

/** What an article's facts allow to be asked together. */
export function setsOf(board: Board): FactSet[] {
	return [...board.articles].flatMap(([article, view]) => [
		...timeline(article, valuesIn(board, article, 'date').slice(0, MOST_LOOKED_AT)),
		...agreedSet(article, view, board)
	]);
}

/** A set's common parts: its topic is that of its first fact. */
function base(
	name: string,
	article: string,
	told: readonly Told[],
	question: (source: string) => string,
	dates: readonly string[]
) {
	const [first] = told;
	const isFit = (one: string) =>
		wordsOf(question(one)).length <= MOST_WORDS && !dates.some((date) => one.includes(date));
	const source = first?.sources.find(isFit) ?? first?.label ?? '';
	return {
		id: `${article}-${name}`,
		topic: first?.fact.topic ?? '',
		importance: first?.fact.importance ?? 2,
		question: question(source)
	} as const;
}

interface Dated {
	told: Told;
	date: string;
	text: string;
}

/** Events with full dates, each its own day: earliest first. */
function timeline(article: string, all: readonly Told[]): FactSet[] {
	const dated = all.flatMap((told) => datedEvent(told));
	const entries: Dated[] = [];
	for (const one of dated.sort((a, b) => (a.date < b.date ? -1 : 1))) {
		const own = matterOf(one.text);
		const twin = entries.some((other) => other.date === one.date || overlap(own, matterOf(other.text)) >= SAME_MATTER);
		if (!twin) entries.push(one);
	}
	if (entries.length < FEWEST_EVENTS) return [];
	const chosen = entries.slice(-MOST_EVENTS);
	const told = chosen.map((entry) => entry.told);
	return [
		{
			...base(
				'timeline',
				article,
				told,
				(source) => `In which order, earliest first, does ${source} date these events?`,
				chosen.map((entry) => formatDate(entry.date))
			),
			form: 'order',
			feedback: `${capitalise(told[0]?.label ?? '')} dates them: ${chosen.map((e) => `${e.text} (${formatDate(e.date)})`).join('; ')}.`,
			entries: chosen.map((entry) => ({ fact: entry.told.fact.id, text: entry.text, when: formatDate(entry.date) }))
		}
	];
}

const DAY = 10;
const DATE_WORDS =
	/\b(?:19|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/;

/** A preposition whose date was taken out. */
const LOST_DATE =
	/\b(?:for|since|until|by|on|in|from|before|after|of|end) (?:in|was|is|are|were|and|at|to|on|when|by|with)\b/;

/** "On 4 May 2031 the two met", "The two met on 4 May 2031": a date of the sentence, and of no noun or clause in it. */
function isOfMainVerb({ fact: { statement } }: Told, date: string): boolean {
	const at = statement.indexOf(date);
	const [before, after] = [statement.slice(0, Math.max(0, at)), statement.slice(at + date.length)];
	if (at < 0 || CLAUSE.test(before)) return false;
	return before === 'On ' || (/ on $/u.test(before) && !/^ (?:and|or|rules?|order|decision)\b/u.test(after));
}

const CLAUSE = /\b(?:that|which|who|whose|where|when|what|because|although|demand|call|rules?|signed|dated)\b/iu;

/** The event of a dated fact without any date, if it can stand as an entry. */
function datedEvent(told: Told): Dated[] {
	const { values } = told.fact;
	if (values.is !== 'date' || values.date.length !== DAY || !isDate(values.date) || told.polarity !== 'affirmed')
		return [];
	if (!isOfMainVerb(told, formatDate(values.date))) return [];
	const event = alone(values.event);
	const short = event === undefined ? undefined : shortened({ before: '', after: ` ${event}` }, MOST_ENTRY_WORDS);
	const text = short?.after.replace(/\.$/, '').trim();
	if (text === undefined || DATE_WORDS.test(text) || wordsOf(text).length < 3) return [];
	if (LOST_DATE.test(text) || isUnresolved(text) || /\b(?:it|they|he|she|them)\b/iu.test(text)) return [];
	if (
		/[“”"]/.test(text) ||
		!hasFiniteVerb(text) ||
		breaksOff(text) ||
		/^(?:In|At|By|With) [^,]{1,60},|^There\b/.test(text)
	)
		return [];
	return [{ told, date: values.date, text: capitalise(text) }];
}
