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
	  }
	/** `weeks` counts from the week of publication: "Wednesday of last week". */
	| { as: 'weekday'; weekday: number; hint?: Hint; weeks?: number }
	/** A distance from publication. */
	| { as: 'shift'; by: number; unit: Precision }
	/** A distance from the date told before. */
	| { as: 'anchored'; by: number; unit: Precision }
	/** A month or quarter of a year that is named by its distance. */
	| { as: 'months-of-year'; from: number; to: number; years: number }
	/** "On the 15th": the month is the one told last, or that of publication. */
	| { as: 'day-of-month'; day: number; months?: number };

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
