import { describe, expect, it } from 'vitest';
import { withIsland, withNames } from './joint-subject.ts';
import { matterNamed } from './matters.ts';
import { saidBy } from './said-by.ts';
import { actOf } from './speech-acts.ts';
import { withoutDoubledNames } from './tidy.ts';

describe('what a statement says of its holder', () => {
	it.each([
		['The Forum chief Baron Waqa, himself a former judge, dismissed the idea of pressure.', 'Baron Waqa'],
		['Baron Waqa, by contrast, dismissed the idea of pressure.', 'Baron Waqa'],
		['Baron Waqa (瓦卡) dismissed the idea of pressure.', 'Baron Waqa']
	])('is found behind titles and appositions: %s', (statement, holder) => {
		expect(saidBy(statement, holder)?.predicate).toBe('dismissed the idea of pressure');
	});

	it('is not that of a clause before the name', () => {
		expect(saidBy('When the ferry sank Baron Waqa dismissed the idea of pressure.', 'Baron Waqa')).toBeUndefined();
		expect(saidBy(`${'x '.repeat(50_000)}Baron Waqa left.`, 'Baron Waqa')).toBeUndefined();
	});
});

describe('what is done with words', () => {
	it.each([
		['refused to lift its tariff', 'what did Norway refuse to do about trade', 'to lift its tariff'],
		['has undertaken to open its ports', 'what did Norway undertake to do about trade', 'to open its ports'],
		['warned that the truce may end', 'what warning did Norway give on trade', 'that the truce may end'],
		['has given its word that no ship will sail', 'what did Norway promise on trade', 'that no ship will sail'],
		['opposes the new levy', 'what does Norway oppose on trade', 'the new levy'],
		['called for a lasting ceasefire', 'what did Norway call for on trade', 'a lasting ceasefire'],
		['will buy forty aircraft', 'what will Norway do about trade', 'buy forty aircraft'],
		['does not support independence', 'what is the position of Norway on trade', 'it does not support independence']
	])('%s: %s', (predicate, question, answer) => {
		const act = actOf(predicate);
		expect([act?.asks('Norway', ' on trade'), act?.answer]).toEqual([question, answer]);
	});

	it.each(['welcomed the talks in Lima', 'will be glad of the talks', 'objected that', 'left for Lima'])(
		'is asked for by no verb that is none of these: %s',
		(predicate) => {
			expect(actOf(predicate)).toBeUndefined();
		}
	);
});

describe('a topic', () => {
	it('is named in a question only where the words show it', () => {
		expect(matterNamed('finance', 'must not fell the forest')).toBeUndefined();
		expect(matterNamed('trade', 'must not fell the forest')).toBeUndefined();
		expect(matterNamed('sanctions', 'refused to lift its sanctions')).toBe('sanctions');
		expect(matterNamed('other', 'refused to lift its sanctions')).toBe('sanctions');
		// Nearly all that two states deal with is trade.
		expect(matterNamed('trade', 'refused to lift its tariff')).toBeUndefined();
		expect(matterNamed('other', 'linked the tariff to the climate')).toBeUndefined();
	});
});

describe('a full name', () => {
	it('is not left behind its own first words', () => {
		expect(withoutDoubledNames('President José da José da Silva met them.', ['José da Silva'])).toBe(
			'President José da Silva met them.'
		);
		expect(withoutDoubledNames('Ana Roy met Ana Roy.', ['Ana Roy'])).toBe('Ana Roy met Ana Roy.');
	});
});

describe('a joint subject and the island', () => {
	const party = (id: string, name: string) => ({ id, name, option: `${name} alone`, answers: [name] });
	const told = (statement: string, topic: string) => ({
		fact: {
			id: 'f',
			kind: 'agreement' as const,
			topic,
			importance: 1 as const,
			modality: 'agreed' as const,
			statement,
			values: { is: 'content' as const, content: 'x', parts: [] },
			aliases: [],
			evidence: [],
			contra: [],
			related: [],
			derive: [],
			asks: []
		},
		polarity: 'affirmed' as const,
		holder: null,
		holderId: null,
		party: undefined,
		value: null,
		unit: null,
		shown: statement,
		around: statement,
		article: 'a',
		label: 'the Sendai Courier',
		sources: [],
		pair: [party('no', 'Norway'), party('pe', 'Peru')],
		published: null,
		title: null,
		alternates: [],
		unsure: false
	});

	it('has names where exactly two are meant', () => {
		expect(withNames(told('The two leaders agreed to meet.', 'trade')).fact.statement).toBe(
			'Norway and Peru agreed to meet.'
		);
		const many = told('The two leaders agreed to meet.', 'trade');
		expect(withNames({ ...many, around: 'The three leaders agreed to meet.' }).fact.statement).toMatch(/^The two/);
		expect(withNames({ ...many, pair: [] }).fact.statement).toMatch(/^The two/);
	});

	it('is Taiwan only where the topic says so', () => {
		expect(withIsland(told('Peru left the island alone.', 'taiwan')).fact.statement).toBe('Peru left Taiwan alone.');
		expect(withIsland(told('Peru left the island alone.', 'maritime')).fact.statement).toBe(
			'Peru left the island alone.'
		);
	});
});
