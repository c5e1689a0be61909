import { expect, it } from 'vitest';
import { percentText } from '#lib/domain/percent.ts';
import { coefficient, doubtsText, DOUBT_WORDS, says, timeText } from './statistics-words.ts';

it('figures are short, with a real minus, and a dash for none', () => {
	expect([percentText(0.625), percentText(1), percentText(0)]).toEqual(['62.5 %', '100 %', '0 %']);
	expect([coefficient(0.4219), coefficient(-0.1), coefficient(-0.001), coefficient(null)]).toEqual([
		'0.42',
		'−0.10',
		'0.00',
		'–'
	]);
	expect([timeText(47_600), timeText(125_000), timeText(null)]).toEqual(['48 s', '2 min 5 s', '–']);
});

it('few answers are too few, whatever their figures', () => {
	const statistics = {
		...{ n: 29, blank: 0, facility: 0, discrimination: null, options: {}, medianTime: null, guess: 0 },
		...{ enough: false, doubts: [] }
	};
	expect(doubtsText(undefined)).toBe('nobody yet');
	expect(doubtsText(statistics)).toBe('too few');
	expect(doubtsText({ ...statistics, n: 30, enough: true })).toBe('none');
	expect(doubtsText({ ...statistics, enough: true, doubts: ['too-hard', 'idle-distractor'] })).toBe(
		'very hard, idle distractor'
	);
});

it('a question that the better students got wrong is told from one that only does not discriminate', () => {
	expect(says('weak-discrimination', { discrimination: -0.2 })).toContain('less often right');
	expect(says('weak-discrimination', { discrimination: 0.1 })).toBe(DOUBT_WORDS['weak-discrimination'].says());
	expect(says('too-easy', { discrimination: -0.2 })).toBe(DOUBT_WORDS['too-easy'].says());
});
