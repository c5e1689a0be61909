import { hash } from '../hash.ts';
import type { CardState, Rating } from './card.ts';
import { addDays, dayOf, startOfDay } from './clock.ts';
import { retrievability, schedule } from './fsrs.ts';
import { isNear, lastReviews, newForGoals, type Goal } from './goals.ts';
import type { LearnerSettings } from './settings.ts';

/** What one day of a plan asks. */
export interface PlannedDay {
	day: string;
	/** New items, reviews, and answers in all with the steps of both. */
	fresh: number;
	reviews: number;
	answers: number;
}

/** A learner as a plan finds her. */
export interface PlanLearner {
	settings: LearnerSettings;
	/** Her cards of the whole bank, by item. */
	cards: ReadonlyMap<string, CardState>;
	/** Every item that may be introduced, in the order of introduction, those met included. */
	order: readonly string[];
	/** Items met today for the first time. */
	metToday: ReadonlySet<string>;
	/** Cards in review that were answered today. */
	reviewedToday: number;
	/** Names the learner: the same plan every time it is asked. */
	seed: string;
}

/** When in a day of hers a learner of a plan reviews. */
const HOURS_INTO_DAY = 8;
const HOUR_MS = 60 * 60_000;
/** How often a new item is not known at its first answer, which then begins with the first step. */
const FIRST_WRONG = 0.25;
/** More answers to one card on one day are not planned. */
const MOST_STEPS = 8;
const HASH_RANGE = 2 ** 53;

/**
 * Plays a learner's days from now to an instant: each day the goals' part, what is due within her limits, and new items
 * within them; each answer right with the probability that the memory model predicts. What is chance is set by the
 * learner's seed, the item and its count of answers, so that two plans of one learner differ only by their goals.
 * @param until the days that begin before it are played
 * @returns the days, and the cards as they stand then
 */
export function playDays(
	learner: PlanLearner,
	goals: readonly Goal[],
	now: Date,
	until: Date
): { days: PlannedDay[]; cards: Map<string, CardState> } {
	const { settings } = learner;
	const cards = new Map(learner.cards);
	const days: PlannedDay[] = [];
	const today = dayOf(now, settings);
	for (let ahead = 0; ; ahead++) {
		const day = addDays(today, ahead);
		const begin = startOfDay(day, settings);
		if (ahead > 0 && begin >= until) break;
		// The last day may be a short one: what is asked on it is asked before the instant.
		const noon = Math.min(begin.getTime() + HOURS_INTO_DAY * HOUR_MS, until.getTime() - HOUR_MS);
		const at = ahead === 0 ? now : new Date(Math.max(noon, begin.getTime()));
		days.push(playDay({ learner, goals, cards, day, at, isFirst: ahead === 0 }));
	}
	return { days, cards };
}

interface Today {
	learner: PlanLearner;
	goals: readonly Goal[];
	/** Changed by the day. */
	cards: Map<string, CardState>;
	day: string;
	at: Date;
	isFirst: boolean;
}

function playDay({ learner, goals, cards, day, at, isFirst }: Today): PlannedDay {
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
	for (const id of [...inSteps, ...reviews, ...fresh]) answers += playCard(id, cards, at, learner);
	return { day, fresh: fresh.length, reviews: reviews.length, answers };
}

/** Answers a card until it is in review. */
function playCard(id: string, cards: Map<string, CardState>, at: Date, { settings, seed }: PlanLearner): number {
	let card = cards.get(id) ?? null;
	let when = at;
	for (let answers = 1; ; answers++) {
		card = schedule(card, ratingOf(id, card, when, settings, seed), when, settings, `${seed}/${id}/`);
		if (card.state === 2 || answers >= MOST_STEPS) {
			cards.set(id, card);
			return answers;
		}
		when = new Date(Math.max(when.getTime(), Math.min(Date.parse(card.due), at.getTime() + HOUR_MS)));
	}
}

function ratingOf(id: string, card: CardState | null, at: Date, settings: LearnerSettings, seed: string): Rating {
	const chance = hash(`${seed}/${id}/${card?.reps ?? 0}`) / HASH_RANGE;
	if (card === null) return chance < FIRST_WRONG ? 1 : 3;
	if (card.state !== 2) return 3;
	return chance < retrievability(card, at, settings) ? 3 : 1;
}
