import { hash } from '../hash.ts';
import { timed, type CardState, type Rating, type TimedCard } from './card.ts';
import { dayName, dayNumber, startOfDayNumber } from './clock.ts';
import { retrievabilityTimed, scheduleTimed } from './fsrs.ts';
import { isNear, lastReviewsOf, newOfUnseen, type Goal } from './goals.ts';
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
const HOUR_MS = 60 * 60_000;
const INTO_DAY_MS = 8 * HOUR_MS;
/** How often a new item is not known at its first answer, which then begins with the first step. */
const FIRST_WRONG = 0.25;
/** More answers to one card on one day are not planned. */
const MOST_STEPS = 8;
const HASH_RANGE = 2 ** 53;

/** Days as they were played. */
export interface PlayedDays {
	days: PlannedDay[];
	/** The cards as they stand at the end. */
	cards: ReadonlyMap<string, TimedCard>;
}

/**
 * Plays a learner's days from now to an instant: each day the goals' part, what is due within her limits, and new items
 * within them; each answer right with the probability that the memory model predicts. What is chance is set by the
 * learner's seed, the item and its count of answers, so that two plays of one learner differ only by their goals.
 * @param until the days that begin before it are played
 */
export function playDays(learner: PlanLearner, goals: readonly Goal[], now: Date, until: Date): PlayedDays {
	const [played] = playUntil(learner, goals, now, [until]);
	if (!played) throw new Error('days that are played have an end');
	return played;
}

/**
 * Plays a learner's days as `playDays` does, once for several instants.
 * @returns for each instant what `playDays` gives for it
 */
export function playUntil(
	learner: PlanLearner,
	goals: readonly Goal[],
	now: Date,
	instants: readonly Date[]
): PlayedDays[] {
	const { settings } = learner;
	const play = startOf(learner, goals);
	const played = new Map<number, PlayedDays>();
	const wanted = [...new Set(instants.map((until) => until.getTime()))].sort((a, b) => a - b);
	const today = dayNumber(now.getTime(), settings);
	const days: PlannedDay[] = [];
	for (let ahead = 0; played.size < wanted.length; ahead++) {
		const begin = ahead === 0 ? now.getTime() : startOfDayNumber(today + ahead, settings);
		const next = startOfDayNumber(today + ahead + 1, settings);
		const on = (at: number) => ({ day: dayName(today + ahead), at: new Date(at), isFirst: ahead === 0 });
		for (const until of wanted.filter((instant) => instant <= next && !played.has(instant))) {
			const last = copyOf(play);
			// The last day may be a short one: what is asked on it is asked before the instant.
			const at = ahead === 0 ? begin : Math.max(begin, Math.min(begin + INTO_DAY_MS, until - HOUR_MS));
			const day = playDay(last, on(at));
			played.set(until, { days: [...days, day], cards: last.cards });
		}
		if (played.size < wanted.length) days.push(playDay(play, on(ahead === 0 ? begin : begin + INTO_DAY_MS)));
	}
	return instants.flatMap((until) => played.get(until.getTime()) ?? []);
}

/** What is played; its days change it. */
interface Play {
	learner: PlanLearner;
	goals: readonly Goal[];
	/** No card in it is ever changed: an answer puts another in its place. */
	cards: Map<string, TimedCard>;
	/** Her cards' items in the order in which they were met, the place of each in it, and when each card falls due. */
	met: string[];
	places: Map<string, number>;
	dues: number[];
	/** Of each goal, what was not met when it was last looked at. */
	unseen: Map<Goal, readonly string[]>;
	/** Before this place of the order of introduction every item has been met. */
	firstUnmet: number;
}

function startOf(learner: PlanLearner, goals: readonly Goal[]): Play {
	const cards = new Map([...learner.cards].map(([id, card]) => [id, timed(card)]));
	const met = [...cards.keys()];
	const places = new Map(met.map((id, place) => [id, place]));
	const dues = [...cards.values()].map(({ due }) => due);
	return { learner, goals, cards, met, places, dues, unseen: new Map(), firstUnmet: 0 };
}

