import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { recallAt } from '#lib/domain/teaching/memory-map.ts';
import type { GoalStanding } from '#lib/domain/teaching/memory-map-standing.ts';
import { mayReveal } from '#lib/domain/teaching/reveal.ts';
import { standingOf, termsFor } from '#lib/domain/teaching/terms.ts';
import { ownQuery } from '#lib/server/assignments/list-assignments.ts';
import { bankOfItems } from '#lib/server/attempts/mark-attempt.ts';
import type { Bank, Shipped } from '#lib/server/bank/bank.ts';
import { requireMember } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { attempts, responses } from '#lib/server/db/schema/assignments.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { placedItems, type PlacedItem } from './memory-map-items.ts';
import { ownMemory, standingTowards } from './own-results-standing.ts';

/** What a student has to show for a quiz. */
export interface OwnGrade {
	id: string;
	title: string;
	/** 0 to 1; null where it may not be shown, or there is none. */
	grade: number | null;
	/** Her teacher's word on it, where the grade may be shown. */
	comment: string;
	/** Answers that her teacher has still to decide, where the grade may be shown. */
	waiting: number;
	/** When it will be shown, where it waits for the quiz's end. */
	shownAt: Date | null;
}

/** An item that a student had wrong. */
export interface Mistake {
	itemId: string;
	question: string;
	/** The deck in which she meets it; null where her own bank does not have it. */
	deck: string | null;
	/** Predicted recall now, 0 to 1; null where she has not met it in her reviews. */
	recall: number | null;
}

/** How a student stands to the date of an assignment. */
export interface OwnDeadline extends GoalStanding {
	id: string;
	title: string;
	kind: 'quiz' | 'study';
	at: Date;
}

/** A student's own results in a class. */
export interface OwnResults {
	grades: OwnGrade[];
	deadlines: OwnDeadline[];
	/** The least known first. */
	mistakes: Mistake[];
	/** How many there are; only so many are listed. */
	allMistakes: number;
}

const MOST_LISTED = 50;
type Row = Awaited<ReturnType<typeof ownQuery>>[number];

/** The query behind what a student had wrong: a range of her answers' key; the later answer comes later. */
export function verdictsQuery(db: Db, learnerId: string, assignmentIds: readonly string[]) {
	return db
		.select({ itemId: responses.itemId, verdict: responses.verdict, waiting: responses.waiting })
		.from(responses)
		.innerJoin(attempts, and(eq(attempts.learnerId, responses.learnerId), eq(attempts.id, responses.attemptId)))
		.where(
			and(
				eq(responses.learnerId, learnerId),
				inArray(responses.assignmentId, [...assignmentIds]),
				eq(attempts.state, 'finished'),
				isNotNull(responses.verdict)
			)
		)
		.orderBy(asc(responses.savedAt), asc(responses.attemptId));
}

/**
 * A student's own results in a class: her grades, what waits, what to review and how she stands to each date; nothing of
 * a quiz before its policy allows it. A constant number of statements for however many assignments.
 * @param bank hers: what it withholds is not listed
 * @returns `not_found`, also for a teacher
 */
export async function ownResults(
	db: Db,
	shipped: Shipped,
	bank: Bank,
	learner: Learner,
	classId: string,
	now: Date
): Promise<({ ok: true } & OwnResults) | Failure> {
	const may = await requireMember(db, learner, classId);
	if (!may.ok || may.role !== 'student') return failure('not_found');
	const rows = await ownQuery(db, learner.id, classId);
	const told = rows.filter((row) => row.assignment.kind === 'quiz' && isTold(row, now));
	const ahead = rows.flatMap((row) => aheadOf(row, now) ?? []);
	const wanted = new Set([...told.map(({ assignment }) => assignment.id), ...ahead.map(({ id }) => id)]);
	const placed = (await placedItems(db, classId, [...wanted])).filter(({ excluded }) => !excluded);
	const all = await bankOfItems(db, shipped, placed);
	const itemsOf = (id: string) => placed.filter((row) => row.assignmentId === id).map(({ item }) => item.id);
	const goals = ahead.map(({ id, at }) => ({ itemIds: itemsOf(id), at }));
	const standings = await standingTowards(db, all, learner, goals);
	const ids = told.map(({ assignment }) => assignment.id);
	const mistakes = await mistakesOf(db, { bank, all, learner, now }, ids, placed);
	return {
		ok: true,
		grades: rows.flatMap((row) => gradeOf(row, now) ?? []),
		deadlines: ahead.flatMap((one, index) => {
			const standing = standings[index];
			return standing ? [{ ...one, ...standing }] : [];
		}),
		mistakes: mistakes.slice(0, MOST_LISTED),
		allMistakes: mistakes.length
	};
}

