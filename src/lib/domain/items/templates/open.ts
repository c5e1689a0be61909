import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH } from '../../facts/party.ts';
import { capitalise, containsWords, joinNames, wordsOf } from '../../text.ts';
import { namesOccasion } from './agreed-alone.ts';
import { mayAskMany } from './agreed-set.ts';
import type { ArticleBoard, Board } from './board.ts';
import { isClear, isUnclear } from './clear.ts';
import { lacksContext } from './context.ts';
import { gistOf } from './gists.ts';
import { isSentence } from './grammar.ts';
import { isFromTitle } from './guard.ts';
import { isOfMany } from './many.ts';
import { matterOf, overlap } from './matter.ts';
import { isOfMatter, matterNamed } from './matters.ts';
import { nominal } from './nominal.ts';
import { withTeller } from './reported.ts';
import { asAsk, stem, type Told } from './told.ts';
import { isCutShort, isOfUnnamedTeller } from './worth.ts';

const MOST_WORDS = 16;
const FEWEST_OF_BOTH = 2;
const FEWEST_OF_REST = 2;
/** A thing in so few words is little more than its matter. */
const FEW = 3;

const MOST_LOOKED_AT = 40;
const MOST_OF_REST = 3;
const SAME_MATTER = 0.5;

/** " or on Ukraine", " nor on tariffs": more that was left open in the same words. */
const MORE = /^,? (?:or|nor|and)(?: on| over| about)? (?=\p{L})/u;
const MOST_OF_MORE = 7;
/** In characters. */
const LONGEST = 1000;

/** A thing with what its statement goes on to name as left open; undefined where that is told at too great a length. */
function withMore({ fact: { statement }, around }: Told, gist: string, thing: string): string | undefined {
	const bare = gist.replace(/^(?:to|that|on) /, '');
	const rests = [statement, around].map((text) => text.slice(text.indexOf(bare) + bare.length, LONGEST));
	const rest = rests.find((text) => MORE.test(text)) ?? '';
	const more = MORE.exec(rest)?.[0];
	if (more === undefined) return thing;
	const other = rest.slice(more.length).split(/\.(?:\s|$)/u, 1)[0] ?? '';
	if (/[,;.]/.test(other) || wordsOf(other).length > MOST_OF_MORE || isSentence(`– ${other}`)) return undefined;
	return `${thing} and ${other}`;
}

/** What the two left open on a topic, or what one of them did not agree to do. */
export function openAsks(told: Told, board: Board): Ask[] {
	const gist = gistOf(told);
	if (gist === undefined || told.fact.kind !== 'non-agreement' || told.unsure || isFromTitle(told)) return [];
	if (isUnclear(told, gist, board) || isCutShort(told.shown, told.around) || isOfUnnamedTeller(told.around)) return [];
	if (wordsOf(gist).length > MOST_WORDS || isOfMany(told.around)) return [];
	if (told.party !== undefined && told.party.id !== BOTH) return oneAsk(told, board, gist);
	const asked = bothAsk(told, board, gist);
	return asked.length > 0 ? asked : restAsk(told, board);
}

/** What was left open as the name of a thing, with all of it. */
function thingOf(told: Told, gist: string): string | undefined {
	const thing = nominal(gist);
	return thing === undefined ? undefined : withMore(told, gist, thing);
}

const rests = new WeakMap<ArticleBoard, { told: Told; thing: string }[]>();

/** What was left open by both and is not asked by its matter, each thing once. */
function restOf(view: ArticleBoard, board: Board): { told: Told; thing: string }[] {
	const known = rests.get(view);
	if (known) return known;
	const kept: { told: Told; thing: string }[] = [];
	for (const told of view.open.slice(0, MOST_LOOKED_AT)) {
		const gist = isClear(told, board) && !told.unsure ? gistOf(told) : undefined;
		const thing = gist === undefined ? undefined : thingOf(told, gist);
		if (gist === undefined || thing === undefined || wordsOf(thing).length < FEWEST_OF_REST) continue;
		if ((told.party !== undefined && told.party.id !== BOTH) || isCutShort(told.shown, told.around)) continue;
		if (wordsOf(thing).length > MOST_WORDS || isOfMany(told.around) || lacksContext(thing)) continue;
		if (bothAsk(told, board, gist).length > 0) continue;
		const own = matterOf(thing);
		if (kept.every((other) => overlap(own, matterOf(other.thing)) < SAME_MATTER)) kept.push({ told, thing });
	}
	rests.set(view, kept);
	return kept;
}

/** Whether everything that was left open is in the answer, or is asked by its matter: else the answer would lack some. */
function isAll(open: readonly Told[], rest: readonly { told: Told; thing: string }[], board: Board): boolean {
	return open.every((other) => {
		if (isFromTitle(other) || (other.party !== undefined && other.party.id !== BOTH)) return true;
		const own = matterOf(other.fact.statement);
		const isTold = rest.some(({ told, thing }) => told === other || overlap(matterOf(thing), own) >= SAME_MATTER);
		return isTold || matterAsked(other, board).length > 0;
	});
}

