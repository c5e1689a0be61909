import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { sameParticipant } from '../../evaluation/values.ts';
import { extractArticle } from '../extract.ts';
import { findMentions } from './find-mentions.ts';
import { layoutOf } from './fixtures.ts';

const lexicon = loadLexicon('seeds');
const passages = v.parse(
	v.array(v.object({ text: v.string(), offices: v.array(v.string()), may: v.optional(v.array(v.string()), []) })),
	parse(readFileSync('src/lib/domain/extraction/mentions/offices.fixture.yaml', 'utf8'))
);

const participants = (text: string): string[] =>
	extractArticle(text, lexicon, { published: '2025-06-15' })
		.facts.filter(({ kind }) => kind === 'participant')
		.map(({ value }) => String(value));

describe('offices', () => {
	it.each(passages)('$text', ({ text, offices, may }) => {
		const found = participants(text);
		const missed = offices.filter((office) => !found.some((value) => sameParticipant(value, office)));
		const wrong = found.filter((value) => ![...offices, ...may].some((office) => sameParticipant(value, office)));
		expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
	});

	it('names nobody whose name the text does not give', () => {
		expect(participants('The US president put his name to the bill.')).toEqual([]);
	});

	it('finds a name that its house or its part in a committee describes', () => {
		const holders = (text: string) =>
			extractArticle(text, lexicon).facts.map(({ kind, holder }) => `${kind} ${holder}`);
		expect(holders('Ann Fenwick of the Oslo Centre argues that the curbs on chips will fail.')).toContain(
			'position Ann Fenwick'
		);
		expect(holders('Ann Fenwick, the lone dissenter on the panel, warns against the curbs on chips.')).toContain(
			'position Ann Fenwick'
		);
	});

	it('reads an under secretary behind the abbreviation of his country', () => {
		expect(participants('Ann Fenwick, the U.S. Under Secretary of Commerce, hosted a dinner.')).toEqual([
			'Ann Fenwick, U.S. Under Secretary of Commerce'
		]);
	});

	it('gives the name as the text has it, with the country of the office', () => {
		expect(participants("Japan's foreign minister, Yoko Kamikawa, met President Macron of France.")).toEqual([
			'Yoko Kamikawa, Japanese foreign minister',
			'Emmanuel Macron, President of France'
		]);
	});

	it('takes forms of address for no office and a rank only where there is no other', () => {
		expect(participants('Mr Otto Hentzau and Dr. Helga Strasz met Sheikh Karim Dostum.')).toEqual([]);
		expect(participants('General Otto Hentzau spoke.')).toEqual(['Otto Hentzau, General']);
		expect(participants('General Otto Hentzau, the army chief, spoke.')).toEqual(['Otto Hentzau, Army chief']);
	});

	it('takes a company or a law behind a word like a title for nobody', () => {
		expect(
			participants('General Motors fell. The Director Liability Act passed. Premier League news followed.')
		).toEqual([]);
	});

	it('gives nobody the office of another', () => {
		expect(participants('The president and Foreign Minister Wang Yi met.')).toEqual(['Wang Yi, Foreign Minister']);
		expect(participants('Wang Yi, the foreign minister, and the president of Ruritania met.')).toEqual([
			'Wang Yi, Foreign minister'
		]);
	});

	it('takes a bare title for no office, and nobody for one who holds it for a while', () => {
		expect(participants('Xi Jinping met Donald Trump. The president smiled.')).toEqual([]);
		expect(participants("Nepal's interim prime minister flew to Kunming.")).toEqual([]);
	});

	it('says "then" where the text says so', () => {
		expect(participants('It was then-House Speaker Nancy Pelosi who flew.')).toEqual([
			'Nancy Pelosi, Then House Speaker'
		]);
	});

	it('tells bodies of like names apart, and one Korea from the other', () => {
		const known = (text: string) => {
			const { entities } = extractArticle(text, lexicon, { published: '2025-06-15' });
			return entities.organisations.map(({ name }) => name);
		};
		expect(known('Rosneft and Gazprom objected. Lee wrote on X that ICBC was not the Bank of China.')).toEqual([
			'Rosneft',
			'Gazprom',
			'X',
			'Industrial and Commercial Bank of China',
			'Bank of China'
		]);
		expect(known('The figure X is not known.')).toEqual([]);
		const korea = (text: string) =>
			findMentions(layoutOf(text), lexicon.names).flatMap(({ referent }) =>
				referent?.is === 'party' ? referent.id : []
			);
		expect(korea('Korea has agreed.')).toEqual(['south-korea']);
		expect(korea('In Pyongyang, the DPRK said that Korea has agreed.')).toContain('north-korea');
		expect(korea('In Pyongyang, the DPRK said that Korea has agreed.')).not.toContain('south-korea');
	});

	it('reads letters as the article explains them', () => {
		const known = (text: string) =>
			extractArticle(text, lexicon, { published: '2025-06-15' }).entities.organisations.map(({ name }) => name);
		expect(known('The Alliance of Distant Bakers (ADB) met. The ADB agreed.')).toEqual(['Alliance of Distant Bakers']);
		expect(known('The Asian Development Bank (ADB) met. The ADB agreed.')).toEqual(['Asian Development Bank']);
	});

	it('resolves who holds an office by the year of publication', () => {
		const value = (published: string) =>
			extractArticle('Talks failed, President Macron said. The U.S. president agreed.', lexicon, { published })
				.entities.people.map(({ name }) => name)
				.join(', ');
		expect(value('2023-05-02')).toContain('Joe Biden');
		expect(value('2018-05-02')).toContain('Donald Trump');
	});
});
