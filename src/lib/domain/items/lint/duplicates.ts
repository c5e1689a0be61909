import { fold, wordsOf } from '../../text.ts';
import type { Item } from '../types.ts';
import { findingOf, type Finding } from './finding.ts';

const SAME_QUESTION = 0.72;

/** Two questions with the same key and nearly the same words. */
export function duplicates(items: readonly Item[]): Finding[] {
	const findings: Finding[] = [];
	const byId = new Map(items.map((item) => [item.id, item]));
	const byKey = groupByKey(items);
	for (const group of byKey.values()) {
		const asked = group.map((item) => ({ id: item.id, words: new Set(wordsOf(item.question)) }));
		for (const [index, a] of asked.entries()) {
			for (const b of asked.slice(index + 1)) {
				const shared = [...a.words].filter((word) => b.words.has(word)).length;
				if (
					shared / (a.words.size + b.words.size - shared) >= SAME_QUESTION &&
					!sameTemplate(byId.get(a.id), byId.get(b.id))
				) {
					findings.push(findingOf('duplicate', a.id, { code: 'asks-same', item: b.id }));
				}
			}
		}
	}
	return findings;
}

function groupByKey(items: readonly Item[]): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) groups.set(fold(item.key), [...(groups.get(fold(item.key)) ?? []), item]);
	return groups;
}

/** Derived questions share their frame: what they ask about must differ instead. */
function sameTemplate(first: Item | undefined, second: Item | undefined): boolean {
	if (!first || !second || first.origin === 'ask' || first.origin !== second.origin) return false;
	const matter = (item: Item) => fold(item.question.slice(item.question.lastIndexOf(':') + 1));
	return matter(first) !== matter(second);
}
