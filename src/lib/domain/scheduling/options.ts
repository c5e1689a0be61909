import type { Item } from '../items/types.ts';
import type { DeckOptions, LearnerSettings } from './settings.ts';

/** Everything that decides what a review makes of a card; kept with the review, so that it can be worked out again. */
export type ScheduleOptions = Pick<
	LearnerSettings,
	| 'timeZone'
	| 'dayStart'
	| 'desiredRetention'
	| 'learningSteps'
	| 'relearningSteps'
	| 'maximumInterval'
	| 'fuzz'
	| 'easyDays'
	| 'model'
	| 'leechAt'
	| 'leechAction'
>;

/** How many new items and reviews a day has at most. */
export type Limits = Pick<LearnerSettings, 'newPerDay' | 'reviewsPerDay'>;

/** Everything that decides in which order a deck is asked. */
export type QueueOptions = Pick<
	LearnerSettings,
	'newOrder' | 'dueOrder' | 'mix' | 'buryNew' | 'buryReviews' | 'buryLearning'
>;

/** Where an item stands beside its topic and sources. */
export interface Place {
	/** The workspace that it belongs to; null where that is no deck of the learner's. */
	workspace: string | null;
	/** Study assignments of the learner's that hold it. */
	studies: readonly string[];
}

/**
 * The names of the decks that an item belongs to and that may have options of their own, as in a page's address, the
 * most specific kind first: what a class has her study, a workspace, a topic, a source; within a kind by name.
 */
export function decksOf(item: Pick<Item, 'topic' | 'corroboration'>, { workspace, studies }: Place): string[] {
	const named = (by: string, ids: readonly string[]) => ids.map((id) => `${by}:${id}`).sort();
	return [
		...named('study', studies),
		...named('workspace', workspace === null ? [] : [workspace]),
		`topic:${item.topic}`,
		...named('source', item.corroboration.sources)
	];
}

/**
 * The options by which an item's card is scheduled: those of the first of its decks that has options of its own, over
 * the learner's. What that deck leaves open is the learner's choice, never another deck's.
 * @param decks of the item, the most specific first (`decksOf`)
 * @param deckOptions by the deck's name
 */
export function optionsFor(
	decks: readonly string[],
	settings: LearnerSettings,
	deckOptions: ReadonlyMap<string, DeckOptions>
): ScheduleOptions {
	const deck = decks.find((name) => hasOptions(deckOptions.get(name)));
	return scheduleOptions(over(settings, deck === undefined ? undefined : deckOptions.get(deck)));
}

/** Of all settings, those by which a card is scheduled, always in the same order. */
export function scheduleOptions(settings: ScheduleOptions): ScheduleOptions {
	return {
		timeZone: settings.timeZone,
		dayStart: settings.dayStart,
		desiredRetention: settings.desiredRetention,
		learningSteps: settings.learningSteps,
		relearningSteps: settings.relearningSteps,
		maximumInterval: settings.maximumInterval,
		fuzz: settings.fuzz,
		easyDays: settings.easyDays,
		model: settings.model,
		leechAt: settings.leechAt,
		leechAction: settings.leechAction
	};
}

/** In which order a deck is asked when it is the one that is reviewed. */
export function queueOptionsFor(
	deck: string,
	settings: LearnerSettings,
	deckOptions: ReadonlyMap<string, DeckOptions>
): QueueOptions {
	const { newOrder, dueOrder, mix, buryNew, buryReviews, buryLearning } = over(settings, deckOptions.get(deck));
	return { newOrder, dueOrder, mix, buryNew, buryReviews, buryLearning };
}

/** The limits that a deck has of its own; they hold when it is the one that is reviewed, beside the learner's for all. */
export function deckLimits(deck: string, deckOptions: ReadonlyMap<string, DeckOptions>): Partial<Limits> {
	const { newPerDay, reviewsPerDay } = deckOptions.get(deck) ?? {};
	return {
		...(newPerDay === undefined ? {} : { newPerDay }),
		...(reviewsPerDay === undefined ? {} : { reviewsPerDay })
	};
}

/** Whether a deck's options set anything. */
function hasOptions(options: DeckOptions | undefined): boolean {
	return options !== undefined && Object.values(options).some((value) => value !== undefined);
}

/** The learner's settings with a deck's over them; a field that a deck names without a value stays the learner's. */
function over(settings: LearnerSettings, options: DeckOptions | undefined): LearnerSettings {
	const set = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
	return { ...settings, ...Object.fromEntries(set) };
}
