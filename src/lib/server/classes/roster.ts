import { randomBytes } from 'node:crypto';
import { and, asc, count, eq, inArray } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { MOST_STUDENTS, readRoster, type ReadRoster } from '#lib/domain/teaching/roster.ts';
import { isStorable } from '#lib/domain/workspace/plain-text.ts';
import { UUID } from '#lib/domain/uuid.ts';
import type { Db } from '#lib/server/db/db.ts';
import { rosterPlaces } from '#lib/server/db/schema/classes.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { tokenHash } from '#lib/server/workspaces/invite.ts';
import { lockClass, requireChanger, requireTeacher } from './guards.ts';

/** A link that was made for a student: its secret is shown this once. */
export interface MadePlace {
	name: string;
	email: string;
	token: string;
}

type RosterFailure = Failure | (Extract<ReadRoster, { ok: false }> & { ok: false });

/**
 * Gives every student of a roster a place with a link of her own. Who stands on it already, by her address, keeps hers;
 * nothing is taken where a line cannot be.
 * @param text CSV: names and e-mail addresses
 * @returns the new links, to be handed out by the teacher; the faults of the roster by line; `class_full`
 */
export async function addRoster(
	db: Db,
	teacher: Learner,
	classId: string,
	text: string,
	now: Date
): Promise<{ ok: true; made: MadePlace[]; known: number } | RosterFailure> {
	if (!isStorable(text)) return failure('roster_unreadable');
	const read = readRoster(text);
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, classId);
		if (!may.ok) return may;
		if (!read.ok) return read;
		await lockClass(tx, classId);
		const emails = read.entries.map(({ email }) => email);
		const there = await tx
			.select({ email: rosterPlaces.email })
			.from(rosterPlaces)
			.where(and(eq(rosterPlaces.classId, classId), inArray(rosterPlaces.email, emails)));
		const known = new Set(there.map(({ email }) => email));
		const made = read.entries
			.filter(({ email }) => !known.has(email))
			.map((entry) => ({ ...entry, token: randomBytes(18).toString('base64url') }));
		const [all] = await tx.select({ number: count() }).from(rosterPlaces).where(eq(rosterPlaces.classId, classId));
		if ((all?.number ?? 0) + made.length > MOST_STUDENTS) return failure('class_full');
		const rows = made.map(({ name, email, token }) => ({
			classId,
			id: uuidv7(now),
			name,
			email,
			tokenHash: tokenHash(token),
			createdAt: now
		}));
		if (rows.length > 0) await tx.insert(rosterPlaces).values(rows);
		return { ok: true, made, known: known.size };
	});
}

/** The places of a class by name, and which are taken. */
export async function listPlaces(
	db: Db,
	teacher: Learner,
	classId: string
): Promise<{ ok: true; places: { id: string; name: string; email: string; takenBy: string | null }[] } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	const places = await db
		.select({ id: rosterPlaces.id, name: rosterPlaces.name, email: rosterPlaces.email, takenBy: rosterPlaces.takenBy })
		.from(rosterPlaces)
		.where(eq(rosterPlaces.classId, classId))
		.orderBy(asc(rosterPlaces.name));
	return { ok: true, places };
}

/** A new link for a place: the one before admits nobody any more, and whoever took the place stays in the class. */
export async function renewPlace(
	db: Db,
	teacher: Learner,
	classId: string,
	placeId: string,
	now: Date
): Promise<{ ok: true; made: MadePlace } | Failure> {
	const may = await requireChanger(db, teacher, classId);
	if (!may.ok) return may;
	if (!UUID.test(placeId)) return failure('not_found');
	const token = randomBytes(18).toString('base64url');
	const [renewed] = await db
		.update(rosterPlaces)
		.set({ tokenHash: tokenHash(token), createdAt: now, takenBy: null })
		.where(and(eq(rosterPlaces.classId, classId), eq(rosterPlaces.id, placeId)))
		.returning({ name: rosterPlaces.name, email: rosterPlaces.email });
	return renewed ? { ok: true, made: { ...renewed, token } } : failure('not_found');
}

/** Takes a place off the roster: its link admits nobody any more; a student who took it stays in the class. */
export async function withdrawPlace(
	db: Db,
	teacher: Learner,
	classId: string,
	placeId: string
): Promise<{ ok: true } | Failure> {
	const may = await requireChanger(db, teacher, classId);
	if (!may.ok) return may;
	if (!UUID.test(placeId)) return failure('not_found');
	const gone = await db
		.delete(rosterPlaces)
		.where(and(eq(rosterPlaces.classId, classId), eq(rosterPlaces.id, placeId)))
		.returning({ id: rosterPlaces.id });
	return gone.length > 0 ? { ok: true } : failure('not_found');
}
