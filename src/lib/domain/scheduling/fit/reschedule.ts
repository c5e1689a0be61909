import type { Placed, RescheduleEvent } from '../../reviewing/fold.ts';
import type { CardState } from '../card.ts';
import { addDays, dayOf, daysBetween, startOfDay } from '../clock.ts';
import { chosenInterval, nextMemory, parametersOf, type Memory } from '../fsrs.ts';
import { dayWeight } from '../fuzz.ts';
import type { ScheduleOptions } from '../options.ts';
import { compareTexts } from '../order.ts';
import type { LearnerSettings } from '../settings.ts';
import type { OpenHistory } from './history.ts';

/** A card in review that may be moved. */
export interface Movable {
	itemId: string;
	card: CardState;
	/** The answers of its memory. */
	past: OpenHistory;
	/** By which it would be scheduled now. */
	options: ScheduleOptions;
	/** `seedOf(itemId)`. */
	seed: string;
}

/** A card that is put where the model has it. */
export interface Move {
	itemId: string;
	from: RescheduleEvent['from'];
	to: Placed;
}

/** One of the next days, with the cards that are to be reviewed on it before and after; the first one has the backlog. */
export interface MovedDay {
	day: string;
	before: number;
	after: number;
}

/** A card on its way to its new day. */
interface Wish {
	movable: Movable;
	memory: Memory;
	/** The day on which the model would have it. */
	wanted: string;
}

/** Days ahead that are levelled out together. */
const LEVELLED_DAYS = 30;
/** A day takes so much more than an equal part of them, … */
const ABOVE_MEAN = 1.25;
/** … and so many at least. */
const LEAST_A_DAY = 10;

type Settings = Pick<LearnerSettings, 'timeZone' | 'dayStart' | 'reviewsPerDay' | 'easyDays'>;

/**
 * Where cards would be if all their answers had been scheduled as a learner's cards are scheduled now. What is due stays
 * due, nothing goes into the past, and of what would fall due no day takes more than a quarter above an equal part of
 * the next thirty days, nor more than her limit: the rest goes on to the next day, the longest waited for first.
 * @param fixed the days on which other cards of hers fall due
 * @returns the cards whose day or memory differs, and of the days from today on what each has before and after
 */
export function planMoves(
	cards: readonly Movable[],
	fixed: readonly string[],
	settings: Settings,
	now: Date,
	days: number
): { moves: Move[]; days: MovedDay[] } {
	const today = dayOf(now, settings);
	const wishes = cards.flatMap((movable) => wishOf(movable) ?? []);
	const dueNow = (wish: Wish) => dueDayOf(wish, settings) <= today && wish.wanted <= today;
	const standing = wishes.filter(dueNow);
	const moving = wishes.filter((wish) => !dueNow(wish));
	const load = new Map<string, number>();
	for (const day of [...fixed, ...standing.map(() => today)]) add(load, day < today ? today : day);
	const placed = level(moving, load, settings, today);
	const moves = [
		...standing.map(({ movable, memory }) => moveOf(movable, memory, null, settings)),
		...placed.map(({ wish: { movable, memory }, day }) => moveOf(movable, memory, day, settings))
	];
	const before = countBy([...fixed, ...wishes.map((wish) => dueDayOf(wish, settings))], today);
	const after = countBy([...fixed, ...standing.map(() => today), ...placed.map(({ day }) => day)], today);
	return {
		moves: moves.filter(isMove),
		days: Array.from({ length: days }, (_, ahead) => {
			const day = addDays(today, ahead);
			return { day, before: before.get(day) ?? 0, after: after.get(day) ?? 0 };
		})
	};
}

/** Where the model would have a card; undefined where the log does not explain it. */
function wishOf(movable: Movable): Wish | undefined {
	const { card, past, options, seed } = movable;
	const { history, day } = past;
	const last = history.at(-1);
	if (card.state !== 2 || !last || history.length !== card.reps) return undefined;
	const parameters = parametersOf(options.model);
	let memory: Memory | null = null;
	for (const { days, rating } of history) memory = nextMemory(memory, days, rating, parameters);
	if (!memory) return undefined;
	const answer = { day, elapsed: last.days, options, seed: `${seed}${card.reps}` };
	const { chosen } = chosenInterval(memory.stability, answer);
	return { movable, memory, wanted: addDays(day, chosen) };
}

function dueDayOf({ movable: { card } }: Wish, settings: Settings): string {
	return dayOf(new Date(card.due), settings);
}

/** Gives each card its day: the one it wants, or the next one with room. */
function level(moving: readonly Wish[], load: Map<string, number>, settings: Settings, today: string) {
	const queue = moving.toSorted(
		(a, b) => compareTexts(a.wanted, b.wanted) || compareTexts(a.movable.itemId, b.movable.itemId)
	);
	const end = addDays(today, LEVELLED_DAYS);
	const known = [...load].reduce((sum, [day, count]) => sum + (day < end ? count : 0), 0);
	const soon = known + queue.filter(({ wanted }) => wanted < end).length;
	const equal = Math.max(LEAST_A_DAY, Math.ceil((ABOVE_MEAN * soon) / LEVELLED_DAYS));
	const most = Math.max(1, Math.min(equal, settings.reviewsPerDay));
	const placed: { wish: Wish; day: string }[] = [];
	let day = today;
	for (const wish of queue) {
		if (wish.wanted > day) day = wish.wanted;
		while ((load.get(day) ?? 0) >= Math.ceil(most * dayWeight(day, settings.easyDays))) day = addDays(day, 1);
		add(load, day);
		placed.push({ wish, day });
	}
	return placed;
}

/** @param day the new one; null where the card stays due as it is */
function moveOf({ itemId, card, past }: Movable, memory: Memory, day: string | null, settings: Settings): Move {
	const { stability, difficulty, due, scheduledDays, lastReview } = card;
	const from = { stability, difficulty, due, scheduledDays, lastReview };
	const same = day === null || day === dayOf(new Date(due), settings);
	const place = same
		? { due, scheduledDays }
		: {
				due: startOfDay(day, settings).toISOString(),
				scheduledDays: Math.max(1, daysBetween(past.day, day))
			};
	return { itemId, from, to: { ...memory, ...place } };
}

function isMove({ from, to }: Move): boolean {
	return from.due !== to.due || from.stability !== to.stability || from.difficulty !== to.difficulty;
}

function countBy(days: readonly string[], today: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const day of days) add(counts, day < today ? today : day);
	return counts;
}

function add(counts: Map<string, number>, day: string): void {
	counts.set(day, (counts.get(day) ?? 0) + 1);
}
