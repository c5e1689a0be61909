import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');

/** What was agreed, promised or not, as "act:holder" in the order of the text. */
const toldIn = (text: string) =>
	propositionsIn(text, lexicon).flatMap(({ act, holder, polarity }) =>
		act === 'position' || act === 'cause' ? [] : [`${act}:${holder?.id ?? ''}:${polarity}`]
	);

describe('a word that was not had', () => {
	it.each([
		"Japan sought, but failed to obtain, Kenya's pledge to clear the mines.",
		'Japan failed to secure a promise from Kenya to clear the mines.',
		"Japan left without Kenya's promise to clear the mines.",
		"There was no sign of joy and Japan did not get Kenya's assurance that the ports would open.",
		"The statement lacked Kenya's commitment to clear the mines.",
		"Kenya's promise to clear the mines was not forthcoming.",
		"Japan tried in vain to get Kenya's promise to clear the mines.",
		'Kenya stopped short of a promise to clear the mines.',
		'Japan failed to persuade Kenya to clear the mines.'
	])('%s', (text) => {
		expect(toldIn(text)).toEqual(['non-agreement:kenya:negated']);
	});

	it.each([
		"Japan demanded Kenya's pledge to clear the mines.",
		"Japan hoped for Kenya's commitment to clear the mines.",
		"Japan is waiting for Kenya's promise to clear the mines.",
		"The plan hinges on Kenya's promise to clear the mines."
	])('is nobody’s commitment where it was only wanted: %s', (text) => {
		expect(toldIn(text)).toEqual([]);
	});

	it.each([
		"Japan obtained Kenya's pledge to clear the mines.",
		'Japan came home with a promise of faster licences from Kenya.'
	])('is a commitment where it was had: %s', (text) => {
		expect(toldIn(text)).toEqual(['commitment:kenya:affirmed']);
	});
});

describe('turns of their own', () => {
	it.each([
		[
			'Japan did not yield on tariffs, nor did Kenya on fish.',
			['non-agreement:japan:negated', 'non-agreement:kenya:negated']
		],
		['What the two sides could not do was name a date.', ['non-agreement:both:negated']],
		['A green channel is to be opened by Kenya.', ['commitment:kenya:affirmed']],
		['It remains unclear whether Kenya plans to lift the ban.', []],
		['Japan and Kenya agreed, Ruto said, on a joint hotline.', ['agreement:both:affirmed']]
	])('%s', (text, expected) => {
		expect(toldIn(text).sort()).toEqual(expected);
	});

	it.each([
		['Japan and Kenya met. Japan asked Kenya for relief. No promise was given on tariffs.', 'kenya'],
		['Japan and Kenya met. Kenya would not lift the ban. No commitment was made on fish.', 'kenya'],
		['Japan and Kenya met. No promise was given on tariffs.', 'both']
	])('names whose word was not given by the sentence before: %s', (text, holder) => {
		const last = propositionsIn(text, lexicon).findLast(({ act }) => act === 'non-agreement');
		expect(last?.holder?.id).toBe(holder);
	});
});
