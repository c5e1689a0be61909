import type { Ask } from '../../facts/fact-schema.ts';
import { joinNames, wordsOf } from '../../text.ts';
import { isAllAgreed, namesOccasion } from './agreed-alone.ts';
import { agreedAsk } from './agreed-one.ts';
import { mayAskMany } from './agreed-set.ts';
import { grouped, type Board } from './board.ts';
import { isUnclear } from './clear.ts';
import { isIncomplete } from './complete.ts';
import { gistOf, shapeOf } from './gists.ts';
import { isFromTitle } from './guard.ts';
import { isOfMany } from './many.ts';
import { matterOf, overlap } from './matter.ts';
import { isOfMatter, matterNamed } from './matters.ts';
import { lacksContext } from './context.ts';
import { nominal } from './nominal.ts';
import { asAsk, stem, type Told } from './told.ts';

const FEWEST = 2;
const MOST = 5;
const MOST_WORDS = 70;
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

/** Points that one question asks for, on one matter or on none. */
interface Group {
	matter: string | undefined;
	points: Point[];
}

const groups = new WeakMap<readonly Told[], Group[]>();

/** The points of each matter that has several, if nothing else was agreed on it, and after them all the others. */
function groupsOf(agreed: readonly Told[], board: Board): Group[] {
	const known = groups.get(agreed);
	if (known) return known;
	const all = pointsOf(agreed, board);
	const byMatter = grouped(all, ({ told, text }) => matterNamed(told.fact.topic, text) ?? '');
	const whole = [...byMatter].filter(
		([matter, points]) =>
			matter !== '' && points.length >= FEWEST && points.length <= MOST && isAllOf(matter, points, agreed)
	);
	const apart = new Set(whole.flatMap(([, points]) => points));
	const rest = all.filter((point) => !apart.has(point));
	// A question of its own for each matter is worth it only where one question could not hold them all.
	const isFew = all.length <= MOST;
	const found: Group[] = isFew
		? [{ matter: undefined, points: all }]
		: [...whole.map(([matter, points]) => ({ matter, points })), { matter: undefined, points: rest }];
	groups.set(agreed, found);
	return found;
}

/** Whether nothing was agreed on a matter but these points. */
const isAllOf = (matter: string, points: readonly Point[], agreed: readonly Told[]): boolean =>
	agreed.every(
		(other) =>
			isFromTitle(other) ||
			!isOfMatter(matter, other.fact.statement) ||
			points.some(({ text }) => overlap(matterOf(text), matterOf(other.fact.statement)) >= SAME_POINT)
	);

/** The matters on which what was agreed is asked by itself. */
const mattersAsked = (agreed: readonly Told[], board: Board, found: readonly Group[]): string[] => {
	const alone = agreed.slice(0, MOST_LOOKED_AT).flatMap((told) => {
		const gist = gistOf(told);
		if (gist === undefined || agreedAsk(told, board, gist).length === 0) return [];
		return matterNamed(told.fact.topic, gist) ?? [];
	});
	return [...alone, ...found.flatMap(({ matter }) => matter ?? [])];
};

/**
 * What the two agreed to do, where they agreed to do several things: any two of them are the answer, which a card
 * shows in full.
 */
export function pointsAsk(told: Told, board: Board): Ask[] {
	const view = board.articles.get(told.article);
	if (!view || view.pair.length === 0 || mayAskMany(view, board)) return [];
	const found = groupsOf(view.agreed, board);
	const group = found.find(({ points }) => points[0]?.told.fact.id === told.fact.id);
	// A key that left some points out would not be the whole answer.
	if (!group || group.points.length < FEWEST || group.points.length > MOST) return [];
	const { asked, texts } = worded(group.points);
	const key = texts.join('; ');
	if (wordsOf(key).length > MOST_WORDS) return [];
	const names = joinNames(view.pair.map(({ name }) => name));
	const count = texts.length === FEWEST ? '' : ' Name two points.';
	const { matter } = group;
	// What stands apart would have to be named in full, and what nobody asks is lost: then none is asked.
	if (!isAllAgreed(view, texts, matter)) return [];
	if (matter === undefined && mattersAsked(view.agreed, board, found).length > 0) return [];
	const what =
		matter === undefined
			? `what did ${names} ${asked}`
			: `what did ${names} ${asked.replace(/ on$/, '')} about ${matter}`;
	const question = stem(told, key, (source) => `According to ${source}, ${what}?${count}`);
	if (question === undefined || !namesOccasion(question.split(', what ', 1).join(''))) return [];
	const statement = `${names} agreed ${asked === 'agree on' ? 'on ' : ''}${joinNames(texts)}.`;
	const full = { ...told, fact: { ...told.fact, statement } };
	return [asAsk(full, { slot: 'agreed', type: 'phrase', question, key, typed: false, relation: true })];
}
