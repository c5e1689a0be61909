import { describe, expect, it } from 'vitest';
import { readGradeForm } from './grade-form.ts';

const form = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
};

describe('the form of a grade', () => {
	it('gives a share of one, and lines as they are kept', () => {
		const { change, version } = readGradeForm(
			form({ override: '72,5 %', comment: 'a\r\nb', note: 'c', version: '3:' })
		);
		expect(change).toEqual({ override: 0.725, comment: 'a\nb', note: 'c' });
		expect(version).toBe('3:');
	});
	it('takes the override back where the field is empty, and keeps what is no percentage for another try', () => {
		expect(readGradeForm(form({ override: '' })).change).toMatchObject({ override: null });
		const refused = readGradeForm(form({ override: 'B+', comment: 'good', note: '' }));
		expect(refused).toMatchObject({ change: undefined, fields: { override: 'B+', comment: 'good' } });
	});
});
