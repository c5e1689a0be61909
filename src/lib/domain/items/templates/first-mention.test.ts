import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { FirstMentions } from './first-mention.ts';

const TEXT =
	'Norway offered Peru a $40 million fund for cod hatcheries. Lima called the fund too small. A treaty on copper was signed in 2029, and another treaty on cod is near. A levy was spoken of.';
const named = (statement: string, text = TEXT) => new FirstMentions(text).named(statement, text.length);

describe('what an article introduces by its full name', () => {
	it('is called by it where a statement says its kind alone', () => {
		expect(named('Peru wants the fund doubled.')).toBe('Peru wants the $40 million fund for cod hatcheries doubled.');
	});

	it('stays as it is where it is told already which one is meant, or where two are told of', () => {
		expect(named('Peru wants the fund for schools doubled.')).toBe('Peru wants the fund for schools doubled.');
		expect(named('Peru wants the treaty ended.')).toBe('Peru wants the treaty ended.');
	});

	it('stays as it is where its first mention says no more, or comes later', () => {
		expect(named('Peru rejects the levy.')).toBe('Peru rejects the levy.');
		expect(new FirstMentions(TEXT).named('Peru wants the fund doubled.', 3)).toBe('Peru wants the fund doubled.');
	});

	it('stays as it is far from where an agreement was named: there may be another one', () => {
		const text = 'Norway says that the toll breaches the 1992 Bergen agreement. ';
		const wants = 'Peru wants the agreement closed.';
		expect(named(wants, text)).toBe('Peru wants the 1992 Bergen agreement closed.');
		expect(named(wants, text + 'The envoys spoke of cod. '.repeat(30))).toBe(wants);
	});

	it('is looked for in time that grows with the text', () => {
		const time = (n: number) => {
			const start = cpuTime();
			named('Peru wants the fund doubled.', `${'a new joint '.repeat(n)}fund`);
			return cpuTime() - start;
		};
		time(500);
		expect(time(4000)).toBeLessThan(40 * Math.max(5, time(500)));
	});
});

describe('the island', () => {
	it('is Taiwan where the article tells of no other one', () => {
		const text = 'Taiwan thanked Norway. Weapons for the island were approved.';
		expect(named('Norway approved weapons for the island.', text)).toBe('Norway approved weapons for Taiwan.');
		expect(named('Norway praised the island nation.', text)).toBe('Norway praised the island nation.');
	});

	it('stays as it is beside another island', () => {
		const text = 'Taiwan thanked Norway. Cyprus is divided. The island is calm.';
		expect(named('Norway praised the island.', text)).toBe('Norway praised the island.');
	});
});
