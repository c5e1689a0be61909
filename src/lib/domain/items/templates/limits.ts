import { grouped } from './board.ts';
import type { Told } from './told.ts';

/** Gaps of one sentence. */
const MOST_OF_A_SENTENCE = 2;
/** What letters stand for, of one article. */
const MOST_LETTERS = 2;
const GAPS = new Set(['date', 'figure', 'place', 'organisation']);

const isOfLetters = ({ fact }: Told): boolean => fact.asks.some((ask) => ask.slot === 'letters');

/** One sentence is not asked again and again with another gap each time. */
export function capGaps(told: readonly Told[]): void {
	for (const letters of grouped(told.filter(isOfLetters), (one) => one.article).values()) {
		for (const one of letters.slice(MOST_LETTERS)) one.fact.asks.length = 0;
	}
	const gaps = told.filter(({ fact }) => GAPS.has(fact.values.is) && fact.asks.length > 0);
	for (const same of grouped(gaps, ({ article, fact }) => `${article} ${fact.statement}`).values()) {
		for (const one of same.slice(MOST_OF_A_SENTENCE)) one.fact.asks.length = 0;
	}
}
