import { failure, type Failure } from '#lib/domain/errors.ts';
import { explain } from '#lib/domain/items/explain.ts';
import {
	keyOf,
	paperOf,
	VARIANTS,
	type PaperQuestion,
	type PaperSource,
	type Variant
} from '#lib/domain/teaching/paper.ts';
import { assignmentOf } from '#lib/server/assignments/assignment-of.ts';
import { bankOfItems } from '#lib/server/attempts/mark-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** The questions, an answer sheet to be filled in, or the teacher's key. */
export type Sheet = 'paper' | 'bubbles' | 'answers';

/** One line of the key: what is marked, what it means, and where it is said. */
export interface AnswerLine {
	number: number;
	marked: string;
	key: string;
	sources: { label: string; paragraphs: number[] }[];
}

/** A quiz on paper. */
export interface Paper {
	title: string;
	variant: Variant;
	/** Questions are drawn by chance: another seed draws others. */
	drawn: boolean;
	questions: PaperQuestion[];
	/** On the answer key alone: what is marked in each variant, by number, and the lines of this one. */
	answers: { grid: { number: number; marked: string[] }[]; lines: AnswerLine[] } | null;
}

/**
 * A quiz of a class as it is printed; the key is in it only where the key is asked for.
 * @param seed which questions are drawn, where they are drawn by chance
 * @returns `not_found`, also for a study assignment
 */
export async function paperFor(
	db: Db,
	shipped: Shipped,
	teacher: Learner,
	{ classId, assignmentId }: { classId: string; assignmentId: string },
	{ variant, sheet, seed }: { variant: Variant; sheet: Sheet; seed: string }
): Promise<{ ok: true; paper: Paper } | Failure> {
	const found = await assignmentOf(db, teacher, classId, assignmentId);
	if (!found.ok) return found;
	const { assignment, items } = found;
	if (assignment.kind !== 'quiz') return failure('not_found');
	const counting = items.filter(({ excluded }) => !excluded);
	const source: PaperSource = { id: assignmentId, selection: assignment.selection, items: counting, seed };
	const { sources } = await bankOfItems(db, shipped, counting);
	return {
		ok: true,
		paper: {
			title: assignment.title,
			variant,
			drawn: assignment.selection.by === 'chance',
			questions: paperOf(source, variant),
			answers: sheet === 'answers' ? { grid: gridOf(source), lines: linesOf(source, variant, sources) } : null
		}
	};
}

function gridOf(source: PaperSource) {
	const keys = VARIANTS.map((variant) => keyOf(source, variant));
	return (keys[0] ?? []).map(({ number }, index) => ({ number, marked: keys.map((key) => key[index]?.marked ?? '') }));
}

function linesOf(source: PaperSource, variant: Variant, sources: Parameters<typeof explain>[1]): AnswerLine[] {
	return keyOf(source, variant).map(({ number, item, marked }) => ({
		...{ number, marked, key: item.key },
		sources: explain(item, sources).evidence.map(({ source: { label }, places }) => ({
			label,
			paragraphs: [...new Set(places.map(({ paragraph }) => paragraph))].toSorted((a, b) => a - b)
		}))
	}));
}
