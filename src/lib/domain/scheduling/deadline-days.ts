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
	const play: Play = { learner, goals, ...startOf(learner) };
	const days: PlannedDay[] = [];
	const today = dayOf(now, settings);
	for (let ahead = 0; ; ahead++) {
		const day = addDays(today, ahead);
		const begin = startOfDay(day, settings);
		if (ahead > 0 && begin >= until) break;
		// The last day may be a short one: what is asked on it is asked before the instant.
		const noon = Math.min(begin.getTime() + HOURS_INTO_DAY * HOUR_MS, until.getTime() - HOUR_MS);
		const at = ahead === 0 ? now : new Date(Math.max(noon, begin.getTime()));
		days.push(playDay(play, { day, at, isFirst: ahead === 0 }));
	}
	return { days, cards: play.cards };
}

/** What is played; its days change it. */
interface Play {
	learner: PlanLearner;
	goals: readonly Goal[];
	cards: Map<string, CardState>;
	/** Of each card, in the cards' order, when it falls due and whether it is in review: read once for each answer. */
	standing: Map<string, Standing>;
	/** Before this place of the order of introduction every item has been met. */
	firstUnmet: number;
}

interface Standing {
	id: string;
	due: number;
	inReview: boolean;
}

function startOf({ cards }: PlanLearner): Pick<Play, 'cards' | 'standing' | 'firstUnmet'> {
	const standing = [...cards].map(([id, card]) => [id, standingOf(id, card)] as const);
	return { cards: new Map(cards), standing: new Map(standing), firstUnmet: 0 };
}

function standingOf(id: string, { due, state }: CardState): Standing {
	return { id, due: Date.parse(due), inReview: state === 2 };
}

interface Today {
	day: string;
	at: Date;
	isFirst: boolean;
}

function playDay(play: Play, { day, at, isFirst }: Today): PlannedDay {
	const { learner, goals, cards } = play;
	const { settings } = learner;
	const metToday = isFirst ? learner.metToday : new Set<string>();
	const last = new Set(
		goals.flatMap((goal) => (isNear(goal, at, settings) ? [...lastReviews(goal, cards, at, settings)] : []))
	);
	const due = dueAt(play, at).filter(({ id }) => !last.has(id));
	const inSteps = due.filter(({ inReview }) => !inReview).map(({ id }) => id);
	const dueReviews = due
		.filter(({ inReview }) => inReview)
		.toSorted((a, b) => a.due - b.due)
		.map(({ id }) => id);
	const room = Math.max(0, settings.reviewsPerDay - last.size - (isFirst ? learner.reviewedToday : 0));
	const reviews = [...last, ...dueReviews.slice(0, room)];
	const wanted = new Set(newForGoals(goals, cards, metToday, at, settings));
	const freshRoom = Math.min(settings.newPerDay - metToday.size - wanted.size, room - reviews.length);
	const fresh = [...wanted, ...firstUnmet(play, wanted, freshRoom)];
	let answers = 0;
	for (const id of [...inSteps, ...reviews, ...fresh]) answers += playCard(play, id, at);
	return { day, fresh: fresh.length, reviews: reviews.length, answers };
}

/** What is due at an instant, in the cards' order. */
function dueAt({ standing }: Play, at: Date): Standing[] {
	const time = at.getTime();
	const due: Standing[] = [];
	for (const one of standing.values()) if (one.due <= time) due.push(one);
	return due;
}

/** The first items that were never met, as many as there is room for; without those that are wanted anyway. */
function firstUnmet(play: Play, wanted: ReadonlySet<string>, room: number): string[] {
	const { cards, learner } = play;
	const { order } = learner;
	const isMet = (id: string | undefined) => id !== undefined && cards.has(id);
	while (isMet(order[play.firstUnmet])) play.firstUnmet++;
	const found: string[] = [];
	for (let place = play.firstUnmet; found.length < room && place < order.length; place++) {
		const id = order[place];
		if (id !== undefined && !cards.has(id) && !wanted.has(id)) found.push(id);
	}
	return found;
}

/** Answers a card until it is in review. */
function playCard({ cards, standing, learner }: Play, id: string, at: Date): number {
	const { settings, seed } = learner;
	let card = cards.get(id) ?? null;
	let when = at;
	for (let answers = 1; ; answers++) {
		card = schedule(card, ratingOf(id, card, when, settings, seed), when, settings, `${seed}/${id}/`);
		if (card.state === 2 || answers >= MOST_STEPS) {
			cards.set(id, card);
			standing.set(id, standingOf(id, card));
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
