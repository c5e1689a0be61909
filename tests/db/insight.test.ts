import fc from 'fast-check';
import { PgDialect } from 'drizzle-orm/pg-core';
import { beforeAll, expect, it } from 'vitest';
import { daysBetween, dayOf, addDays } from '#lib/domain/scheduling/clock.ts';
import { predictedRecall } from '#lib/domain/insight/prediction.ts';
import type { Range } from '#lib/domain/insight/range.ts';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import type { Bank, Deck } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { cards, itemMarks } from '#lib/server/db/schema/reviews.ts';
import { scheduleOptions } from '#lib/server/db/schema/scheduling.ts';
import { daysOfItemsQuery, daysQuery } from '#lib/server/insight/day-totals.ts';
import { logQuery } from '#lib/server/insight/log-query.ts';
import { logSums, modelsQuery, spanQuery } from '#lib/server/insight/log-sums.ts';
import { offsetsOf } from '#lib/server/insight/offsets.ts';
import { asideMarksQuery } from '#lib/server/reviews/set-aside.ts';
import { statisticsOf } from '#lib/server/insight/statistics.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { describeOnEachDatabase } from './harness.ts';
import { anyLog, writeLog, type Counting, type Said } from './insight-log.ts';
import { planOf } from './plan-of.ts';
import { newLearner } from './workspace-fixture.ts';

