import { describe, expect, it } from 'vitest';
import { loadSeeds } from '#lib/server/bank/seeds.ts';
import type { RulingCheck } from '../../facts/ruling-schema.ts';
import { generateItems } from '../generate.ts';
import type { Item } from '../types.ts';
import { breaches } from './rulings.ts';

const knowledge = loadSeeds('seeds');
const items = generateItems(knowledge);
const town = items.find((item) => item.facts[0] === 'summit-town' && item.forms.some((form) => form.form === 'typed'))!;
const slot = town.id.split('.')[1]!;

function changed(change: (item: Item) => void): Item[] {
	const copy = structuredClone(town);
	change(copy);
	return items.map((item) => (item.id === town.id ? copy : item));
}

describe('a check of a ruling', () => {
	it('notices another key', () => {
		const check: RulingCheck = { rule: 'key', fact: 'summit-town', slot, key: town.key };
		expect(breaches(check, items, knowledge)).toEqual([]);
		expect(
			breaches(
				check,
				changed((item) => (item.key = 'San Francisco')),
				knowledge
			)
		).toHaveLength(1);
	});

	it('notices a forbidden wrong option', () => {
		const check: RulingCheck = { rule: 'never-distractor', facts: ['summit-town'], texts: ['Atlantis'] };
		expect(breaches(check, items, knowledge)).toEqual([]);
		const broken = changed((item) => {
			const choice = item.forms.find((form) => form.form === 'choice')!;
			choice.options.find((option) => option.id !== choice.key)!.text = 'Atlantis';
		});
		expect(breaches(check, broken, knowledge)).toHaveLength(1);
	});

	it('notices an answer that is graded otherwise', () => {
		const accepts: RulingCheck = {
			rule: 'accepts',
			fact: 'summit-town',
			slot,
			answers: ['Woodside'],
			verdict: 'correct'
		};
		const rejects: RulingCheck = { rule: 'rejects', fact: 'summit-town', slot, answers: ['Woodside'] };
		expect(breaches(accepts, items, knowledge)).toEqual([]);
		expect(breaches(rejects, items, knowledge)).toHaveLength(1);
	});

	it('notices that what must not be asked is asked', () => {
		expect(breaches({ rule: 'never-asked', facts: ['summit-town'] }, items, knowledge).length).toBeGreaterThan(0);
		expect(breaches({ rule: 'no-question-matches', pattern: 'town' }, items, knowledge).length).toBeGreaterThan(0);
	});

	it('notices a question without its source, and a citation that is missing', () => {
		const named: RulingCheck = { rule: 'names-source', facts: ['summit-town'], slots: [slot] };
		const bare = changed((item) => (item.question = 'In which town did Joe Biden and Xi Jinping meet in 2023?'));
		expect(breaches(named, bare, knowledge)).toHaveLength(1);
		const cites: RulingCheck = { rule: 'cites', fact: 'summit-town', slot, sources: ['iria'] };
		expect(breaches(cites, items, knowledge)).toEqual([]);
		expect(
			breaches(
				cites,
				changed((item) => (item.citations = [])),
				knowledge
			)
		).toHaveLength(1);
	});

	it('that finds nothing to look at is broken itself', () => {
		expect(breaches({ rule: 'key', fact: 'summit-town', slot: 'gone', key: 'x' }, items, knowledge)).toHaveLength(1);
		expect(breaches({ rule: 'names-source', facts: ['summit-town'], slots: ['gone'] }, items, knowledge)).toHaveLength(
			1
		);
	});

	it('notices a holder, a list of sources and an origin that are not as ruled', () => {
		const fact = knowledge.facts.find((candidate) => candidate.holder === 'china')!;
		expect(breaches({ rule: 'holder', fact: fact.id, holder: 'us' }, items, knowledge)).toHaveLength(1);
		const mention = knowledge.mentions[0]!;
		expect(breaches({ rule: 'sources-exactly', mention: mention.id, sources: [] }, items, knowledge)).toHaveLength(1);
		const check: RulingCheck = {
			rule: 'same-origin',
			source: 'iria',
			paragraph: 1,
			as: { source: 'iria', paragraph: 2 }
		};
		expect(breaches(check, items, knowledge)).toHaveLength(1);
	});
});
