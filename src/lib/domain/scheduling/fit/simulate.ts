import type { CardPhase, Rating } from '../card.ts';
import { nextMemory, recallAfter, type Memory } from '../fsrs.ts';
import { stepAfter } from '../steps.ts';
import type { Habits } from './habits.ts';
import { daysAfter, type IntervalRule } from './interval.ts';
import { drawer } from './random.ts';

/** A card that a simulation begins with. */
export interface StartingCard {
	memory: Memory;
	state: CardPhase;
	step: number;
	/** The day of its last answer and the one on which it falls due, counted from today; the former is 0 or less. */
	last: number;
	due: number;
}

/** Where a simulation begins. */
export interface Start {
	cards: readonly StartingCard[];
	/** Items not met yet. */
	fresh: number;
}

/** By what somebody learns in a simulation. */
export interface Plan extends IntervalRule {
	/** How many days are simulated. */
	days: number;
	/** May have a fraction: half a one is one every other day. */
	newPerDay: number;
	reviewsPerDay: number;
	habits: Habits;
}

/** What a simulation came to. */
export interface Simulated {
	/** Means over the days. */
	minutesADay: number;
	answersADay: number;
	/** Items met by the end, and how many of them would be recalled then, as a mean. */
	met: number;
	known: number;
	/** Cards that were due on the last day and for which there was no room. */
	left: number;
}

interface Card extends Omit<StartingCard, 'memory' | 'due'> {
	memory: Memory | null;
	draw: () => number;
}

/** One course of a simulation: what is done is added up in it. */
interface Course {
	plan: Plan;
	due: Card[][];
	seconds: number;
	answers: number;
}

/**
 * Lets somebody learn for a number of days: she forgets as the model says, rates and takes her time by her habits, and
 * passes the steps of one day. What is due is asked by its day, up to the limit of reviews, then new items. Fuzz, easy
 * days and siblings are left out, as they move answers by days and hardly change how many there are.
 * @param seed the same one has each card forgotten by the same luck, whatever the plan
 */
export function simulate(start: Start, plan: Plan, seed: number): Simulated {
	const course: Course = { plan, due: daysFrom(plan.days), seconds: 0, answers: 0 };
	const cards = start.cards.map((card, index): Card => ({ ...card, draw: drawer(seed, index) }));
	for (const [index, card] of cards.entries()) put(course, card, Math.max(0, start.cards[index]?.due ?? 0));
	let waiting: Card[] = [];
	let fresh = start.fresh;
	for (let day = 0; day < plan.days; day++) {
		const due = [...waiting, ...(course.due[day] ?? [])];
		const room = roomOn(day, plan.reviewsPerDay);
		waiting = due.slice(room);
		const reviewed = due.slice(0, room);
		for (const card of reviewed) review(course, card, day);
		const introduced = Math.min(fresh, roomOn(day, plan.newPerDay), room - reviewed.length);
		for (let made = 0; made < introduced; made++) {
			const card: Card = { memory: null, state: 1, step: 0, last: day, draw: drawer(seed, cards.length) };
			cards.push(card);
			introduce(course, card, day);
		}
		fresh -= introduced;
	}
	const { seconds, answers } = course;
	const recalled = ({ memory, last }: Card) =>
		memory ? recallAfter(plan.days - last, memory.stability, plan.parameters) : 0;
	return {
		minutesADay: seconds / 60 / plan.days,
		answersADay: answers / plan.days,
		met: cards.length,
		known: cards.reduce((sum, card) => sum + recalled(card), 0),
		left: waiting.length
	};
}

/** A limit a day in whole numbers; where it is less than one, on some days only. */
const roomOn = (day: number, limit: number) => Math.floor((day + 1) * limit) - Math.floor(day * limit);

const daysFrom = (days: number) => Array.from({ length: days }, (): Card[] => []);

function put(course: Course, card: Card, day: number): void {
	course.due[day]?.push(card);
}

function introduce(course: Course, card: Card, day: number): void {
	const { first, seconds } = course.plan.habits;
	const rating = drawRating([first[1], first[2], first[3]], card.draw());
	course.seconds += seconds[rating];
	course.answers += 1;
	answer(course, card, day, rating);
}

function review(course: Course, card: Card, day: number): void {
	const { parameters, habits } = course.plan;
	const { recalled, seconds } = habits;
	const chance = card.memory ? recallAfter(day - card.last, card.memory.stability, parameters) : 0;
	const luck = card.draw();
	const passed = drawRating([0, recalled[2], recalled[3]], card.draw());
	// The time is that of the mean, so that one card's luck moves the picture less.
	const usual = recalled[2] * seconds[2] + recalled[3] * seconds[3] + recalled[4] * seconds[4];
	course.seconds += chance * usual + (1 - chance) * seconds[1];
	course.answers += 1;
	answer(course, card, day, luck < chance ? passed : 1);
}

/** What an answer makes of a card, with the steps that follow on the same day, each of them passed. */
function answer(course: Course, card: Card, day: number, rating: Rating): void {
	const { plan } = course;
	const { memory, state, step } = card;
	const before = memory && { memory, state, step };
	const elapsed = day - card.last;
	const move = stepAfter(before, rating, plan);
	const days = daysAfter(before, elapsed, rating, plan);
	card.memory = nextMemory(memory, elapsed, rating, plan.parameters);
	card.last = day;
	card.state = move.phase;
	card.step = move.phase === 2 ? 0 : move.step;
	if (days > 0) {
		put(course, card, day + days);
		return;
	}
	course.seconds += plan.habits.seconds[3];
	course.answers += 1;
	answer(course, card, day, 3);
}

/** A rating by its shares; what is left of 1 is Easy. */
function drawRating([again, hard, good]: readonly [number, number, number], luck: number): Rating {
	if (luck < again) return 1;
	if (luck < again + hard) return 2;
	return luck < again + hard + good ? 3 : 4;
}
