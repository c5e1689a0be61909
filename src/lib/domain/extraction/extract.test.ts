import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle, type ExtractionOptions } from './extract.ts';
import type { ExtractedFact } from './types.ts';

const lexicon = loadLexicon('seeds');
const extract = (text: string, options: ExtractionOptions = { published: '2024-03-21' }) =>
	extractArticle(text, lexicon, options);
const ofKind = (facts: ExtractedFact[], kind: ExtractedFact['kind']) => facts.filter((fact) => fact.kind === kind);

const ARTICLE = `Kishida and Yoon agree to restart trade talks

TOKYO - Japanese Prime Minister Fumio Kishida and South Korean President Yoon Suk Yeol met in Nara on Tuesday.

The two leaders agreed to restart trade talks that were suspended in August last year. Kishida said: “We cannot let this chance pass.” He opposed any change to the status quo in the Taiwan Strait, and pledged to train 3,000 engineers.

No agreement was reached on fisheries. South Korea did not agree to lift its import ban.`;

describe('the facts of an article', () => {
	it('quotes the unchanged text for every fact', () => {
		const { text, facts } = extract(ARTICLE);
		expect(text).toBe(ARTICLE);
		expect(facts.length).toBeGreaterThan(10);
		for (const { evidence } of facts) {
			expect(evidence.length).toBeGreaterThan(0);
			for (const { start, end, text: words } of evidence) expect(text.slice(start, end)).toBe(words);
		}
	});

	it('resolves weekdays and "last year" from the day of publication', () => {
		const dates = ofKind(extract(ARTICLE).facts, 'date').map((fact) => fact.value);
		expect(dates).toContain('2024-03-19');
		expect(dates).toContain('2023-08');
	});

	it('leaves relative dates out, and says so, while the day of publication is unknown', () => {
		const { facts, warnings } = extract(ARTICLE, { published: null });
		expect(ofKind(facts, 'date')).toEqual([]);
		expect(warnings.map(({ code }) => code)).toContain('date_unknown');
	});

	it('names people in full with their office', () => {
		const offices = ofKind(extract(ARTICLE).facts, 'participant').map((fact) => fact.value);
		expect(offices).toContain('Fumio Kishida, Japanese Prime Minister');
		expect(offices).toContain('Yoon Suk Yeol, South Korean President');
	});

	it('gives a pronoun’s position and promise to the person it stands for', () => {
		const { facts } = extract(ARTICLE);
		const position = ofKind(facts, 'position').find(({ topic }) => topic === 'taiwan');
		expect(position).toMatchObject({ holder: 'Fumio Kishida', polarity: 'affirmed' });
		expect(position?.statement).toMatch(/^Fumio Kishida opposed any change/);
		expect(ofKind(facts, 'commitment')[0]).toMatchObject({ holder: 'Fumio Kishida', polarity: 'affirmed' });
	});

	it('never affirms what the text denies', () => {
		const { facts } = extract(ARTICLE);
		const denied = facts.filter(({ statement }) => /fisheries|import ban/.test(statement));
		expect(denied.length).toBeGreaterThan(1);
		expect(denied.filter((fact) => fact.polarity === 'affirmed')).toEqual([]);
	});

	it('takes a quotation with its speaker', () => {
		expect(ofKind(extract(ARTICLE).facts, 'quotation')).toMatchObject([
			{ holder: 'Fumio Kishida', value: 'We cannot let this chance pass.' }
		]);
	});

	it('reads a figure as a number with its unit', () => {
		expect(ofKind(extract(ARTICLE).facts, 'figure').map(({ value }) => value)).toContain(3000);
	});

	it('gives the same facts for the same text', () => {
		expect(extract(ARTICLE)).toEqual(extract(ARTICLE));
	});

	it('says each fact’s rule, confidence and reason', () => {
		for (const fact of extract(ARTICLE).facts) {
			expect(fact.rule).not.toBe('');
			expect(fact.why).not.toBe('');
			expect(fact.confidence).toBeGreaterThan(0);
			expect(fact.confidence).toBeLessThanOrEqual(1);
		}
	});

	it('joins what is said twice into one fact with two places', () => {
		const text =
			'Modi and Macron met in Paris.\n\nModi and Macron agreed to build six reactors. Critics were loud.\n\nMacron and Modi agreed to build the six reactors.';
		const agreements = ofKind(extract(text).facts, 'agreement');
		expect(agreements).toHaveLength(1);
		expect(agreements[0]?.evidence).toHaveLength(2);
	});

	it('proposes nothing from a text without sentences, and says so', () => {
		const { facts, warnings } = extract('');
		expect(facts).toEqual([]);
		expect(warnings.map(({ code }) => code)).toContain('no_sentences');
	});
});
