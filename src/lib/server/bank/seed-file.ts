import * as v from 'valibot';
import { LineCounter, isNode, parseDocument } from 'yaml';

/** One fault in a seed file, placed so that a teacher finds it. */
export interface SeedFault {
	file: string;
	line: number;
	field: string;
	message: string;
}

/** Thrown when seed files do not fit the schema; `faults` names every place. */
export class SeedError extends Error {
	constructor(readonly faults: SeedFault[]) {
		super(faults.map((f) => `${f.file}:${f.line} ${f.field}: ${f.message}`).join('\n'));
		this.name = 'SeedError';
	}
}

/** A parsed seed file: its value, or its faults; `lineOf` finds the line on which a path of it stands. */
export type SeedFile<T> =
	{ ok: true; value: T; lineOf: (path: readonly (string | number)[]) => number } | { ok: false; faults: SeedFault[] };

/**
 * Parses one YAML seed file and checks it against a schema.
 * @param file the name that faults are reported under
 * @param text the file's content
 * @returns the typed value, or every fault with file, line (from 1) and field path
 */
export function parseSeedFile<S extends v.GenericSchema>(
	file: string,
	text: string,
	schema: S
): SeedFile<v.InferOutput<S>> {
	const lines = new LineCounter();
	const doc = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: true });
	if (doc.errors.length > 0) {
		return {
			ok: false,
			faults: doc.errors.map((error) => ({
				file,
				line: lines.linePos(error.pos[0]).line,
				field: '(yaml)',
				message: error.message.split('\n')[0] ?? error.message
			}))
		};
	}
	const lineOf = (path: readonly (string | number)[]): number => {
		for (let length = path.length; length >= 0; length--) {
			const node = length === 0 ? doc.contents : doc.getIn(path.slice(0, length), true);
			if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
		}
		return 1;
	};
	const result = v.safeParse(schema, doc.toJS());
	if (result.success) return { ok: true, value: result.output, lineOf };
	return {
		ok: false,
		faults: result.issues
			.flatMap((issue) => leafIssues(issue))
			.map((issue) => {
				const path = (issue.path ?? []).flatMap((step) =>
					typeof step.key === 'string' || typeof step.key === 'number' ? [step.key] : []
				);
				return { file, line: lineOf(path), field: fieldName(path), message: issue.message };
			})
	};
}

type Issue = v.BaseIssue<unknown>;

/** An issue of a variant hides the real ones inside it. */
function leafIssues(issue: Issue): Issue[] {
	return issue.issues && issue.issues.length > 0 ? issue.issues.flatMap((inner) => leafIssues(inner)) : [issue];
}

function fieldName(path: readonly (string | number)[]): string {
	return (
		path
			.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
			.join('')
			.replace(/^\./, '') || '(file)'
	);
}
