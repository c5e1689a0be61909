import { wordSet } from '../../text.ts';
import { PAPERS, TALKERS } from './joint-said.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { STRUCK, type Group } from './verb-groups.ts';

/** What is known of who did it: something takes two, both say it, somebody is named behind "by". */
export interface Signs {
	two: boolean;
	said: boolean;
	actor: boolean;
}

/** Whether what was done, by its verb group and the words before it, is a deed of both: "A hotline was agreed". */
export function isDoneByBoth(parsed: Parsed, group: Group, left: readonly string[], signs: Signs): boolean {
	const { two, said, actor } = signs;
	const paper = isPaper(parsed, group, left);
	// "initialled by the heads of the two agencies": both did it.
	const both = parsed.tokens.slice(group.end, group.end + 12).some(({ w }) => w === 'both' || w === 'two');
	const drawn = isByPair(parsed, group.end) && left.some((w) => PAPERS.has(w) || DRAWN.has(w));
	return (!actor && (two || said || paper)) || (actor && both && paper) || drawn;
}

/** What two draw up together. */
const DRAWN = wordSet('timetable schedule calendar list agenda outline draft');

/** "by the trade ministers", "by both navies": those of whom each side has some, where no name tells them. */
function isByPair({ tokens, named }: Parsed, from: number): boolean {
	const by = tokens.findIndex(({ w }, at) => at >= from && at < from + 4 && w === 'by');
	if (by < 0 || !['the', 'both'].includes(wordAt(tokens, by + 1))) return false;
	const two = ['two', 'both'].some((w) => wordAt(tokens, by + 1) === w || wordAt(tokens, by + 2) === w);
	const alone = !named.some((one) => one.from > by && one.from < by + 6 && one.mention.via !== 'joint');
	return alone && (two || [2, 3, 4].some((step) => TALKERS.has(wordAt(tokens, by + step))));
}

/** What two settle by a number. */
const FIGURES = wordSet('quota quotas ceiling cap price rate share volume toll limit threshold');
const CONTRACTS = wordSet('contract contracts outline letter letters note notes');

/** "A contract on gas was signed": it takes two, unless a year says that it was long ago. */
function isPaper({ tokens }: Parsed, { end }: Group, left: readonly string[]): boolean {
	const struck = STRUCK.has(wordAt(tokens, end - 1));
	const old = tokens.slice(end, end + 12).some(({ w }) => /^(?:19|20)\d\d$/.test(w));
	const figure = wordAt(tokens, end) === 'at' && left.some((w) => FIGURES.has(w));
	if (figure) return !old;
	return struck && !old && left.some((w) => PAPERS.has(w) || CONTRACTS.has(w));
}
