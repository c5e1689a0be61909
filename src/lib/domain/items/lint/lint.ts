import type { Knowledge } from '../../facts/knowledge.ts';
import type { Item } from '../types.ts';
import { lintBank } from './bank.ts';
import type { Finding } from './finding.ts';
import { lintOptions } from './options.ts';
import { lintRulings } from './rulings.ts';
import { lintStem } from './stems.ts';

/** Checks items, and the bank that they make, against the rubric of what a good item is. */
export function lint(items: readonly Item[], knowledge: Knowledge): Finding[] {
	return [
		...items.flatMap((item) => [...lintStem(item, knowledge.people), ...lintOptions(item, knowledge)]),
		...lintBank(items, knowledge),
		...lintRulings(items, knowledge)
	];
}
