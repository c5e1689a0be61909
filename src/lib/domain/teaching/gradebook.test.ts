import { describe, expect, it } from 'vitest';
import { readCsv } from '../exchange/csv.ts';
import { gradebookCsv } from './gradebook-csv.ts';
import { percentText } from '../percent.ts';
import { readPercent } from './gradebook-grade.ts';
import { arrange, DEFAULT_QUERY, gradebookSearch, readGradebookQuery, viewGradebook } from './gradebook-query.ts';
import { buildGradebook, type GradebookData } from './gradebook.ts';
import { DEFAULT_RULES } from './rules.ts';

const DUE = new Date('2026-03-02T12:00:00Z');
const after = (hours: number) => new Date(DUE.getTime() + hours * 3_600_000);
const rules = { ...DEFAULT_RULES, dueAt: DUE.toISOString(), late: { ...DEFAULT_RULES.late, accepted: true } };
const grade = (learnerId: string, assignmentId: string, computed: number | null, more = {}) => ({
	...{ learnerId, assignmentId, computed, override: null, commented: false, attempts: 1, waiting: 0 },
	...more
});

const data: GradebookData = {
	assignments: [
		{ id: 'quiz', title: '=Week one', kind: 'quiz', rules },
		{ id: 'study', title: 'Facts', kind: 'study', rules }
	],
	students: [
		{ id: 'zoe', name: 'Zoë' },
		{ id: 'ana', name: 'Ana' },
		{ id: 'bo', name: '@Bo' },
		{ id: 'cy', name: 'Cy' }
	],
	teachers: new Set(['teacher']),
	formerNames: new Map([['gone', 'Gil']]),
	grades: [
		grade('ana', 'quiz', 0.4, { override: 0.725 }),
		grade('bo', 'quiz', 0.25, { waiting: 2 }),
		grade('gone', 'quiz', 1),
		grade('unknown', 'quiz', 0.5),
		grade('teacher', 'quiz', 0)
	],
	attempts: [
		{ learnerId: 'ana', assignmentId: 'quiz', open: false, lastFinishedAt: after(1) },
		{ learnerId: 'bo', assignmentId: 'quiz', open: true, lastFinishedAt: after(1) }
	],
	extensions: [
		{
			learnerId: 'ana',
			assignmentId: 'quiz',
			extension: { dueAt: after(2).toISOString(), closesAt: null, moreAttempts: 0, moreTime: 0 }
		}
	]
};
const study = new Map([
	[
		'study',
		new Map([
			['ana', { done: 4, of: 4 }],
			['cy', { done: 1, of: 4 }]
		])
	]
]);
const book = buildGradebook(data, study, after(3));
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const query = (search: string) => readGradebookQuery(new URLSearchParams(search));

describe('a gradebook', () => {
	const cell = (id: string, column: number) => book.rows.find((row) => row.id === id)?.cells[column];
	it('shows the override before what was computed, and the share recalled of a study', () => {
		expect(cell('ana', 0)).toMatchObject({ share: 0.725, overridden: true });
		expect(cell('bo', 0)).toMatchObject({ share: 0.25, overridden: false, waiting: 2, open: true });
		expect(cell('cy', 1)).toMatchObject({ share: 0.25, study: { done: 1, of: 4 }, missing: true });
		expect(cell('ana', 1)).toMatchObject({ share: 1, missing: false });
	});
	it('calls late what came after her own due date, and missing what did not come', () => {
		expect(cell('ana', 0)?.late).toBe(false);
		expect(cell('bo', 0)?.late).toBe(true);
		expect(cell('cy', 0)?.missing).toBe(true);
		const before = buildGradebook(data, study, after(-1));
		expect(before.rows.flatMap(({ cells }) => cells.filter(({ missing }) => missing))).toEqual([]);
	});
	it('lists apart who left with grades, by the name that is known, and no teacher', () => {
		expect(book.former.map(({ name }) => name)).toEqual(['Former student 1', 'Gil']);
	});
	it('has the mean of those who are in the class and have a grade', () => {
		expect(book.columns.map(({ mean, graded }) => [mean, graded])).toEqual([
			[(0.725 + 0.25) / 2, 2],
			[(1 + 0.25) / 2, 2]
		]);
	});
});

