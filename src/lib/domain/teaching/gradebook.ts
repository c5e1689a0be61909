import type { Extension, QuizRules } from './rules.ts';
import { termsFor } from './terms.ts';

/** How far one student has come with one study assignment. */
export interface StudyShare {
	done: number;
	of: number;
}
/** Study assignments by id, and in each the students by theirs. */
export type StudyShares = ReadonlyMap<string, ReadonlyMap<string, StudyShare>>;

/** Where one student stands with one assignment. */
export interface GradebookCell {
	/** 0 to 1: the grade of a quiz, a teacher's override before what was computed; the share recalled of a study assignment. */
	share: number | null;
	overridden: boolean;
	commented: boolean;
	/** Finished attempts. */
	attempts: number;
	/** An attempt is open. */
	open: boolean;
	/** An attempt was handed in after her due date. */
	late: boolean;
	/** Answers that wait for a teacher. */
	waiting: number;
	/** Her time is over, and there is nothing of hers. */
	missing: boolean;
	study?: StudyShare;
}

/** A published assignment. */
export interface GradebookColumn {
	id: string;
	title: string;
	kind: 'quiz' | 'study';
	dueAt: Date | null;
	/** Of the students who have a grade, 0 to 1; null where none has. */
	mean: number | null;
	/** How many have one. */
	graded: number;
}

export interface GradebookRow {
	id: string;
	name: string;
	/** In the order of the columns. */
	cells: GradebookCell[];
}

export interface Gradebook {
	columns: GradebookColumn[];
	/** By name. */
	rows: GradebookRow[];
	/** Who has left the class and has grades in it. */
	former: GradebookRow[];
}

/** What a gradebook is made of, as it is kept. */
export interface GradebookData {
	/** Published ones, in the order of their columns. */
	assignments: readonly { id: string; title: string; kind: 'quiz' | 'study'; rules: QuizRules }[];
	students: readonly { id: string; name: string }[];
	/** Ids of everybody who teaches the class: what they have answered themselves is no part of it. */
	teachers: ReadonlySet<string>;
	/** By what name the class knew those who have left, where it is known. */
	formerNames: ReadonlyMap<string, string>;
	grades: readonly {
		learnerId: string;
		assignmentId: string;
		computed: number | null;
		override: number | null;
		commented: boolean;
		attempts: number;
		waiting: number;
	}[];
	attempts: readonly { learnerId: string; assignmentId: string; open: boolean; lastFinishedAt: Date | null }[];
	extensions: readonly { learnerId: string; assignmentId: string; extension: Extension }[];
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Names in the order in which people look for them. */
export function compareNames(a: { name: string; id: string }, b: { name: string; id: string }): number {
	return byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/** Students by assignments; the mean of a column is that of the students who are in the class. */
export function buildGradebook(data: GradebookData, study: StudyShares, now: Date): Gradebook {
	const cellOf = cellsOf(data, study, now);
	const rowOf = ({ id, name }: { id: string; name: string }): GradebookRow => ({
		id,
		name,
		cells: data.assignments.map((assignment) => cellOf(id, assignment))
	});
	const rows = data.students.map(rowOf).sort(compareNames);
	return {
		columns: data.assignments.map(({ id, title, kind, rules }, index) => {
			const shares = rows.flatMap(({ cells }) => cells[index]?.share ?? []);
			const mean = shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
			return { id, title, kind, dueAt: termsFor(rules).dueAt, mean, graded: shares.length };
		}),
		rows,
		former: formerOf(data).map(rowOf).sort(compareNames)
	};
}

function formerOf({ students, teachers, grades, formerNames }: GradebookData): { id: string; name: string }[] {
	const present = new Set(students.map(({ id }) => id));
	const gone = new Set(grades.map(({ learnerId }) => learnerId).filter((id) => !present.has(id) && !teachers.has(id)));
	const unnamed = [...gone].filter((id) => !formerNames.has(id)).sort();
	return [...gone].map((id) => ({ id, name: formerNames.get(id) ?? `Former student ${unnamed.indexOf(id) + 1}` }));
}

const keyOf = (learnerId: string, assignmentId: string) => `${learnerId}/${assignmentId}`;

function keyed<T extends { learnerId: string; assignmentId: string }>(rows: readonly T[]): Map<string, T> {
	return new Map(rows.map((row) => [keyOf(row.learnerId, row.assignmentId), row]));
}

function cellsOf(data: GradebookData, study: StudyShares, now: Date) {
	const [grades, attempts, extensions] = [keyed(data.grades), keyed(data.attempts), keyed(data.extensions)];
	const usual = new Map(data.assignments.map(({ id, rules }) => [id, termsFor(rules)]));
	return (learnerId: string, assignment: GradebookData['assignments'][number]): GradebookCell => {
		const key = keyOf(learnerId, assignment.id);
		const granted = extensions.get(key)?.extension;
		const { dueAt, endsAt } = (granted ? undefined : usual.get(assignment.id)) ?? termsFor(assignment.rules, granted);
		const end = dueAt ?? endsAt;
		const over = end !== null && now >= end;
		const recalled = assignment.kind === 'study' ? study.get(assignment.id)?.get(learnerId) : undefined;
		const [grade, tried] = [grades.get(key), attempts.get(key)];
		const graded = grade?.override ?? grade?.computed ?? null;
		const share = recalled && recalled.of > 0 ? recalled.done / recalled.of : graded;
		const lastAt = tried?.lastFinishedAt ?? null;
		return {
			share,
			overridden: grade !== undefined && grade.override !== null,
			commented: grade?.commented ?? false,
			attempts: grade?.attempts ?? 0,
			open: tried?.open ?? false,
			late: dueAt !== null && lastAt !== null && lastAt > dueAt,
			waiting: grade?.waiting ?? 0,
			missing: over && (recalled ? recalled.done < recalled.of : share === null),
			...(recalled && { study: recalled })
		};
	};
}
