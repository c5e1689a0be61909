import { buttonRows } from '#lib/domain/insight/buttons.ts';
import { calibrate } from '#lib/domain/insight/calibration.ts';
import type { ItemCell } from '#lib/domain/insight/cells.ts';
import { stretches, streaks, totalsOf } from '#lib/domain/insight/days.ts';
import { binDays, binShares } from '#lib/domain/insight/distribution.ts';
import { median } from '#lib/domain/median.ts';
import { forecast } from '#lib/domain/insight/forecast.ts';
import { byItem, groupRows, type GroupRow } from '#lib/domain/insight/groups.ts';
import { heatMap } from '#lib/domain/insight/heat-map.ts';
import { hourRows } from '#lib/domain/insight/hours.ts';
import { firstDay, type Horizon, type Range } from '#lib/domain/insight/range.ts';
import { retentionRows } from '#lib/domain/insight/retention.ts';
import type { Memory, NamedGroup, Statistics } from '#lib/domain/insight/statistics.ts';
import type { Item } from '#lib/domain/items/types.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { inDeck, type Bank, type Deck } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { dayTotals } from './day-totals.ts';
import { logSums } from './log-sums.ts';
import { memoryNow, type MemoryNow } from './memory-now.ts';

/** What a learner asks to see. */
export interface Asked {
	deck: Deck;
	range: Range;
	horizon: Horizon;
}

/** The statistics of one deck for a learner, a guest or one with an account: five queries, however long her log is. */
export async function statisticsOf(
	db: Db,
	bank: Bank,
	learner: Learner,
	{ deck, range, horizon }: Asked,
	now: Date
): Promise<Statistics> {
	const { settings } = learner;
	const day = dayOf(now, settings);
	const since = firstDay(range, day);
	const items = bank.items.filter((item) => inDeck(item, deck) && !bank.isWithheld(item.id));
	const itemIds = deck.by === 'all' ? null : items.map(({ id }) => id);
	const totals = await dayTotals(db, learner.id, itemIds);
	const log = await logSums(db, { learnerId: learner.id, itemIds, today: day, since, clock: settings });
	const all = await memoryNow(db, bank, learner, now);
	const cards = new Map(items.flatMap(({ id }) => entryOf(id, all)));
	return {
		...{ day, since, desiredRetention: settings.desiredRetention },
		answeredEver: totals.some((entry) => entry.answered > 0),
		today: totalsOf(totals, day),
		streak: streaks(totals, day),
		heat: heatMap(totals, day),
		retention: retentionRows(log.answers),
		forecast: forecast(
			[...cards.values()].flatMap(({ dueDay }) => dueDay ?? []),
			day,
			Number(horizon)
		),
		work: stretches(totals, since, day),
		hours: hourRows(log.hours),
		buttons: buttonRows(log.answers),
		calibration: calibrate(log.recalls),
		memory: memoryOf([...cards.values()]),
		...groupsOf(bank, items, cards, log.items)
	};
}

/** The deck's items by topic and by kind of fact. */
function groupsOf(
	bank: Bank,
	items: readonly Item[],
	cards: ReadonlyMap<string, MemoryNow>,
	cells: readonly ItemCell[]
): Pick<Statistics, 'topics' | 'kinds'> {
	const answered = byItem(cells);
	const by = (groupOf: (item: Item) => string, labelOf: (id: string) => string) =>
		groupRows(items, groupOf, cards, answered).map((row) => ({ ...withQuestion(bank, row), label: labelOf(row.id) }));
	return {
		topics: by((item) => item.topic, bank.topicLabel),
		kinds: by(
			(item) => item.kind,
			(id) => id
		)
	};
}

function entryOf(itemId: string, all: ReadonlyMap<string, MemoryNow>): [string, MemoryNow][] {
	const found = all.get(itemId);
	return found ? [[itemId, found]] : [];
}

function withQuestion(bank: Bank, { hardest, ...row }: GroupRow): Omit<NamedGroup, 'label'> {
	const item = hardest && bank.item(hardest.itemId);
	return { ...row, hardest: hardest && item ? { ...hardest, question: item.question } : null };
}

/** An interval is none before the first review that set one; a difficulty of 1 is 0 %, one of 10 is 100 %. */
function memoryOf(memories: readonly MemoryNow[]): Memory {
	const intervals = memories.filter(({ card }) => card.state === 2).map(({ card }) => card.scheduledDays);
	const stability = memories.map(({ card }) => card.stability);
	const recalls = memories.map(({ recall }) => recall);
	return {
		cards: memories.length,
		intervals: binDays(intervals),
		medianInterval: median(intervals),
		stability: binDays(stability),
		medianStability: median(stability),
		difficulty: binShares(memories.map(({ card }) => (card.difficulty - 1) / 9)),
		recall: binShares(recalls),
		meanRecall: recalls.length === 0 ? null : recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length
	};
}
