/** Compares what the rules propose for an article with its gold. */
import type { Span } from '../articles/types.ts';
import type { ExtractedFact, Extraction, Polarity } from '../extraction/types.ts';
import type { FactKind } from '../facts/vocabulary.ts';
import { fold, wordsOf } from '../text.ts';
import { allegiancesOf } from './allegiances.ts';
import { topicsOf, type GoldFact } from './gold.ts';
import { sameHolder, type Allegiances } from './sides.ts';
import { bestCover, locate, plainGlyphs } from './spans.ts';
import { holderOf, sameParticipant, STANCES, valueAgrees } from './values.ts';

/**
 * What became of a gold fact or a proposal: right; accepted, being optional in the gold; a repeat of a right one; false;
 * or missed.
 */
export type Outcome = 'right' | 'accepted' | 'duplicate' | 'false' | 'missed';

/** One line of an article's result: a gold fact, a proposal, or both where they are the same. */
export interface Judgement {
	outcome: Outcome;
	kind: FactKind;
	topic: string;
	gold: GoldFact | null;
	fact: ExtractedFact | null;
	/** It says the opposite of the gold (on a false proposal, and on the gold that it turned round). */
	wrongPolarity: boolean;
	/** It says as certain what the gold hedges. */
	hedgeLost: boolean;
	/** It is right and known as denied, but its statement does not say so: a reader would take it for the opposite. */
	denialLost: boolean;
	/** A false proposal whose place and holder are those of a missed fact of this other kind. */
	confusedWith: FactKind | null;
}

export interface ArticleScore {
	judgements: Judgement[];
	/** Ids of gold facts whose words do not occur in the text: mistakes in the gold, not judged. */
	unplaced: string[];
}

/** A gold fact with its places in the text and the words by which it is told from its neighbours. */
interface Placed {
	gold: GoldFact;
	spans: Span[];
	words: string[];
}

interface Pair {
	fact: ExtractedFact;
	placed: Placed;
	fit: number;
}

const JUDGED_POLARITY: ReadonlySet<string> = new Set([...STANCES, 'event', 'cause', 'background']);
/** Kinds in which the verb may deny ("refused"); of what was agreed or promised, only its content may ("not to go"). */
const SPOKEN: ReadonlySet<string> = new Set(['position', 'event', 'cause', 'background']);
const DENIAL =
	/\b(?:den(?:y|ies|ied|ying)|refus\w+|declin\w+|reject\w*|ruled? out|stop(?:s|ped)? short|refut\w+|dismiss\w*|fail\w*)\b/i;
