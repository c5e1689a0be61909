/** Adds up the results of several articles. */
import { FACT_KINDS, type FactKind } from '../facts/vocabulary.ts';
import { topicsOf } from './gold.ts';
import type { ArticleScore, Judgement } from './score.ts';

/** How many there were and how many were right; optional gold and repeats are outside all of them. */
export interface Counts {
	gold: number;
	predicted: number;
	right: number;
	precision: number | null;
	recall: number | null;
	f1: number | null;
}

export interface KindRow extends Counts {
	name: string;
	accepted: number;
	duplicates: number;
	wrongPolarity: number;
	hedgeLost: number;
	denialLost: number;
}

/** Proposals whose confidence lies in one range, and how many of them were right. */
export interface Bin {
	from: number;
	to: number;
	n: number;
	right: number;
	mean: number | null;
}

export interface Summary {
	articles: number;
	kinds: KindRow[];
	total: KindRow;
	/** Positions of the topics that have a target of their own. */
	topics: KindRow[];
	/** Share of right proposals whose topic is the gold's, over those whose gold has a topic. */
	topicRight: { n: number; right: number };
	calibration: Bin[];
	/** Mean square of confidence minus outcome; null without proposals. */
	brier: number | null;
	rules: { rule: string; fired: number; right: number }[];
	/** False proposals that stand where a fact of another kind was missed: "commitment for position". */
	confusions: { proposed: FactKind; gold: FactKind; n: number }[];
	unplaced: number;
}

const TARGET_TOPICS = ['taiwan', 'export-controls'];
const BINS = [0, 0.8, 0.85, 0.9, 0.95, 0.98];

/** The results of some articles as one. */
export function sumScores(scores: readonly ArticleScore[]): Summary {
	const all = scores.flatMap((score) => score.judgements);
	const proposals = all.filter((one) => one.fact !== null);
	const topical = all.filter(({ outcome, gold }) => outcome === 'right' && gold !== null && topicsOf(gold).length > 0);
	const positions = all.filter((one) => one.kind === 'position');
	return {
		articles: scores.length,
		kinds: FACT_KINDS.map((kind) =>
			rowOf(
				kind,
				all.filter((one) => one.kind === kind)
			)
		).filter((row) => row.gold + row.predicted + row.accepted > 0),
		total: rowOf('all', all),
		topics: TARGET_TOPICS.map((topic) =>
			rowOf(
				`position: ${topic}`,
				positions.filter((one) => one.topic === topic)
			)
		),
		topicRight: {
			n: topical.length,
			right: topical.filter(({ fact, gold }) => fact !== null && gold !== null && topicsOf(gold).includes(fact.topic))
				.length
		},
		calibration: BINS.map((from, index) => binOf(from, BINS[index + 1] ?? 1, proposals)),
		brier: mean(proposals.map((one) => ((one.fact?.confidence ?? 0) - (isTrue(one) ? 1 : 0)) ** 2)),
		rules: rulesOf(proposals),
		confusions: confusionsOf(proposals),
		unplaced: scores.reduce((sum, score) => sum + score.unplaced.length, 0)
	};
}

const isTrue = (one: Judgement): boolean => one.outcome !== 'false';
const mean = (numbers: number[]): number | null =>
	numbers.length === 0 ? null : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function rowOf(name: string, judgements: readonly Judgement[]): KindRow {
	const count = (test: (one: Judgement) => boolean) => judgements.filter(test).length;
	const right = count((one) => one.outcome === 'right');
	const gold = right + count((one) => one.outcome === 'missed');
	const predicted = right + count((one) => one.outcome === 'false');
	return {
		name,
		gold,
		predicted,
		right,
		precision: share(right, predicted),
		recall: share(right, gold),
		f1: share(2 * right, gold + predicted),
		accepted: count((one) => one.outcome === 'accepted'),
		duplicates: count((one) => one.outcome === 'duplicate'),
		wrongPolarity: count((one) => one.wrongPolarity && one.outcome === 'false'),
		hedgeLost: count((one) => one.hedgeLost),
		denialLost: count((one) => one.denialLost)
	};
}

function binOf(from: number, to: number, proposals: readonly Judgement[]): Bin {
	const inside = proposals.filter(({ fact }) => {
		const confidence = fact?.confidence ?? 0;
		return confidence >= from && (confidence < to || to === 1);
	});
	return {
		from,
		to,
		n: inside.length,
		right: inside.filter(isTrue).length,
		mean: mean(inside.map((one) => one.fact?.confidence ?? 0))
	};
}

function rulesOf(proposals: readonly Judgement[]): Summary['rules'] {
	const rules = new Map<string, { rule: string; fired: number; right: number }>();
	for (const one of proposals) {
		const rule = one.fact?.rule ?? '';
		const row = rules.get(rule) ?? { rule, fired: 0, right: 0 };
		row.fired++;
		if (isTrue(one)) row.right++;
		rules.set(rule, row);
	}
	return Array.from(rules.values()).sort((a, b) => a.rule.localeCompare(b.rule, 'en'));
}

function confusionsOf(proposals: readonly Judgement[]): Summary['confusions'] {
	const found = new Map<string, Summary['confusions'][number]>();
	for (const { kind, confusedWith } of proposals) {
		if (confusedWith === null) continue;
		const row = found.get(`${kind} ${confusedWith}`) ?? { proposed: kind, gold: confusedWith, n: 0 };
		row.n++;
		found.set(`${kind} ${confusedWith}`, row);
	}
	return Array.from(found.values()).sort((a, b) => b.n - a.n);
}
