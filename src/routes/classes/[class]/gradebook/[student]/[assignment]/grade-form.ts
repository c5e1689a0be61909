import { readPercent } from '#lib/domain/teaching/gradebook-grade.ts';
import { textOf } from '../../../../../workspaces/import-form.ts';

/** The fields of the grade form as they were typed. */
export interface GradeFields {
	override: string;
	comment: string;
	note: string;
}

/** What a form says of a grade; `change` is undefined where the grade is no percentage. */
export function readGradeForm(form: FormData): {
	fields: GradeFields;
	change: { override: number | null; comment: string; note: string } | undefined;
	version: string;
} {
	const [comment, note] = [textOf(form, 'comment').replaceAll('\r\n', '\n'), textOf(form, 'note')];
	const fields = { override: textOf(form, 'override'), comment, note };
	const override = readPercent(fields.override);
	const change = override === undefined ? undefined : { override, comment, note };
	return { fields, change, version: textOf(form, 'version') };
}
