import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH } from '../../facts/party.ts';
import { joinNames } from '../../text.ts';
import { alikeInLength } from '../alike.ts';
import { agreedAsk } from './agreed-one.ts';
import { pointsAsk } from './agreed-points.ts';
import { mayAskMany } from './agreed-set.ts';
import type { Board } from './board.ts';
import { isClear, isUnclear } from './clear.ts';
import { gistOf } from './gists.ts';
import { isFromTitle } from './guard.ts';
import { isOfMany } from './many.ts';
import { matterOf, overlap } from './matter.ts';
import { nominal } from './nominal.ts';
import { namedParties } from './occasion.ts';
import { termAsks } from './terms.ts';
import { asAsk, stem, type Told } from './told.ts';
import { isCutShort } from './worth.ts';

const MOST_LOOKED_AT = 60;
type Standing = 'agreed' | 'not-agreed';

/** What was agreed on a topic, and which of several things was left open. */
export function agreementAsks(told: Told, board: Board): Ask[] {
	const gist = gistOf(told);
	if (gist === undefined || told.polarity === 'hedged' || told.fact.modality === 'reportedly') return [];
	if (isFromTitle(told) || isUnclear(told, gist, board) || told.unsure || isToldOfAgreement(told, board)) return [];
	if (!isNamedMatter(gist, told)) return [];
	if (isCutShort(told.shown, told.around) && told.fact.kind !== 'agreement') return [];
	const content = contentAsk(told, board, gist);
	if (content.length > 0) return content;
	const points = pointsAsk(told, board);
	if (points.length > 0) return points;
	// A thing that a deal names is asked for more plainly than "what did the two agree to do about it".
	const term = told.fact.kind === 'agreement' ? termAsks(told, board) : [];
	return term.length > 0 ? term : agreedAsk(told, board, gist);
}

/** "Complained that the fund had been agreed", "its counterpart", "Taiwanese firms pledged": not what the two agreed. */
const COMPLAINT =
	/\b(?:complain|claim|accus|alleg|criticis|criticiz|deplor|regret|doubt|question|warn|argu|hop|expect|want|urg|ask)\p{L}* (?:that|about|why|whether|how|for)\b|\bits counterpart\b/u;
/** "Which Beijing has put on ice": how it stands is said already. */
const TELLS_STANDING =
	/,? (?:which|who|whose|where)\b|\b(?:on ice|stalled|frozen|suspended|refus\p{L}*|reject\p{L}*|deadlock\p{L}*|unresolved|blocked|disputed|vetoed)\b/u;
/** A quotation, a place or a way: nothing that can be agreed. */
const NO_THING =
	/^(?:on )?(?:over|in|by|at|with|under|through|during|without|within|after|before|from|via|despite|amid)\b|^(?:on )?[“"‘]|\bto \p{Ll}+$/u;

/** Whether a sentence tells of an agreement of others than the article's two, or only of a view of it. */
function isToldOfAgreement({ fact, around, pair = [] }: Told, board: Board): boolean {
	if (COMPLAINT.test(around)) return true;
	if (fact.kind !== 'agreement' || isOfMany(around)) return false;
	const acting = { parties: board.parties, people: [...board.person.values()] };
	const subject = around.slice(0, Math.max(0, around.indexOf(' agree')));
	return pair.length > 0 && namedParties(subject, acting).some((party) => !pair.includes(party));
}

/** Whether a wording is a thing or a deed, and does not tell by itself how it stands. */
function isNamedMatter(gist: string, { around, fact }: Told): boolean {
	if (NO_THING.test(gist) || TELLS_STANDING.test(gist)) return false;
	const quoted = around.indexOf(gist) > 0 && /[“"‘]$/u.test(around.slice(0, around.indexOf(gist)));
	// "Taiwanese firms pledged …": somebody's own promise is no agreement.
	return !quoted && !(fact.kind === 'agreement' && /\b(?:pledged|promised|committed|vowed)\b/u.test(gist));
}

/** Which of these was left open, beside what was agreed. */
function contentAsk(told: Told, board: Board, gist: string): Ask[] {
	const view = board.articles.get(told.article);
	const key = nominal(gist);
	if (!view || standingOf(told) !== 'not-agreed' || key === undefined || isOfMany(told.around)) return [];
	// The same question again with another key would leave nobody to know which one is meant.
	if (view.pair.length === 0 || firstClear(view.open, board)?.fact.id !== told.fact.id) return [];
	const others = nominalsLike(key, view.agreed.slice(0, MOST_LOOKED_AT), board);
	if (others.length < 2 || mayAskMany(view, board)) return [];
	const names = joinNames(view.pair.map(({ name }) => name));
	const question = stem(
		told,
		key,
		(source) => `According to ${source}, on which of these did ${names} reach no agreement?`
	);
	if (question === undefined) return [];
	return [
		asAsk(told, {
			slot: 'content',
			type: 'phrase',
			question,
			key,
			typed: false,
			relation: true,
			distractors: { 'other-agreement': others }
		})
	];
}

const first = new WeakMap<readonly Told[], Told | undefined>();

/** The first of which such a question can be made, looked for once for each list. */
function firstClear(told: readonly Told[], board: Board): Told | undefined {
	if (!first.has(told))
		first.set(
			told,
			told.slice(0, MOST_LOOKED_AT).find((one) => isClear(one, board))
		);
	return first.get(told);
}

const SAME_THING = 0.4;
/** "Keeping channels open": beside the name of a thing it would show itself. */
const isDeed = (text: string): boolean => /^\p{L}+ing\b/u.test(text);
/** In wrong options alone they would give them away. */
const ABSOLUTES = /\b(?:always|never|all|every|none|only|completely|entirely|totally|exclusively)\b/i;

/** Wordings of the same kind as a key, as names of things, none of which may say what the key or another one says. */
function nominalsLike(key: string, told: readonly Told[], board: Board): string[] {
	const kept: string[] = [];
	for (const one of told) {
		const gist = one.polarity === 'hedged' || !isClear(one, board) ? undefined : gistOf(one);
		const text = gist === undefined ? undefined : nominal(gist);
		if (text === undefined || !alikeInLength([text.length, key.length])) continue;
		if ((ABSOLUTES.test(text) && !ABSOLUTES.test(key)) || isDeed(text) !== isDeed(key)) continue;
		const own = matterOf(text);
		if ([key, ...kept].every((other) => overlap(own, matterOf(other)) < SAME_THING)) kept.push(text);
	}
	return kept;
}

/** Whether it was agreed by both or left open by them. */
function standingOf(told: Told): Standing | undefined {
	const { kind } = told.fact;
	// What one side alone did not grant is its refusal.
	if (kind === 'non-agreement') return told.party === undefined || told.party.id === BOTH ? 'not-agreed' : undefined;
	return told.polarity === 'affirmed' && kind === 'agreement' ? 'agreed' : undefined;
}
