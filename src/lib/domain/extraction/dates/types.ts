import type { Precision } from '#lib/domain/dates.ts';
import type { Token } from './tokens.ts';

/** What the words beside a date say of its place in time. */
export type Hint = 'last' | 'this' | 'next';

/** What an expression says, before it is known when the text was published. */
export type Reading =
	/** Told in full. */
	| { as: 'fixed'; iso: string }
	/** Without its year: "November 15", "14 to 17 November", "August last year" (`years` counts from publication). */
	| {
			as: 'yearless';
			month: number;
			day?: number;
			toMonth?: number;
			toDay?: number;
			weekday?: number;
			hint?: Hint;
			years?: number;
			/** "July of the same year": the year of the date told before. */
			sameYear?: true;
	  }
	/**
	 * `weeks` counts from the week of publication: "Wednesday of last week"; `through` ends a span: "from Monday to
	 * Friday"; `east` stands where the day begins earlier: "Friday in Beijing"; `later` is a week on: "Friday week".
	 */
	| { as: 'weekday'; weekday: number; through?: number; hint?: Hint; weeks?: number; east?: true; later?: true }
	/** The first such weekday before (-1) or after (1) the date told before: "the previous Friday". */
	| { as: 'anchored-weekday'; weekday: number; by: 1 | -1 }
	/** "11/12/2023": the text's other dates or publication tell which figure is the day. */
	| { as: 'either'; dayFirst: string; monthFirst: string }
	/** A distance from publication. */
	| { as: 'shift'; by: number; unit: Precision }
	/** A distance from the date told before. */
	| { as: 'anchored'; by: number; unit: Precision }
	/** A whole week, counted from that of publication: "next week". */
	| { as: 'week'; weeks: number }
	/** The ten years of publication: "by the end of the decade". */
	| { as: 'decade' }
	/** A month or quarter of a year that is named by its distance. */
	| { as: 'months-of-year'; from: number; to: number; years: number }
	/** "On the 15th", "from the 14th to the 15th": the month is the one told last, or that of publication. */
	| { as: 'day-of-month'; day: number; toDay?: number; months?: number };

/** An expression that a rule found; token indices, `to` exclusive. */
export interface Found {
	from: number;
	to: number;
	reading: Reading;
	rule: string;
	confidence: number;
}

/** Looks at the tokens from an index on and finds an expression there, or none; `before` is the one found last. */
export type Rule = (tokens: readonly Token[], index: number, before?: Found) => Found | undefined;
