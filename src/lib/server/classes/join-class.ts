import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { readJoinCode } from '#lib/domain/teaching/join-code.ts';
import { plainText } from '#lib/domain/workspace/plain-text.ts';
import { lockLearner } from '#lib/server/auth/learner-rows.ts';
import type { Db } from '#lib/server/db/db.ts';
import { classes, rosterPlaces } from '#lib/server/db/schema/classes.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { tokenHash } from '#lib/server/workspaces/invite.ts';
import { admit } from './admit.ts';

const joiningSchema = v.strictObject({ code: v.pipe(v.string(), v.maxLength(100)), name: plainText(100) });

/** The class that a code opens; codes of archived classes open nothing. */
export async function classByCode(db: Db, typed: string): Promise<{ ok: true; id: string; name: string } | Failure> {
	const code = readJoinCode(typed);
	if (code === undefined) return failure('code_invalid');
	const [found] = await db.select().from(classes).where(eq(classes.code, code));
	return found && !found.archivedAt ? { ok: true, id: found.id, name: found.name } : failure('code_invalid');
}

/**
 * Joins a class as a student by its code. Joining twice changes nothing.
 * @param input `{code, name}`: the name by which the class knows her
 * @returns the class; `code_invalid`, `name_missing`, and why `admit` does not take her
 */
export async function joinByCode(
	db: Db,
	learner: Learner,
	input: unknown,
	now: Date
): Promise<{ ok: true; id: string } | Failure> {
	const checked = v.safeParse(joiningSchema, input);
	if (!checked.success) return failure('name_missing');
	const { code, name } = checked.output;
	return inTransaction(db, async (tx) => {
		if (!(await lockLearner(tx, learner.id))) return failure('no_session');
		const found = await classByCode(tx, code);
		if (!found.ok) return found;
		const coming = { learnerId: learner.id, classId: found.id, role: 'student' as const, name, madeAt: null, now };
		const refused = await admit(tx, coming);
		return refused ? failure(refused) : { ok: true, id: found.id };
	});
}

/** The place in a class that a roster's link opens: whose it is, and whether it is taken. */
export async function placeByToken(
	db: Db,
	token: string
): Promise<{ ok: true; classId: string; class: string; name: string; takenBy: string | null } | Failure> {
	const [found] = await placeQuery(db, token);
	if (!found || found.archivedAt) return failure('invitation_invalid');
	const { classId, className, name, takenBy } = found;
	return { ok: true, classId, class: className, name, takenBy };
}

function placeQuery(db: Db, token: string) {
	return db
		.select({
			id: rosterPlaces.id,
			classId: rosterPlaces.classId,
			className: classes.name,
			archivedAt: classes.archivedAt,
			name: rosterPlaces.name,
			createdAt: rosterPlaces.createdAt,
			takenBy: rosterPlaces.takenBy
		})
		.from(rosterPlaces)
		.innerJoin(classes, eq(classes.id, rosterPlaces.classId))
		.where(eq(rosterPlaces.tokenHash, tokenHash(token)));
}

/**
 * Takes the place that a roster gives: under the roster's name, once; the same learner may follow her link again.
 * @returns the class; `invitation_invalid`, `place_taken`, and why `admit` does not take her
 */
export async function takePlace(
	db: Db,
	learner: Learner,
	token: string,
	now: Date
): Promise<{ ok: true; id: string } | Failure> {
	return inTransaction(db, async (tx) => {
		if (!(await lockLearner(tx, learner.id))) return failure('no_session');
		const [place] = await placeQuery(tx, token).for('update');
		if (!place || place.archivedAt) return failure('invitation_invalid');
		if (place.takenBy !== null && place.takenBy !== learner.id) return failure('place_taken');
		const { classId, name, createdAt: madeAt } = place;
		const refused = await admit(tx, { learnerId: learner.id, classId, role: 'student', name, madeAt, now });
		if (refused) return failure(refused);
		await tx
			.update(rosterPlaces)
			.set({ takenBy: learner.id })
			.where(eq(rosterPlaces.tokenHash, tokenHash(token)));
		return { ok: true, id: classId };
	});
}
