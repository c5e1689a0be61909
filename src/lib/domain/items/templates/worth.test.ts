import { describe, expect, it } from 'vitest';
import { nominal } from './nominal.ts';
import { predicateOf, withSpeakerFirst } from './sentences.ts';
import { tidied } from './tidy.ts';
import { isCutShort, isOfOtherTellers, isOfUnnamedTeller, isWholeStance, isWorthAGap } from './worth.ts';

describe('a sentence with a gap', () => {
	it.each([
		'China committed to answer licence applications for cobalt within ____ days.',
		'Norway and Peru signed the treaty in ____.',
		'Japan will keep a tariff of ____ on most Chilean copper.',
		'Exports of magnets from China fell to ____ tonnes in May 2031.'
	])('is worth asking where it tells of what states have to do with each other: %s', (line) => {
		expect(isWorthAGap(line)).toBe(true);
	});

	it.each([
		'Shares of Norwegian shipyards slid ____ on Tuesday because the tariff stays.',
		'In Lima, where the ministers of Peru met, ____ journalists were waiting.',
		'Because the deficit of Norway stood at ____ of it, Oslo sees little reason to celebrate.',
		'Peru accounted for ____ of exports in 2030, up from 29% 2029.',
		'Of ____ applications that his members had filed in China, a quarter had been approved.',
		'The treaty expects that it could be signed in the course of ____.',
		'From ____ Norway will control three precursors, a step announced a fortnight ago.',
		'The village has ____ inhabitants.',
		'The ministers of Norway and Peru talked for ____ minutes.'
	])('is none where it is a trifle or leans on what was before it: %s', (line) => {
		expect(isWorthAGap(line)).toBe(false);
	});
});

describe('a stance', () => {
	it.each([
		'rejects unilateral sanctions without basis in international law',
		'wants Norway to open its ports to Peruvian ships'
	])('is whole: %s', (predicate) => {
		expect(isWholeStance(predicate)).toBe(true);
	});

	it.each([
		'wants is a verifiable halt to the smuggling of copper',
		'cautioned Peru against using it as a pretext for exercises',
		'was to take necessary measures against Norwegian ships',
		'regretted the step of the Peruvian government',
		'has long argued that the curbs abuse the notion of security',
		'wants two more laboratories removed from the blacklist',
		'opposes it'
	])('is none that says too little: %s', (predicate) => {
		expect(isWholeStance(predicate)).toBe(false);
	});

	it('that broke off before what limits it is no stance', () => {
		const sentence = 'Rojas said that barriers will lead to nothing but division.';
		expect(isCutShort('barriers will lead to nothing', sentence)).toBe(true);
		expect(isCutShort('barriers will lead to nothing but division', sentence)).toBe(false);
	});

	it('that nobody by name tells of is no stance of the state', () => {
		expect(isOfUnnamedTeller('A senior official said that Peru has signed up.')).toBe(true);
		expect(isOfUnnamedTeller('Peru had offered to send an envoy; the ministry has denied this.')).toBe(true);
		expect(isOfUnnamedTeller('Ana Rojas denied that Peru had offered anything.')).toBe(false);
	});
});

describe('a statement', () => {
	it('is read with its speaker first', () => {
		expect(withSpeakerFirst('The controls on copper are narrow, Ana Rojas warned.')).toBe(
			'Ana Rojas warned that the controls on copper are narrow.'
		);
		expect(withSpeakerFirst('In Lima, Ana Rojas said.')).toBe('In Lima, Ana Rojas said.');
		expect(predicateOf('Peru undertook to open its ports.')?.predicate).toBe('undertook to open its ports');
	});

	it('has the article of a country, and no capital of a list', () => {
		expect(tidied('United States will Process visa applications.')).toBe(
			'The United States will process visa applications.'
		);
		expect(tidied('Republic of Korea (ROK) will lift the ban.')).toBe('The Republic of Korea (ROK) will lift the ban.');
		expect(tidied('United States and Peru agreed on cod.')).toBe('The United States and Peru agreed on cod.');
		expect(tidied('Peru will go on with deliveries to Taipei as planned.')).toContain('to Taipei as planned');
	});
});

describe('a wording as the name of a thing', () => {
	it.each([
		['to hold a review every two years', 'holding a review every two years'],
		['to cut duties on copper', 'cutting duties on copper'],
		['to resume talks and to lift curbs', 'resuming talks and lifting curbs'],
		['a hotline between the coast guards', 'a hotline between the coast guards']
	])('%s: %s', (gist, thing) => {
		expect(nominal(gist)).toBe(thing);
	});

	it('is none of a clause', () => {
		expect(nominal('that the talks should go on')).toBeUndefined();
		expect(nominal('to talks on arms control')).toBeUndefined();
	});
});

describe('who tells', () => {
	it.each([
		['Dahl said that ships would sail, as Admiral Roe of Fjord Command said in May.', true],
		['Dahl said that ships would sail, as he said in May.', false],
		['Dahl said that ships would sail as Norway wishes.', false]
	])('is more than one: %s', (sentence, expected) => {
		expect(isOfOtherTellers(sentence)).toBe(expected);
	});
});
