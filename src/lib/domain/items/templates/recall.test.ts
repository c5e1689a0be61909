import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { clausesOf } from './clauses.ts';
import { parts } from './guard.ts';
import { publisherIn } from './publication.ts';
import { actOf } from './speech-acts.ts';
import { withTellerNamed } from './teller-last.ts';
import { toldOf } from './told-fixture.ts';

const stated = (statement: string, more: Partial<ReturnType<typeof toldOf>> = {}) => {
	const told = toldOf(more);
	return { ...told, fact: { ...told.fact, statement } };
};

describe('the shorter sentences of a sentence', () => {
	it('are its main clauses, each with a subject of its own', () => {
		expect(clausesOf('Peru still pays a tariff of 20%, and Norway lifted its ban on copper in May 2031.')).toContain(
			'Norway lifted its ban on copper in May 2031.'
		);
		expect(clausesOf('Norway lifted its ban in May 2031, and told nobody about the ships.')).toEqual([]);
	});

	it('do without what stands beside a day or a name, and without a lead that limits nothing', () => {
		expect(clausesOf('On 3 May 2031, a day after the vote, the Fishing Board banned exports of cod to Peru.')).toEqual([
			'On 3 May 2031 the Fishing Board banned exports of cod to Peru.'
		]);
		expect(clausesOf('Under the copper arrangement, Norway will close 12 mines within 90 days.')).toEqual([
			'Norway will close 12 mines within 90 days.'
		]);
	});

	it('tell what happened when a day is told of', () => {
		expect(
			clausesOf('As Ana Roy sees it, all began on 19 July 2031, when a Norwegian ship strayed into Peruvian waters.')
		).toContain('On 19 July 2031 a Norwegian ship strayed into Peruvian waters.');
	});

	it('leave no condition out, and no member of a list', () => {
		expect(clausesOf('Norway will lift its ban in May 2031, but only if Peru opens its ports.')).toEqual([]);
		expect(clausesOf('Norway, the Netherlands, and Peru closed their ports in May 2031.').join()).not.toContain(
			'Norway and Peru'
		);
	});

	it('point at nothing that was left out', () => {
		expect(clausesOf('Fjord Metals, whose sales rose by half, expects that share to drop in 2031.')).toEqual([]);
	});

	it('are found in time, whatever a text is made of', () => {
		const texts = [', which '.repeat(20_000), ', and Norway '.repeat(20_000), 'a, the '.repeat(90)];
		const start = cpuTime();
		for (const text of texts) clausesOf(text);
		expect(cpuTime() - start).toBeLessThan(200);
	});

	it('are certain where the doubt stands in another clause', () => {
		const sentence = 'Norway lifted its ban on copper in May 2031, and Peru may follow by the end of the year.';
		const told = parts(stated(sentence, { polarity: 'hedged' }));
		const of = (start: string) => told.find(({ fact }) => fact.statement.startsWith(start))?.polarity;
		expect(told.find(({ fact }) => fact.statement === 'Norway lifted its ban on copper in May 2031.')?.polarity).toBe(
			'affirmed'
		);
		expect(of('Norway lifted its ban on copper in May 2031, and')).toBe('hedged');
	});
});

describe('an article without a title', () => {
	it('is named by the institution at its head', () => {
		expect(publisherIn('HARBOUR INSTITUTE FOR LAW')).toBe('the Harbour Institute for Law');
		expect(publisherIn('Roy & Dahl LLP | Trade Briefing')).toBe('Roy & Dahl LLP');
		expect(publisherIn('Cod and copper')).toBeUndefined();
	});
});

describe('whoever told of it at the end of a sentence', () => {
	it('is cited with the article', () => {
		const told = withTellerNamed(stated('Peru also undertook to share data on cod, the Royal Palace said.'));
		expect([told.fact.statement, told.sources[0]]).toEqual([
			'Peru also undertook to share data on cod.',
			'Fjord Press (4 May 2031), citing the Royal Palace'
		]);
	});

	it('stays where it is somebody unnamed, or whoever holds it', () => {
		for (const statement of [
			'Peru also undertook to share data on cod, an official briefed on the talks said.',
			'Peru has to share its data on cod, Ana Roy said.'
		])
			expect(withTellerNamed(stated(statement, { holder: 'Ana Roy' })).fact.statement).toBe(statement);
	});
});

describe('what somebody does with words', () => {
	it.each([
		['pledged not to raise its port fees', 'what did Norway pledge not to do', 'to raise its port fees'],
		['accused Peru of dumping copper', 'what did Norway accuse Peru of', 'dumping copper'],
		['voiced deep concern about the copper ban', 'what did Norway voice concern about', 'the copper ban'],
		['complained that the rules are unfair', 'what complaint did Norway make', 'that the rules are unfair']
	])('%s: %s', (predicate, question, answer) => {
		const act = actOf(predicate);
		expect([act?.asks('Norway', ''), act?.answer]).toEqual([question, answer]);
	});
});
