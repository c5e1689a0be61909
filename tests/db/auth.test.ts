import type { Cookies } from '@sveltejs/kit';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditCard } from '#lib/domain/scheduling/replay.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import { adopt } from '#lib/server/auth/adopt.ts';
import { changePassword } from '#lib/server/auth/change-password.ts';
import { insertLearner } from '#lib/server/auth/learner-rows.ts';
import {
	createSession,
	endSession,
	hashSessionId,
	removeExpiredSessions,
	validateSession,
	type Session
} from '#lib/server/auth/lucia.ts';
import { register, type Registration } from '#lib/server/auth/register.ts';
import { readSession, setSession } from '#lib/server/auth/session.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { signOut } from '#lib/server/auth/sign-out.ts';
import { signOutEverywhere } from '#lib/server/auth/sign-out-everywhere.ts';
import { startGuest } from '#lib/server/auth/start-guest.ts';
import { createThrottle } from '#lib/server/auth/throttle.ts';
import { accounts, learners, sessions } from '#lib/server/db/schema/learners.ts';
import { cards, learnerDays, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { calendarFeeds, deadlines, deckOptions } from '#lib/server/db/schema/scheduling.ts';
import { toCard, toColumns } from '#lib/server/reviews/card-row.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import { describeOnEachDatabase } from './harness.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const after = (days: number, seconds = 0) => new Date(NOW.getTime() + days * 86_400_000 + seconds * 1000);
const PASSWORD = 'correct horse battery';
const NOBODY = '00000000-0000-7000-8000-000000000000';

describeOnEachDatabase('auth', (on) => {
	let made = 0;
	const newEmail = () => `learner-${++made}@example.org`;
	/** Each call with counters of its own, as from another place. */
	const from = (more: object = {}) => ({ address: '192.0.2.1', throttle: createThrottle(), ...more });
	const input = (more: Partial<Registration> = {}): Registration => ({
		name: 'Ada',
		email: newEmail(),
		password: PASSWORD,
		...more
	});

	/** A learner with an account and an open session. */
	async function newAccount(email = newEmail()): Promise<{ email: string; id: string; session: Session }> {
		const made = await register(on.db, input({ email }), from(), NOW);
		if (!made.ok) throw new Error(made.code);
		return { email, id: made.session.learnerId, session: made.session };
	}
	const codeOf = (result: { ok: boolean; code?: string }) => (result.ok ? 'ok' : result.code);
	const isOpen = async (session: Session, now = NOW) => (await validateSession(on.db, session.id, now)) !== null;
	const countOf = async (table: typeof learners | typeof sessions | typeof cards) => on.db.$count(table);

	describe('a guest', () => {
		it('is a learner without an account, known by her session', async () => {
			const { learnerId, session } = await startGuest(on.db, 'Europe/Berlin', NOW);
			const visitor = await validateSession(on.db, session.id, NOW);
			expect(visitor).toMatchObject({
				learner: { id: learnerId, settings: { timeZone: 'Europe/Berlin' } },
				account: null,
				expiresAt: after(30),
				prolonged: false
			});
		});

		it.each([undefined, '', 'Mars/Olympus', '\u0000', 'x'.repeat(10_000)])(
			'with the time zone %j lives in UTC',
			async (zone) => {
				const { session } = await startGuest(on.db, zone, NOW);
				const visitor = await validateSession(on.db, session.id, NOW);
				expect(visitor?.learner.settings.timeZone).toBe('UTC');
			}
		);
	});

	describe('a session', () => {
		it('is in the database as a hash that opens nothing', async () => {
			const { session } = await startGuest(on.db, 'UTC', NOW);
			const [row] = await on.db.select().from(sessions).where(eq(sessions.learnerId, session.learnerId));
			expect(row?.idHash).toBe(hashSessionId(session.id));
			expect(row?.idHash).toMatch(/^[0-9a-f]{64}$/);
			expect(await validateSession(on.db, row!.idHash, NOW)).toBeNull();
			expect(await validateSession(on.db, row!.idHash.slice(0, 40), NOW)).toBeNull();
		});

		it.each(['', ' ', "' or 1=1 --", 'a'.repeat(40), 'A'.repeat(40), 'x'.repeat(1_000_000), '\u0000', '__proto__'])(
			'is not opened by “%.20s”',
			async (id) => {
				expect(await validateSession(on.db, id, NOW)).toBeNull();
			}
		);

		it('is another secret each time', async () => {
			const learnerId = await insertLearner(on.db, 'UTC', NOW);
			const made = [];
			for (let time = 0; time < 20; time++) made.push(await createSession(on.db, learnerId, NOW));
			expect(new Set(made.map(({ id }) => id)).size).toBe(20);
			for (const { id } of made) expect(id).toMatch(/^[a-z2-7]{40}$/);
		});

		it('is over thirty days after its last use, and then deleted', async () => {
			const { session } = await startGuest(on.db, 'UTC', NOW);
			expect(await isOpen(session, after(30, -60))).toBe(true);
			const { session: unused } = await startGuest(on.db, 'UTC', NOW);
			expect(await isOpen(unused, after(30, 60))).toBe(false);
			expect(await on.db.select().from(sessions).where(eq(sessions.learnerId, unused.learnerId))).toEqual([]);
		});

		it('is prolonged in the second half of its time, and not before', async () => {
			const { session } = await startGuest(on.db, 'UTC', NOW);
			expect(await validateSession(on.db, session.id, after(14))).toMatchObject({
				prolonged: false,
				expiresAt: after(30)
			});
			expect(await validateSession(on.db, session.id, after(16))).toMatchObject({
				prolonged: true,
				expiresAt: after(46)
			});
			expect(await validateSession(on.db, session.id, after(16))).toMatchObject({
				prolonged: false,
				expiresAt: after(46)
			});
			expect(await isOpen(session, after(45))).toBe(true);
		});

		it('is over ninety days after it began, however much it is used', async () => {
			const { session } = await newAccount();
			for (let day = 5; day < 90; day += 5) expect(await isOpen(session, after(day))).toBe(true);
			expect(await validateSession(on.db, session.id, after(89))).toMatchObject({
				prolonged: false,
				expiresAt: after(90)
			});
			expect(await isOpen(session, after(90, 60))).toBe(false);
		});

		it('is over after ninety days even where its row says otherwise', async () => {
			const { session } = await newAccount();
			await on.db
				.update(sessions)
				.set({ expiresAt: after(1000) })
				.where(eq(sessions.learnerId, session.learnerId));
			expect(await isOpen(session, after(91))).toBe(false);
		});

		it('of a guest goes on as long as she comes back, because she has no other way in', async () => {
			const { session } = await startGuest(on.db, 'UTC', NOW);
			for (let day = 20; day <= 400; day += 20) expect(await isOpen(session, after(day))).toBe(true);
			expect(await isOpen(session, after(431))).toBe(false);
		});

		it('that is over is swept away, and no other', async () => {
			const old = await startGuest(on.db, 'UTC', after(-400));
			const { session } = await startGuest(on.db, 'UTC', NOW);
			await removeExpiredSessions(on.db, NOW);
			expect(await on.db.select().from(sessions).where(eq(sessions.learnerId, old.learnerId))).toEqual([]);
			expect(await isOpen(session)).toBe(true);
		});

		it('ends with its learner', async () => {
			const { learnerId, session } = await startGuest(on.db, 'UTC', NOW);
			await on.db.delete(learners).where(eq(learners.id, learnerId));
			expect(await isOpen(session)).toBe(false);
		});
	});

	describe('the cookie of a session', () => {
		/** A request with cookies, and what it did to them. */
		function request(url: string, cookies: Record<string, string> = {}) {
			const done: { name: string; value: string | null; options: object }[] = [];
			const jar = {
				get: (name: string) => cookies[name],
				set: (name: string, value: string, options: object) => void done.push({ name, value, options }),
				delete: (name: string, options: object) => void done.push({ name, value: null, options })
			} as unknown as Cookies;
			return { cookies: jar, locals: {} as App.Locals, url: new URL(url), done };
		}

		it('is for this host, https and the server alone', async () => {
			const { session } = await startGuest(on.db, 'UTC', NOW);
			const { cookies, url, done } = request('https://quiz.example.org/');
			setSession(cookies, url, session);
			const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: true, expires: after(30) };
			expect(done).toEqual([{ name: '__Host-readout', value: session.id, options }]);
		});

		it('has a plain name over http', async () => {
			const { session } = await startGuest(on.db, 'UTC', NOW);
			const { cookies, url, done } = request('http://localhost:3000/');
			setSession(cookies, url, session);
			expect(done).toMatchObject([{ name: 'readout', options: { secure: false, httpOnly: true, sameSite: 'lax' } }]);
		});

		it('says who asks, and is sent again when the session is prolonged', async () => {
			const { learnerId, session } = await startGuest(on.db, 'UTC', NOW);
			const event = request('https://quiz.example.org/', { '__Host-readout': session.id });
			await readSession(on.db, event, after(1));
			expect(event.locals).toMatchObject({ learner: { id: learnerId }, account: null, sessionId: session.id });
			expect(event.done).toEqual([]);
			await readSession(on.db, event, after(20));
			expect(event.done).toMatchObject([{ value: session.id, options: { expires: after(50) } }]);
		});

		it('is taken away when its session is over, and says nobody', async () => {
			const event = request('https://quiz.example.org/', { '__Host-readout': 'a'.repeat(40) });
			await readSession(on.db, event, NOW);
			expect(event.locals).toEqual({ learner: null, account: null, sessionId: null });
			expect(event.done).toMatchObject([{ name: '__Host-readout', value: null, options: { path: '/', secure: true } }]);
		});

		it('over https is not taken from a name that another host may set', async () => {
			const { session } = await startGuest(on.db, 'UTC', NOW);
			const event = request('https://quiz.example.org/', { readout: session.id });
			await readSession(on.db, event, NOW);
			expect(event.locals.learner).toBeNull();
		});
	});

	describe('registering', () => {
		it('makes a learner with an account', async () => {
			const data = input({ name: '  Ada\tLovelace ', timeZone: 'Asia/Tokyo' });
			const result = await register(on.db, data, from(), NOW);
			const visitor = result.ok ? await validateSession(on.db, result.session.id, NOW) : null;
			expect(visitor?.account).toEqual({ name: 'Ada Lovelace', email: data.email });
			expect(visitor?.learner.settings.timeZone).toBe('Asia/Tokyo');
		});

		it('keeps no password', async () => {
			const { id } = await newAccount();
			const [row] = await on.db.select().from(accounts).where(eq(accounts.learnerId, id));
			expect(row?.passwordHash).toMatch(/^\$argon2id\$/);
			expect(JSON.stringify(row)).not.toContain(PASSWORD);
		});

		it('leaves a guest her id and so her cards, in a fresh session', async () => {
			const guest = await startGuest(on.db, 'Europe/Paris', NOW);
			await remember(guest.learnerId, 'fact.one', ['a']);
			const result = await register(on.db, input(), from({ learnerId: guest.learnerId }), after(1));
			if (!result.ok) throw new Error(result.code);
			expect(result.session.learnerId).toBe(guest.learnerId);
			expect(result.session.id).not.toBe(guest.session.id);
			expect(await isOpen(guest.session)).toBe(false);
			const visitor = await validateSession(on.db, result.session.id, after(1));
			expect(visitor).toMatchObject({ learner: { settings: { timeZone: 'Europe/Paris' } }, account: { name: 'Ada' } });
			expect(await itemsOf(guest.learnerId)).toEqual(['fact.one']);
		});

		it('is refused where the address is taken, in any case, and leaves nothing behind', async () => {
			const { email } = await newAccount();
			const before = [await countOf(learners), await countOf(sessions)];
			expect(codeOf(await register(on.db, input({ email: email.toUpperCase() }), from(), NOW))).toBe('email_taken');
			expect([await countOf(learners), await countOf(sessions)]).toEqual(before);
		});

		it('is refused to a guest where the address is taken, and leaves her a guest', async () => {
			const { email } = await newAccount();
			const guest = await startGuest(on.db, 'UTC', NOW);
			const result = await register(on.db, input({ email }), from({ learnerId: guest.learnerId }), NOW);
			expect(codeOf(result)).toBe('email_taken');
			expect(await validateSession(on.db, guest.session.id, NOW)).toMatchObject({ account: null });
		});

		it('is refused to a learner who has an account', async () => {
			const { id } = await newAccount();
			expect(codeOf(await register(on.db, input(), from({ learnerId: id }), NOW))).toBe('already_registered');
		});

		it('makes a new learner where the session’s is gone', async () => {
			const result = await register(on.db, input(), from({ learnerId: NOBODY }), NOW);
			expect(result.ok && result.session.learnerId).not.toBe(NOBODY);
		});

		it.each([
			[{ name: ' \u0000\n ' }, 'name_missing'],
			[{ name: 'x'.repeat(101) }, 'name_too_long'],
			[{ email: 'ada' }, 'invalid_email'],
			[{ email: `a@b.c\u0000` }, 'invalid_email'],
			[{ password: 'short' }, 'password_too_short'],
			[{ password: 'password123' }, 'password_too_common'],
			[{ password: 'x7'.repeat(101) }, 'password_too_long']
		])('with %j is refused: %s', async (more, code) => {
			expect(codeOf(await register(on.db, input(more), from(), NOW))).toBe(code);
		});

		it('at the same moment with one address makes one account', async () => {
			const email = newEmail();
			const before = await countOf(learners);
			const results = await Promise.all(
				Array.from({ length: 5 }, () => register(on.db, input({ email }), from(), NOW))
			);
			expect(results.map(codeOf).sort()).toEqual(['email_taken', 'email_taken', 'email_taken', 'email_taken', 'ok']);
			expect(await countOf(learners)).toBe(before + 1);
		});

		it('at the same moment as one guest makes one account', async () => {
			const { learnerId } = await startGuest(on.db, 'UTC', NOW);
			const results = await Promise.all([1, 2, 3].map(() => register(on.db, input(), from({ learnerId }), NOW)));
			expect(results.map(codeOf).sort()).toEqual(['already_registered', 'already_registered', 'ok']);
		});

		it('is throttled, so that taken addresses cannot be tried at will', async () => {
			const { email } = await newAccount();
			const here = from();
			const codes = [];
			for (let time = 0; time < 12; time++) codes.push(codeOf(await register(on.db, input({ email }), here, NOW)));
			expect(codes.slice(9)).toEqual(['email_taken', 'too_many_attempts', 'too_many_attempts']);
		});
	});

	describe('signing in', () => {
		it('opens a session of the account', async () => {
			const { email, id } = await newAccount();
			const result = await signIn(on.db, { email: ` ${email.toUpperCase()} `, password: PASSWORD }, from(), NOW);
			expect(result).toMatchObject({ ok: true, adopted: 0, session: { learnerId: id } });
			expect(result.ok && (await isOpen(result.session))).toBe(true);
		});

		it('leaves sessions at other places open and ends the one of this browser', async () => {
			const { email, id, session: elsewhere } = await newAccount();
			const present = await createSession(on.db, id, NOW);
			const result = await signIn(
				on.db,
				{ email, password: PASSWORD },
				from({ learnerId: id, sessionId: present.id }),
				NOW
			);
			expect(result.ok && result.session.id).not.toBe(present.id);
			expect([await isOpen(elsewhere), await isOpen(present)]).toEqual([true, false]);
		});

		it('fails alike for a wrong password and for an unknown address', async () => {
			const { email } = await newAccount();
			const failed = { ok: false, code: 'wrong_credentials' };
			expect(await signIn(on.db, { email, password: `${PASSWORD}!` }, from(), NOW)).toEqual(failed);
			expect(await signIn(on.db, { email: newEmail(), password: PASSWORD }, from(), NOW)).toEqual(failed);
			for (const text of ['', 'ada', '\u0000', `${email}\u0000`, 'x'.repeat(1_000_000), '%', "' or 1=1 --"]) {
				expect(await signIn(on.db, { email: text, password: PASSWORD }, from(), NOW)).toEqual(failed);
				expect(await signIn(on.db, { email, password: text }, from(), NOW)).toEqual(failed);
			}
		});

		it('is refused after ten failures in a row, even with the right password, but not elsewhere', async () => {
			const { email } = await newAccount();
			const here = from();
			for (let time = 0; time < 10; time++) await signIn(on.db, { email, password: 'wrong password' }, here, NOW);
			const refused = await signIn(on.db, { email, password: PASSWORD }, here, NOW);
			expect(refused).toMatchObject({ ok: false, code: 'too_many_attempts' });
			expect(refused).toHaveProperty('retryAfterSeconds', expect.any(Number));
			const there = { ...here, address: '192.0.2.2' };
			expect((await signIn(on.db, { email, password: PASSWORD }, there, NOW)).ok).toBe(true);
		});

		it('fifty times at once compares at most ten passwords', async () => {
			const { email } = await newAccount();
			const here = from();
			const tries = Array.from({ length: 50 }, () => signIn(on.db, { email, password: 'wrong password' }, here, NOW));
			const codes = (await Promise.all(tries)).map(codeOf);
			expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(10);
			expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(40);
		});

		it('rightly makes failures count from the start again', async () => {
			const { email } = await newAccount();
			const here = from();
			for (let round = 0; round < 3; round++) {
				for (let time = 0; time < 9; time++) {
					expect(codeOf(await signIn(on.db, { email, password: 'wrong password' }, here, NOW))).toBe(
						'wrong_credentials'
					);
				}
				expect(codeOf(await signIn(on.db, { email, password: PASSWORD }, here, NOW))).toBe('ok');
			}
		});

		it('with a password that is changed meanwhile opens nothing that lasts', async () => {
			for (let round = 0; round < 5; round++) {
				const { email, id, session } = await newAccount();
				const [signed, changed] = await Promise.all([
					signIn(on.db, { email, password: PASSWORD }, from(), NOW),
					changePassword(
						on.db,
						{ present: PASSWORD, next: 'another long secret' },
						{ learnerId: id, sessionId: session.id, ...from() }
					)
				]);
				expect(changed.ok).toBe(true);
				expect(signed.ok ? await isOpen(signed.session) : false).toBe(false);
			}
		});
	});

	describe('a guest who signs in', () => {
		it('brings her cards for what the account does not know', async () => {
			const account = await newAccount();
			const guest = await startGuest(on.db, 'UTC', NOW);
			await remember(account.id, 'fact.known', ['a'], { stability: 50 });
			await remember(guest.learnerId, 'fact.known', ['b']);
			await remember(guest.learnerId, 'fact.new', ['c', 'd']);
			await takeBack(guest.learnerId, 'fact.undone', 'e');
			const result = await signIn(
				on.db,
				{ email: account.email, password: PASSWORD },
				from({ learnerId: guest.learnerId, sessionId: guest.session.id }),
				NOW
			);
			expect(result).toMatchObject({ ok: true, adopted: 1 });
			expect(await itemsOf(account.id)).toEqual(['fact.known', 'fact.new']);
			const own = await on.db.select().from(cards).where(eq(cards.learnerId, account.id));
			const known = own.find((card) => card.itemId === 'fact.known');
			expect(known?.stability).toBe(50);
			const log = await on.db.select().from(reviews).where(eq(reviews.learnerId, account.id));
			expect(log.map((review) => review.itemId).sort()).toEqual(['fact.known', 'fact.new', 'fact.new', 'fact.undone']);
			expect(await on.db.$count(undos, eq(undos.learnerId, account.id))).toBe(1);
			for (const row of own) {
				const mine = log.filter((review) => review.itemId === row.itemId).sort((a, b) => a.after.seq - b.after.seq);
				expect(auditCard(mine, new Set(), toCard(row))).toEqual({ ok: true });
			}
		});

		it('brings her deadlines, her decks’ options and her calendar; what the account set stays', async () => {
			const account = await newAccount();
			const guest = await startGuest(on.db, 'UTC', NOW);
			const options = (learnerId: string, newPerDay: number) => ({ learnerId, deck: 'all', options: { newPerDay } });
			await on.db.insert(deckOptions).values([options(account.id, 5), options(guest.learnerId, 9)]);
			const deadline = { id: uuidv7(NOW), name: 'Examination', deck: 'all', day: '2026-04-01', createdAt: NOW };
			await on.db.insert(deadlines).values({ ...deadline, learnerId: guest.learnerId });
			const tokenHash = `hash of ${guest.learnerId}`;
			await on.db.insert(calendarFeeds).values({ tokenHash, learnerId: guest.learnerId, createdAt: NOW });
			await on.db.transaction((tx) => adopt(tx, guest.learnerId, account.id));
			const set = await on.db.select().from(deadlines).where(eq(deadlines.learnerId, account.id));
			expect(set.map(({ name }) => name)).toEqual(['Examination']);
			const own = await on.db.select().from(deckOptions).where(eq(deckOptions.learnerId, account.id));
			expect(own.map((row) => row.options)).toEqual([{ newPerDay: 5 }]);
			const [feed] = await on.db.select().from(calendarFeeds).where(eq(calendarFeeds.tokenHash, tokenHash));
			expect(feed?.learnerId).toBe(account.id);
		});

		it('brings the counts of her days, without what stayed behind', async () => {
			const account = await newAccount();
			const guest = await startGuest(on.db, 'UTC', NOW);
			await remember(account.id, 'fact.known', ['a']);
			await remember(guest.learnerId, 'fact.known', ['b']);
			await remember(guest.learnerId, 'fact.new', ['c', 'd']);
			await takeBack(guest.learnerId, 'fact.undone', 'e');
			await on.db.transaction((tx) => adopt(tx, guest.learnerId, account.id));
			const days = await on.db.select().from(learnerDays).where(eq(learnerDays.learnerId, account.id));
			expect(days).toEqual([
				{
					learnerId: account.id,
					day: '2026-03-01',
					introduced: 2,
					reviewed: 0,
					answered: 3,
					correct: 3,
					durationMs: 3000,
					moreNew: 0,
					moreReviews: 0
				}
			]);
		});

		it('is gone, with her session and all her rows', async () => {
			const account = await newAccount();
			const guest = await startGuest(on.db, 'UTC', NOW);
			await remember(guest.learnerId, 'fact.one', ['a']);
			await signIn(on.db, { email: account.email, password: PASSWORD }, from({ learnerId: guest.learnerId }), NOW);
			expect(await isOpen(guest.session)).toBe(false);
			for (const table of [cards, reviews, undos, learnerDays, sessions]) {
				expect(await on.db.$count(table, eq(table.learnerId, guest.learnerId))).toBe(0);
			}
			expect(await on.db.$count(learners, eq(learners.id, guest.learnerId))).toBe(0);
		});

		it('keeps everything where the password is wrong', async () => {
			const account = await newAccount();
			const guest = await startGuest(on.db, 'UTC', NOW);
			await remember(guest.learnerId, 'fact.one', ['a']);
			await signIn(
				on.db,
				{ email: account.email, password: 'wrong password' },
				from({ learnerId: guest.learnerId }),
				NOW
			);
			expect(await itemsOf(guest.learnerId)).toEqual(['fact.one']);
			expect(await isOpen(guest.session)).toBe(true);
		});

		it('leaves behind an item whose answers carry a number that the account has', async () => {
			const account = await newAccount();
			const guest = await startGuest(on.db, 'UTC', NOW);
			const shared = uuidv7(NOW);
			await remember(account.id, 'fact.one', [shared]);
			await remember(guest.learnerId, 'fact.two', [shared]);
			await remember(guest.learnerId, 'fact.three', ['a']);
			expect(await on.db.transaction((tx) => adopt(tx, guest.learnerId, account.id))).toBe(1);
			expect(await itemsOf(account.id)).toEqual(['fact.one', 'fact.three']);
		});

		it('is never another account', async () => {
			const [one, two] = [await newAccount(), await newAccount()];
			await remember(one.id, 'fact.one', ['a']);
			const result = await signIn(on.db, { email: two.email, password: PASSWORD }, from({ learnerId: one.id }), NOW);
			expect(result).toMatchObject({ ok: true, adopted: 0 });
			expect(await itemsOf(one.id)).toEqual(['fact.one']);
			expect(await itemsOf(two.id)).toEqual([]);
		});

		it('is adopted once, also by two accounts at one moment', async () => {
			const [one, two] = [await newAccount(), await newAccount()];
			const guest = await startGuest(on.db, 'UTC', NOW);
			await remember(guest.learnerId, 'fact.one', ['a']);
			const results = await Promise.all(
				[one, two].map(({ email }) =>
					signIn(on.db, { email, password: PASSWORD }, from({ learnerId: guest.learnerId }), NOW)
				)
			);
			expect(results.map((result) => result.ok && result.adopted).sort()).toEqual([0, 1]);
			expect([...(await itemsOf(one.id)), ...(await itemsOf(two.id))]).toEqual(['fact.one']);
		});

		it('keeps everything where the transaction fails', async () => {
			const account = await newAccount();
			const guest = await startGuest(on.db, 'UTC', NOW);
			await remember(guest.learnerId, 'fact.one', ['a']);
			const failing = on.db.transaction(async (tx) => {
				await adopt(tx, guest.learnerId, account.id);
				throw new Error('power cut');
			});
			await expect(failing).rejects.toThrow('power cut');
			expect([await itemsOf(guest.learnerId), await itemsOf(account.id)]).toEqual([['fact.one'], []]);
		});

		it('may bring thousands of cards', async () => {
			const account = await newAccount();
			const guest = await startGuest(on.db, 'UTC', NOW);
			const rows = Array.from({ length: 2500 }, (_, index) => cardRow(guest.learnerId, `fact.${index}`, stateAfter(1)));
			await on.db.insert(cards).values(rows);
			expect(await on.db.transaction((tx) => adopt(tx, guest.learnerId, account.id))).toBe(2500);
			expect(await itemsOf(account.id)).toHaveLength(2500);
		});
	});

	describe('signing out', () => {
		it('ends this session and no other', async () => {
			const { id, session } = await newAccount();
			const other = await createSession(on.db, id, NOW);
			expect(await signOut(on.db, session.id)).toEqual({ ok: true });
			expect([await isOpen(session), await isOpen(other)]).toEqual([false, true]);
			await endSession(on.db, 'no session at all');
		});

		it('everywhere ends all of the learner’s and nobody else’s', async () => {
			const { id, session } = await newAccount();
			const other = await createSession(on.db, id, NOW);
			const stranger = await newAccount();
			expect(await signOutEverywhere(on.db, id)).toEqual({ ok: true });
			expect([await isOpen(session), await isOpen(other), await isOpen(stranger.session)]).toEqual([
				false,
				false,
				true
			]);
		});
	});

	describe('changing a password', () => {
		const NEXT = 'another long secret';
		const changer = ({ id, session }: { id: string; session: Session }) => ({
			learnerId: id,
			sessionId: session.id,
			...from()
		});

		it('ends all other sessions and keeps this one', async () => {
			const account = await newAccount();
			const other = await createSession(on.db, account.id, NOW);
			expect(await changePassword(on.db, { present: PASSWORD, next: NEXT }, changer(account))).toEqual({ ok: true });
			expect([await isOpen(account.session), await isOpen(other)]).toEqual([true, false]);
			const { email } = account;
			expect(codeOf(await signIn(on.db, { email, password: PASSWORD }, from(), NOW))).toBe('wrong_credentials');
			expect(codeOf(await signIn(on.db, { email, password: NEXT }, from(), NOW))).toBe('ok');
		});

		it('needs the present one', async () => {
			const account = await newAccount();
			const other = await createSession(on.db, account.id, NOW);
			const result = await changePassword(on.db, { present: NEXT, next: NEXT }, changer(account));
			expect(result).toEqual({ ok: false, code: 'wrong_password' });
			expect(await isOpen(other)).toBe(true);
		});

		it.each([
			['short', 'password_too_short'],
			['password123', 'password_too_common']
		])('to “%s” is refused', async (next, code) => {
			const account = await newAccount();
			expect(codeOf(await changePassword(on.db, { present: PASSWORD, next }, changer(account)))).toBe(code);
		});

		it('is throttled', async () => {
			const account = await newAccount();
			const here = changer(account);
			const codes = [];
			for (let time = 0; time < 11; time++) {
				codes.push(codeOf(await changePassword(on.db, { present: 'wrong password', next: NEXT }, here)));
			}
			expect(codes.slice(9)).toEqual(['wrong_password', 'too_many_attempts']);
		});

		it('twice at one moment succeeds once', async () => {
			const account = await newAccount();
			const results = await Promise.all(
				['one long secret', 'two long secrets'].map((next) =>
					changePassword(on.db, { present: PASSWORD, next }, changer(account))
				)
			);
			expect(results.map(codeOf).sort()).toEqual(['ok', 'wrong_password']);
		});

		it('is not for a guest', async () => {
			const guest = await startGuest(on.db, 'UTC', NOW);
			const who = changer({ id: guest.learnerId, session: guest.session });
			expect(codeOf(await changePassword(on.db, { present: '', next: NEXT }, who))).toBe('wrong_password');
		});
	});

	const stateAfter = (seq: number, more: Partial<CardState> = {}): CardState => ({
		state: 1,
		due: after(0, 600 * seq).toISOString(),
		stability: seq,
		difficulty: 5,
		scheduledDays: 0,
		step: seq,
		reps: seq,
		lapses: 0,
		lastReview: after(0, seq).toISOString(),
		seq,
		...more
	});
	const cardRow = (learnerId: string, itemId: string, state: CardState) => ({ learnerId, itemId, ...toColumns(state) });

	async function review(learnerId: string, itemId: string, id: string, before: CardState | null, state: CardState) {
		await on.db.insert(reviews).values({
			learnerId,
			id: id.length === 36 ? id : uuidv7(NOW),
			itemId,
			itemVersion: 'v1',
			form: 'flashcard',
			formIndex: 0,
			response: { form: 'flashcard', rating: 3 },
			verdict: 'correct',
			reason: 'self-rated',
			score: 1,
			rating: 3,
			durationMs: 1000,
			reviewedAt: after(0, state.seq),
			day: '2026-03-01',
			before,
			after: state
		});
	}

	/** A card with its reviews and their day's counts, as answering would have left them. */
	async function remember(
		learnerId: string,
		itemId: string,
		ids: string[],
		more: Partial<CardState> = {}
	): Promise<void> {
		let before: CardState | null = null;
		for (const [index, id] of ids.entries()) {
			const state = stateAfter(index + 1, more);
			await review(learnerId, itemId, id, before, state);
			before = state;
		}
		await on.db.insert(cards).values(cardRow(learnerId, itemId, before ?? stateAfter(1)));
		const answered = ids.length;
		const counts = { introduced: 1, reviewed: 0, answered, correct: answered, durationMs: 1000 * answered };
		const add = (column: keyof typeof counts) => sql`${learnerDays[column]} + ${counts[column]}`;
		await on.db
			.insert(learnerDays)
			.values({ learnerId, day: '2026-03-01', ...counts })
			.onConflictDoUpdate({
				target: [learnerDays.learnerId, learnerDays.day],
				set: {
					introduced: add('introduced'),
					answered: add('answered'),
					correct: add('correct'),
					durationMs: add('durationMs')
				}
			});
	}

	/** A first answer that was taken back: its review stays, its card and its count do not. */
	async function takeBack(learnerId: string, itemId: string, id: string): Promise<void> {
		await review(learnerId, itemId, id, null, stateAfter(1));
		const mine = await on.db.select().from(reviews).where(eq(reviews.learnerId, learnerId));
		const taken = mine.filter((entry) => entry.itemId === itemId);
		await on.db.insert(undos).values(taken.map((entry) => ({ learnerId, reviewId: entry.id, undoneAt: NOW })));
	}

	async function itemsOf(learnerId: string): Promise<string[]> {
		const rows = await on.db.select({ itemId: cards.itemId }).from(cards).where(eq(cards.learnerId, learnerId));
		return rows.map((row) => row.itemId).sort();
	}
});
