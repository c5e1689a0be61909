import type { ButtonRow } from './buttons.ts';
import type { Calibration } from './calibration.ts';
import type { Passed } from './cells.ts';
import type { DayTotals, Stretch, Unit } from './days.ts';
import type { Bin } from './distribution.ts';
import type { Forecast } from './forecast.ts';
import type { GroupRow } from './groups.ts';
import type { HeatMap } from './heat-map.ts';
import type { RetentionRow } from './retention.ts';

/** A group of items with the question that is hardest in it. */
export type NamedGroup = Omit<GroupRow, 'hardest'> & {
	/** What its makers call a topic; the id of a kind of fact. */
	label: string;
	hardest: { itemId: string; question: string; answers: Passed } | null;
};

/** Everything that the page of statistics shows. */
export interface Statistics {
	/** The learner's own day. */
	day: string;
	/** The first day of the range; null for all. */
	since: string | null;
	/** Whether any answer counts, ever, in this deck. */
	answeredEver: boolean;
	today: DayTotals;
	streak: { current: number; longest: number };
	heat: HeatMap;
	retention: RetentionRow[];
	desiredRetention: number;
	forecast: Forecast;
	work: { unit: Unit; stretches: Stretch[] };
	hours: Passed[];
	buttons: ButtonRow[];
	calibration: Calibration;
	memory: Memory;
	topics: NamedGroup[];
	kinds: NamedGroup[];
}

/** How the cards are spread: intervals and stability in days, difficulty 0 to 1, predicted recall now. */
export interface Memory {
	cards: number;
	intervals: Bin[];
	medianInterval: number | null;
	stability: Bin[];
	medianStability: number | null;
	difficulty: Bin[];
	recall: Bin[];
	/** Mean predicted recall of all cards now; null without a card. */
	meanRecall: number | null;
}
