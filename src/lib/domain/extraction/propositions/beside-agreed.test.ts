import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');
/** Kind, whose it is and what, one line each. */
const told = (text: string) =>
	propositionsIn(text, lexicon)
		.filter(({ act }) => act !== 'cause')
		.map((one) => `${one.act} ${one.holder?.id ?? ''}: ${one.words}`);

describe('what was not agreed beside what was', () => {
	it.each([
		['Japan and Kenya agreed on visas but not on tuna.', 'visas', 'tuna'],
		['Japan and Kenya agreed on visas, though not yet on the tuna quota.', 'visas', 'the tuna quota'],
		['Japan and Kenya agreed to keep talking but to little else.', 'keep talking', 'little else']
	])('is an explicit non-agreement of its own: %s', (text, agreed, open) => {
		expect(told(text)).toEqual([`agreement both: ${agreed}`, `non-agreement both: ${open}`]);
	});

	it.each([
		'Japan and Kenya agreed on visas, not only on tuna.',
		'Japan and Kenya agreed on visas but meet on Friday.'
	])('is not found where nothing is denied: %s', (text) =>
		expect(told(text).some((line) => line.startsWith('non-agreement'))).toBe(false)
	);
});

describe('a deed that another side does as well', () => {
	it.each([
		['Japan will lift its ban, and Kenya will do likewise for fish.', 'do likewise for fish'],
		['Japan promised to lift its ban; Kenya did the same with its fee.', 'did the same with its fee'],
		['Japan will lift its ban, and Kenya followed suit.', 'followed suit']
	])('is its own commitment: %s', (text, deed) => {
		expect(told(text)).toContain(`commitment kenya: ${deed}`);
		expect(told(text).some((line) => line.startsWith('commitment japan'))).toBe(true);
	});

	it('is not where it is denied', () => {
		expect(told('Japan will lift its ban; Kenya would not do the same.').join()).not.toContain('commitment kenya');
	});
});

describe('what takes two by its form', () => {
	it.each([
		'A group of ministers is to meet twice a year.',
		'The truce will now run until May.',
		'Each side takes ten points off its duty for 90 days.',
		'A timetable has been drawn up by the two foreign ministries.',
		'A letter of intent on pandas was exchanged.'
	])('is agreed: %s', (text) => expect(told(text)[0]).toMatch(/^agreement both/));

	it.each(['A group of ministers is to meet on Friday.', 'Each side blames the other for ten years.'])(
		'is not agreed: %s',
		(text) => expect(told(text).some((line) => line.startsWith('agreement'))).toBe(false)
	);
});

describe('whose word it is', () => {
	it.each([
		['Kenya will no longer block the road.', 'commitment kenya'],
		['Kenya will "thoroughly review" the list.', 'commitment kenya'],
		['Kenya would make no promise on fish.', 'non-agreement kenya'],
		['Kenya won no assurance on fish.', 'non-agreement both'],
		['Kishida went home with no pledge on fish.', 'non-agreement both']
	])('is told by the verb: %s', (text, whose) =>
		expect(told(text).some((line) => line.startsWith(`${whose}:`))).toBe(true)
	);

	it('is that of each point that names its own', () => {
		const text = 'What the two countries will do:\n• Kenya will lift the ban.\n• Set up a panel.';
		expect(told(text)).toEqual(['commitment kenya: lift the ban', 'agreement both: Set up a panel']);
	});

	it.each([
		'Kenya has called off talks with Japan and broken off cooperation on drugs.',
		'Both sides will return home on Friday.',
		"Kenya's grievance about the fees went unmentioned."
	])('is nobody’s: %s', (text) =>
		expect(told(text).filter((line) => /^(?:agreement|non-agreement|commitment)/.test(line))).toEqual([])
	);
});
