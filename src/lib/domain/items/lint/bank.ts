import type { Knowledge } from '../../facts/knowledge.ts';
import { BOTH } from '../../facts/party.ts';
import { FACT_KINDS } from '../../facts/vocabulary.ts';
import { FORMS, type Item } from '../types.ts';
import { cueStatistics, coverage, positionBalance } from '../statistics.ts';
import { duplicates } from './duplicates.ts';
import type { Finding, RuleName } from './finding.ts';

/** What the rubric says of the bank as a whole. */
export function lintBank(items: readonly Item[], knowledge: Knowledge): Finding[] {
	const findings: Finding[] = [];
	const add = (rule: RuleName, message: string, item = 'bank') => findings.push({ rule, item, message });
	findings.push(...duplicates(items));
	const covered = coverage(items, knowledge);
	if (covered[1].share < 1) add('coverage', `importance 1: without an item: ${covered[1].missing.join(', ')}`);
	if (covered[2].share < 0.95) add('coverage', `importance 2: without an item: ${covered[2].missing.join(', ')}`);
	balance(items, knowledge, add);
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

/** The parties, what is joint aside, have nearly as many position items as each other. */
function balance(items: readonly Item[], knowledge: Knowledge, add: Add): void {
	const parties = (knowledge.parties ?? []).filter((party) => party.id !== BOTH);
	const counts = positionBalance(items, parties);
	const numbers = parties.map((party) => counts[party.id] ?? 0);
	const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
	if (most - least <= 0.2 * most) return;
	add('balance', parties.map((party) => `${party.name} ${counts[party.id] ?? 0}`).join(', '));
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