describe('a gradebook as it is asked for', () => {
	const sorted = (search: string) => ids(arrange(book.rows, book.columns, query(search)));
	it('is sorted by name or by a column, and who has no grade comes last either way', () => {
		expect(sorted('')).toEqual(['bo', 'ana', 'cy', 'zoe']);
		expect(sorted('order=desc')).toEqual(['zoe', 'cy', 'ana', 'bo']);
		expect(sorted('sort=quiz')).toEqual(['bo', 'ana', 'cy', 'zoe']);
		expect(sorted('sort=quiz&order=desc')).toEqual(['ana', 'bo', 'cy', 'zoe']);
		expect(sorted('sort=nothing')).toEqual(sorted(''));
	});
	it('is narrowed by name whatever the accents, and by what a cell says', () => {
		expect(sorted('name=zoe')).toEqual(['zoe']);
		expect(sorted('show=waiting')).toEqual(['bo']);
		expect(sorted('show=missing')).toEqual(['bo', 'cy', 'zoe']);
		expect(sorted('show=missing&column=quiz')).toEqual(['cy', 'zoe']);
		expect(sorted('show=below&below=30')).toEqual(['bo', 'cy']);
		expect(sorted('show=below&below=30&column=quiz')).toEqual(['bo']);
	});
	it('reads its own address again, and takes no nonsense', () => {
		const asked = query('sort=quiz&order=desc&name=a&show=below&below=42.5&column=quiz&former=show&page=3');
		expect(query(gradebookSearch(asked))).toEqual(asked);
		expect(gradebookSearch(DEFAULT_QUERY)).toBe('');
		expect(query('show=all+of+it&below=lots&page=-7&order=up')).toEqual(DEFAULT_QUERY);
	});
	it('comes in pages, and hides who left unless they are asked for', () => {
		const students = Array.from({ length: 120 }, (_, n) => ({ id: `s${n}`, name: `Student ${n}` }));
		const large = buildGradebook({ ...data, students }, study, DUE);
		const last = viewGradebook(large, query('page=99'));
		expect([last.rows.length, last.page, last.pages, last.former]).toEqual([20, 3, 3, []]);
		expect(last.formerCount).toBeGreaterThan(0);
		expect(viewGradebook(book, query('former=show')).former).toHaveLength(2);
	});
});

describe('a gradebook as CSV', () => {
	const rows = (former: boolean) => {
		const read = readCsv(gradebookCsv(book, new Map([['ana', 'ana@example.org']]), former));
		return read.ok ? read.rows.map(({ cells }) => cells) : [];
	};
	it('has one line a student and one column an assignment, in per cent with a point', () => {
		expect(rows(false)).toEqual([
			['Name', 'E-mail', "'=Week one (%)", 'Facts (%)'],
			["'@Bo", '', '25', ''],
			['Ana', 'ana@example.org', '72.5', '100'],
			['Cy', '', '', '25'],
			['Zoë', '', '', '']
		]);
	});
	it('adds who left where they are wanted', () => {
		expect(rows(true).at(-1)).toEqual(['Gil', '', 'yes', '100', '']);
		expect(rows(true)[1]?.slice(0, 3)).toEqual(["'@Bo", '', 'no']);
	});
});

describe('a percentage', () => {
	it('is read as people type it', () => {
		expect(['72.5', '72,5', ' 72.5 % ', '0', '100'].map(readPercent)).toEqual([0.725, 0.725, 0.725, 0, 1]);
		expect(readPercent(' ')).toBeNull();
		for (const typed of ['-1', '100.1', '1e2', 'A', '7 2', '=1']) expect(readPercent(typed)).toBeUndefined();
		expect(percentText(2 / 3)).toBe('66.7 %');
	});
});
