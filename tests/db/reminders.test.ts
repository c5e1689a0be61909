import { createServer } from 'node:https';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import webPush from 'web-push';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#lib/domain/scheduling/clock.ts';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { cards } from '#lib/server/db/schema/reviews.ts';
import { calendarFeeds, deadlines, pushSubscriptions } from '#lib/server/db/schema/scheduling.ts';
import { calendarEntries } from '#lib/server/reminders/calendar-days.ts';
import { calendarText } from '#lib/server/reminders/calendar-text.ts';
import { createFeedThrottle } from '#lib/server/reminders/feed-throttle.ts';
import {
	feedOwner,
	feedOwnerQuery,
	feedSince,
	makeFeed,
	ownFeedQuery,
	revokeFeed
} from '#lib/server/reminders/feed-token.ts';
import { openFeed } from '#lib/server/reminders/open-feed.ts';
import { isHour, sendReminders, subscriptionsQuery } from '#lib/server/reminders/remind.ts';
import { pushSender, type PushSender } from '#lib/server/reminders/send-push.ts';
import { changeHour, devicesQuery, listDevices, subscribe, unsubscribe } from '#lib/server/reminders/subscriptions.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { newClass, newQuiz, newStudent } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';
import { minutes, MORNING, newLearner } from './workspace-fixture.ts';

const days = (n: number) => minutes(n * 24 * 60);
const TODAY = dayOf(MORNING, DEFAULT_SETTINGS);
const HOME = 'https://readout.example.org/review';

/** What a browser sends: a key pair of its own, and a secret. */
function browserKeys() {
	const pair = createECDH('prime256v1');
	const p256dh = pair.generateKeys().toString('base64url');
	return { p256dh, auth: randomBytes(16).toString('base64url') };
}
const wish = (more: object = {}) => ({
	endpoint: `https://push.site.org/${randomUUID()}`,
	keys: browserKeys(),
	hour: 10,
	...more
});
const how = { locale: 'en' as const, now: MORNING };

