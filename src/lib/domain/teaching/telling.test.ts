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

it('says nothing where nothing is kept back', () => {
	expect(items.some(tellingOf([]))).toBe(false);
});
