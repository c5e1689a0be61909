import type { Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { listMembers, type Member } from './members.ts';
import { listPlaces } from './roster.ts';
import { listTeacherInvitations } from './teachers.ts';

/** Everybody who belongs to a class or may come into it, as its teachers see them. */
export interface ClassPeople {
	members: Member[];
	/** Places of the roster that nobody has taken yet. */
	waiting: { id: string; name: string; email: string }[];
	invitations: { id: string; createdAt: Date; expiresAt: Date }[];
	/** E-mail addresses by member, for those who came by the roster. */
	emails: Record<string, string>;
}

/** The people of a class. */
export async function peopleOf(
	db: Db,
	teacher: Learner,
	classId: string,
	now: Date
): Promise<{ ok: true; people: ClassPeople } | Failure> {
	const [members, places, invitations] = await Promise.all([
		listMembers(db, teacher, classId),
		listPlaces(db, teacher, classId),
		listTeacherInvitations(db, teacher, classId, now)
	]);
	if (!members.ok) return members;
	if (!places.ok) return places;
	if (!invitations.ok) return invitations;
	const taken = places.places.flatMap(({ takenBy, email }) => (takenBy === null ? [] : [[takenBy, email] as const]));
	return {
		ok: true,
		people: {
			members: members.members,
			waiting: places.places
				.filter(({ takenBy }) => takenBy === null)
				.map(({ id, name, email }) => ({ id, name, email })),
			invitations: invitations.invitations,
			emails: Object.fromEntries(taken)
		}
	};
}