const NEGATOR =
	/\b(?:no|not|none|nothing|nobody|never|neither|nor|without|cannot|unable|unresolved|divided|lack\w*)\b|n['’]t\b/i;
const ABOUT_THE_SAME = 0.5;

/**
 * Assigns proposals to gold facts, one to one, best cover first, and judges what remains.
 * @param extraction what the rules propose; its offsets are those of `extraction.text`
 * @param gold the facts of the same text
 * @param kinds the kinds that the gold annotates; proposals of other kinds are not judged
 */
export function scoreArticle(
	extraction: Extraction,
	gold: readonly GoldFact[],
	kinds?: readonly FactKind[]
): ArticleScore {
	const plain = plainGlyphs(extraction.text);
	const all = gold.map((fact) => place(fact, plain));
	const placed = all.filter((one) => one.spans.length > 0);
	const facts = extraction.facts.filter((fact) => kinds === undefined || kinds.includes(fact.kind));
	const allegiances = allegiancesOf(extraction, gold);
	const pairs = facts.flatMap((fact) => placed.flatMap((one) => pairOf(fact, one, allegiances)));
	const taken = assign(pairs);
	const rest = facts.filter((fact) => !taken.facts.has(fact));
	const repeats = new Map(rest.flatMap((fact) => repeatOf(fact, pairs, taken.golds)));
	const missed = placed.filter((one) => !taken.golds.has(one));
	const falsehoods = rest
		.filter((fact) => !repeats.has(fact))
		.map((fact) => judgeFalse(fact, placed, taken.golds, allegiances));
	const turned = new Set(falsehoods.filter((one) => one.wrongPolarity).map((one) => one.gold));
	return {
		judgements: [
			...taken.pairs.map((pair) => judgeRight(pair)),
			...Array.from(repeats, ([fact, one]) => judgement('duplicate', one.gold, fact)),
			...falsehoods,
			...missed
				.filter((one) => !one.gold.optional)
				.map((one) => ({ ...judgement('missed', one.gold, null), wrongPolarity: turned.has(one.gold) }))
		],
		unplaced: all.filter((one) => one.spans.length === 0).map((one) => one.gold.id)
	};
}

function place(gold: GoldFact, plain: string): Placed {
	const spans = locate(gold, plain);
	const words = spans.flatMap((span) => wordsOf(plain.slice(span.start, span.end)));
	return { gold, spans, words: Array.from(new Set(words)).filter((word) => word.length > 3) };
}

/** The two as a pair, if the one may be the other. */
function pairOf(fact: ExtractedFact, placed: Placed, allegiances: Allegiances): Pair[] {
	if (!ofKind(fact, placed.gold)) return [];
	const covered = coverOf(fact, placed);
	if (covered === 0 || clash(fact, placed.gold) || !valueAgrees(fact, placed.gold, allegiances)) return [];
	const kept = (placed.gold.optional ? 0 : 10) + (fact.kind === placed.gold.kind ? 1 : 0);
	return [{ fact, placed, fit: covered + sharedWords(fact, placed) / 2 + kept }];
}

/** Whether a proposal is of the gold's kind or of one that the gold accepts for it. */
const ofKind = (fact: ExtractedFact, gold: GoldFact): boolean =>
	fact.kind === gold.kind || gold.orKind.includes(fact.kind);

/** How well an evidence covers the gold's words. An office is as well shown wherever its holder is named. */
function coverOf(fact: ExtractedFact, placed: Placed): number {
	const covered = bestCover(fact.evidence, placed.spans);
	if (covered > 0 || fact.kind !== 'participant' || placed.gold.value === null) return covered;
	const [name = ''] = String(placed.gold.value).split(',');
	const words = fold(name).split(' ');
	const named = fact.evidence.some((span) => wordsOf(span.text).some((word) => words.includes(word)));
	return named ? 0.01 : 0;
}

function sharedWords(fact: ExtractedFact, placed: Placed): number {
	if (placed.words.length === 0) return 0;
	const said = new Set(wordsOf(fact.gist ?? fact.statement));
	return placed.words.filter((word) => said.has(word)).length / placed.words.length;
}

/** Whether the one affirms what the other denies. A non-agreement denies whatever its polarity says. */
function clash(fact: ExtractedFact, gold: GoldFact): boolean {
	if (gold.polarity === undefined || !JUDGED_POLARITY.has(gold.kind)) return false;
	const [said, meant] = [polarity(fact.kind, fact.polarity), polarity(gold.kind, gold.polarity)];
	if (said === meant || said === 'hedged' || meant === 'hedged') return false;
	return !(fact.kind === gold.kind && deniesInWords(fact));
}

const polarity = (kind: FactKind, given: Polarity): Polarity => (kind === 'non-agreement' ? 'negated' : given);

/** "Refused to go", "agreed not to go": the words themselves deny, whichever polarity goes with them. */
function deniesInWords({ kind, gist, statement }: ExtractedFact): boolean {
	if (!SPOKEN.has(kind)) return NEGATOR.test(gist ?? '');
	return DENIAL.test(statement) || NEGATOR.test(gist ?? statement);
}

function assign(pairs: readonly Pair[]) {
	const facts = new Set<ExtractedFact>();
	const golds = new Set<Placed>();
	const chosen: Pair[] = [];
	for (const pair of [...pairs].sort((a, b) => b.fit - a.fit)) {
		if (facts.has(pair.fact) || golds.has(pair.placed)) continue;
		facts.add(pair.fact);
		golds.add(pair.placed);
		chosen.push(pair);
	}
	return { facts, golds, pairs: chosen };
}

function repeatOf(fact: ExtractedFact, pairs: readonly Pair[], taken: ReadonlySet<Placed>): [ExtractedFact, Placed][] {
	const pair = pairs.find((one) => one.fact === fact);
	if (pair) return [[fact, pair.placed]];
	if (fact.kind !== 'participant') return [];
	const values = (gold: GoldFact) => [gold.value, ...gold.accept].filter((value) => value !== null);
	const known = Array.from(taken).find(
		({ gold }) => gold.kind === 'participant' && values(gold).some((value) => sameParticipant(fact.value, value))
	);
	return known ? [[fact, known]] : [];
}

const judgement = (outcome: Outcome, gold: GoldFact | null, fact: ExtractedFact | null): Judgement => ({
	outcome,
	kind: gold?.kind ?? fact?.kind ?? 'background',
	topic: (gold ? topicsOf(gold)[0] : undefined) ?? fact?.topic ?? 'other',
	gold,
	fact,
	wrongPolarity: false,
	hedgeLost: false,
	denialLost: false,
	confusedWith: null
});

function judgeRight({ fact, placed: { gold } }: Pair): Judgement {
	const hedgeLost = gold.polarity === 'hedged' && JUDGED_POLARITY.has(gold.kind) && fact.polarity !== 'hedged';
	const denied = JUDGED_POLARITY.has(fact.kind) && polarity(fact.kind, fact.polarity) === 'negated';
	const denialLost = denied && !DENIAL.test(fact.statement) && !NEGATOR.test(fact.statement);
	return { ...judgement(gold.optional ? 'accepted' : 'right', gold, fact), hedgeLost, denialLost };
}

/** Says of a false proposal whether it turned a gold fact round, or put a missed one under another kind. */
function judgeFalse(
	fact: ExtractedFact,
	placed: readonly Placed[],
	taken: ReadonlySet<Placed>,
	allegiances: Allegiances
): Judgement {
	const near = placed.filter((one) => isNear(fact, one, allegiances));
	const turned = near.find((one) => {
		const free = !taken.has(one) && ofKind(fact, one.gold);
		return clash(fact, one.gold) && (free || sharedWords(fact, one) >= ABOUT_THE_SAME);
	});
	const missed = near.find((one) => one.gold.kind !== fact.kind && !taken.has(one));
	const result = { ...judgement('false', null, fact), confusedWith: missed?.gold.kind ?? null };
	return turned ? { ...result, gold: turned.gold, kind: fact.kind, topic: fact.topic, wrongPolarity: true } : result;
}

/** Whether both stand at the same place, are of one holder, and of one kind or both a stance. */
function isNear(fact: ExtractedFact, placed: Placed, allegiances: Allegiances): boolean {
	const kinds = fact.kind === placed.gold.kind || (STANCES.has(fact.kind) && STANCES.has(placed.gold.kind));
	if (!kinds || bestCover(fact.evidence, placed.spans) === 0) return false;
	const ownerless = placed.gold.holder === null || fact.holder === null || fact.kind === 'non-agreement';
	return ownerless || sameHolder(holderOf(fact), placed.gold.holder, allegiances);
}
