import type { Knowledge } from '../../facts/knowledge.ts';
import { FACT_KINDS } from '../../facts/vocabulary.ts';
import { fold, wordsOf } from '../../text.ts';
import { FORMS, type Item } from '../types.ts';
import { cueStatistics, coverage, positionBalance } from '../statistics.ts';
import type { Finding, RuleName } from './finding.ts';

const SAME_QUESTION = 0.72;

/** What the rubric says of the bank as a whole. */
export function lintBank(items: readonly Item[], knowledge: Knowledge): Finding[] {
	const findings: Finding[] = [];
	const add = (rule: RuleName, message: string, item = 'bank') => findings.push({ rule, item, message });
	duplicates(items, add);
	const covered = coverage(items, knowledge);
	if (covered[1].share < 1) add('coverage', `importance 1: without an item: ${covered[1].missing.join(', ')}`);
	if (covered[2].share < 0.95) add('coverage', `importance 2: without an item: ${covered[2].missing.join(', ')}`);
	const sides = positionBalance(items);
	if (Math.abs(sides.us - sides.china) > 0.2 * Math.max(sides.us, sides.china))
		add('balance', `US ${sides.us}, China ${sides.china}`);
	breadth(items, knowledge, add);
	const cues = cueStatistics(items);
	if (cues.longest.share > cues.longest.chance + 0.05) {
		add(
			'length-cue',
			`the key is longest in ${percent(cues.longest.share)}, chance is ${percent(cues.longest.chance)}`
		);
	}
	if (cues.position.p < 0.01)
		add('position-cue', `χ² = ${cues.position.chiSquare.toFixed(1)}, p = ${cues.position.p.toFixed(4)}`);
	return findings;
}

type Add = (rule: RuleName, message: string, item?: string) => void;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Two questions with the same key and nearly the same words. */
function duplicates(items: readonly Item[], add: Add): void {
	const byKey = groupByKey(items);
	for (const group of byKey.values()) {
		const asked = group.map((item) => ({ id: item.id, words: new Set(wordsOf(item.question)) }));
		for (const [index, a] of asked.entries()) {
			for (const b of asked.slice(index + 1)) {
				const shared = [...a.words].filter((word) => b.words.has(word)).length;
				if (shared / (a.words.size + b.words.size - shared) >= SAME_QUESTION && !sameTemplate(items, a.id, b.id)) {
					add('duplicate', `asks what ${b.id} asks`, a.id);
				}
			}
		}
	}
}

function groupByKey(items: readonly Item[]): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) groups.set(fold(item.key), [...(groups.get(fold(item.key)) ?? []), item]);
	return groups;
}

/** Derived questions share their frame: what they ask about must differ instead. */
function sameTemplate(items: readonly Item[], a: string, b: string): boolean {
	const [first, second] = [items.find((item) => item.id === a), items.find((item) => item.id === b)];
	if (!first || !second || first.origin === 'ask' || first.origin !== second.origin) return false;
	const matter = (item: Item) => fold(item.question.slice(item.question.lastIndexOf(':') + 1));
	return matter(first) !== matter(second);
}

function breadth(items: readonly Item[], knowledge: Knowledge, add: Add): void {
	const kinds = new Set(items.map((item) => item.kind));
	const inFacts = new Set(knowledge.facts.map((fact) => fact.kind));
	for (const kind of FACT_KINDS)
		if (inFacts.has(kind) && !kinds.has(kind)) add('breadth', `no item of the kind ${kind}`);
	const forms = new Set(items.flatMap((item) => item.forms.map((form) => form.form)));
	for (const form of FORMS) if (!forms.has(form)) add('breadth', `no item in the form ${form}`);
	for (const { id } of knowledge.sources) {
		if (!items.some((item) => item.corroboration.sources.includes(id))) add('breadth', `no item stands on ${id}`);
	}
	const relations = items.filter((item) => item.relation).length / Math.max(1, items.length);
	if (relations < 0.3) add('breadth', `${percent(relations)} ask a relation`);
}
