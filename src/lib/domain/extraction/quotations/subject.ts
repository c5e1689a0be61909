import { isDash } from '../dates/tokens.ts';
import type { CompiledSpeech, SpeechVerb } from '../lexicon/speech.ts';
import { lowerBound, type Actor, type Scene } from './scene.ts';
import { wordSet } from '../../text.ts';

const JOINTS = wordSet('and but then or');

const PREPOSITIONS = wordSet(
	'with of by to from for on in at against about over between under through toward towards into after before since during despite alongside beside behind without including than as like near among amid regarding concerning via'
);
/** Who speaks for the state or body behind "of", "for" or "at". */
const SPEAKS_FOR = wordSet('official spokesperson spokesman spokeswoman diplomat negotiator representative');
/** A preposition that may stand before a whole clause: "with Xi saying", "after Biden said". */
const CLAUSE_OPENERS = wordSet('with as after before since than');
const SKIPPED = wordSet('the a an his her its their our both this that these those two');
/** What may stand between a subject and its verb. */
const BETWEEN = wordSet(
	'has have had also later then again once further reportedly who and was is are were be been being to as quoted cited reported reports believed said went on would will could should did does do not never repeatedly publicly privately likes liked loves used tends tended continued chose prefer prefers preferred happened seemed appeared proceeded earlier himself herself itself themselves both all each only just even still often always too now has recently previously famously apparently allegedly'
);
const OBJECT_VERBS = wordSet(
	'met meet meets told tell tells asked thanked joined hosted received greeted invited urged pressed warned assured reminded informed accused called calls call praised criticised criticized welcomed visited congratulated'
);
/** So far to the left a subject is looked for, in mentions. */
const MOST_ACTORS = 12;
/** Over so many verbs a subject is carried. */
const MOST_CARRIED = 4;
/** "went on to say": the infinitive is speech. */
const BEFORE_TO_SAY = wordSet(
	'only on quick continued went had proceeded appeared seemed moved used chose took paused liked likes loved loves prefer prefers preferred happened came careful ready keen eager glad happy pleased slow first last next enough inclined room time reason occasion cause chance'
);

/** The verb of speech at a token, with how many tokens it takes. */
export function verbAt(
	scene: Scene,
	speech: CompiledSpeech,
	index: number
): { verb: SpeechVerb; length: number } | undefined {
	const token = scene.tokens[index];
	if (token?.kind !== 'word' || (scene.inside[index] ?? -1) >= 0) return undefined;
	if (isDash(scene.tokens[index - 1]) && token.joined) return undefined;
	const infinitive =
		scene.tokens[index - 1]?.lower === 'to' && !BEFORE_TO_SAY.has(scene.tokens[index - 2]?.lower ?? '');
	if (infinitive || isNameHere(scene, index)) return undefined;
	const known = /^(?:let|lets|letting)$/.test(token.lower) ? knowAfter(scene, index) : undefined;
	if (known !== undefined) return { verb: LET_KNOW, length: known - index + 1 };
	const two = speech.verbs.get(`${token.lower} ${scene.tokens[index + 1]?.lower ?? ''}`);
	if (two) return { verb: two, length: 2 };
	const one = speech.verbs.get(token.lower);
	return one && { verb: one, length: 1 };
}

/** "let reporters know", "let it be known": verb and object at once. */
const LET_KNOW: SpeechVerb = { lemma: 'let know', kind: 'say', strict: true, participle: false };
const FAR_KNOW = 6;

function knowAfter(scene: Scene, let_: number): number | undefined {
	for (let at = let_ + 2; at <= let_ + FAR_KNOW; at += 1) if (/^(?:know|known)$/.test(lowerAt(scene, at))) return at;
	return undefined;
}

/** "Xinhua quoted him as saying": the pronoun stands for the last man or woman before; `null` where nobody is. */
export function quotedByPronoun(scene: Scene, verb: number): Actor | null | undefined {
	if (lowerAt(scene, verb - 1) !== 'as' || !/^(?:him|her|them)$/.test(lowerAt(scene, verb - 2))) return undefined;
	if (!/^(?:quoted|quotes|quoting|cited|cites|citing)$/.test(lowerAt(scene, verb - 3))) return undefined;
	const people = actorsIn(scene, Math.max(0, verb - FAR_QUOTED), verb - 3).filter(
		({ person, possessive }) => person && !possessive
	);
	return people.at(-1) ?? null;
}
const FAR_QUOTED = 80;

/** A capital that opens no sentence: "the United States". */
function isNameHere(scene: Scene, index: number): boolean {
	const token = scene.tokens[index];
	if (token === undefined || token.text[0] === token.lower[0]) return false;
	const before = scene.tokens[index - 1];
	return before?.kind === 'word' || before?.kind === 'number' || isDash(before);
}

