import * as v from 'valibot';
import { hash, shuffle } from '../hash.ts';
import type { FormName, Item } from '../items/types.ts';
import { GRADED_FORMS } from './rules.ts';

/** The most questions that one attempt can hold. */
const MOST_QUESTIONS = 200;
const itemId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const draw = v.strictObject({
	topic: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
	number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_QUESTIONS))
});

/** Which items a quiz asks: the same ones of everybody, or some of a pool for each student, so many of each topic. */
export const selectionSchema = v.variant('by', [
	v.strictObject({
		by: v.literal('hand'),
		items: v.pipe(v.array(itemId), v.minLength(1), v.maxLength(MOST_QUESTIONS), v.check(allDifferent, 'an item twice'))
	}),
	v.strictObject({
		by: v.literal('chance'),
		pool: v.pipe(v.array(itemId), v.minLength(1), v.maxLength(2000), v.check(allDifferent, 'an item twice')),
		draws: v.pipe(v.array(draw), v.minLength(1), v.maxLength(100))
	})
]);
export type Selection = v.InferOutput<typeof selectionSchema>;

/** One question of a quiz: an item in the version that is asked, and the form in which it is put. */
export interface QuizQuestion {
	itemId: string;
	itemVersion: string;
	formIndex: number;
}

/**
 * The items that one student is asked, in her order.
 * @param pool the items of the assignment, in the teacher's order
 * @param seed hers alone, and the same whenever it is asked: another one draws and orders otherwise
 * @param shuffled whether the order is hers alone
 */
export function itemsFor(selection: Selection, pool: readonly Item[], seed: string, shuffled: boolean): Item[] {
	const drawn = selection.by === 'hand' ? [...pool] : drawOf(selection.draws, pool, seed);
	return shuffled ? shuffle(drawn, `${seed}/order`) : drawn;
}

/** So many of each topic, in the pool's order, and of one family only one wherever there is another choice. */
function drawOf(draws: readonly { topic: string; number: number }[], pool: readonly Item[], seed: string): Item[] {
	const taken = new Set<Item>();
	const families = new Set<string>();
	for (const { topic, number } of draws) {
		const of = shuffle(
			pool.filter((item) => item.topic === topic && !taken.has(item)),
			`${seed}/${topic}`
		);
		const isApart = (item: Item) => !item.families.some((family) => families.has(family));
		for (let wanted = number; wanted > 0 && of.length > 0; wanted--) {
			const at = Math.max(0, of.findIndex(isApart));
			const [item] = of.splice(at, 1);
			if (!item) break;
			taken.add(item);
			for (const family of item.families) families.add(family);
		}
	}
	return pool.filter((item) => taken.has(item));
}

/**
 * In which form an item is put in a quiz: of those that are allowed and can be graded, one by the seed.
 * @param allowed the forms that the teacher allows; all that can be graded where none is named
 * @returns undefined where the item has none of them
 */
export function formIndexFor(item: Item, allowed: readonly FormName[], seed: string): number | undefined {
	const names: readonly FormName[] = allowed.length > 0 ? allowed : GRADED_FORMS;
	const fitting = item.forms.flatMap(({ form }, index) =>
		form !== 'flashcard' && names.includes(form) ? [index] : []
	);
	return fitting[hash(`${seed}/${item.id}`) % Math.max(1, fitting.length)];
}

function allDifferent(ids: string[]): boolean {
	return new Set(ids).size === ids.length;
}
