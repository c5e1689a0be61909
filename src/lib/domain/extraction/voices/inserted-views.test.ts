import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { layOut } from '../../articles/layout.ts';
import { importText } from '../../articles/text.ts';
import { extractArticle, findAll } from '../extract.ts';
import { findVoices } from './find-voices.ts';

const lexicon = loadLexicon('seeds');
const RUTO = 'Kenyan President William Ruto';

/** What is proposed for a text, as "manner holder polarity: words". */
function heard(text: string, author: string | null = null): string[] {
	const layout = layOut(importText(text), lexicon.text);
	const found = findAll(layout, lexicon, '2025-06-20');
	return findVoices(found, lexicon, author).map(
		({ manner, voice, polarity, start, end }) =>
			`${manner} ${voice.holder.name} ${polarity}: ${layout.article.text.slice(start, end)}`
	);
}

describe('whose view an aside tells', () => {
	it.each([
		[
			"The toll, Kenya's argument runs, is a breach of the treaty.",
			"view Kenya affirmed: The toll, Kenya's argument runs, is a breach of the treaty"
		],
		[
			"Two ministers signed a pact which in Kenya's view breaches the treaty.",
			'view Kenya affirmed: breaches the treaty'
		],
		["Kenya's view, held by every party, is that the toll must go.", 'line Kenya affirmed: the toll must go'],
		[
			'Nothing about the river has changed, as Kenya sees it.',
			'view Kenya negated: Nothing about the river has changed'
		],
		['As Kenya sees it, the toll is an affront.', 'view Kenya affirmed: the toll is an affront'],
		[
			'A toll on the canal is, for Kenya, a breach of the treaty.',
			'view Kenya affirmed: A toll on the canal is, for Kenya, a breach of the treaty'
		],
		[
			`The permits, according to ${RUTO}, ought to run for three years.`,
			`view William Ruto affirmed: The permits, according to ${RUTO}, ought to run for three years`
		],
		[
			`There can be no return to tolls, in William Ruto’s words, while the canal is closed. ${RUTO} left.`,
			'view William Ruto negated: There can be no return to tolls'
		],
		['To Kenya it is a principle; to Uganda it is a habit.', 'view Uganda affirmed: it is a habit'],
		[
			'The argument in Nairobi runs that a toll would only help smugglers.',
			'line Kenya affirmed: a toll would only help smugglers'
		],
		[
			'The Kenyan case rests on the claim that a toll would harm trade.',
			'line Kenya affirmed: a toll would harm trade'
		],
		[
			'Kenya was warier: assurances about the toll cost nothing.',
			'line Kenya negated: assurances about the toll cost nothing'
		],
		[
			'The toll, denounced by Kenya as a trap, took effect.',
			'held Kenya affirmed: The toll, denounced by Kenya as a trap'
		]
	])('%s', (text, expected) => {
		expect(heard(text)).toContain(expected);
	});

	it('is told of nobody by an aside of time or place', () => {
		expect(heard('The toll was raised, in the spring of last year, for Kenya.')).toEqual([]);
	});
});

describe('who is heard', () => {
	it.each([
		[
			`The toll is an affront, ${RUTO} was quoted as telling lawmakers.`,
			'said William Ruto affirmed: The toll is an affront'
		],
		[`The toll must go, ${RUTO} is said to have told his guest.`, 'said William Ruto hedged: The toll must go'],
		[`${RUTO} said nothing had changed on the canal.`, 'said William Ruto negated: nothing had changed on the canal'],
		[
			`Tolls, ${RUTO} told lawmakers, carry a price.`,
			`said William Ruto affirmed: Tolls, ${RUTO} told lawmakers, carry a price`
		],
		[
			`They have, ${RUTO} said, wrecked the trade of the region.`,
			`said William Ruto affirmed: They have, ${RUTO} said, wrecked the trade of the region`
		],
		[`${RUTO} said that no toll had been planned.`, 'said William Ruto negated: no toll had been planned'],
		[
			`${RUTO} said that Kenya was considering a ban on tolls.`,
			'said William Ruto affirmed: Kenya was considering a ban on tolls'
		],
		[
			'Kenya’s answer came within the hour. The toll was a breach of the treaty.',
			'goes-on Kenya affirmed: The toll was a breach of the treaty'
		]
	])('%s', (text, expected) => {
		expect(heard(text)).toContain(expected);
	});

	it.each([
		`${RUTO} said nothing to suggest that the toll was wrong.`,
		`${RUTO} said that a toll had been imposed.`,
		`Asked if ${RUTO} believed the toll was wrong, she laughed.`,
		'Kenya should say that the toll is wrong.'
	])('nobody: %s', (text) => {
		expect(heard(text)).toEqual([]);
	});
});

describe('the writer of an article of opinion', () => {
	const TITLE = 'The price of a canal';
	const BODY = 'Kenya should not wait for Uganda. Some believe that it should. “Uganda must wait,” a banner read.';

	it('asks for what ought to be, where the article is marked as opinion', () => {
		const text = `Opinion\n\n${TITLE}\n\nBy Lars Halvorsen\n\nThe toll has doubled since May. ${BODY}`;
		expect(heard(text, 'Lars Halvorsen')).toEqual(['author Lars Halvorsen negated: Kenya should not wait for Uganda']);
	});

	it('is then one of the people of the article', () => {
		const text = `Opinion\n\n${TITLE}\n\nBy Lars Halvorsen\n\nThe toll has doubled since May. ${BODY}`;
		const { facts, entities } = extractArticle(text, lexicon);
		expect(facts.find(({ holderId }) => holderId === 'lars-halvorsen')?.statement).toBe(
			'Lars Halvorsen said that Kenya should not wait for Uganda.'
		);
		expect(entities.people).toContainEqual(
			expect.objectContaining({ id: 'lars-halvorsen', name: 'Lars Halvorsen', family: 'Halvorsen' })
		);
	});

	it('or says “I” outside of quotation marks, more than once', () => {
		const text = `${TITLE}\n\nBy Lars Halvorsen\n\nI have seen the canal. I was not impressed. ${BODY}`;
		expect(heard(text, 'Lars Halvorsen')).toContain('author Lars Halvorsen negated: Kenya should not wait for Uganda');
	});

	it('asks for nothing in a report, nor where several write', () => {
		const report = `${TITLE}\n\nBy Lars Halvorsen\n\nThe toll has doubled since May. ${BODY}`;
		expect(heard(report, 'Lars Halvorsen')).toEqual([]);
		expect(heard(`Opinion\n\n${report}`, 'Lars Halvorsen and Jo Hale')).toEqual([]);
	});
});
