import { m } from '#lib/paraglide/messages.js';
/** What the four ratings are called on buttons. */
export const RATINGS = [
	{ rating: 1, name: m.review_rating_again },
	{ rating: 2, name: m.review_rating_hard },
	{ rating: 3, name: m.review_rating_good },
	{ rating: 4, name: m.review_rating_easy }
] as const satisfies readonly { rating: number; name: () => string }[];

/** The name of a rating. */
export function ratingName(rating: 1 | 2 | 3 | 4): string {
	return RATINGS[rating - 1]?.name() ?? '';
}

/** By the unit of a short interval: how a button says it, and how a sentence does. */
const UNITS: Readonly<Record<string, readonly [(of: { count: string }) => string, (of: { count: string }) => string]>> =
	{
		min: [m.review_short_minutes, m.review_minutes],
		h: [m.review_short_hours, m.review_hours],
		d: [m.review_short_days, m.review_days],
		mo: [m.review_short_months, m.review_months],
		y: [m.review_short_years, m.review_years]
	};

/** A short interval as a button says it: "3 d"; "3 天". */
export function shortInterval(interval: string): string {
	return put(interval, 0);
}

/** A short interval in words: "3 d" is "3 days". */
export function inWords(interval: string): string {
	return put(interval, 1);
}

function put(interval: string, how: 0 | 1): string {
	const [count = '', unit = ''] = interval.split(' ');
	return UNITS[unit]?.[how]({ count }) ?? interval;
}