/** What the two left open, where it has no matter by which to ask for it: all of it at once. */
function restAsk(told: Told, board: Board): Ask[] {
	const view = board.articles.get(told.article);
	if (!view || view.pair.length === 0) return [];
	const rest = restOf(view, board).slice(0, MOST_OF_REST);
	// One thing alone is seldom all that was left open.
	const isOne = rest.length < FEWEST_OF_REST && !/ and /u.test(rest[0]?.thing ?? '');
	if (isOne || rest[0]?.told.fact.id !== told.fact.id || mayAskMany(view, board)) return [];
	if (!isAll(view.open, rest, board)) return [];
	const names = joinNames(view.pair.map(({ name }) => name));
	const key = rest.map(({ thing }) => thing).join('; ');
	const count = rest.length > 2 ? ' Name two points.' : '';
	if (view.open.some((other) => matterAsked(other, board).length > 0)) return [];
	const asks = open(told, key, (source) => `According to ${source}, on what did ${names} reach no agreement?${count}`);
	const statement = `${names} reached no agreement on ${joinNames(rest.map(({ thing }) => thing))}.`;
	return asks.map((ask) => ({ ...ask, feedback: `According to ${told.label}: ${capitalise(statement)}` }));
}

/** The matter by which the question tells what is meant, if nothing else is left open on it. */
function matterAlone({ fact, article }: Told, board: Board, gist: string): string | undefined {
	const matter = matterNamed(fact.topic, gist);
	const others = (board.articles.get(article)?.open ?? []).filter((other) => other.fact.id !== fact.id);
	return matter === undefined || others.some((other) => isOfMatter(matter, other.fact.statement)) ? undefined : matter;
}

/** The matter of what is asked by it alone. */
function matterAsked(told: Told, board: Board): string[] {
	const gist = told.fact.kind === 'non-agreement' ? gistOf(told) : undefined;
	const matter =
		gist === undefined || bothAsk(told, board, gist).length === 0 ? undefined : matterAlone(told, board, gist);
	return matter === undefined ? [] : [matter];
}

function bothAsk(told: Told, board: Board, gist: string): Ask[] {
	const { pair = [] } = board.articles.get(told.article) ?? {};
	const matter = matterAlone(told, board, gist);
	const thing = thingOf(told, gist);
	if (pair.length === 0 || matter === undefined || thing === undefined || wordsOf(thing).length < FEWEST_OF_BOTH)
		return [];
	// "The river water" on water: the question would tell most of its answer.
	if (wordsOf(thing).length <= FEW && matter.split(' ').some((word) => containsWords(thing, word))) return [];
	// The matter itself would be no answer to what was left open on it.
	if ([...matterOf(thing)].every((word) => matterOf(matter).has(word)) || isParaphrase(matter, thing)) return [];
	const names = joinNames(pair.map(({ name }) => name));
	return open(told, thing, (source) => `According to ${source}, what did ${names} leave unsettled on ${matter}?`);
}

/** "American curbs on chip sales" on export controls: little more than another name of the matter. */
const isParaphrase = (matter: string, thing: string): boolean =>
	wordsOf(thing).filter(
		(word) =>
			word.length > FEW &&
			!isOfMatter(matter, word) &&
			!/^(?:american|chinese|curbs?|limits?|sales?|controls?|rules?|bans?)$/u.test(word)
	).length === 0;

const DEED =
	/\b(?:agreed|consented|committed|undertaken|agree|consent|commit|undertake) (to (?!talks\b|terms\b|an?\b|the\b|any\b|its\b|more\b|new\b|further\b|\p{L}+(?:tion|ment|ing)s?\b)\p{L}[^,;.]{6,160})\.?$/u;

function oneAsk(told: Told, board: Board, gist: string): Ask[] {
	const [, deed] = DEED.exec(told.fact.statement) ?? [];
	const cited = withTeller(told, 'agreed');
	const who = told.party?.id === told.holderId ? told.party?.name : undefined;
	if (deed === undefined || who === undefined || cited === undefined || !deed.includes(gist.replace(/^to /, '')))
		return [];
	const { pair = [] } = board.articles.get(told.article) ?? {};
	const matter = matterAlone(told, board, gist);
	if (!pair.some(({ id }) => id === told.party?.id) || matter === undefined) return [];
	return open(cited, deed, (source) => `According to ${source}, what did ${who} not agree to do about ${matter}?`);
}

function open(told: Told, key: string, build: (source: string) => string): Ask[] {
	const question = stem(told, key, build);
	if (question === undefined || !namesOccasion(question.split(/, (?:on )?what /u, 1).join(''))) return [];
	return [asAsk(told, { slot: 'open', type: 'phrase', question, key, typed: false, relation: true })];
}
