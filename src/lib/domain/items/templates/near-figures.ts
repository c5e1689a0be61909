import type { Gap } from './sentences.ts';

const MOST_PERCENT = 100;
/** "Less than ____": what is true of one number is true of others. */
const COMPARED =
	/\b(?:(?:less|more|fewer|greater|higher|lower|larger|smaller|better|worse) than|at (?:the )?(?:least|most)|up to|as (?:much|many|few|little|high|low) as|over|under|below|above|beyond|exceed\p{L}*|surpass\p{L}*|topp?\p{L}*|a (?:minimum|maximum) of) (?:the |an? |US|about )?$/iu;
const COMPARED_AFTER =
	/^(?: ?(?:%|percent|per cent|\p{Ll}+))?(?: \p{Ll}+)? (?:or (?:more|less|fewer|higher|lower|above|below)|at (?:least|most))\b/iu;
const MARKET =
	/\b(?:futures|shares?|stocks?|index|indices|prices?|yuan|renminbi|dollar|yen|euro|rupee|won|currenc\p{L}*|oil|crude|brent|gold|copper|bonds?|yields?|benchmark)\b/iu;
const MOVED =
	/\b(?:fell|falls?|rose|rises?|slipp\p{L}*|gain\p{L}*|dropp?\p{L}*|climb\p{L}*|jump\p{L}*|los(?:t|es)|edg(?:ed|es)|clos(?:ed|es)|settled|traded|slid|tumbl\p{L}*|surg\p{L}*|soar\p{L}*|weaken\p{L}*|strengthen\p{L}*|advanc\p{L}*|declin\p{L}*|eas(?:ed|es)|add(?:ed|s)|(?:up|down) (?:by )?____)\b|____%? (?:higher|lower|up|down)\b/iu;

/** Whether a gap stands behind a comparison: then no other number is plainly wrong. */
export const isCompared = ({ before, after }: Gap): boolean =>
	COMPARED.test(before.slice(-40)) || COMPARED_AFTER.test(after.slice(0, 60));

/** "Soybean futures slipped ____": on which day? */
export const isUndatedPrice = (line: string): boolean => MARKET.test(line) && MOVED.test(line) && !/\d{4}/.test(line);

/** How many widths the wrong figures lie below and above: no three of them with the key in equal steps. */
const BELOW = [2, 5, 6];
const ABOVE = [3, 7, 1];
const OF_EACH = 2;
/** A width is about a tenth of the key. */
const SHARE = 0.09;

/**
 * Two smaller and two larger figures, as round as the key and at unequal distances, so that none is what a rounding of
 * the key would be: halves, doubles and equal steps would show what they were made of.
 * @param key with its unit: "US$1.2 billion", "20%"
 */
export function nearFigures(key: string): string[] {
	const digits = /\d[\d,]*(?:\.\d+)?/.exec(key)?.[0] ?? '';
	const value = Number(digits.replaceAll(',', ''));
	const places = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
	const step = stepOf(value, places);
	const isShare = /%|percent|per cent/.test(key) && value <= MOST_PERCENT;
	const width = step * Math.max(1, Math.round((value * SHARE) / step));
	const isFit = (n: number): boolean =>
		n > 0 && n !== value && n !== value / 2 && n !== value * 2 && !(isShare && n >= MOST_PERCENT);
	const found = [BELOW.map((times) => value - times * width), ABOVE.map((times) => value + times * width)];
	return found
		.flatMap((side) => [...new Set(side.map((n) => Number(n.toFixed(places))))].filter(isFit).slice(0, OF_EACH))
		.map((n) => key.replace(digits, written(n, places, digits)));
}

/** The largest of 1, 5, 10, 50 … that the value is a multiple of and a fifth of it is not less than. */
function stepOf(value: number, places: number): number {
	let step = 10 ** -places;
	for (const next of Array.from(
		{ length: 24 },
		(_, at) => (at % 2 === 0 ? 5 : 10) * 10 ** (Math.floor(at / 2) - places)
	)) {
		const isWhole = Math.abs(value / next - Math.round(value / next)) < 1e-9;
		if (isWhole && next <= value / 5) step = next;
	}
	return step;
}

function written(n: number, places: number, like: string): string {
	const grouped = like.includes(',') || n < 1000;
	return n.toLocaleString('en-US', {
		minimumFractionDigits: places,
		maximumFractionDigits: places,
		useGrouping: grouped
	});
}