describeOnEachDatabase('reminders', (on) => {
	let shipped: Shipped;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
	});

	/** Gives a learner cards of the first items that fall due after so many days each. */
	async function due({ id }: Learner, ahead: readonly number[]) {
		const rows = ahead.map((n, index) => ({
			...{ learnerId: id, itemId: shipped.bank.items[index]!.id, state: 2, due: days(n), stability: 5, difficulty: 5 },
			...{ scheduledDays: 5, step: 0, reps: 3, lapses: 0, lastReview: days(n - 5), memory: null, seq: 3 }
		}));
		await on.db.insert(cards).values(rows);
	}

	function eventsIn(text: string) {
		const calendar = new ICAL.Component(ICAL.parse(text));
		return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
	}

	describe('the calendar', () => {
		it('has one event for each day with something due, by her own days, its backlog today', async () => {
			const learner = await newLearner(on.db);
			await due(learner, [-3, 0, 0, 1, 1, 1, 29, 40]);
			const text = calendarText(await calendarEntries(on.db, shipped, learner, MORNING), 'en', HOME, MORNING);
			const events = eventsIn(text);
			expect(events.map((one) => [one.startDate.toString(), one.summary])).toEqual([
				[TODAY, '3 questions to review'],
				[addDays(TODAY, 1), '3 questions to review'],
				[addDays(TODAY, 29), '1 question to review']
			]);
			expect(events.every((one) => one.startDate.isDate && one.component.hasProperty('dtstamp'))).toBe(true);
			expect(events[0]!.endDate.toString()).toBe(addDays(TODAY, 1));
		});

		it('speaks the language it was asked in, and keeps each entry under one name', async () => {
			const learner = await newLearner(on.db);
			await due(learner, [2]);
			const entries = await calendarEntries(on.db, shipped, learner, MORNING);
			const [chinese] = eventsIn(calendarText(entries, 'zh-CN', HOME, MORNING));
			const [later] = eventsIn(
				calendarText(await calendarEntries(on.db, shipped, learner, days(1)), 'en', HOME, days(1))
			);
			expect(chinese!.summary).toBe('有 1 道题要复习');
			expect(later!.uid).toBe(chinese!.uid);
		});

		it('has deadlines and the ends of assignments, escaped and folded whatever they are called', async () => {
			const evil = `a;b,c\\n"x"\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:file:///etc/passwd\u2028${'长'.repeat(60)}`;
			const group = await newClass(on.db);
			const student = await newStudent(on.db, group);
			const rules = { closesAt: days(4).toISOString() };
			await newQuiz(on.db, shipped, group, { items: shipped.bank.items.slice(0, 3), rules });
			await on.db.insert(deadlines).values({
				...{ learnerId: student.id, id: randomUUID(), name: evil, deck: 'all', day: addDays(TODAY, 5) },
				createdAt: MORNING
			});
			const text = calendarText(await calendarEntries(on.db, shipped, student, MORNING), 'en', HOME, MORNING);
			const lines = text.split('\r\n');
			expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
			expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
			expect(lines.filter((line) => line.startsWith('BEGIN:VALARM') || line.startsWith('ATTACH'))).toEqual([]);
			const events = eventsIn(text);
			expect(events).toHaveLength(2);
			const deadline = events.find((one) => one.uid.startsWith('deadline-'));
			expect(deadline?.summary).toContain('a;b,c\\n"x" END:VEVENT BEGIN:VALARM');
			const quiz = events.find((one) => one.uid.startsWith('quiz-'));
			expect(quiz?.startDate.toJSDate()).toEqual(days(4));
			expect(quiz?.summary).toBe('Quiz closes: Week one');
		});

		it('tells nothing of what is asked, nor grades', async () => {
			const learner = await newLearner(on.db);
			await due(learner, [0, 1, 2]);
			const text = calendarText(await calendarEntries(on.db, shipped, learner, MORNING), 'en', HOME, MORNING);
			const unfolded = text.replaceAll('\r\n ', '');
			for (const { question, key, id } of shipped.bank.items.slice(0, 3)) {
				expect(unfolded).not.toContain(question);
				expect(unfolded).not.toContain(id);
				if (key.length > 6) expect(unfolded).not.toContain(key);
			}
		});
	});

	describe('the secret address', () => {
		it('has 256 bits, of which the database keeps a hash alone', async () => {
			const learner = await newLearner(on.db);
			const token = await makeFeed(on.db, learner, MORNING);
			expect(Buffer.from(token, 'base64url')).toHaveLength(32);
			const rows = await on.db.select().from(calendarFeeds);
			expect(JSON.stringify(rows)).not.toContain(token);
			expect((await feedOwner(on.db, token))?.id).toBe(learner.id);
			expect(await feedSince(on.db, learner)).toEqual(MORNING);
		});

		it('leads nowhere once it is withdrawn or made anew, and to nobody else at any time', async () => {
			const [learner, other] = [await newLearner(on.db), await newLearner(on.db)];
			const first = await makeFeed(on.db, learner, MORNING);
			const second = await makeFeed(on.db, learner, MORNING);
			expect(await feedOwner(on.db, first)).toBeNull();
			await revokeFeed(on.db, other);
			expect((await feedOwner(on.db, second))?.id).toBe(learner.id);
			await revokeFeed(on.db, learner);
			expect(await feedOwner(on.db, second)).toBeNull();
			expect(await feedSince(on.db, learner)).toBeNull();
		});

		it('is one, though several are made at once', async () => {
			const learner = await newLearner(on.db);
			const made = await Promise.all(Array.from({ length: 6 }, () => makeFeed(on.db, learner, MORNING)));
			const work = await Promise.all(made.map((token) => feedOwner(on.db, token)));
			expect(work.filter((owner) => owner !== null)).toHaveLength(1);
		});

		/** What a guesser may try: what differs from a secret by a sign, what is none at all, and the rest by chance. */
		const guessesAt = (token: string, count: number) => {
			const near = [...token].map((sign, at) => token.slice(0, at) + (sign === 'A' ? 'B' : 'A') + token.slice(at + 1));
			const odd = ['', '*', `${token} `, `${token}=`, token.slice(1), '%00', "' or 1=1 --", '../../etc/passwd'];
			const named = [...near.slice(0, -1), ...odd];
			const chance = Array.from({ length: count - named.length }, () => randomBytes(32).toString('base64url'));
			return [...named, ...chance];
		};

		it('is hit by none of a thousand guesses, though each came from a place of its own', async () => {
			const learner = await newLearner(on.db);
			const token = await makeFeed(on.db, learner, MORNING);
			const throttle = createFeedThrottle();
			const open = (file: string, address: string) => openFeed(on.db, throttle, { file, address });
			const results = new Map<string, number>();
			for (const [n, guess] of guessesAt(token, 1000).entries()) {
				const opened = await open(`${guess}.ics`, `198.51.${n >> 8}.${n & 255}`);
				const result = 'code' in opened ? opened.code : 'hit';
				results.set(result, (results.get(result) ?? 0) + 1);
			}
			expect([...results]).toEqual([['not_found', 1000]]);
			expect(await open(`${token}.ics`, '203.0.113.9')).toMatchObject({ owner: { id: learner.id } });
			expect(await open(token, '203.0.113.9')).toMatchObject({ code: 'not_found' });
		});

		it('is hit by none of ten thousand guesses from one place, which learns nothing more after thirty', async () => {
			const learner = await newLearner(on.db);
			const token = await makeFeed(on.db, learner, MORNING);
			const throttle = createFeedThrottle();
			const open = (file: string, address: string) => openFeed(on.db, throttle, { file, address });
			const codes: string[] = [];
			for (const guess of guessesAt(token, 10_000)) {
				const opened = await open(`${guess}.ics`, '203.0.113.7');
				codes.push('code' in opened ? opened.code : 'hit');
			}
			expect(codes).not.toContain('hit');
			expect(codes.lastIndexOf('not_found')).toBe(29);
			expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(9_970);
			// What is right is not told to a guesser either.
			expect(await open(`${token}.ics`, '203.0.113.7')).toMatchObject({ code: 'too_many_attempts' });
			const reads = await Promise.all(Array.from({ length: 61 }, () => open(`${token}.ics`, '203.0.113.8')));
			expect(reads.filter((one) => 'owner' in one)).toHaveLength(60);
		});
	});

	describe('a browser', () => {
		it('is kept with its hour and language, and known again', async () => {
			const learner = await newLearner(on.db);
			const sent = wish();
			expect(await subscribe(on.db, learner, sent, { ...how, locale: 'zh-CN' })).toMatchObject({ ok: true });
			expect(await subscribe(on.db, learner, { ...sent, hour: 7 }, how)).toMatchObject({ ok: true });
			const [device, ...more] = await listDevices(on.db, learner);
			expect(more).toEqual([]);
			expect(device).toMatchObject({ service: 'push.site.org', hour: 7 });
			expect(await changeHour(on.db, learner, device!.id, 21)).toEqual({ ok: true });
			expect(await changeHour(on.db, learner, device!.id, 24)).toMatchObject({ code: 'invalid_input' });
			const other = await newLearner(on.db);
			expect(await changeHour(on.db, other, device!.id, 3)).toMatchObject({ code: 'not_found' });
			expect(await unsubscribe(on.db, other, device!.id)).toMatchObject({ code: 'not_found' });
			expect(await unsubscribe(on.db, learner, device!.id)).toEqual({ ok: true });
		});

		it.each([
			'http://push.site.org/x',
			'https://127.0.0.1/x',
			'https://localhost/x',
			'https://[::1]/x',
			'https://169.254.169.254/latest',
			'https://10.0.0.1/x',
			'https://push.site.org:6379/x',
			'https://user:pass@push.site.org/x',
			'https://db.internal/x',
			'file:///etc/passwd',
			'javascript:alert(1)'
		])('may not be reached at %s', async (endpoint) => {
			const learner = await newLearner(on.db);
			expect(await subscribe(on.db, learner, wish({ endpoint }), how)).toEqual({ ok: false, code: 'push_refused' });
		});

		it('is refused with keys that are none, unknown fields, an hour that is none; and beyond ten', async () => {
			const learner = await newLearner(on.db);
			const odd = [wish({ keys: { p256dh: 'x', auth: 'y' } }), wish({ hour: 1.5 }), wish({ sentOn: TODAY }), null, []];
			for (const input of odd)
				expect(await subscribe(on.db, learner, input, how)).toMatchObject({ code: 'invalid_input' });
			for (let n = 0; n < 10; n++) expect((await subscribe(on.db, learner, wish(), how)).ok).toBe(true);
			expect(await subscribe(on.db, learner, wish(), how)).toEqual({ ok: false, code: 'too_many_devices' });
		});
	});

	describe('a reminder', () => {
		/** Sends to nobody and notes what would have been sent. */
		function noting(result: 'sent' | 'gone' | 'failed' = 'sent') {
			const sent: { endpoint: string; text: { title: string; body: string; url: string } }[] = [];
			const send: PushSender = ({ endpoint }, payload) => {
				sent.push({ endpoint, text: JSON.parse(payload) });
				return Promise.resolve(result);
			};
			return { send, sent };
		}
		async function reminded(locale: 'en' | 'zh-CN' = 'en', hour = 10) {
			const learner = await newLearner(on.db);
			const made = wish({ hour });
			await subscribe(on.db, learner, made, { ...how, locale });
			return { learner, endpoint: made.endpoint };
		}

		it('is sent at its hour, once a day, in the language that was chosen, and only if something is due', async () => {
			await on.db.delete(pushSubscriptions);
			const { learner, endpoint } = await reminded('zh-CN');
			const { send, sent } = noting();
			await sendReminders(on.db, shipped, { send }, minutes(-120));
			expect(sent).toEqual([]);
			await sendReminders(on.db, shipped, { send }, MORNING);
			await sendReminders(on.db, shipped, { send }, minutes(5));
			expect(sent).toHaveLength(1);
			expect(sent[0]).toMatchObject({ endpoint, text: { title: '有 15 道题等着复习', url: '/review' } });
			await sendReminders(on.db, shipped, { send }, days(1));
			expect(sent).toHaveLength(2);
			await on.db.delete(pushSubscriptions);
			const idle = { ...learner.settings, newPerDay: 0 };
			await on.db.update(learners).set({ settings: idle });
			await reminded();
			await on.db.update(learners).set({ settings: idle });
			await sendReminders(on.db, shipped, { send }, days(2));
			expect(sent).toHaveLength(2);
			await on.db.update(learners).set({ settings: learner.settings });
		});

		it('is sent once though several processes look at the same time', async () => {
			await on.db.delete(pushSubscriptions);
			for (let n = 0; n < 4; n++) await reminded();
			const { send, sent } = noting();
			const counts = await Promise.all(
				Array.from({ length: 5 }, () => sendReminders(on.db, shipped, { send }, MORNING))
			);
			expect(sent).toHaveLength(4);
			expect(counts.reduce((a, b) => a + b)).toBe(4);
		});

		it('ends for a browser that has withdrawn, and is tried again tomorrow where it failed', async () => {
			await on.db.delete(pushSubscriptions);
			const { learner } = await reminded();
			const failing = noting('failed');
			await sendReminders(on.db, shipped, { send: failing.send }, MORNING);
			await sendReminders(on.db, shipped, { send: failing.send }, minutes(10));
			expect(failing.sent).toHaveLength(1);
			expect(await listDevices(on.db, learner)).toHaveLength(1);
			await sendReminders(on.db, shipped, { send: noting('gone').send }, days(1));
			expect(await listDevices(on.db, learner)).toEqual([]);
		});

		it('has its hour in the learner’s own day, which begins at four', () => {
			const settings = { timeZone: 'Asia/Shanghai', dayStart: 4 };
			const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour - 8, 30));
			expect([17, 18, 20, 21].map((hour) => isHour(18, at(hour), settings))).toEqual([false, true, true, false]);
			expect([23, 24, 26, 28].map((hour) => isHour(1, at(hour), settings))).toEqual([false, false, true, false]);
		});
	});

	it('are read by indexes', async () => {
		const { id } = await newLearner(on.db);
		expect(await planOf(on.db, feedOwnerQuery(on.db, 'x'))).toMatch(/calendar_feeds_pkey[^]*learners_pkey/);
		expect(await planOf(on.db, ownFeedQuery(on.db, id))).toContain('calendar_feeds_learner');
		expect(await planOf(on.db, devicesQuery(on.db, id))).toContain('push_subscriptions_learner_id_id_pk');
		const next = subscriptionsQuery(on.db, { learnerId: id, id: 'x' });
		expect(await planOf(on.db, next)).toContain('push_subscriptions_learner_id_id_pk');
	});
});

