import { createHash } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { LOCALES, type Locale } from '#lib/domain/tongue.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { pushSubscriptions } from '#lib/server/db/schema/scheduling.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { pushUrl, type PushGuard } from './push-address.ts';

/** Browsers of one learner that are reminded. */
const MOST_DEVICES = 10;
const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23));
const key = (bytes: number) =>
	v.pipe(
		v.string(),
		v.regex(/^[A-Za-z0-9_-]{1,100}={0,2}$/),
		v.check((text) => Buffer.from(text, 'base64url').length === bytes)
	);

/** What a browser sends that asks to be reminded: `PushSubscription.toJSON()` with the hour. */
const wishSchema = v.strictObject({
	endpoint: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
	/** Its public key, an uncompressed point of P-256, and its secret. */
	keys: v.strictObject({ p256dh: key(65), auth: key(16) }),
	hour
});

/** A browser that is reminded, as its learner sees it. */
export interface Device {
	id: string;
	/** Of its push service: "fcm.googleapis.com". */
	service: string;
	hour: number;
	createdAt: Date;
}

/** What "idOf" makes; anything else is no browser of anybody's. */
const ID = /^[0-9a-f]{64}$/;
const idOf = (endpoint: string): string => createHash('sha256').update(endpoint).digest('hex');

/** The query behind a learner's browsers: one range of the primary key. */
export function devicesQuery(db: Db, learnerId: string) {
	return db
		.select()
		.from(pushSubscriptions)
		.where(eq(pushSubscriptions.learnerId, learnerId))
		.orderBy(asc(pushSubscriptions.createdAt), asc(pushSubscriptions.id));
}

/** The browsers that remind a learner. */
export async function listDevices(db: Db, learner: Pick<Learner, 'id'>): Promise<Device[]> {
	const rows = await devicesQuery(db, learner.id);
	return rows.map(({ id, endpoint, hour, createdAt }) => ({ id, service: new URL(endpoint).host, hour, createdAt }));
}

/**
 * Has a browser remind a learner once a day at an hour of hers; one that does already is given the hour.
 * @param input what the browser sends
 * @param locale the language of its reminders
 * @returns `push_refused` for a service that is not a public https address, `too_many_devices`
 */
export async function subscribe(
	db: Db,
	learner: Pick<Learner, 'id'>,
	input: unknown,
	{ locale, now, guard = {} }: { locale: Locale; now: Date; guard?: PushGuard }
): Promise<{ ok: true; id: string } | Failure> {
	const checked = v.safeParse(wishSchema, input);
	if (!checked.success) return failure('invalid_input');
	const { endpoint, keys, hour } = checked.output;
	const url = pushUrl(endpoint, guard);
	if ('code' in url) return url;
	const id = idOf(url.href);
	const row = { learnerId: learner.id, id, endpoint: url.href, keys: { ...keys, locale }, hour, createdAt: now };
	return inTransaction(db, async (tx) => {
		await tx.select({ id: learners.id }).from(learners).where(eq(learners.id, learner.id)).for('update');
		const held = await devicesQuery(tx, learner.id);
		if (held.length >= MOST_DEVICES && !held.some((one) => one.id === id)) return failure('too_many_devices');
		await tx
			.insert(pushSubscriptions)
			.values(row)
			.onConflictDoUpdate({
				target: [pushSubscriptions.learnerId, pushSubscriptions.id],
				set: { keys: row.keys, hour }
			});
		return { ok: true, id };
	});
}

/** Changes the hour at which a browser reminds. */
export async function changeHour(
	db: Db,
	learner: Pick<Learner, 'id'>,
	id: string,
	wanted: unknown
): Promise<{ ok: true } | Failure> {
	const checked = v.safeParse(hour, wanted);
	if (!checked.success) return failure('invalid_input');
	if (!ID.test(id)) return failure('not_found');
	const changed = await db
		.update(pushSubscriptions)
		.set({ hour: checked.output })
		.where(ofDevice(learner, id))
		.returning({ id: pushSubscriptions.id });
	return changed.length > 0 ? { ok: true } : failure('not_found');
}

/** Ends the reminders of a browser. */
export async function unsubscribe(db: Db, learner: Pick<Learner, 'id'>, id: string): Promise<{ ok: true } | Failure> {
	if (!ID.test(id)) return failure('not_found');
	const gone = await db.delete(pushSubscriptions).where(ofDevice(learner, id)).returning({ id: pushSubscriptions.id });
	return gone.length > 0 ? { ok: true } : failure('not_found');
}

/** Ends the reminders of the browser with an endpoint, as the browser itself knows it. */
export function unsubscribeEndpoint(
	db: Db,
	learner: Pick<Learner, 'id'>,
	endpoint: string
): Promise<{ ok: true } | Failure> {
	return unsubscribe(db, learner, URL.canParse(endpoint) ? idOf(new URL(endpoint).href) : '');
}

const ofDevice = (learner: Pick<Learner, 'id'>, id: string) =>
	and(eq(pushSubscriptions.learnerId, learner.id), eq(pushSubscriptions.id, id));

/** The language that a stored browser is reminded in. */
export function localeOfDevice(keys: { locale?: string }): Locale {
	return LOCALES.find((locale) => locale === keys.locale) ?? 'en';
}