/** Whether she may see her grade: one who did not take part may when her time is over, as if she had finished. */
function isTold({ assignment: { rules, overAt }, extension, grade }: Row, now: Date): boolean {
	const terms = termsFor(rules, extension ?? undefined);
	const finished = (grade?.attempts ?? 0) > 0 || standingOf(terms, now) === 'closed';
	return mayReveal({ feedback: rules.feedback, finished, settled: false, over: overAt, now });
}

/** What is to be shown of a quiz's grade; nothing where there is none. */
function gradeOf(row: Row, now: Date): OwnGrade | undefined {
	const { id, title, rules, overAt, kind } = row.assignment;
	if (kind !== 'quiz' || !row.grade) return undefined;
	const told = isTold(row, now);
	const { override, computed, comment, waiting, attempts: finished } = row.grade;
	if (!told && finished === 0) return undefined;
	const shownAt = rules.feedback === 'after-closing' && !told ? overAt : null;
	if (!told) return { id, title, grade: null, comment: '', waiting: 0, shownAt };
	return { id, title, grade: override ?? computed, comment, waiting, shownAt };
}

/** The date of an assignment that lies ahead of a student; a quiz that she has finished has none. */
function aheadOf(
	{ assignment, extension, grade }: Row,
	now: Date
): { id: string; title: string; kind: 'quiz' | 'study'; at: Date } | undefined {
	const { id, title, kind, rules } = assignment;
	const terms = termsFor(rules, extension ?? undefined);
	const at = terms.dueAt ?? terms.endsAt;
	if (!at || at <= now || standingOf(terms, now) === 'closed') return undefined;
	return kind === 'quiz' && (grade?.attempts ?? 0) > 0 ? undefined : { id, title, kind, at };
}

interface Seeing {
	/** Her own bank, and the one that knows every item that she was assigned. */
	bank: Bank;
	all: Bank;
	learner: Learner;
	now: Date;
}

/** What she had wrong when she was asked last, the least known first. */
async function mistakesOf(
	db: Db,
	{ bank, all, learner, now }: Seeing,
	assignmentIds: readonly string[],
	placed: readonly PlacedItem[]
): Promise<Mistake[]> {
	if (assignmentIds.length === 0) return [];
	const last = new Map((await verdictsQuery(db, learner.id, assignmentIds)).map((row) => [row.itemId, row]));
	const counting = new Map(placed.map(({ item }) => [item.id, item]));
	const wrong = [...last.values()].flatMap(({ itemId, verdict, waiting }) => {
		const item = counting.get(itemId);
		return item && verdict !== 'correct' && !waiting && !bank.isWithheld(itemId) ? [item] : [];
	});
	const known = await ownMemory(
		db,
		all,
		learner.id,
		wrong.map(({ id }) => id)
	);
	const listed = wrong.map(({ id, question, topic }): Mistake => {
		const card = known.get(id);
		return {
			...{ itemId: id, question, deck: bank.item(id) ? `topic:${topic}` : null },
			recall: card ? recallAt(card, learner.settings, now) : null
		};
	});
	return listed.toSorted((a, b) => (a.recall ?? -1) - (b.recall ?? -1));
}
