/** What the four ratings are called on buttons. */
export const RATINGS = [
	{ rating: 1, name: 'Again' },
	{ rating: 2, name: 'Hard' },
	{ rating: 3, name: 'Good' },
	{ rating: 4, name: 'Easy' }
] as const;

/** The name of a rating. */
export function ratingName(rating: 1 | 2 | 3 | 4): string {
	return RATINGS[rating - 1]?.name ?? '';
}

const UNITS: Record<string, string> = { min: 'minute', h: 'hour', d: 'day', mo: 'month', y: 'year' };

/** A short interval in words: "3 d" is "3 days". */
export function inWords(interval: string): string {
	const [count = '', unit = ''] = interval.split(' ');
	const word = UNITS[unit];
	return word === undefined ? interval : `${count} ${word}${count === '1' ? '' : 's'}`;
}
