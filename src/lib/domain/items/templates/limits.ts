import { grouped } from './board.ts';
import { matterOf } from './matter.ts';
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

/** Those who did it, said it or hold it: the shorter question is kept of two that ask the same. */
const WHO = ['speaker', 'holder', 'who'];
const SAME = { speaker: 0.4, other: 0.7 };

/** Takes away what asks after the same person with the words of another question of the article. */
export function dropRewordings(told: readonly Told[]): void {
	const asking = told.flatMap((one) => {
		const ask = one.fact.asks.find(({ slot }) => WHO.includes(slot));
		return ask === undefined ? [] : [{ one, key: ask.key, rank: WHO.indexOf(ask.slot), matter: matterOf(saidIn(one)) }];
	});
	for (const same of grouped(asking, ({ one, key }) => `${one.article} ${key}`).values()) {
		const kept: (typeof same)[number][] = [];
		for (const entry of same.sort((a, b) => a.rank - b.rank)) {
			if (kept.some((other) => other.one !== entry.one && isSame(other, entry))) entry.one.fact.asks.length = 0;
			else kept.push(entry);
		}
	}
}

interface Asked {
	rank: number;
	matter: ReadonlySet<string>;
}

function isSame(kept: Asked, later: Asked): boolean {
	let shared = 0;
	for (const word of kept.matter) if (later.matter.has(word)) shared++;
	if (kept.rank === later.rank) return false;
	if (kept.rank === 0) return shared >= SAME.speaker * later.matter.size;
	return shared >= SAME.other * Math.min(kept.matter.size, later.matter.size);
}

/** The words of a quotation, else the statement. */
const saidIn = ({ fact }: Told): string => (fact.values.is === 'quotation' ? fact.values.words : fact.statement);
