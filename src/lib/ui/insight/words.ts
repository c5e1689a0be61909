import type { FactKind } from '#lib/domain/facts/vocabulary.ts';
import type { CardKind } from '#lib/domain/insight/cells.ts';
import type { Unit } from '#lib/domain/insight/days.ts';
import type { Range } from '#lib/domain/insight/range.ts';
import type { Period } from '#lib/domain/insight/retention.ts';
import { m } from '#lib/paraglide/messages.js';

export const PERIOD_WORDS: Readonly<Record<Period, () => string>> = {
	today: m.insight_period_today,
	yesterday: m.insight_period_yesterday,
	week: m.insight_period_week,
	month: m.insight_period_month,
	year: m.insight_period_year,
	all: m.insight_period_all
};

export const CARD_WORDS: Readonly<Record<CardKind, () => string>> = {
	learning: m.insight_kind_learning,
	young: m.insight_kind_young,
	mature: m.insight_kind_mature
};

export const RANGE_WORDS: Readonly<Record<Range, () => string>> = {
	'30': m.insight_range_30,
	'90': m.insight_range_90,
	'365': m.insight_range_365,
	all: m.insight_range_all
};

export const UNIT_NOTES: Readonly<Record<Unit, () => string>> = {
	day: m.insight_by_day,
	week: m.insight_by_week,
	month: m.insight_by_month
};

const FACT_WORDS: Readonly<Record<FactKind, () => string>> = {
	date: m.insight_fact_date,
	event: m.insight_fact_event,
	participant: m.insight_fact_participant,
	agreement: m.insight_fact_agreement,
	commitment: m.insight_fact_commitment,
	position: m.insight_fact_position,
	'non-agreement': m.insight_fact_non_agreement,
	figure: m.insight_fact_figure,
	place: m.insight_fact_place,
	quotation: m.insight_fact_quotation,
	cause: m.insight_fact_cause,
	background: m.insight_fact_background,
	organisation: m.insight_fact_organisation
};
const FACTS = new Map<string, () => string>(Object.entries(FACT_WORDS));

/** What a kind of fact is called where many are counted. */
export function factWord(kind: string): string {
	return FACTS.get(kind)?.() ?? kind;
}
