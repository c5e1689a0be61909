import { expect, test } from 'vitest';
import { blankDraft, editOf } from './edit-fields.ts';

const draft = { ...blankDraft([{ start: 3, end: 9 }]), statement: ' France will open a consulate. ' };

test('texts become typed values', () => {
	expect(editOf({ ...draft, kind: 'figure', value: '50,000', unit: 'students', gist: 'left out' })).toEqual({
		edit: {
			kind: 'figure',
			topic: 'other',
			statement: 'France will open a consulate.',
			modality: 'claimed',
			polarity: 'affirmed',
			holder: null,
			value: 50_000,
			unit: 'students',
			evidence: [{ start: 3, end: 9 }]
		}
	});
	expect(editOf({ ...draft, gist: 'a consulate', holder: 'France', value: 'left out' })).toMatchObject({
		edit: { gist: 'a consulate', holder: 'France', value: null }
	});
});

test.each([
	['date', 'last Tuesday'],
	['figure', 'many'],
	['figure', ''],
	['quotation', ''],
	['participant', 'Nobody']
] as const)('a %s does not take “%s”', (kind, value) => {
	expect(editOf({ ...draft, kind, value })).toMatchObject({ problems: { value: expect.any(String) } });
});

test('a statement and evidence are needed', () => {
	expect(editOf(blankDraft([]))).toMatchObject({
		problems: { statement: expect.any(String), evidence: expect.any(String) }
	});
});

test.each(['2023', '2023-11', '2023-11-15', '2023-11-14/2023-11-17'])('“%s” is a date', (value) => {
	expect(editOf({ ...draft, kind: 'date', value })).toHaveProperty('edit.value', value);
});
