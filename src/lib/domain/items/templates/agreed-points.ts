import type { Ask } from '../../facts/fact-schema.ts';
import { joinNames, wordsOf } from '../../text.ts';
import { agreedAsk } from './agreed-one.ts';
import { mayAskMany } from './agreed-set.ts';
import type { Board } from './board.ts';
import { isUnclear } from './clear.ts';
import { isIncomplete } from './complete.ts';
import { gistOf, shapeOf } from './gists.ts';
import { isFromTitle } from './guard.ts';
import { isOfMany } from './many.ts';
import { matterOf, overlap } from './matter.ts';
import { lacksContext } from './context.ts';
import { nominal } from './nominal.ts';
import { asAsk, stem, type Told } from './told.ts';

const FEWEST = 2;
const MOST = 4;
const MOST_WORDS = 60;
const MOST_LOOKED_AT = 60;
const SAME_POINT = 0.5;
/** "First to the meeting": a noun behind "to". */
const NO_DEED = /^to (?:the|an?|its|their|this|that|be|have|not)\b/u;

/** A place, a way or a quotation: nothing that can be agreed. */
const NO_THING =
	/^(?:on )?(?:over|in|by|at|with|under|through|during|without|within|after|before|from|via|despite|amid)\b|^(?:on )?[“"‘]|^that\b/u;
/** A sentence that was taken for the name of a thing. */
const COUNTLESS =
	/\b(?:will|would|shall|should|are|is|was|were) (?:be|to)\b|^(?:\p{Lu}\S* )+\p{Ll}+(?:s|ed) |^\p{Ll}+s (?:of (?:\p{Ll}+ ){1,3})?to \p{Ll}/u;

interface Point {
	told: Told;
	text: string;
	thing: string;
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
	if (NO_DEED.test(gist) || NO_THING.test(gist) || isFromTitle(told) || isOfMany(told.around)) return [];
	if (isUnclear(told, gist, board) || isIncomplete(gist) || lacksContext(gist)) return [];
	const thing = nominal(gist);
	// What is asked on its matter alone would be asked twice.
	if (thing === undefined || COUNTLESS.test(thing) || agreedAsk(told, board, gist).length > 0) return [];
	return [{ told, text: gist, thing }];
}

/** What was agreed as one question asks for it: deeds where all are, else things. */
function worded(kept: readonly Point[]): { asked: string; texts: string[] } {
	const areDeeds = kept.every(({ text }) => shapeOf(text) === 'to');
	return areDeeds
		? { asked: 'agree to do', texts: kept.map(({ text }) => text) }
		: { asked: 'agree on', texts: kept.map(({ thing }) => thing) };
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
	const { asked, texts } = worded(kept);
	const key = texts.join('; ');
	if (kept.length < FEWEST || found[0]?.told.fact.id !== told.fact.id || wordsOf(key).length > MOST_WORDS) return [];
	const names = joinNames(view.pair.map(({ name }) => name));
	const count = kept.length === FEWEST ? '' : ' Name two points.';
	const question = stem(told, key, (source) => `According to ${source}, what did ${names} ${asked}?${count}`);
	if (question === undefined) return [];
	const statement = `${names} agreed ${asked === 'agree on' ? 'on ' : ''}${joinNames(texts)}.`;
	const full = { ...told, fact: { ...told.fact, statement } };
	return [asAsk(full, { slot: 'agreed', type: 'phrase', question, key, typed: false, relation: true })];
}
