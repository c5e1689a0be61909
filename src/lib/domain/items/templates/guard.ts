import type { Ask } from '../../facts/fact-schema.ts';
import { wordsOf } from '../../text.ts';
import { clausesOf } from './clauses.ts';
import { matterOf, overlap } from './matter.ts';
import { isSentence } from './grammar.ts';
import { alone } from './sentences.ts';
import type { Told } from './told.ts';

/** Words by which a statement says that it is not certain. */
const HEDGE =
	/\b(?:due to|scheduled|set to|reportedly|allegedly|apparently|supposedly|(?<!\b(?:in|since|by|until|of|from|\d) )may(?! \d)|might|could|would|expected|likely|possibly|perhaps|planned|plans?|aims?|hopes?|intends?|said to|thought to|believed to|estimated|rumou?red|tentatively|if|potential(?:ly)?|seek(?:s|ing)?|consider(?:s|ing)?)\b/i;
const NEGATION =
	/\b(?:not|no|never|neither|nor|without|denied|denies|refused|refuses|rejected|rejects|declined|declines|failed|fails|cannot|turned down|turns down|ruled out|rules out|ruling out|denying|opposed|opposes|dismissed|dismisses|withheld|stopped short|objected|objects|barred|bars|resisted|resists|blocked|unwilling|unable|untrue|at odds|far apart)\b|n't\b|n’t\b/i;

/** Asked as a gap in the statement. */
const GAPS = new Set(['date', 'figure', 'place', 'organisation']);

/** A sentence of so many words is read at once. */
const EASY_WORDS = 18;

/** The fact in its own words, and in the shorter sentences that its own says as well. */
export function parts(told: Told): Told[] {
	const whole = told.fact.statement;
	const shorter = clausesOf(whole);
	const ordered = wordsOf(whole).length > EASY_WORDS ? [...shorter, whole] : [whole, ...shorter];
	return ordered.map((statement) => worded(told, statement));
}

/** The fact with each wording in which its gap may be asked, its own first. */
export function wordings(told: Told): Told[] {
	return [...parts(told), ...told.alternates.map((statement) => worded(told, statement))];
}

/** A part that has left a denial or a doubt of its sentence behind is as certain as it reads. */
function worded(told: Told, statement: string): Told {
	const fact = { ...told.fact, statement };
	const whole = told.fact.statement;
	const isFree =
		(told.polarity === 'negated' && NEGATION.test(whole) && !NEGATION.test(statement)) ||
		(told.polarity === 'hedged' && HEDGE.test(whole) && !HEDGE.test(statement));
	return isFree && statement !== whole ? { ...told, fact, polarity: 'affirmed' } : { ...told, fact };
}

/** A gap's sentence in words: a shorter one where the article's name is long. */
const LENGTHS = [24, 16];

/** The first question that one of the wordings allows, the longest sentence first. */
export function firstAsk(told: readonly Told[], ask: (wording: Told, most: number) => Ask[]): Ask[] {
	for (const wording of told) {
		for (const most of LENGTHS) {
			const asks = ask(wording, most);
			if (asks.length > 0) return asks;
		}
	}
	return [];
}

/**
 * A statement that may be made into a question: it stands alone, and it carries its own hedge or negation, so that
 * the question keeps it.
 */
export function askable(told: Told): string | undefined {
	const statement = told.unsure ? undefined : alone(told.fact.statement);
	if (statement === undefined || isTitle(told, statement)) return undefined;
	if (GAPS.has(told.fact.values.is) && !isSentence(statement)) return undefined;
	if (told.polarity === 'hedged' && !HEDGE.test(statement)) return undefined;
	if (told.fact.modality === 'reportedly' && !HEDGE.test(statement)) return undefined;
	return told.polarity === 'negated' && !NEGATION.test(statement) ? undefined : statement;
}

const SAME_MATTER = 0.7;

/** Whether a predicate keeps the denial of its fact: a denial in the subject would be lost with it. */
export const keepsDenial = ({ polarity }: Told, predicate: string): boolean =>
	polarity !== 'negated' || NEGATION.test(predicate);

/** Told in the headline alone: its wording is cut short, and whom it means is told in the text. */
export function isFromTitle(told: Told): boolean {
	return told.fact.evidence.length === 1 && isTitle(told, told.around);
}

/** In characters from the beginning, and in words. */
const HEAD = 800;
const LONGEST_SUBTITLE = 16;

/** "Beijing objects to fighter jet sale", of the points below a headline: written like it, without articles. */
export function isSubtitle({ fact, around, title }: Told): boolean {
	const start = fact.evidence[0]?.span?.start ?? Infinity;
	if (fact.evidence.length > 1 || title === null || start > HEAD || !/^\s*[*•·▪–-]\s/u.test(around)) return false;
	return wordsOf(around).length <= LONGEST_SUBTITLE && !/\b(?:the|an?|its|their|his|her)\b/i.test(around);
}

/** A headline has no tenses and no articles: the text tells the same in a sentence. */
function isTitle({ title }: Told, statement: string): boolean {
	const words = matterOf(title ?? '');
	return (
		words.size > 2 &&
		overlap(words, matterOf(statement)) >= SAME_MATTER &&
		Math.abs(statement.length - (title ?? '').length) < 40
	);
}
