import type { Knowledge } from '../facts/knowledge.ts';
import type { Finding } from './lint/finding.ts';
import { RULES } from './lint/finding.ts';
import { coverage, cueStatistics, positionBalance, type Coverage, type CueStatistics } from './statistics.ts';
import type { Item } from './types.ts';

/** What a teacher, or a program, wants to know of a bank. */
export interface BankReport {
	facts: number;
	items: number;
	forms: number;
	relationShare: number;
	byKind: Record<string, number>;
	byTopic: Record<string, number>;
	byForm: Record<string, number>;
	bySource: Record<string, number>;
	bySide: Record<string, number>;
	byOrigin: Record<string, number>;
	byImportance: Record<string, number>;
	contested: number;
	coverage: Record<1 | 2 | 3, Coverage>;
	positionBalance: Record<string, number>;
	cues: CueStatistics;
	lint: { findings: number; byRule: Record<string, number>; list: Finding[] };
}

/** Counts, coverage, cue statistics and lint results of a bank. */
export function reportOn(items: readonly Item[], knowledge: Knowledge, findings: readonly Finding[]): BankReport {
	const byRule = Object.fromEntries(Object.keys(RULES).map((rule) => [rule, 0]));
	for (const finding of findings) byRule[finding.rule] = (byRule[finding.rule] ?? 0) + 1;
	return {
		facts: knowledge.facts.length,
		items: items.length,
		forms: items.reduce((sum, item) => sum + item.forms.length, 0),
		relationShare: items.filter((item) => item.relation).length / Math.max(1, items.length),
		byKind: count(items, (item) => [item.kind]),
		byTopic: count(items, (item) => [item.topic]),
		byForm: count(items, (item) => [...new Set(item.forms.map((form) => form.form))]),
		bySource: count(items, (item) => item.corroboration.sources),
		bySide: count(items, (item) => [item.side ?? 'none']),
		byOrigin: count(items, (item) => [item.origin]),
		byImportance: count(items, (item) => [String(item.importance)]),
		contested: items.filter((item) => item.contested.some((c) => c.contradicts)).length,
		coverage: coverage(items, knowledge),
		positionBalance: positionBalance(items, knowledge.parties ?? []),
		cues: cueStatistics(items),
		lint: { findings: findings.length, byRule, list: [...findings] }
	};
}

function count(items: readonly Item[], keys: (item: Item) => readonly string[]): Record<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) for (const key of keys(item)) counts.set(key, (counts.get(key) ?? 0) + 1);
	return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