function copyOf(play: Play): Play {
	const { cards, met, places, dues, unseen } = play;
	const maps = { cards: new Map(cards), places: new Map(places), unseen: new Map(unseen) };
	return { ...play, ...maps, met: [...met], dues: [...dues] };
}

function put({ cards, met, places, dues }: Play, id: string, card: TimedCard): void {
	const place = places.get(id) ?? met.push(id) - 1;
	places.set(id, place);
	dues[place] = card.due;
	cards.set(id, card);
}

interface Today {
	day: string;
	at: Date;
	isFirst: boolean;
}

function playDay(play: Play, { day, at, isFirst }: Today): PlannedDay {
	const { learner, goals } = play;
	const { settings } = learner;
	const metToday = isFirst ? learner.metToday : new Set<string>();
	const last = lastOn(play, at);
	const due = dueAt(play, at).filter(({ id }) => !last.has(id));
	const inSteps = due.filter(({ card }) => card.state !== 2);
	const dueReviews = due.filter(({ card }) => card.state === 2).sort((a, b) => a.card.due - b.card.due);
	const room = Math.max(0, settings.reviewsPerDay - last.size - (isFirst ? learner.reviewedToday : 0));
	const reviews = [...last, ...dueReviews.slice(0, room).map(({ id }) => id)];
	const wanted = new Set(newOfUnseen(goals, (goal) => unseenOf(play, goal), metToday, at, settings));
	const freshRoom = Math.min(settings.newPerDay - metToday.size - wanted.size, room - reviews.length);
	const fresh = [...wanted, ...firstUnmet(play, wanted, freshRoom)];
	let answers = 0;
	for (const id of [...inSteps.map(({ id }) => id), ...reviews, ...fresh]) answers += playCard(play, id, at.getTime());
	return { day, fresh: fresh.length, reviews: reviews.length, answers };
}

/** What the goals ask once more on a day before their dates. */
function lastOn({ learner, goals, cards }: Play, at: Date): Set<string> {
	const { settings } = learner;
	const read = (id: string) => {
		const card = cards.get(id);
		return card?.state === 2 ? card : undefined;
	};
	const near = goals.filter((goal) => isNear(goal, at, settings));
	return new Set(near.flatMap((goal) => [...lastReviewsOf(goal, read, at, settings)]));
}

/** What is due at an instant, in the cards' order. */
function dueAt({ cards, met, dues }: Play, at: Date): { id: string; card: TimedCard }[] {
	const time = at.getTime();
	const due: { id: string; card: TimedCard }[] = [];
	for (let place = 0; place < dues.length; place++) {
		if ((dues[place] ?? Infinity) > time) continue;
		const id = met[place];
		const card = id === undefined ? undefined : cards.get(id);
		if (id !== undefined && card) due.push({ id, card });
	}
	return due;
}

/** The items of a goal that were not met by now. */
function unseenOf({ cards, unseen }: Play, goal: Goal): readonly string[] {
	const left = (unseen.get(goal) ?? goal.itemIds).filter((id) => !cards.has(id));
	unseen.set(goal, left);
	return left;
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
function playCard(play: Play, id: string, at: number): number {
	const { settings, seed } = play.learner;
	const own = `${seed}/${id}/`;
	let card = play.cards.get(id) ?? null;
	let when = at;
	for (let answers = 1; ; answers++) {
		card = scheduleTimed(card, ratingOf(own, card, when, settings), when, settings, own);
		if (card.state === 2 || answers >= MOST_STEPS) {
			put(play, id, card);
			return answers;
		}
		when = Math.max(when, Math.min(card.due, at + HOUR_MS));
	}
}

function ratingOf(seed: string, card: TimedCard | null, at: number, settings: LearnerSettings): Rating {
	if (card && card.state !== 2) return 3;
	const chance = hash(`${seed}${card?.reps ?? 0}`) / HASH_RANGE;
	if (card === null) return chance < FIRST_WRONG ? 1 : 3;
	return chance < retrievabilityTimed(card, at, settings) ? 3 : 1;
}
