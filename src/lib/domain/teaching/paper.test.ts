import { describe, expect, it } from 'vitest';
import type { Form, Item } from '../items/types.ts';
import { keyOf, letterOf, paperOf, readVariant, VARIANTS, type PaperSource } from './paper.ts';

const itemOf = (n: number, form: Form, topic: Item['topic'] = 'taiwan'): Item => ({
	...{ id: `i${n}`, version: 'v', facts: [`f${n}`], families: [`f${n}`], origin: 'ask', topic, kind: 'figure' },
	...{ importance: 1, modality: 'agreed', relation: false, question: `Question ${n}?`, key: 'key', feedback: 'why' },
	...{ citations: [], corroboration: { sources: [], silent: [], origins: 0 }, contested: [], forms: [form] }
});
const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `option ${id}` }));
const choice = (n: number, ordered = false): Item =>
	itemOf(n, { form: 'choice', question: `Question ${n}?`, options, key: 'c', ordered });
const source = (items: Item[], more: Partial<PaperSource> = {}): PaperSource => ({
	id: 'quiz',
	selection: { by: 'hand', items: items.map(({ id }) => id) },
	items: items.map((item) => ({ item, formIndex: 0 })),
	seed: '1',
	...more
});
const twelve = Array.from({ length: 12 }, (_, n) => choice(n));

describe('a paper', () => {
	it('is the same whenever it is printed, and another one in each variant', () => {
		const papers = VARIANTS.map((variant) => JSON.stringify(paperOf(source(twelve), variant)));
		expect(VARIANTS.map((variant) => JSON.stringify(paperOf(source(twelve), variant)))).toEqual(papers);
		expect(new Set(papers).size).toBe(4);
		const orders = VARIANTS.map((variant) => paperOf(source(twelve), variant).map(({ itemId }) => itemId));
		expect(orders[0]).toEqual(twelve.map(({ id }) => id));
		expect(new Set(orders.map((order) => order.join())).size).toBe(4);
		for (const order of orders) expect(order.toSorted()).toEqual(orders[0]!.toSorted());
	});

	it('marks with its key the option that is right, in every variant', () => {
		for (const variant of VARIANTS) {
			const key = keyOf(source(twelve), variant);
			for (const { number, itemId, question } of paperOf(source(twelve), variant)) {
				if (question.form !== 'choice') throw new Error('a choice was printed as something else');
				const right = question.options.findIndex(({ id }) => id === 'c');
				expect(key[number - 1]).toMatchObject({ number, marked: letterOf(right), item: { id: itemId } });
			}
		}
		const marks = VARIANTS.map((variant) => keyOf(source(twelve), variant).map(({ marked }) => marked));
		expect(new Set(marks.flat()).size).toBe(4);
	});

	it('holds no key, and leaves options in an order of their own as they are', () => {
		const paper = paperOf(source([choice(1, true)]), 'C');
		expect(paper[0]?.question).toEqual({ form: 'choice', question: 'Question 1?', options });
		expect(JSON.stringify(paper)).not.toContain('"key"');
	});

	it('is drawn by its seed where questions are drawn, the same ones for all variants', () => {
		const selection = {
			by: 'chance' as const,
			pool: twelve.map(({ id }) => id),
			draws: [{ topic: 'taiwan', number: 4 }]
		};
		const drawn = (seed: string, variant: 'A' | 'B') =>
			paperOf(source(twelve, { selection, seed }), variant)
				.map(({ itemId }) => itemId)
				.toSorted()
				.join();
		expect(drawn('1', 'A').split(',')).toHaveLength(4);
		expect(drawn('1', 'B')).toBe(drawn('1', 'A'));
		const others = Array.from({ length: 10 }, (_, n) => drawn(String(n), 'A'));
		expect(new Set(others).size).toBeGreaterThan(5);
	});

	it('has an answer sheet for every form, and its key in the same words', () => {
		const entry = (id: string) => ({ id, text: id });
		const answer = { type: 'text' as const, text: 'Woodside', accept: [], near: {} };
		const forms: Form[] = [
			{ form: 'true-false', statement: 's', key: false, shown: 'x' },
			{ form: 'multiple-response', question: 'q', options, keys: ['a', 'c'], ordered: true },
			{ form: 'typed', question: 'q', answer: { ...answer, type: 'place' } },
			{
				form: 'order',
				question: 'q',
				entries: ['x', 'y'].map((id) => ({ ...entry(id), when: '2023' })),
				key: ['y', 'x']
			},
			{
				form: 'match',
				question: 'q',
				lefts: ['l', 'm'].map(entry),
				rights: ['r', 's'].map(entry),
				key: { l: 's', m: 'r' }
			},
			{
				form: 'sort',
				question: 'q',
				bins: ['u', 'v'].map(entry),
				entries: ['e', 'f'].map(entry),
				key: { e: 'v', f: 'u' }
			}
		];
		const made = source(forms.map((form, n) => itemOf(n, form)));
		const paper = paperOf(made, 'A');
		expect(paper.map(({ blank }) => blank)).toEqual([
			{ by: 'letters', letters: ['T', 'F'], several: false },
			{ by: 'letters', letters: ['A', 'B', 'C', 'D'], several: true },
			{ by: 'writing' },
			{ by: 'rows', rows: 2, letters: ['A', 'B'] },
			{ by: 'rows', rows: 2, letters: ['A', 'B'] },
			{ by: 'rows', rows: 2, letters: ['A', 'B'] }
		]);
		const key = keyOf(made, 'A').map(({ marked }) => marked);
		expect(key.slice(0, 3)).toEqual(['F', 'A, C', 'Woodside']);
		const at = (entries: { id: string }[], id: string) => letterOf(entries.findIndex((one) => one.id === id));
		const [, , , order, match, sort] = paper.map(({ question }) => question);
		if (order?.form !== 'order' || match?.form !== 'match' || sort?.form !== 'sort') throw new Error('another form');
		expect(key[3]).toBe(`1 ${at(order.entries, 'y')}, 2 ${at(order.entries, 'x')}`);
		expect(key[4]).toBe(`1 ${at(match.rights, 's')}, 2 ${at(match.rights, 'r')}`);
		expect(key[5]).toBe(sort.entries.map(({ id }, n) => `${n + 1} ${id === 'e' ? 'B' : 'A'}`).join(', '));
	});
});

it.each([
	['b', 'B'],
	['D', 'D'],
	['E', 'A'],
	[null, 'A']
] as const)('the variant %s is %s', (text, variant) => {
	expect(readVariant(text)).toBe(variant);
});
