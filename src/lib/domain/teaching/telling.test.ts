import { expect, it } from 'vitest';
import { generateItems } from '../items/generate.ts';
import { loadSeeds } from '#lib/server/bank/seeds.ts';
import { explain } from '../items/explain.ts';
import { tellingOf } from './telling.ts';

const knowledge = loadSeeds('seeds');
const items = generateItems(knowledge);

it('what may still be asked explains itself with nothing that explains what is kept back', () => {
	for (const first of [0, 60, 200, 400]) {
		const kept = items.slice(first, first + 20);
		const tells = tellingOf(kept);
		expect(kept.every(tells)).toBe(true);
		const free = items.filter((item) => !tells(item));
		expect(free.length).toBeGreaterThan(items.length / 3);
		const shown = free.map((item) => JSON.stringify(explain(item, knowledge.sources))).join('\n');
		for (const { citations, contested, feedback } of kept) {
			for (const { anchor } of citations) if (anchor.length >= 15) expect(shown).not.toContain(JSON.stringify(anchor));
			for (const { settled } of contested) expect(shown).not.toContain(JSON.stringify(settled));
			expect(shown).not.toContain(JSON.stringify(feedback));
		}
	}
});

it('what may still be asked has none of the quoted words in its own text', () => {
	const words = (text: string) => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
	const kept = items.filter(({ id }) => id === 'ai-yellen-visit.date');
	expect(kept).toHaveLength(1);
	const tells = tellingOf(kept);
	const anchors = kept.flatMap(({ citations }) => citations.map(({ anchor }) => words(anchor)));
	const long = anchors.filter((anchor) => anchor.trim().split(' ').length >= 4);
	expect(long.length).toBeGreaterThan(0);
	for (const item of items.filter((one) => !tells(one)))
		for (const anchor of long)
			expect(words(JSON.stringify([item.question, item.feedback, item.forms]))).not.toContain(anchor);
	expect(items.find(({ id }) => id === 'p-yellen.person')).toSatisfy(tells);
});

it('says nothing where nothing is kept back', () => {
	expect(items.some(tellingOf([]))).toBe(false);
});
