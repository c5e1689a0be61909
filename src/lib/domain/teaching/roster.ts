import { readCsv } from '../exchange/csv.ts';

/** A student as a roster names her. */
export interface RosterEntry {
	name: string;
	/** In lower case. */
	email: string;
}

/** What is wrong with a line of a roster. */
export type RosterFault = 'no-name' | 'name-too-long' | 'no-email' | 'not-an-email' | 'twice';

/** A roster, and every line of it that cannot be taken; nothing is taken where one cannot. */
export type ReadRoster =
	| { ok: true; entries: RosterEntry[] }
	| { ok: false; code: 'roster_empty' | 'roster_too_long' | 'roster_unreadable' }
	| { ok: false; code: 'roster_faults'; faults: { line: number; fault: RosterFault; text: string }[] };

/** The most students that one roster names. */
export const MOST_STUDENTS = 500;
const LONGEST_NAME = 100;
const LONGEST_EMAIL = 254;
const EMAIL = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]+\.[^\s@.,;<>"]+$/u;
/** What columns are called, in any order; without a header line the name comes first. */
const NAMES = ['name', 'full name', 'student', 'student name'];
const FIRST = ['first name', 'firstname', 'given name', 'forename'];
const LAST = ['last name', 'lastname', 'surname', 'family name'];
const EMAILS = ['email', 'e-mail', 'email address', 'e-mail address', 'mail'];

/**
 * Reads a roster: CSV with names and e-mail addresses, with or without a header line, as school systems export it.
 * @param text CSV with commas, semicolons or tabs
 */
export function readRoster(text: string): ReadRoster {
	const read = readCsv(text);
	if (!read.ok) return { ok: false, code: 'roster_unreadable' };
	const [first, ...others] = read.rows;
	if (!first) return { ok: false, code: 'roster_empty' };
	const header = columnsOf(first.cells);
	const rows = header ? others : read.rows;
	if (rows.length === 0) return { ok: false, code: 'roster_empty' };
	if (rows.length > MOST_STUDENTS) return { ok: false, code: 'roster_too_long' };
	const columns = header ?? guessed(first.cells);
	const seen = new Set<string>();
	const entries: RosterEntry[] = [];
	const faults: { line: number; fault: RosterFault; text: string }[] = [];
	for (const { line, cells } of rows) {
		const entry = entryOf(cells, columns);
		const fault = faultOf(entry, seen);
		if (fault) faults.push({ line, fault, text: cells.join(', ').slice(0, 120) });
		else entries.push(entry);
		seen.add(entry.email);
	}
	return faults.length > 0 ? { ok: false, code: 'roster_faults', faults } : { ok: true, entries };
}

interface Columns {
	/** One column, or first and last name. */
	name: number[];
	email: number;
}

/** What a header line says of the columns; undefined where the line is none. */
function columnsOf(cells: readonly string[]): Columns | undefined {
	const heads = cells.map((cell) => cell.toLowerCase().replace(/\s+/g, ' '));
	const at = (words: readonly string[]) => heads.findIndex((head) => words.includes(head));
	const email = at(EMAILS);
	const whole = at(NAMES);
	const name = whole >= 0 ? [whole] : [at(FIRST), at(LAST)].filter((index) => index >= 0);
	return email >= 0 && name.length > 0 ? { name, email } : undefined;
}

/** Without a header the address is where an "@" stands, and all else is the name. */
function guessed(cells: readonly string[]): Columns {
	const email = Math.max(
		0,
		cells.findIndex((cell) => cell.includes('@'))
	);
	return { name: cells.flatMap((_, index) => (index === email ? [] : [index])).slice(0, 2), email };
}

function entryOf(cells: readonly string[], { name, email }: Columns): RosterEntry {
	const words = name.map((index) => cells[index] ?? '').filter((word) => word !== '');
	return {
		name: words.join(' ').normalize('NFC').replace(/\s+/g, ' ').trim(),
		email: (cells[email] ?? '').toLowerCase()
	};
}

function faultOf({ name, email }: RosterEntry, seen: ReadonlySet<string>): RosterFault | undefined {
	if (name === '') return 'no-name';
	if (name.length > LONGEST_NAME) return 'name-too-long';
	if (email === '') return 'no-email';
	if (email.length > LONGEST_EMAIL || !EMAIL.test(email)) return 'not-an-email';
	return seen.has(email) ? 'twice' : undefined;
}
