import type { Doubt, ItemStatistics } from '#lib/domain/teaching/item-statistics.ts';

/** A doubt in words, and what to do about it. */
export const DOUBT_WORDS: Readonly<Record<Doubt, { short: string; says: string; advice: string }>> = {
	'too-hard': {
		short: 'very hard',
		says: 'Fewer than one in five of the marks were reached.',
		advice: 'Check that the key is right and the question clear. If both are, talk about it in class.'
	},
	'too-easy': {
		short: 'very easy',
		says: 'Nearly everybody was right.',
		advice: 'It tells nobody apart. Keep it if it should be known by all; else ask for more.'
	},
	'weak-discrimination': {
		short: 'weak discrimination',
		says: 'Students who did well in the rest were hardly more often right than the others.',
		advice: 'Look for a second right answer, an ambiguous wording or a wrong key.'
	},
	'idle-distractor': {
		short: 'idle distractor',
		says: 'A wrong option was chosen by fewer than one in twenty.',
		advice: 'It fools nobody: replace it by a likelier mistake, or take it out.'
	}
};

/** What a doubt says of these figures. */
export function says(doubt: Doubt, { discrimination }: Pick<ItemStatistics, 'discrimination'>): string {
	if (doubt === 'weak-discrimination' && discrimination !== null && discrimination < 0)
		return 'Students who did well in the rest were less often right than the others.';
	return DOUBT_WORDS[doubt].says;
}

/** "62 %", "62.5 %". */

/** "0.42", "−0.10"; a dash where it is not defined. */
export const coefficient = (value: number | null): string =>
	value === null ? '–' : value.toFixed(2).replace('-', '−').replace('−0.00', '0.00');

/** "48 s", "2 min 5 s"; a dash where nothing was measured. */
export function timeText(milliseconds: number | null): string {
	if (milliseconds === null) return '–';
	const seconds = Math.round(milliseconds / 1000);
	return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** What a table says in its last column. */
export function doubtsText(statistics: ItemStatistics | undefined): string {
	if (!statistics) return 'nobody yet';
	if (!statistics.enough) return 'too few';
	return statistics.doubts.map((doubt) => DOUBT_WORDS[doubt].short).join(', ') || 'none';
}
