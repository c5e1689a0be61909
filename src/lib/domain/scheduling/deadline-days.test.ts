import { describe, expect, it } from 'vitest';
import { hash } from '../hash.ts';
import { untimed, type CardState, type Rating } from './card.ts';
import { addDays, dayOf, startOfDay } from './clock.ts';
import { playDays, playUntil, type PlanLearner, type PlannedDay } from './deadline-days.ts';
import { retrievability, schedule } from './fsrs.ts';
import { isNear, lastReviews, newForGoals, type Goal } from './goals.ts';
import { DEFAULT_SETTINGS, type LearnerSettings } from './settings.ts';

/** The same days played plainly: every card is looked at anew on each of them. */
function playPlainly(learner: PlanLearner, goals: readonly Goal[], now: Date, until: Date) {
	const cards = new Map(learner.cards);
	const days: PlannedDay[] = [];
	for (let ahead = 0; ; ahead++) {
		const day = addDays(dayOf(now, learner.settings), ahead);
		const begin = startOfDay(day, learner.settings);
		if (ahead > 0 && begin >= until) break;
		const noon = Math.min(begin.getTime() + 8 * HOUR_MS, until.getTime() - HOUR_MS);
		const at = ahead === 0 ? now : new Date(Math.max(noon, begin.getTime()));
		days.push(plainDay({ learner, goals, cards, day, at, isFirst: ahead === 0 }));
	}
	return { days, cards };
}

const HOUR_MS = 60 * 60_000;

interface Today {
	learner: PlanLearner;
	goals: readonly Goal[];
	/** Changed by the day. */
	cards: Map<string, CardState>;
	day: string;
	at: Date;
	isFirst: boolean;
}

function plainDay({ learner, goals, cards, day, at, isFirst }: Today): PlannedDay {
	const { settings, order } = learner;
	const metToday = isFirst ? learner.metToday : new Set<string>();
	const last = new Set(
		goals.flatMap((goal) => (isNear(goal, at, settings) ? [...lastReviews(goal, cards, at, settings)] : []))
	);
	const due = [...cards].filter(([id, card]) => !last.has(id) && Date.parse(card.due) <= at.getTime());
	const inSteps = due.filter(([, { state }]) => state !== 2).map(([id]) => id);
	const dueReviews = due
		.filter(([, { state }]) => state === 2)
		.toSorted(([, a], [, b]) => Date.parse(a.due) - Date.parse(b.due))
		.map(([id]) => id);
	const room = Math.max(0, settings.reviewsPerDay - last.size - (isFirst ? learner.reviewedToday : 0));
	const reviews = [...last, ...dueReviews.slice(0, room)];
	const wanted = new Set(newForGoals(goals, new Set(cards.keys()), metToday, at, settings));
	const freshRoom = Math.min(settings.newPerDay - metToday.size - wanted.size, room - reviews.length);
	const others = freshRoom > 0 ? order.filter((id) => !cards.has(id) && !wanted.has(id)) : [];
	const fresh = [...wanted, ...others.slice(0, Math.max(0, freshRoom))];
	let answers = 0;
	for (const id of [...inSteps, ...reviews, ...fresh]) answers += plainCard(id, cards, at, learner);
	return { day, fresh: fresh.length, reviews: reviews.length, answers };
}

/** Answers a card until it is in review. */
function plainCard(id: string, cards: Map<string, CardState>, at: Date, { settings, seed }: PlanLearner): number {
	let card = cards.get(id) ?? null;
	let when = at;
	for (let answers = 1; ; answers++) {
		card = schedule(card, ratingOf(id, card, when, settings, seed), when, settings, `${seed}/${id}/`);
		if (card.state === 2 || answers >= 8) {
			cards.set(id, card);
			return answers;
		}
		when = new Date(Math.max(when.getTime(), Math.min(Date.parse(card.due), at.getTime() + HOUR_MS)));
	}
}

function ratingOf(id: string, card: CardState | null, at: Date, settings: LearnerSettings, seed: string): Rating {
	const chance = hash(`${seed}/${id}/${card?.reps ?? 0}`) / 2 ** 53;
	if (card === null) return chance < 0.25 ? 1 : 3;
	if (card.state !== 2) return 3;
	return chance < retrievability(card, at, settings) ? 3 : 1;
}

const NOW = new Date('2026-03-02T10:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 24 * HOUR_MS);
const ids = Array.from({ length: 90 }, (_, index) => `item-${index}`);

function learner(met: number, over: Partial<LearnerSettings>, seed: string): PlanLearner {
	const settings = { ...DEFAULT_SETTINGS, ...over };
	const held = ids.slice(0, met).map((id, index): [string, CardState] => {
		const first = schedule(null, ([1, 3, 4] as const)[index % 3]!, later(-(index % 30) - 3), settings, id);
		return [id, index % 4 === 0 ? first : schedule(first, 3, later(-(index % 30) - 1), settings, id)];
	});
	return {
		...{ settings, order: ids.toReversed(), reviewedToday: 3, seed },
		cards: new Map(held),
		metToday: new Set(ids.slice(0, Math.min(met, 2)))
	};
}

describe('days of a plan', () => {
	it.each([
		[0, 30, {}],
		[60, 45, { timeZone: 'America/New_York', newPerDay: 3, reviewsPerDay: 6 }],
		[90, 20, { timeZone: 'Asia/Kolkata', dayStart: 0, learningSteps: [10, 1440, 4320] }],
		[40, 120, { timeZone: 'Australia/Lord_Howe', newPerDay: 0, fuzz: false }]
	])('with %i items met are those of cards that are looked at one by one', (met, ahead, over) => {
		for (const seed of ['a', 'b', 'c']) {
			const who = learner(met, over, seed);
			const goals: Goal[][] = [
				[],
				[{ itemIds: ids, at: later(ahead), since: NOW }],
				[
					{ itemIds: ids.slice(20, 50), at: later(ahead / 2), since: later(-9) },
					{ itemIds: ids.slice(40), at: later(ahead - 1.3) }
				]
			];
			for (const some of goals) {
				const played = playDays(who, some, NOW, later(ahead));
				const plain = playPlainly(who, some, NOW, later(ahead));
				expect(played.days).toEqual(plain.days);
				expect([...played.cards].map(([id, card]) => [id, untimed(card)])).toEqual([...plain.cards]);
			}
		}
	});

	it('that are played once for several instants are those that are played for each', () => {
		const who = learner(60, { timeZone: 'America/New_York', newPerDay: 3, reviewsPerDay: 6 }, 'a');
		const goals: Goal[] = [{ itemIds: ids.slice(20), at: later(25), since: NOW }];
		// Some end within a day, one within its first hours, one before now; two are the same.
		const instants = [40, 12.1, 12.9, 0.2, -3, 25, 24.75, 25].map(later);
		const together = playUntil(who, goals, NOW, instants);
		expect(together).toHaveLength(instants.length);
		for (const [index, until] of instants.entries()) {
			const plain = playPlainly(who, goals, NOW, until);
			expect(together[index]!.days).toEqual(plain.days);
			expect([...together[index]!.cards].map(([id, card]) => [id, untimed(card)])).toEqual([...plain.cards]);
		}
	});
});
