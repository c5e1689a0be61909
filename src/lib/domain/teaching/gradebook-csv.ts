import { writeCsv } from '../exchange/csv.ts';
import type { Gradebook, GradebookRow } from './gradebook.ts';

/**
 * A gradebook as CSV: one line a student, one column an assignment, in per cent with a point; empty where there is no
 * grade. Those who left the class come last, where they are wanted, and then a column tells them apart.
 * @param emails by student, for those whom the roster knows
 */
export function gradebookCsv(
	{ columns, rows, former }: Gradebook,
	emails: ReadonlyMap<string, string>,
	withFormer: boolean
): string {
	const line = ({ id, name, cells }: GradebookRow, left: boolean) => [
		...[name, emails.get(id) ?? null],
		...(withFormer ? [left ? 'yes' : 'no'] : []),
		...cells.map(({ share }) => (share === null ? null : Math.round(share * 10_000) / 100))
	];
	const head = [
		'Name',
		'E-mail',
		...(withFormer ? ['Left the class'] : []),
		...columns.map(({ title }) => `${title} (%)`)
	];
	const gone = withFormer ? former.map((row) => line(row, true)) : [];
	return writeCsv(head, [...rows.map((row) => line(row, false)), ...gone]);
}
