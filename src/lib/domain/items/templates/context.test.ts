import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { lacksContext, plainPast, withoutHis } from './context.ts';

describe('a text that needs its article', () => {
	it.each([
		'Who said that Norway would never bargain over that right?',
		'Ana Rojas cut the levy that was tied to that drug to 10%.',
		'Who called the Norwegian one “complete and final”?',
		'Who hoped that matters would be settled peacefully?',
		'Who stood ready to provide a venue again?',
		'Who promised that fishermen could count on orders again?',
		'Who said that relations improved since the talks in Lima last October?',
		'Which side supports all efforts conducive to peace?',
		'Who announced it in Lima on 4 May 2031?',
		'Who pressed Peru to lower its quota, and the two exchanged views on cod?',
		'Which country called for the ban to be lifted at once?',
		'The office in Oslo and its counterpart signed a note.',
		'Who said that the fleet would be ‘ground to dust?'
	])('is found: %s', (text) => {
		expect(lacksContext(text)).toBe(true);
	});

	it.each([
		'Who said that Norway supports a lasting peace between Peru and Chile?',
		'Who reaffirmed the one-China principle on 4 May 2031?',
		'Who said that limits on cod were never for sale?',
		'Which side agreed to resume trade talks in October 2031?',
		'Who insisted that this is a matter for Norway?'
	])('is not seen where it stands alone: %s', (text) => {
		expect(lacksContext(text)).toBe(false);
	});

	it('is looked for in linear time', () => {
		const start = cpuTime();
		for (const text of ['the '.repeat(50_000), ' '.repeat(200_000), '‘'.repeat(20_000)]) lacksContext(text);
		expect(cpuTime() - start).toBeLessThan(500);
	});
});

describe('stress and owners that lean on a sentence before', () => {
	it('are put plainly', () => {
		expect(plainPast('Peru did, however, agree to review the quota.')).toBe('Peru agreed to review the quota.');
		expect(plainPast('Peru did commit to lift the ban.')).toBe('Peru committed to lift the ban.');
		expect(plainPast('Nor did Peru did not agree.')).toBe('Nor did Peru did not agree.');
		expect(withoutHis('Ana Rojas, his minister of trade, has denied a deal.')).toBe('Ana Rojas has denied a deal.');
	});
});
