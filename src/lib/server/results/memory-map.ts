import { setImmediate } from 'node:timers/promises';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Item } from '#lib/domain/items/types.ts';
import { readSettings } from '#lib/domain/scheduling/settings.ts';
import {
	memoryMap,
	recallsOf,
	type CardMemory,
	type MemoryMap,
	type Recalls
} from '#lib/domain/teaching/memory-map.ts';
import type { MostChosen } from '#lib/domain/teaching/memory-map-wrongs.ts';
import { bankOfItems } from '#lib/server/attempts/mark-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { requireTeacher } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments } from '#lib/server/db/schema/assignments.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { cards } from '#lib/server/db/schema/reviews.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { placedItems } from './memory-map-items.ts';
import { wrongAnswers } from './memory-map-wrongs.ts';

/** How well a class will know what it was assigned. */
export interface ClassMemory {
	map: MemoryMap;
	/** In the map's order of students. */
	students: { id: string; name: string }[];
	items: ReadonlyMap<string, Item>;
	/** The wrong answer that was given most, by item. */
	wrongs: ReadonlyMap<string, MostChosen>;
	/** The published assignments of the class, the latest first. */
	assignments: { id: string; title: string; dueAt: Date | null }[];
}

/** The query behind who stands in the map: one range of the index on (class, role, name). */
export function studentsQuery(db: Db, classId: string) {
	return db
		.select({ id: classMembers.learnerId, name: classMembers.name, settings: learners.settings })
		.from(classMembers)
		.innerJoin(learners, eq(learners.id, classMembers.learnerId))
		.where(and(eq(classMembers.classId, classId), eq(classMembers.role, 'student')))
		.orderBy(asc(classMembers.name), asc(classMembers.learnerId));
}

/** Of a card what its predicted recall depends on: item, stability in days, last review in Unix milliseconds, memory. */
type SlimCard = [itemId: string, stability: number, lastReview: number, memory: string | null];

/**
 * The query behind what a class remembers: of each student, her cards of these items by their key. One row a student,
 * because reading sixty thousand rows takes ten times as long.
 */
export function classCardsQuery(db: Db, classId: string, itemIds: readonly string[]) {
	const lastReview = sql`(extract(epoch from ${cards.lastReview}) * 1000)::double precision`;
	return db
		.select({
			learnerId: cards.learnerId,
			cards: sql<
				SlimCard[]
			>`json_agg(json_build_array(${cards.itemId}, ${cards.stability}, ${lastReview}, ${cards.memory}))`
		})
		.from(classMembers)
		.innerJoin(cards, and(eq(cards.learnerId, classMembers.learnerId), inArray(cards.itemId, [...itemIds])))
		.where(and(eq(classMembers.classId, classId), eq(classMembers.role, 'student')))
		.groupBy(cards.learnerId);
}

/** The query behind what a class was assigned. */
export function publishedQuery(db: Db, classId: string) {
	return db
		.select({ id: assignments.id, title: assignments.title, rules: assignments.rules })
		.from(assignments)
		.where(and(eq(assignments.classId, classId), eq(assignments.status, 'published')))
		.orderBy(asc(assignments.createdAt), asc(assignments.id));
}

/**
 * The class memory map as its teachers see it, over all published assignments or one of them; items that are left out
 * of the grades of each of them are none of it. A constant number of statements for however many students and items.
 * @param at when it has to be known
 */
export async function classMemory(
	db: Db,
	shipped: Shipped,
	teacher: Learner,
	classId: string,
	{ assignment, at }: { assignment: string | undefined; at: Date }
): Promise<({ ok: true } & ClassMemory) | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	const published = await publishedQuery(db, classId);
	const chosen = published.filter(({ id }) => assignment === undefined || id === assignment).map(({ id }) => id);
	if (assignment !== undefined && chosen.length === 0) return failure('not_found');
	const placed = (await placedItems(db, classId, chosen)).filter(({ excluded }) => !excluded);
	const items = new Map(placed.map(({ item }) => [item.id, item]));
	const students = await studentsQuery(db, classId);
	const { memory } = await bankOfItems(db, shipped, placed);
	const known = await cardsOf(db, classId, [...items.keys()], memory);
	const wrongs = await wrongAnswers(db, classId, placed);
	const map = memoryMap([...items.keys()], await allRecalls([...items.keys()], students, known, at));
	return {
		ok: true,
		...{ map, items, wrongs },
		students: students.map(({ id, name }) => ({ id, name })),
		assignments: published
			.map(({ id, title, rules }) => ({ id, title, dueAt: rules.dueAt === null ? null : new Date(rules.dueAt) }))
			.toReversed()
	};
}

type Cards = ReadonlyMap<string, ReadonlyMap<string, CardMemory>>;

/** The students' cards of what the items ask now, by student and item. */
async function cardsOf(
	db: Db,
	classId: string,
	itemIds: readonly string[],
	memory: (itemId: string) => string | null
): Promise<Cards> {
	if (itemIds.length === 0) return new Map();
	const rows = await classCardsQuery(db, classId, itemIds);
	// A card of what the item asked before it was changed is none of what it asks now.
	const stands = ([itemId, , , learntUnder]: SlimCard) => memory(itemId) === learntUnder;
	const toMemory = ([itemId, stability, lastReview]: SlimCard) =>
		[itemId, { stability, lastReview: new Date(lastReview).toISOString() }] as const;
	return new Map(rows.map((row) => [row.learnerId, new Map(row.cards.filter(stands).map(toMemory))]));
}

type Students = Awaited<ReturnType<typeof studentsQuery>>;

/** Every student's recall; other requests are served in between, because a large class takes a second. */
async function allRecalls(itemIds: readonly string[], students: Students, known: Cards, at: Date): Promise<Recalls[]> {
	const recalls: Recalls[] = [];
	for (const { id, settings } of students) {
		recalls.push(recallsOf(itemIds, known.get(id) ?? new Map<string, CardMemory>(), readSettings(settings), at));
		await setImmediate();
	}
	return recalls;
}