const lowerAt = (scene: Scene, index: number): string => scene.tokens[index]?.lower ?? '';

/** Whether only auxiliaries and adverbs stand between a mention and a verb. */
function isAdjacent(scene: Scene, actor: Actor, verb: number): boolean {
	if (verb - actor.to > 6) return false;
	for (let at = actor.to; at < verb; at += 1) {
		const lower = lowerAt(scene, at);
		if (!BETWEEN.has(lower) && !/ly$/.test(lower)) return false;
	}
	return true;
}

/** The index of the word before a mention, without articles and its own capitalised modifiers. */
function wordBefore(scene: Scene, actor: Actor): number {
	let at = actor.from - 1;
	for (let steps = 0; steps < 4 && at >= 0; steps += 1, at -= 1) {
		const token = scene.tokens[at];
		const modifier = token?.kind === 'word' && token.text[0] !== token.lower[0] && !PREPOSITIONS.has(token.lower);
		if (!SKIPPED.has(token?.lower ?? '') && !modifier) break;
	}
	return at;
}

/** Whether a mention can be the subject of a verb to its right. */
function canBeSubject(scene: Scene, actor: Actor, verb: number): boolean {
	if (!actor.speaks || actor.possessive) return false;
	const at = wordBefore(scene, actor);
	const before = lowerAt(scene, at);
	const adjacent = isAdjacent(scene, actor, verb);
	if (PREPOSITIONS.has(before)) {
		const near = adjacent || (actor.person && isApposed(scene, actor, verb));
		// "A spokesperson for the Chinese embassy told us": he speaks for it.
		if (adjacent && !actor.person && SPEAKS_FOR.has(lowerAt(scene, at - 1)) && /^(?:of|for|from|at|with)$/.test(before))
			return true;
		return near && CLAUSE_OPENERS.has(before) && !joinsVerbs(scene, verb);
	}
	const object = OBJECT_VERBS.has(before) || (/ing$/.test(before) && before.length > 4);
	return !object || (adjacent && !joinsVerbs(scene, verb) && !/ing$/.test(before));
}

/** "as Shaheen, the ranking Democrat, likes to remind": only an apposition between commas parts the two. */
function isApposed(scene: Scene, actor: Actor, verb: number): boolean {
	if (lowerAt(scene, actor.to) !== ',' || verb - actor.to > FAR_APPOSED) return false;
	let at = verb - 1;
	while (at > actor.to && (BETWEEN.has(lowerAt(scene, at)) || /ly$/.test(lowerAt(scene, at)))) at -= 1;
	return (
		at > actor.to + 1 &&
		lowerAt(scene, at) === ',' &&
		/^(?:the|an?|who|my|our|his|her|then)$/.test(lowerAt(scene, actor.to + 1))
	);
}
const FAR_APPOSED = 20;

/** "… and said": the verb shares the subject of the one before it. */
function joinsVerbs(scene: Scene, verb: number): boolean {
	let at = verb - 1;
	while (
		at > verb - 4 &&
		(BETWEEN.has(lowerAt(scene, at)) || /ly$/.test(lowerAt(scene, at))) &&
		lowerAt(scene, at) !== 'and'
	)
		at -= 1;
	return JOINTS.has(lowerAt(scene, at));
}

/** The actors of a token range, as a range of the scene's list. */
export function actorsIn(scene: Scene, from: number, to: number): Actor[] {
	const { actors } = scene;
	const first = lowerBound(actors.length, (index) => actors[index]?.from ?? 0, from);
	const last = lowerBound(actors.length, (index) => actors[index]?.from ?? 0, to);
	return actors.slice(Math.max(first, last - MOST_ACTORS), last);
}

/**
 * Who does what a verb says, among the mentions between a sentence's begin and the verb: the nearest that is no object;
 * for "saying" and "and said" the subject of the verb of speech before it, or the first of the sentence.
 */
export function subjectOf(
	scene: Scene,
	speech: CompiledSpeech,
	verb: number,
	from: number,
	depth = 0
): Actor | undefined {
	const actors = actorsIn(scene, from, verb);
	const fit = actors.filter((actor) => canBeSubject(scene, actor, verb));
	const relative = antecedent(scene, actors, verb) ?? beforeRelative(scene, actors, verb);
	if (relative) return relative;
	const nearest = fit.at(-1);
	if (nearest && isAdjacent(scene, nearest, verb) && !joinsVerbs(scene, verb)) return nearest;
	const participle = verbAt(scene, speech, verb)?.verb.participle ?? false;
	if (!participle && !joinsVerbs(scene, verb)) return nearest ?? exampleOf(scene, actors);
	const earlier = depth < MOST_CARRIED ? earlierVerb(scene, speech, verb, from) : undefined;
	return (earlier === undefined ? undefined : subjectOf(scene, speech, earlier, from, depth + 1)) ?? fit[0];
}

