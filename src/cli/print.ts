import type { BankReport } from '#lib/domain/items/report.ts';
import type { Form, Item } from '#lib/domain/items/types.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const row = (counts: Record<string, number>): string =>
	Object.entries(counts)
		.map(([key, n]) => `${key} ${n}`)
		.join(' · ');

/** The report as text, a line a matter. */
export function reportLines(report: BankReport): string[] {
	const { cues } = report;
	const findings = report.lint.list.map((f) => `  ${f.rule} · ${f.item}: ${f.message}`);
	return [
		`${report.items} items with ${report.forms} forms from ${report.facts} facts; ${percent(report.relationShare)} ask a relation; ${report.contested} contested`,
		`kinds:      ${row(report.byKind)}`,
		`topics:     ${row(report.byTopic)}`,
		`forms:      ${row(report.byForm)}`,
		`sources:    ${row(report.bySource)}`,
		`sides:      ${row(report.bySide)} (positions: ${row({ ...report.positionBalance })})`,
		`made from:  ${row(report.byOrigin)}`,
		...([1, 2, 3] as const).map((n) => {
			const c = report.coverage[n];
			return `importance ${n}: ${c.covered} of ${c.facts} facts have an item (${percent(c.share)})`;
		}),
		`cues: key longest ${percent(cues.longest.share)}, shortest ${percent(cues.shortest.share)} (chance ${percent(cues.longest.chance)}) over ${cues.choices} choices; places ${cues.position.counts.join(', ')} (χ² ${cues.position.chiSquare.toFixed(1)}, p ${cues.position.p.toFixed(3)})`,
		`lint: ${report.lint.findings === 0 ? 'no finding' : `${report.lint.findings} findings: ${row(report.lint.byRule)}`}`,
		...findings
	];
}

/** An item as text: its question, its forms, what it stands on. */
export function itemLines(item: Item): string[] {
	return [
		`${item.id}  [${item.kind}, ${item.topic}, importance ${item.importance}${item.side ? `, ${item.side}` : ''}]`,
		`  ${item.question}`,
		`  = ${item.key}`,
		...item.forms.map((form) => `    ${form.form}: ${formLine(form)}`),
		`  ${item.feedback}`,
		`  ${item.citations.map((c) => `${c.source} p${c.paragraph}`).join(', ')}`,
		''
	];
}

function formLine(form: Form): string {
	switch (form.form) {
		case 'choice':
			return form.options.map((o) => (o.id === form.key ? `[${o.text}]` : o.text)).join(' | ');
		case 'multiple-response':
			return form.options.map((o) => (form.keys.includes(o.id) ? `[${o.text}]` : o.text)).join(' | ');
		case 'true-false':
			return `${form.statement} (${form.key})`;
		case 'cloze':
			return `${form.before}____${form.after}`;
		case 'typed':
			return [form.answer.text, ...form.answer.accept].join(' | ');
		case 'date':
			return `${form.answer.text} (${form.precision})`;
		case 'flashcard':
			return form.back;
		case 'order':
			return form.key.map((id) => form.entries.find((e) => e.id === id)?.text ?? '').join(' → ');
		case 'match':
			return form.lefts
				.map((l) => `${l.text} – ${form.rights.find((r) => r.id === form.key[l.id])?.text ?? ''}`)
				.join('; ');
		case 'sort':
			return form.entries
				.map((e) => `${e.text}: ${form.bins.find((b) => b.id === form.key[e.id])?.text ?? ''}`)
				.join('; ');
	}
}