describe('what is sent to a push service', () => {
	const folder = mkdtempSync(join(tmpdir(), 'push-'));
	const file = (name: string) => join(folder, name);
	execFileSync(
		'openssl',
		[
			...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=push.site.org'],
			...['-addext', 'subjectAltName=DNS:push.site.org', '-keyout', file('key.pem'), '-out', file('cert.pem')]
		],
		{ stdio: 'ignore' }
	);
	const ca = readFileSync(file('cert.pem'), 'utf8');
	const seen: { path: string; headers: NodeJS.Dict<string | string[]>; body: Buffer }[] = [];
	let status = 201;
	const service = createServer({ key: readFileSync(file('key.pem')), cert: ca }, (request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			seen.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) });
			response.writeHead(status, { location: 'https://169.254.169.254/' }).end();
		});
	});
	let endpoint = '';
	const { publicKey, privateKey } = webPush.generateVAPIDKeys();
	const keys = { publicKey, privateKey, subject: 'mailto:admin@readout.example.org' };
	const home = () => Promise.resolve([{ address: '127.0.0.1', family: 4 as const }]);
	const local = () => ({ resolve: home, isPublic: () => true, ports: [new URL(endpoint).port], ca });
	beforeAll(async () => {
		await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
		endpoint = `https://push.site.org:${(service.address() as AddressInfo).port}/send/1`;
	});
	afterAll(async () => {
		service.closeAllConnections();
		await new Promise((done) => service.close(done));
		rmSync(folder, { recursive: true });
	});

	it('is encrypted for the browser, signed by this server, and lives for hours', async () => {
		const target = { endpoint, keys: browserKeys() };
		expect(await pushSender(keys, local())(target, '{"title":"3 questions"}')).toBe('sent');
		const [request] = seen.splice(0);
		expect(request!.path).toBe('/send/1');
		expect(request!.headers).toMatchObject({ ttl: '14400', 'content-encoding': 'aes128gcm' });
		expect(request!.headers.authorization).toMatch(/^vapid t=.+, k=/);
		expect(request!.body.toString('latin1')).not.toContain('questions');
	});

	it('says whether it was taken, is gone for good or failed; a redirect is not followed', async () => {
		const send = pushSender(keys, local());
		const target = { endpoint, keys: browserKeys() };
		const results = [];
		for (status of [201, 404, 410, 429, 500, 302]) results.push(await send(target, 'x'));
		expect(results).toEqual(['sent', 'gone', 'gone', 'failed', 'failed', 'failed']);
		expect(seen.splice(0)).toHaveLength(6);
		expect(await send({ ...target, endpoint: endpoint.replace(/:\d+\//, ':1/') }, 'x')).toBe('gone');
	});

	it('never reaches an inner address, whatever the name resolves to', async () => {
		const target = { endpoint: 'https://push.site.org/x', keys: browserKeys() };
		for (const address of ['127.0.0.1', '10.0.0.1', '169.254.169.254'])
			expect(await pushSender(keys, { resolve: () => Promise.resolve([{ address, family: 4 }]) })(target, 'x')).toBe(
				'failed'
			);
		expect(seen).toEqual([]);
	});
});
