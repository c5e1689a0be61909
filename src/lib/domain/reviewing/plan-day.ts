import type { Item } from '../items/types.ts';
import { putOff } from '../scheduling/balance.ts';
import type { CardState } from '../scheduling/card.ts';
import { catchUpToday } from '../scheduling/catch-up.ts';
import { dayOf, startOfDay } from '../scheduling/clock.ts';
import { deckLimits, queueOptionsFor, type ScheduleOptions } from '../scheduling/options.ts';
import { planQueue, type Queue, type Waiting } from '../scheduling/queue.ts';
import type { DeckOptions, LearnerSettings } from '../scheduling/settings.ts';

/** All that decides what is asked next on a learner's day, on a server and on a device alike. */
export interface DayInput {
	now: Date;
	settings: LearnerSettings;
	deckOptions: ReadonlyMap<string, DeckOptions>;
	/** The deck that is reviewed, as in a page's address. */
	deck: string;
	inDeck: (itemId: string) => boolean;
	/** Cards of all decks that are due or in steps, and those that are wanted early, by due time; none that is set aside. */
	waiting: readonly Waiting[];
	/** New items of the deck in the bank's order; none that is set aside. */
	fresh: readonly Item[];
	/** Items that are asked for whatever the limits say. */
	wanted: ReadonlySet<string>;
	item: (id: string) => Item | undefined;
	/** Items answered today, in order. */
	answeredToday: readonly string[];
	/** Answers of today with the card before; asked for only where `needsAnswers` says so. */
	answers: readonly { itemId: string; before: CardState | null }[];
	/** What the learner's day has counted, over all decks, and by how much its limits are raised. */
	load: { introduced: number; reviewed: number; moreNew: number; moreReviews: number };
	/** How many cards in review fall due on each of the next `DAYS_AHEAD` days. */
	ahead: readonly number[];
	optionsOf: (itemId: string) => ScheduleOptions;
	prefer: string | undefined;
	/** Of a random order of new items: the learner's id. */
	seed: string;
}

/** Whether a plan needs to know today's answers one by one: for a deck's own limits, or for the part of a backlog. */
export function needsAnswers({
	deck,
	deckOptions,
	settings
}: Pick<DayInput, 'deck' | 'deckOptions' | 'settings'>): boolean {
	return settings.catchUp !== null || Object.keys(deckLimits(deck, deckOptions)).length > 0;
}

/** What is asked next, and what is left today. */
export function planDay(input: DayInput): Queue {
	const { now, settings, deckOptions, deck, inDeck, answers, load, wanted } = input;
	const catching = catchUpToday(
		{ waiting: input.waiting, wanted, done: ofBacklog(input), reviewed: load.reviewed },
		settings,
		now
	);
	const later = catching ? new Set<string>() : putOff(balanceOf(input));
	const waiting = (catching?.waiting ?? input.waiting).filter(({ itemId }) => !later.has(itemId) && inDeck(itemId));
	const ofDeck = answers.filter(({ itemId }) => inDeck(itemId));
	return planQueue({
		...{ now, waiting, wanted, item: input.item, fresh: input.fresh, answeredToday: input.answeredToday },
		introduced: load.introduced,
		reviewed: load.reviewed,
		more: load,
		deck: {
			limits: deckLimits(deck, deckOptions),
			introduced: ofDeck.filter(({ before }) => before === null).length,
			reviewed: ofDeck.filter(({ before }) => before?.state === 2).length
		},
		...(catching ? { room: catching.room } : {}),
		...(input.prefer === undefined ? {} : { prefer: input.prefer }),
		settings: {
			...queueOptionsFor(deck, settings, deckOptions),
			newPerDay: catching?.newPerDay ?? settings.newPerDay,
			reviewsPerDay: settings.reviewsPerDay
		},
		seed: input.seed
	});
}

/** How many cards of the backlog that is spread were reviewed today. */
function ofBacklog({ answers, settings }: DayInput): number {
	if (settings.catchUp === null) return 0;
	const begin = startOfDay(settings.catchUp.from, settings).getTime();
	return answers.filter(({ before }) => before?.state === 2 && Date.parse(before.due) < begin).length;
}

function balanceOf({ now, settings, waiting, load, ahead, optionsOf, wanted, prefer }: DayInput) {
	const due = waiting.filter(({ card }) => card.state === 2 && Date.parse(card.due) <= now.getTime());
	const keep = new Set([...wanted, ...(prefer === undefined ? [] : [prefer])]);
	return { day: dayOf(now, settings), due, reviewed: load.reviewed, ahead, settings, optionsOf, keep };
}
