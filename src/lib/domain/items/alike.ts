const MOST_RATIO = 2.4;
const MOST_DIFFERENCE = 30;
/** Short texts are never told apart by a few letters. */
const SHORT = 8;
const SMALL_DIFFERENCE = 15;

/** Whether options are so alike in length that none stands out, by their numbers of characters. */
export function alikeInLength(lengths: readonly number[]): boolean {
	const [short, long] = [Math.min(...lengths), Math.max(...lengths)];
	if (long - short > MOST_DIFFERENCE) return false;
	return long - short <= SMALL_DIFFERENCE || long / Math.max(short, SHORT) <= MOST_RATIO;
}
