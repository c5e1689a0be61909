import { formatDate, precisionOf, shiftDate } from '../dates.ts';
import type { Ask, Fact } from '../facts/fact-schema.ts';
import { containsWords } from '../text.ts';
import type { Catalog } from './catalog.ts';
import type { Candidate } from './draft.ts';

/** Written distractors suffice from here on; below it the bank adds its own. */
const ENOUGH = 4;

/**
 * Wrong answers from functional slots of the bank for a key whose type allows it: real dates of other events and
 * near dates, holders of other offices, other figures, other offices.
 * @param written how many distractors the teacher gave
 */
export function poolFor(catalog: Catalog, fact: Fact, ask: Ask, written: number): Candidate[] {
	if (written >= ENOUGH || ask.closed === true) return [];
	if (ask.type === 'date' && typeof ask.value === 'string') return datePool(catalog, ask.value);
	if (ask.type === 'number' && typeof ask.value === 'number') return numberPool(ask.value, ask.key);
	if (ask.type === 'person') return personPool(catalog, fact, ask);
	return [];
}

/** Dates of other events at the same precision, then shifts by a day, a week, a month or a year. */
function datePool(catalog: Catalog, value: string): Candidate[] {
	const precision = precisionOf(value);
	const real = catalog.knowledge.facts.flatMap((other) =>
		other.values.is === 'date' && precisionOf(other.values.date) === precision ? [other.values.date] : []
	);
	const shifts =
		precision === 'day'
			? [shiftDate(value, 1, 'day'), shiftDate(value, -7, 'day'), shiftDate(value, -1, 'year')]
			: precision === 'month'
				? [shiftDate(value, -1, 'year'), shiftDate(value, 2, 'month'), shiftDate(value, -3, 'month')]
				: [shiftDate(value, -1, 'year'), shiftDate(value, 2, 'year'), shiftDate(value, -4, 'year')];
	return [...new Set([...real, ...shifts])]
		.filter((date) => date !== value)
		.map((date) => ({ text: formatDate(date), confusion: 'wrong-date', order: date }));
}

/** Half, twice and near multiples, written as the key is written. */
function numberPool(value: number, key: string): Candidate[] {
	const digits = /\d[\d,]*/.exec(key)?.[0];
	if (digits === undefined) return [];
	return [value / 2, value * 2, value * 1.5, value * 3]
		.filter((n) => Number.isInteger(n) && n > 0)
		.map((n) => ({ text: key.replace(digits, n.toLocaleString('en-US')), confusion: 'other-figure', order: n }));
}

/** Other people of the same side first; nobody who is named in the question or belongs to the fact. */
function personPool(catalog: Catalog, fact: Fact, ask: Ask): Candidate[] {
	const own = typeof ask.value === 'string' ? catalog.person.get(ask.value) : undefined;
	const involved = new Set(fact.values.is === 'participant' ? fact.values.people : []);
	return catalog.knowledge.people
		.filter((p) => p.id !== own?.id && !involved.has(p.id) && p.offices.length > 0)
		.filter((p) => !containsWords(ask.question, p.family))
		.sort((a, b) => Number(b.side === own?.side) - Number(a.side === own?.side))
		.slice(0, ENOUGH + 2)
		.map((p) => ({ text: p.name, confusion: 'other-person' }));
}
