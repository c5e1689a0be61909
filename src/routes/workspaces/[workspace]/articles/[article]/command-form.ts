/** The workbench command in a form that was sent without script; the use case checks it. */
export function commandFromForm(form: FormData): Record<string, unknown> {
	const what = form.get('do');
	if (what === 'undo') return { do: 'undo' };
	const of = { do: what, id: form.get('id'), seq: Number(form.get('seq')) };
	return what === 'reject' ? { ...of, reason: form.get('reason'), note: '' } : of;
}
