import type { Knowledge } from '../../facts/knowledge.ts';
import type { Item } from '../types.ts';
import { lintBank } from './bank.ts';
import { duplicates } from './duplicates.ts';
import type { Finding } from './finding.ts';
import { lintOptions, lintRecognisable } from './options.ts';
import { lintRulings } from './rulings.ts';
import { lintStem, namesOf } from './stems.ts';

/** Checks items, and the bank that they make, against the rubric of what a good item is. */
export function lint(items: readonly Item[], knowledge: Knowledge): Finding[] {
	const names = namesOf(knowledge);
	return [
		...items.flatMap((item) => [...lintStem(item, names), ...lintOptions(item, knowledge), ...lintRecognisable(item)]),
		...lintBank(items, knowledge),
		...lintRulings(items, knowledge)
	];
}

/**
 * Checks each item by itself, and against its twins: what a workspace's items must keep, however few they are. What
 * the shipped bank keeps as a whole (coverage, balance, breadth, cues, rulings) is not asked of them, nor a form to
 * recognise the answer in, for which an article may be too poor.
 */
export function lintItems(items: readonly Item[], knowledge: Knowledge): Finding[] {
	const names = namesOf(knowledge);
	const own = items.flatMap((item) => [...lintStem(item, names), ...lintOptions(item, knowledge)]);
	return [...own, ...duplicates(items)];
}