/** "Sceptics such as Lindqvist, an economist, hold that": the one who is named of many. */
function exampleOf(scene: Scene, actors: readonly Actor[]): Actor | undefined {
	const people = actors.filter(({ person, possessive }) => person && !possessive);
	const [only] = people;
	const named = only && people.length === 1 && lowerAt(scene, only.from - 1) === 'as';
	return named && lowerAt(scene, only.from - 2) === 'such' ? only : undefined;
}

const RELATIVE = /^(?:who|which)$/;
const FAR_RELATIVE = 10;
const BRACKETED = 6;

/** "… to Zhu Fenglian (朱鳳蓮), who on Tuesday accused": whom the relative clause is of. */
function antecedent(scene: Scene, actors: readonly Actor[], verb: number): Actor | undefined {
	let who = verb - 1;
	while (who > verb - FAR_RELATIVE && !RELATIVE.test(lowerAt(scene, who))) {
		if (/^[,;:.]$/.test(lowerAt(scene, who)) || BOUNDARIES.has(lowerAt(scene, who))) return undefined;
		who -= 1;
	}
	const relative = lowerAt(scene, who);
	if (!RELATIVE.test(relative)) return undefined;
	const before = actors.findLast((actor) => actor.to <= who);
	// "Beijing, which called it": a state or a body just before the comma.
	if (relative === 'which') {
		const own = actors.every((actor) => actor.from < who);
		return own && before && !before.person && before.speaks && who - before.to <= 1 ? before : undefined;
	}
	return before?.person && who - before.to <= BRACKETED ? before : undefined;
}

/** "The premier, whose remarks were released by Xinhua, regretted": the subject stands before the relative clause. */
function beforeRelative(scene: Scene, actors: readonly Actor[], verb: number): Actor | undefined {
	if (lowerAt(scene, verb - 1) !== ',') return undefined;
	for (let who = verb - 2; who > verb - FAR_PARTED; who -= 1) {
		if (!/^(?:who|whose|which|whom)$/.test(lowerAt(scene, who)) || lowerAt(scene, who - 1) !== ',') continue;
		return actors.find((actor) => actor.to === who - 1 && actor.speaks && !actor.possessive);
	}
	return undefined;
}
const FAR_PARTED = 40;

const FAR_CLAUSE = 8;

/** "denied that Taipei had agreed": the verb stands in a clause of its own. */
function isEmbedded(scene: Scene, verb: number, from: number): boolean {
	for (let at = verb - 1; at >= Math.max(from, verb - FAR_CLAUSE); at -= 1) {
		const lower = lowerAt(scene, at);
		if (/^[,;:.—]$/.test(lower)) return false;
		if (lower === 'that') return true;
	}
	return false;
}

/** The finite verb of speech before a verb in the same sentence; for ", saying" one of the main clause. */
function earlierVerb(scene: Scene, speech: CompiledSpeech, verb: number, from: number): number | undefined {
	for (let at = verb - 1; at >= Math.max(from, verb - 60); at -= 1) {
		const found = verbAt(scene, speech, at);
		const comma = lowerAt(scene, verb - 1) === 'and' ? verb - 2 : verb - 1;
		const embedded = lowerAt(scene, comma) === ',' && isEmbedded(scene, at, from);
		if (found && !found.verb.participle && !embedded && !SKIPPED.has(lowerAt(scene, at - 1))) return at;
	}
	return undefined;
}

const BOUNDARIES = wordSet('as while because that when if although though where but and whereas , ; —');

/** Whether something that is no mention stands as a verb's subject: "…, his staff called it", "as critics said". */
export function hasOtherSubject(scene: Scene, actor: Actor, verb: number): boolean {
	let at = verb - 1;
	while (at >= actor.to && !BOUNDARIES.has(lowerAt(scene, at))) at -= 1;
	if (at < actor.to) return false;
	const first = scene.tokens[at + 1];
	if (
		first === undefined ||
		RELATIVE.test(first.lower) ||
		at + 1 >= verb ||
		PREPOSITIONS.has(first.lower) ||
		/ing$/.test(first.lower)
	)
		return false;
	if (first.text[0] !== first.lower[0]) return false;
	return scene.tokens
		.slice(at + 1, verb)
		.some(({ kind, lower }) => kind === 'word' && !BETWEEN.has(lower) && !/ly$/.test(lower));
}

/** The index of the noun of saying that is a verb's subject: "Beijing's statement said". */
export function nounBefore(scene: Scene, speech: CompiledSpeech, verb: number): number | undefined {
	let at = verb - 1;
	while (at > verb - 5 && (BETWEEN.has(lowerAt(scene, at)) || /ly$/.test(lowerAt(scene, at)))) at -= 1;
	return speech.nouns.has(lowerAt(scene, at)) ? at : undefined;
}
