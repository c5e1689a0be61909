import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { harmless, readCsv, writeCsv } from '../exchange/csv.ts';
import { makeJoinCode, readJoinCode, showJoinCode } from './join-code.ts';
import { fromLocal, toLocal } from './local-time.ts';
import { mayReveal } from './reveal.ts';
import { readRoster } from './roster.ts';
import { countingGrade, gradeOf, penaltyOf } from './scores.ts';

describe('a join code', () => {
	const made = makeJoinCode((count) => Uint8Array.from({ length: count }, (_, index) => (index * 37 + 250) % 256));
	it('is read however it is typed', () => {
		expect(made).toHaveLength(7);
		for (const typed of [made, made.toLowerCase(), showJoinCode(made), ` ${made.slice(0, 3)} – ${made.slice(3)} `])
			expect(readJoinCode(typed)).toBe(made);
	});
	it('holds no letter that looks like another', () => {
		expect(made).not.toMatch(/[0O1IL2Z5S8BUVMNAE]/);
		expect(readJoinCode('O0O0O0O')).toBeUndefined();
		expect(readJoinCode('CDF')).toBeUndefined();
	});
});

describe('a roster', () => {
	it('is read with a header in any order, or without one', () => {
		const entries = [{ name: 'Ana Lind', email: 'ana@example.org' }];
		expect(readRoster('E-mail;Last name;First name\nAna@Example.org;Lind;Ana')).toEqual({ ok: true, entries });
		expect(readRoster('Ana Lind, ana@example.org')).toEqual({ ok: true, entries });
		expect(readRoster('\uFEFFname,email\r\n"Ana Lind",ana@example.org\r\n\r\n')).toEqual({ ok: true, entries });
	});
	it('names every line that cannot be taken, and takes none', () => {
		expect(readRoster('Ana, ana@example.org\nBo\n, c@example.org\nAna, ANA@example.org\nDi, at home')).toEqual({
			ok: false,
			code: 'roster_faults',
			faults: [
				expect.objectContaining({ line: 2, fault: 'no-email' }),
				expect.objectContaining({ line: 3, fault: 'no-name' }),
				expect.objectContaining({ line: 4, fault: 'twice' }),
				expect.objectContaining({ line: 5, fault: 'not-an-email' })
			]
		});
	});
	it('is refused where it is empty, too long or broken', () => {
		expect(readRoster(' \n')).toMatchObject({ code: 'roster_empty' });
		expect(readRoster('name,email')).toMatchObject({ code: 'roster_empty' });
		const long = Array.from({ length: 501 }, (_, n) => `S ${n}, s${n}@example.org`).join('\n');
		expect(readRoster(long)).toMatchObject({ code: 'roster_too_long' });
		expect(readRoster('"Ana, ana@example.org')).toMatchObject({ code: 'roster_unreadable' });
	});
});

describe('CSV', () => {
	it('comes back as it was written, and no cell begins as a formula', () => {
		fc.assert(
			fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
				const read = readCsv(writeCsv(['a', 'b'], rows));
				if (!read.ok) throw new Error(`line ${read.line} cannot be read`);
				const back = read.rows.slice(1).map(({ cells }) => cells);
				const sent = rows.map((row) => row.map((cell) => harmless(cell).trim()));
				expect(back).toEqual(sent.filter((row) => row.some((cell) => cell !== '')));
				expect(back.flat().filter((cell) => /^[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
			})
		);
	});
	it('leaves numbers as they are', () => {
		expect(writeCsv(['n'], [[-1.5]])).toContain('-1.5');
	});
});

describe('grades', () => {
	const late = { accepted: true, penaltyPerDay: 0.1, mostPenalty: 0.25 };
	const due = new Date('2026-01-05T12:00:00Z');
	const after = (hours: number) => new Date(due.getTime() + hours * 3_600_000);
	it('lose a share for each day begun, up to the most', () => {
		expect([0, 1, 24, 25, 200].map((hours) => penaltyOf({ late }, due, after(hours)))).toEqual([
			0, 0.1, 0.1, 0.2, 0.25
		]);
		expect(gradeOf({ marks: 8, most: 10, finishedAt: after(1) }, { late }, due)).toBeCloseTo(0.72);
		expect(gradeOf({ marks: 0, most: 0, finishedAt: after(1) }, { late }, due)).toBe(0);
	});
	it('count as the teacher says', () => {
		const grades = [0.2, 0.9, 0.4];
		expect((['best', 'last', 'first', 'mean'] as const).map((how) => countingGrade(grades, how))).toEqual([
			0.9,
			0.4,
			0.2,
			expect.closeTo(0.5)
		]);
		expect(countingGrade([], 'mean')).toBeUndefined();
	});
});

describe('what may be shown', () => {
	const over = new Date('2026-01-05T12:00:00Z');
	const before = new Date(over.getTime() - 1);
	const moment = { finished: true, settled: true, over, now: over };
	it('is nothing of an open attempt, but for what is settled where feedback comes at once', () => {
		for (const feedback of ['after-attempt', 'after-closing', 'never'] as const)
			expect(mayReveal({ ...moment, feedback, finished: false })).toBe(false);
		expect(mayReveal({ ...moment, feedback: 'at-once', finished: false })).toBe(true);
		expect(mayReveal({ ...moment, feedback: 'at-once', finished: false, settled: false })).toBe(false);
	});
	it('waits for the end of the last student where it comes after closing', () => {
		expect(mayReveal({ ...moment, feedback: 'after-closing', now: before })).toBe(false);
		expect(mayReveal({ ...moment, feedback: 'after-closing' })).toBe(true);
		expect(mayReveal({ ...moment, feedback: 'after-closing', over: null })).toBe(false);
		expect(mayReveal({ ...moment, feedback: 'never' })).toBe(false);
	});
});

describe('local time', () => {
	it('is the teacher’s own, also where her clock is changed', () => {
		expect(fromLocal('2026-07-01T18:00', 'America/New_York')).toEqual(new Date('2026-07-01T22:00:00Z'));
		expect(fromLocal('2026-03-29T02:30', 'Europe/Berlin')).toEqual(new Date('2026-03-29T01:30:00Z'));
		expect(fromLocal('2026-10-25T02:30', 'Europe/Berlin')).toEqual(new Date('2026-10-25T00:30:00Z'));
		expect(fromLocal('2026-02-30T10:00', 'UTC')).toBeUndefined();
		expect(fromLocal('soon', 'UTC')).toBeUndefined();
	});
	it('comes back as it was given', () => {
		const at = new Date('2026-11-23T05:45:00Z');
		for (const zone of ['Asia/Kathmandu', 'America/St_Johns', 'UTC'])
			expect(fromLocal(toLocal(at, zone), zone)).toEqual(at);
	});
});
