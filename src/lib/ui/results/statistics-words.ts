import type { Doubt, ItemStatistics } from '#lib/domain/teaching/item-statistics.ts';
import { m } from '#lib/paraglide/messages.js';

/** A doubt in words, and what to do about it. */
export const DOUBT_WORDS: Readonly<Record<Doubt, { short: () => string; says: () => string; advice: () => string }>> = {
	'too-hard': {
		short: m.results_doubt_too_hard,
		says: m.results_doubt_too_hard_says,
		advice: m.results_doubt_too_hard_advice
	},
	'too-easy': {
		short: m.results_doubt_too_easy,
		says: m.results_doubt_too_easy_says,
		advice: m.results_doubt_too_easy_advice
	},
	'weak-discrimination': {
		short: m.results_doubt_weak,
		says: m.results_doubt_weak_says,
		advice: m.results_doubt_weak_advice
	},
	'idle-distractor': {
		short: m.results_doubt_idle,
		says: m.results_doubt_idle_says,
		advice: m.results_doubt_idle_advice
	}
};

/** What a doubt says of these figures. */
export function says(doubt: Doubt, { discrimination }: Pick<ItemStatistics, 'discrimination'>): string {
	if (doubt === 'weak-discrimination' && discrimination !== null && discrimination < 0)
		return m.results_doubt_negative_says();
	return DOUBT_WORDS[doubt].says();
}

/** "0.42", "−0.10"; a dash where it is not defined. */
export const coefficient = (value: number | null): string =>
	value === null ? '–' : value.toFixed(2).replace('-', '−').replace('−0.00', '0.00');

/** "48 s", "2 min 5 s"; a dash where nothing was measured. */
export function timeText(milliseconds: number | null): string {
	if (milliseconds === null) return '–';
	const seconds = Math.round(milliseconds / 1000);
	return seconds < 60
		? m.results_time_seconds({ seconds })
		: m.results_time_minutes({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

/** What a table says in its last column. */
export function doubtsText(statistics: ItemStatistics | undefined): string {
	if (!statistics) return m.results_nobody_yet();
	if (!statistics.enough) return m.results_too_few();
	return statistics.doubts.map((doubt) => DOUBT_WORDS[doubt].short()).join(m.common_comma()) || m.results_none();
}
