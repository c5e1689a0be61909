import type { Layout } from '#lib/domain/articles/types.ts';
import type { DateExpression } from '../types.ts';
import { addDays, daysBetween } from './calendar.ts';

const SAYING =
	/\b(?:said|says|told|added|briefed|replied|answered|wrote|remarked|declared|posted|tweeted|announced|spoke|speaking|statement|interview|briefing|speech|asked|argued|insisted|warned)\b/i;
/** A saying verb stands within so many units of its day. */
const REACH = 70;
/** The day of a saying is among so many expressions before or after the one that is counted from it. */
const LOOK_BACK = 6;
const LOOK_AHEAD = 3;
/** A quotation goes on for so many sentences after the day on which it was spoken is told. */
const MOST_SENTENCES = 4;

/** Where each block's quotation marks stand, so that being inside of one is a count. */
function marksOf({ article, blocks }: Layout): number[][] {
	return blocks.map(({ start, end }) => {
		const marks: number[] = [];
		for (let at = article.normal.indexOf('"', start); at !== -1 && at < end; at = article.normal.indexOf('"', at + 1)) {
			marks.push(at);
		}
		return marks;
	});
}

/** How many of the sorted marks stand before an offset. */
function countBefore(marks: readonly number[], offset: number): number {
	let [low, high] = [0, marks.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((marks[middle] ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * "Tomorrow" and "yesterday" inside of a quotation count from the day on which it was spoken, where the paragraph
 * tells that day ("…," she said on Monday).
 * @param dates an article's date expressions in the order of the text
 * @param published ISO day from which they were counted
 */
export function recountSpoken(dates: readonly DateExpression[], layout: Layout, published: string): DateExpression[] {
	if (!dates.some((date) => date.rule === 'near-day')) return [...dates];
	const marks = marksOf(layout);
	const blockOf = (date: DateExpression) => layout.sentences[date.sentence]?.block ?? -1;
	const inside = (date: DateExpression) => countBefore(marks[blockOf(date)] ?? [], date.start) % 2 === 1;
	const isSaying = (date: DateExpression, spoken: DateExpression) => {
		const { start, end, iso, sentence } = date;
		if (iso?.length !== 10 || date.rule === 'near-day' || blockOf(date) !== blockOf(spoken) || iso > published)
			return false;
		const later = spoken.sentence < sentence;
		if (later || spoken.sentence - sentence > MOST_SENTENCES || inside(date)) return false;
		return SAYING.test(layout.article.normal.slice(Math.max(0, start - REACH), end + REACH));
	};
	return dates.map((date, index) => {
		if (date.rule !== 'near-day' || date.iso?.length !== 10 || !inside(date)) return date;
		const after = dates.slice(index + 1, index + 1 + LOOK_AHEAD).find((other) => isSaying(other, date));
		const before = dates.slice(Math.max(0, index - LOOK_BACK), index).findLast((other) => isSaying(other, date));
		const said = (after ?? before)?.iso;
		if (said === undefined || said === null) return date;
		return { ...date, iso: addDays(said, daysBetween(published, date.iso)), confidence: 0.8 };
	});
}