/** New York went over to summer time on 8 March 2026. */
const NOW = new Date('2026-03-20T15:00:00Z');
const ALL: Deck = { by: 'all' };
const zones = ['America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const;

const count = <T>(all: readonly T[], which: (one: T) => boolean) => all.filter(which).length;
const passedOf = (all: readonly Counting[]) => ({ passed: count(all, ({ rating }) => rating > 1), all: all.length });

describeOnEachDatabase('statistics', (on) => {
	let bank: Bank;
	let ids: string[];
	beforeAll(async () => {
		({ bank } = await loadBank(on.db, 'seeds', NOW));
		ids = bank.items.filter(({ topic }) => topic === bank.items[0]!.topic).map(({ id }) => id);
	});
	const learnerIn = async (timeZone: string, dayStart = 4): Promise<Learner> => ({
		...(await newLearner(on.db, null)),
		settings: { ...DEFAULT_SETTINGS, timeZone, dayStart }
	});
	const look = (learner: Learner, range: Range = '90', deck: Deck = ALL, of = bank) =>
		statisticsOf(on.db, of, learner, { deck, range, horizon: '7' }, NOW);
	const at = (text: string) => new Date(text);
	const review = (itemId: string, when: string, rating: 1 | 2 | 3 | 4, interval: number, last: string): Said => ({
		...{ itemId, at: at(when), rating, durationMs: 6000 },
		before: { state: 2, scheduledDays: interval, stability: 10, lastReview: at(last) }
	});

	it('shows nothing to a guest who has not answered', async () => {
		const seen = await look(await learnerIn('UTC'));
		expect(seen.answeredEver).toBe(false);
		expect(seen.retention.every(({ both }) => both.all === 0)).toBe(true);
		expect(seen.calibration).toEqual({ bins: [], predicted: null, recalled: { passed: 0, all: 0 } });
		expect(seen.memory).toMatchObject({ cards: 0, medianInterval: null, meanRecall: null });
	});

	it('counts a small log as by hand', async () => {
		const learner = await learnerIn('America/New_York');
		const [a, b, c] = ids as [string, string, string];
		await writeLog(on.db, learner, [
			{ itemId: a, at: at('2026-03-20T12:00:00Z'), rating: 3, before: null, durationMs: 4000 },
			// At 3:30 in New York it is still the day before, whose clock stands at 19 March.
			review(b, '2026-03-20T07:30:00Z', 1, 5, '2026-03-14T12:00:00Z'),
			review(c, '2026-03-20T13:10:00Z', 3, 21, '2026-02-27T12:00:00Z'),
			// The second answer of a day tests no memory.
			review(c, '2026-03-20T13:40:00Z', 1, 22, '2026-03-20T13:10:00Z'),
			{ ...review(c, '2026-03-20T13:50:00Z', 1, 30, '2026-02-20T12:00:00Z'), fate: 'undone' },
			{ ...review(b, '2026-03-10T13:00:00Z', 1, 20, '2026-02-18T12:00:00Z'), fate: 4 },
			review(a, '2025-03-01T13:00:00Z', 2, 2, '2025-02-26T12:00:00Z')
		]);
		const seen = await look(learner);
		expect(seen.today).toEqual({ day: '2026-03-20', answered: 3, correct: 2, introduced: 1, durationMs: 16_000 });
		expect(seen.streak).toEqual({ current: 2, longest: 2 });
		expect(seen.retention.map(({ period, young, mature }) => [period, young, mature])).toEqual([
			['today', { passed: 0, all: 0 }, { passed: 1, all: 1 }],
			['yesterday', { passed: 0, all: 1 }, { passed: 0, all: 0 }],
			['week', { passed: 0, all: 1 }, { passed: 1, all: 1 }],
			['month', { passed: 1, all: 2 }, { passed: 1, all: 1 }],
			['year', { passed: 1, all: 2 }, { passed: 1, all: 1 }],
			['all', { passed: 2, all: 3 }, { passed: 1, all: 1 }]
		]);
		expect(seen.buttons.map(({ kind, counts }) => [kind, counts])).toEqual([
			['learning', [0, 0, 1, 0]],
			['young', [1, 0, 0, 1]],
			['mature', [1, 0, 1, 0]]
		]);
		expect(seen.hours[9]).toEqual({ passed: 2, all: 3 });
		expect(seen.hours[8]).toEqual({ passed: 1, all: 1 });
		expect(seen.hours[3]).toEqual({ passed: 0, all: 1 });
		expect(seen.heat.activeDays).toBe(3);
		expect(seen.work.stretches.reduce((sum, { answered }) => sum + answered, 0)).toBe(5);
		// 6 days at a stability of 10: 93 %; 21 days: 84 %; 20 days: 84 %.
		expect(seen.calibration.bins.map(({ from, recalled }) => [from, recalled])).toEqual([
			[80, { passed: 2, all: 2 }],
			[90, { passed: 0, all: 1 }]
		]);
		expect((await look(learner, 'all')).buttons[1]!.counts).toEqual([1, 1, 0, 1]);
	});

	it('counts an answer before the range only where one of her days lies before it', async () => {
		const learner = await learnerIn('Asia/Shanghai');
		await writeLog(on.db, learner, [
			// One day of hers, 23 hours apart; two of them, an hour apart; two days apart.
			review(ids[0]!, '2025-11-02T19:30:00Z', 3, 5, '2025-11-01T20:30:00Z'),
			review(ids[1]!, '2025-11-02T20:30:00Z', 3, 5, '2025-11-02T19:30:00Z'),
			review(ids[2]!, '2025-11-02T20:30:00Z', 1, 5, '2025-10-31T20:30:00Z')
		]);
		const year = (await look(learner, '30')).retention.find(({ period }) => period === 'year');
		expect(year!.young).toEqual({ passed: 1, all: 2 });
	});

	it('agrees with counting one by one, in any zone, range and deck', async () => {
		const others = bank.items.filter(({ topic }) => topic !== bank.items[0]!.topic);
		const pool = [...ids.slice(0, 3), others[0]!.id, 'gone.from-the-bank'];
		const topic: Deck = { by: 'topic', id: bank.items[0]!.topic };
		const asked = fc.record({
			log: anyLog(pool, NOW),
			timeZone: fc.constantFrom(...zones),
			dayStart: fc.constantFrom(0, 4, 23),
			range: fc.constantFrom<Range>('30', '90', '365', 'all'),
			deck: fc.constantFrom(ALL, topic)
		});
		const property = fc.asyncProperty(asked, async ({ log, timeZone, dayStart, range, deck }) => {
			const learner = await learnerIn(timeZone, dayStart);
			const counting = await writeLog(on.db, learner, log);
			const own = deck === ALL ? counting : counting.filter(({ itemId }) => ids.includes(itemId));
			const seen = await look(learner, range, deck);
			expect(seen).toMatchObject(byHand(own, learner, range));
			const known = deck === ALL ? own.filter(({ itemId }) => bank.item(itemId)) : own;
			const within = known.filter(({ day }) => seen.since === null || day >= seen.since);
			expect(seen.topics.reduce((sum, { retention }) => sum + retention.all, 0)).toBe(
				count(within, (one) => isTested(one, learner))
			);
		});
		await fc.assert(property, { numRuns: 25 });
	});

	it('forgets by the model that a review was scheduled with', async () => {
		const learner = await learnerIn('UTC');
		const parameters = Array.from({ length: 21 }, () => 0.5);
		const model = { version: 'FSRS-6' as const, parameters };
		await on.db.insert(scheduleOptions).values({ learnerId: learner.id, id: 'fitted', options: { model } });
		expect(await modelsQuery(on.db, learner.id)).toEqual([{ id: 'fitted', options: { model } }]);
		await writeLog(on.db, learner, [
			{ itemId: ids[0]!, at: at('2026-02-08T12:00:00Z'), rating: 3, before: null },
			review(ids[0]!, '2026-03-20T12:00:00Z', 3, 40, '2026-02-08T12:00:00Z')
		]);
		const scope = { learnerId: learner.id, itemIds: null, today: '2026-03-20', since: null, clock: learner.settings };
		// After 40 days at a stability of 10: (1 + 0.98 · 4)^−0.1542; with the fitted decay (1 + 0.2346 · 4)^−0.5.
		expect((await logSums(on.db, scope)).recalls).toMatchObject([{ percent: 78, count: 1 }]);
		await on.db.execute(`update reviews set options = 'fitted' where learner_id = '${learner.id}'`);
		expect((await logSums(on.db, scope)).recalls).toMatchObject([{ percent: 71, count: 1 }]);
	});

	it('looks ahead with the backlog apart, and asks for nothing that is suspended', async () => {
		const learner = await learnerIn('Asia/Shanghai');
		const due = [
			'2026-03-18T12:00:00Z',
			'2026-03-20T16:00:00Z',
			'2026-03-20T21:00:00Z',
			'2026-05-01T12:00:00Z',
			'2026-03-19T12:00:00Z',
			'2026-03-19T12:00:00Z'
		];
		for (const [index, when] of due.entries())
			await on.db.insert(cards).values({
				...{
					learnerId: learner.id,
					itemId: ids[index]!,
					state: 2,
					due: at(when),
					stability: 4 + index,
					difficulty: 1 + index
				},
				...{ scheduledDays: index, step: 0, reps: 2, lapses: 0, lastReview: at('2026-03-10T12:00:00Z'), seq: 2 }
			});
		await on.db.insert(itemMarks).values([
			{ learnerId: learner.id, itemId: ids[4]!, suspended: true },
			{ learnerId: learner.id, itemId: ids[5]!, buriedUntil: '2026-03-22' }
		]);
		const { forecast, memory, topics } = await look(learner);
		expect(forecast).toMatchObject({ backlog: 1, later: 1 });
		expect(forecast.days.map((entry) => entry.count)).toEqual([1, 1, 1, 0, 0, 0, 0]);
		expect(topics[0]).toMatchObject({ met: 6, due: 1 });
		expect(memory).toMatchObject({ cards: 6, medianInterval: 2.5, medianStability: 6.5 });
		expect(memory.intervals.map((bin) => bin.count)).toEqual([1, 2, 3]);
		expect(memory.difficulty.slice(0, 6).map((bin) => bin.count)).toEqual([1, 1, 1, 1, 1, 1]);
		expect(memory.recall.at(-1)!.count + memory.recall.at(-2)!.count).toBe(6);
	});

	it('names the hardest question of a topic, and never one that a quiz keeps back', async () => {
		const learner = await learnerIn('UTC');
		const wrong = (itemId: string, hour: number, rating: 1 | 3) =>
			review(itemId, `2026-03-19T${String(hour).padStart(2, '0')}:00:00Z`, rating, 5, '2026-03-10T12:00:00Z');
		const [hard, soft, rare] = ids as [string, string, string];
		await writeLog(on.db, learner, [
			...[5, 6, 7].map((hour) => wrong(hard, hour, 1)),
			...[5, 6, 7].map((hour) => wrong(soft, hour, hour === 5 ? 1 : 3)),
			wrong(rare, 5, 1)
		]);
		const hardest = (await look(learner)).topics[0]!.hardest;
		expect(hardest).toMatchObject({
			itemId: hard,
			question: bank.item(hard)!.question,
			answers: { passed: 0, all: 3 }
		});
		const keeping = { ...bank, isWithheld: (id: string) => id === hard };
		const seen = await look(learner, '90', ALL, keeping);
		const topic = seen.topics.find(({ id }) => id === bank.item(soft)!.topic);
		expect(topic!.hardest).toMatchObject({ itemId: soft });
		expect(JSON.stringify(seen)).not.toContain(bank.item(hard)!.question);
	});

	it('counts nothing of another learner', async () => {
		const other = await learnerIn('UTC');
		await writeLog(on.db, other, [review(ids[0]!, '2026-03-19T12:00:00Z', 3, 5, '2026-03-10T12:00:00Z')]);
		expect((await look(await learnerIn('UTC'), 'all')).answeredEver).toBe(false);
	});

	it('reads the log by the learner’s own index', async () => {
		const { id: learnerId } = await learnerIn('UTC');
		const offsets = offsetsOf('America/New_York', at('2026-01-01T00:00:00Z'), NOW);
		const scope = { learnerId, today: '2026-03-20', since: null, predictedSince: '2026-01-01', offsets, dayStart: 4 };
		const plan = (itemIds: string[] | null) => {
			const query = new PgDialect().sqlToQuery(logQuery({ ...scope, itemIds, decays: new Map() }));
			return planOf(on.db, { toSQL: () => query });
		};
		// Which of the learner's own indexes it takes hangs on what the database last counted.
		const ownReviews = /(Index|Bitmap).*Scan (using|on) reviews_(time|item)/;
		for (const text of [await plan(null), await plan(ids)]) {
			expect(text).not.toMatch(/Seq Scan on (reviews|undos)/);
			expect(text).toMatch(ownReviews);
			expect(text).toMatch(/undos_learner_id_review_id_pk/);
			expect(text).toMatch(/reviews_amends/);
		}
		expect(await planOf(on.db, daysQuery(on.db, learnerId))).toMatch(/learner_days_learner_id_day_pk/);
		expect(await planOf(on.db, daysOfItemsQuery(on.db, learnerId, ids))).not.toMatch(/Seq Scan/);
		expect(await planOf(on.db, spanQuery(on.db, learnerId))).toMatch(ownReviews);
		expect(await planOf(on.db, modelsQuery(on.db, learnerId))).toMatch(/schedule_options_learner_id_id_pk/);
		expect(await planOf(on.db, asideMarksQuery(on.db, learnerId))).toMatch(/item_marks_learner_id_item_id_pk/);
	});
});

function isTested({ before, day }: Counting, { settings }: Learner): boolean {
	return before?.state === 2 && before.scheduledDays >= 1 && dayOf(before.lastReview, settings) < day;
}

/** The same figures by counting each answer. */
function byHand(own: readonly Counting[], learner: Learner, range: Range) {
	const today = dayOf(NOW, learner.settings);
	const since = range === 'all' ? null : addDays(today, 1 - Number(range));
	const within = own.filter(({ day }) => since === null || day >= since);
	const tested = own.filter((one) => isTested(one, learner));
	const old = ({ before }: Counting) => before!.scheduledDays >= 21;
	const PERIODS = { today: [0, 0], yesterday: [1, 1], week: [0, 6], month: [0, 29], year: [0, 364], all: [0, 9999] };
	const hourOf = new Intl.DateTimeFormat('en-GB', {
		hour: 'numeric',
		hourCycle: 'h23',
		timeZone: learner.settings.timeZone
	});
	const kindOf = ({ before }: Counting) =>
		before?.state !== 2 ? 'learning' : before.scheduledDays < 21 ? 'young' : 'mature';
	const predicted = within.filter((one) => isTested(one, learner) && one.day > addDays(today, -365));
	const percent = ({ before, day }: Counting) => {
		const days = daysBetween(dayOf(before!.lastReview, learner.settings), day);
		return Math.floor(100 * predictedRecall(days, before!.stability, 0.1542));
	};
	const mean = predicted.reduce((sum, one) => sum + percent(one) + 0.5, 0) / predicted.length / 100;
	const todays = own.filter(({ day }) => day === today);
	return {
		retention: Object.entries(PERIODS).map(([period, [least, most]]) => {
			const of = tested.filter(({ day }) => daysBetween(day, today) >= least! && daysBetween(day, today) <= most!);
			return {
				period,
				young: passedOf(of.filter((one) => !old(one))),
				mature: passedOf(of.filter(old)),
				both: passedOf(of)
			};
		}),
		hours: Array.from({ length: 24 }, (_, hour) =>
			passedOf(within.filter((one) => Number(hourOf.format(one.at)) === hour))
		),
		buttons: ['learning', 'young', 'mature'].map((kind) => ({
			kind,
			counts: [1, 2, 3, 4].map((rating) => count(within, (one) => one.rating === rating && kindOf(one) === kind))
		})),
		calibration: {
			recalled: passedOf(predicted),
			predicted: predicted.length === 0 ? null : expect.closeTo(mean, 10)
		},
		today: {
			...{ answered: todays.length, correct: passedOf(todays).passed },
			introduced: count(todays, ({ before }) => before === null),
			durationMs: todays.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0)
		}
	};
}
