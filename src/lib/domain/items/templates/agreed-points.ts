import type { Ask } from '../../facts/fact-schema.ts';
import { joinNames, wordsOf } from '../../text.ts';
import { mayAskMany } from './agreed-set.ts';
import type { Board } from './board.ts';
import { isUnclear } from './clear.ts';
import { isIncomplete } from './complete.ts';
import { gistOf, shapeOf } from './gists.ts';
import { isFromTitle } from './guard.ts';
import { isOfMany } from './many.ts';
import { matterOf, overlap } from './matter.ts';
import { lacksContext } from './context.ts';
import { asAsk, stem, type Told } from './told.ts';

const FEWEST = 2;
const MOST = 4;
const MOST_WORDS = 60;
const MOST_LOOKED_AT = 60;
const SAME_POINT = 0.5;
/** "First to the meeting": a noun behind "to". */
const NO_DEED = /^to (?:the|an?|its|their|this|that|be|have|not)\b/u;

interface Point {
	told: Told;
	text: string;
}

const points = new WeakMap<readonly Told[], Point[]>();

/** What two parties agreed to do, in the order in which it is told, each point once. */
function pointsOf(agreed: readonly Told[], board: Board): Point[] {
	const known = points.get(agreed);
	if (known) return known;
	const found = agreed.slice(0, MOST_LOOKED_AT).flatMap((told) => pointIn(told, board));
	const kept: Point[] = [];
	for (const point of found) {
		const own = matterOf(point.text);
		if (kept.every(({ text }) => overlap(own, matterOf(text)) < SAME_POINT)) kept.push(point);
	}
	points.set(agreed, kept);
	return kept;
}

function pointIn(told: Told, board: Board): Point[] {
	const gist = gistOf(told);
	if (gist === undefined || told.unsure || told.fact.modality === 'reportedly' || told.polarity !== 'affirmed')
		return [];
	if (shapeOf(gist) !== 'to' || NO_DEED.test(gist) || isFromTitle(told) || isOfMany(told.around)) return [];
	if (isUnclear(told, gist, board) || isIncomplete(gist) || lacksContext(gist)) return [];
	return [{ told, text: gist }];
}

/**
 * What the two agreed to do, where they agreed to do several things: any two of them are the answer, which a card
 * shows in full.
 */
export function pointsAsk(told: Told, board: Board): Ask[] {
	const view = board.articles.get(told.article);
	if (!view || view.pair.length === 0 || mayAskMany(view, board)) return [];
	const found = pointsOf(view.agreed, board);
	const kept = found.slice(0, MOST);
	const key = kept.map(({ text }) => text).join('; ');
	if (kept.length < FEWEST || found[0]?.told.fact.id !== told.fact.id || wordsOf(key).length > MOST_WORDS) return [];
	const names = joinNames(view.pair.map(({ name }) => name));
	const asked = kept.length === FEWEST ? '' : ' Name two points.';
	const question = stem(told, key, (source) => `According to ${source}, what did ${names} agree to do?${asked}`);
	if (question === undefined) return [];
	const statement = `${names} agreed ${joinNames(kept.map(({ text }) => text))}.`;
	const full = { ...told, fact: { ...told.fact, statement } };
	return [asAsk(full, { slot: 'agreed', type: 'phrase', question, key, typed: false, relation: true })];
}

/** Whether what was agreed is asked with other points at once. */
export function isPoint(told: Told, board: Board): boolean {
	const view = board.articles.get(told.article);
	if (!view || view.pair.length === 0 || mayAskMany(view, board)) return false;
	const kept = pointsOf(view.agreed, board).slice(0, MOST);
	const isAsked = kept.length >= FEWEST && wordsOf(kept.map(({ text }) => text).join(' ')).length <= MOST_WORDS;
	return isAsked && kept.some((one) => one.told.fact.id === told.fact.id);
}
