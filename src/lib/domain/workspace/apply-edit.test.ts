import { describe, expect, it } from 'vitest';
import type { FactEdit } from '../workbench.ts';
import { applyEdit } from './apply-edit.ts';
import { idOfName, makeNameBook } from './name-book.ts';

const text = 'Ana Lind, Ruritania’s foreign minister, promised 40,000 seats 🎓 by 2027.';
const names = makeNameBook({
	holders: [{ holder: 'Ruritania', holderId: 'ruritania' }],
	entities: [],
	parties: [{ id: 'us', name: 'the United States' }]
});
const wanted: FactEdit = {
	kind: 'figure',
	topic: 'education',
	statement: 'Ruritania promised 40,000 seats',
	modality: 'announced',
	polarity: 'affirmed',
	holder: 'Ruritania',
	value: '40,000',
	unit: 'seats',
	evidence: [{ start: 40, end: 61 }]
};
const apply = (over: Partial<FactEdit>) => applyEdit({ ...wanted, ...over }, { text, names, before: null });

describe('an edit', () => {
	it('becomes a fact: a whole sentence, a plain number, the holder’s id, the words of its evidence', () => {
		expect(apply({})).toMatchObject({
			ok: true,
			content: {
				statement: 'Ruritania promised 40,000 seats.',
				holderId: 'ruritania',
				value: 40_000,
				values: { is: 'figure', number: 40_000, unit: 'seats' },
				evidence: [{ text: text.slice(40, 61) }],
				rule: 'by-hand'
			}
		});
	});

	it('knows both sides and parties by their names, and gives others an id', () => {
		expect(apply({ holder: 'the two sides' })).toMatchObject({ content: { holderId: 'both', holder: 'both sides' } });
		expect(apply({ holder: 'The United States' })).toMatchObject({ content: { holderId: 'us' } });
		expect(apply({ holder: 'São Tomé' })).toMatchObject({ content: { holderId: 'sao-tome' } });
		expect(idOfName(names, '习近平')).toMatch(/^[0-9a-f-]+$/);
	});

	it('names a person whom nobody knew', () => {
		expect(apply({ kind: 'participant', value: 'Ana Lind, foreign minister' })).toMatchObject({
			content: { values: { is: 'participant', people: ['ana-lind'], role: 'foreign minister' } },
			people: [{ id: 'ana-lind', name: 'Ana Lind', family: 'Lind' }]
		});
	});

	it('is refused where its value or its evidence does not fit', () => {
		const codes = [
			apply({ value: '1,2,3' }),
			apply({ value: null }),
			apply({ kind: 'date', value: '2027-13' }),
			apply({ kind: 'date', value: null }),
			apply({ kind: 'participant', value: 'Ana Lind' })
		].map((result) => (result.ok ? 'ok' : result.code));
		expect(codes).toEqual(Array.from({ length: 5 }, () => 'invalid_value'));
		const cut = text.indexOf('🎓') + 1;
		expect(apply({ evidence: [{ start: cut, end: cut + 4 }] })).toEqual({ ok: false, code: 'evidence_outside' });
		expect(apply({ evidence: [] })).toEqual({ ok: false, code: 'evidence_missing' });
	});
});
