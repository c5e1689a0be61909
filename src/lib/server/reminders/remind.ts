import { and, asc, eq, gt, isNull, ne, or } from 'drizzle-orm';
import { dayOf, startOfDay } from '#lib/domain/scheduling/clock.ts';
import { readSettings, type LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { pushSubscriptions } from '#lib/server/db/schema/scheduling.ts';
import { planToday } from '#lib/server/reviews/today.ts';
import { learnerAt } from './learner-at.ts';
import { reminderText } from './reminder-text.ts';
import { localeOfDevice } from './subscriptions.ts';
import type { PushSender } from './send-push.ts';

const HOUR_MS = 60 * 60_000;
/** A reminder that could not be sent at its hour is sent later, but not as late as this. */
const LATEST_HOURS = 3;
const PAGE = 500;

/** The query behind everybody who is reminded, a page at a time: ranges of the primary key. */
export function subscriptionsQuery(db: Db, after: { learnerId: string; id: string } | undefined, most = PAGE) {
	const { learnerId, id } = pushSubscriptions;
	return db
		.select({ subscription: pushSubscriptions, settings: learners.settings })
		.from(pushSubscriptions)
		.innerJoin(learners, eq(learners.id, learnerId))
		.where(after && or(gt(learnerId, after.learnerId), and(eq(learnerId, after.learnerId), gt(id, after.id))))
		.orderBy(asc(learnerId), asc(id))
		.limit(most);
}

type Row = Awaited<ReturnType<typeof subscriptionsQuery>>[number];

/** Whether now is the hour of the learner's day at which she wants to be reminded, or shortly after it. */
export function isHour(hour: number, now: Date, settings: Pick<LearnerSettings, 'timeZone' | 'dayStart'>): boolean {
	const into = (now.getTime() - startOfDay(dayOf(now, settings), settings).getTime()) / HOUR_MS;
	const wanted = (hour - settings.dayStart + 24) % 24;
	return into >= wanted && into < wanted + LATEST_HOURS;
}

/**
 * Reminds whoever's hour it is and for whom something is due: each browser once a day at most, also where several
 * processes look at the same time, since the day is claimed by writing it before anything is sent.
 * @param home where the reviews are, as a path
 * @returns how many were sent
 */
export async function sendReminders(
	db: Db,
	shipped: Shipped,
	{ send, home = '/review' }: { send: PushSender; home?: string },
	now: Date
): Promise<number> {
	let sent = 0;
	let after: { learnerId: string; id: string } | undefined;
	for (;;) {
		const rows = await subscriptionsQuery(db, after);
		for (const row of rows) if (await remindOne(db, shipped, row, { send, home }, now)) sent++;
		after = rows.at(-1)?.subscription;
		if (rows.length < PAGE) return sent;
	}
}

async function remindOne(
	db: Db,
	shipped: Shipped,
	{ subscription, settings: stored }: Row,
	{ send, home }: { send: PushSender; home: string },
	now: Date
): Promise<boolean> {
	const { learnerId, id, hour, sentOn, endpoint, keys } = subscription;
	const settings = readSettings(stored);
	const day = dayOf(now, settings);
	if (sentOn === day || !isHour(hour, now, settings)) return false;
	const { learner, bank } = await learnerAt(db, shipped, { id: learnerId, settings }, now);
	const { left, later } = await planToday(db, bank, learner, { by: 'all' }, now);
	const count = later === undefined ? left.learning + left.review + left.new : 0;
	if (count === 0 || !(await claim(db, { learnerId, id, day }))) return false;
	const result = await send({ endpoint, keys }, reminderText(count, localeOfDevice(keys), home));
	if (result === 'gone') await db.delete(pushSubscriptions).where(ofSubscription(learnerId, id));
	return result === 'sent';
}

/** Takes a browser's reminder of a day for this process; false where another one has it. */
async function claim(db: Db, { learnerId, id, day }: { learnerId: string; id: string; day: string }): Promise<boolean> {
	const { sentOn } = pushSubscriptions;
	const claimed = await db
		.update(pushSubscriptions)
		.set({ sentOn: day })
		.where(and(ofSubscription(learnerId, id), or(isNull(sentOn), ne(sentOn, day))))
		.returning({ id: pushSubscriptions.id });
	return claimed.length > 0;
}

const ofSubscription = (learnerId: string, id: string) =>
	and(eq(pushSubscriptions.learnerId, learnerId), eq(pushSubscriptions.id, id));
