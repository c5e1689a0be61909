import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const lexicon = loadLexicon('seeds');
const participants = (text: string): string[] =>
	extractArticle(text, lexicon, { published: '2025-06-15' })
		.facts.filter(({ kind }) => kind === 'participant')
		.map(({ value }) => String(value));

describe('ways of telling an office', () => {
	it.each<[string, ...string[]]>([
		['Ana Oyelowo, who takes over as Kenya’s foreign minister, spoke.', 'Ana Oyelowo, Kenyan foreign minister'],
		['Ana Oyelowo, who had just taken over as commander of the navy, spoke.', 'Ana Oyelowo, Commander of the navy'],
		[
			'Ana Oyelowo, who until March was Kenya’s foreign minister, spoke.',
			'Ana Oyelowo, Former Kenyan foreign minister'
		],
		['Ana Oyelowo, acting as foreign minister of Kenya, spoke.', 'Ana Oyelowo, Foreign minister of Kenya'],
		['Ana Oyelowo, as foreign minister of Kenya, signed it.', 'Ana Oyelowo, Foreign minister of Kenya'],
		[
			'Ana Oyelowo, a foreign ministry spokeswoman known for her barbs, spoke.',
			'Ana Oyelowo, Foreign ministry spokeswoman'
		],
		['Ana Oyelowo, prime minister for less than a year, spoke.', 'Ana Oyelowo, Prime minister'],
		['Ana Oyelowo MP, the shadow foreign secretary, spoke.', 'Ana Oyelowo, Shadow foreign secretary'],
		['Ana Oyelowo, who holds the water and energy portfolio, denies it.', 'Ana Oyelowo, Water and energy minister'],
		[
			'Ana Oyelowo, who heads the ministry’s department of North American and Oceanian affairs, spoke.',
			"Ana Oyelowo, Head of ministry's department of North American and Oceanian affairs"
		],
		['Ana Oyelowo, who commands the Kenyan navy, spoke.', 'Ana Oyelowo, Commander of Kenyan navy'],
		['Ana Oyelowo has been Kenya’s foreign minister since 2018.', 'Ana Oyelowo, Kenyan foreign minister'],
		['Ana Oyelowo, my friend and a former minister of Kenya, spoke.', 'Ana Oyelowo, Former minister of Kenya'],
		[
			'Deputy Director Ana Oyelowo of the Lakes Administration spoke.',
			'Ana Oyelowo, Deputy Director of the Lakes Administration'
		],
		['Senator Ana Oyelowo of the Lakes Committee spoke.', 'Ana Oyelowo, Senator'],
		['Kenya’s mines minister, Ana Oyelowo, spoke.', 'Ana Oyelowo, Kenyan mines minister'],
		['Kenya’s commercial counsellor, Ana Oyelowo, spoke.', 'Ana Oyelowo, Kenyan commercial counsellor'],
		['Office of the President of Kenya, Press Secretariat'],
		['Ana Oyelowo, the present foreign minister, spoke.', 'Ana Oyelowo, Foreign minister'],
		[
			'Kenya’s Minister of International Trade Diversification, Ana Oyelowo, spoke.',
			'Ana Oyelowo, Kenyan Minister of International Trade Diversification'
		],
		[
			'They met Ana Oyelowo, Kenya’s foreign affairs and immigration minister, for an hour.',
			'Ana Oyelowo, Kenyan foreign affairs and immigration minister'
		],
		['The Kenyan Minister of Investment, Eng. Ana Oyelowo, spoke.', 'Ana Oyelowo, Kenyan Minister of Investment'],
		['The national superintendent of customs, Ana Oyelowo, spoke.', 'Ana Oyelowo, National superintendent of customs'],
		['They saw Ambassador to Japan Lee Hyuk and others.', 'Lee Hyuk, Ambassador to Japan'],
		[
			'They saw Jan Okoth, Director-General for Asia, and Ambassador to Japan Ana Oyelowo.',
			'Jan Okoth, Director-General for Asia',
			'Ana Oyelowo, Ambassador to Japan'
		]
	])('%s', (text, ...offices) => {
		expect(participants(text)).toEqual(offices);
	});

	it.each<[string, string]>([
		['The Ulster Unionist leader, Ana Oyelowo, spoke.', 'Ana Oyelowo, Ulster Unionist leader'],
		['Labour leader Ana Oyelowo spoke.', 'Ana Oyelowo, Labour leader'],
		['Ana Oyelowo, Labour’s leader, spoke.', "Ana Oyelowo, Labour's leader"]
	])('knows a leader by his party: %s', (text, office) => {
		expect(participants(text)).toEqual([office]);
	});

	it('takes a name with an accent for no people, and a name for no engineer', () => {
		expect(participants('Colombia’s trade minister, Germán Oyelowo, spoke.')).toEqual([
			'Germán Oyelowo, Colombian trade minister'
		]);
		expect(participants('The trade minister, Lim Eng Beng, spoke.')).toEqual(['Lim Eng Beng, Trade minister']);
	});

	it('gives a spokesperson of “the ministry” no other body, and tells no office whose owner is unknown', () => {
		expect(
			participants('Chips went to Huawei.\n\nHuawei hoped. The ministry opposes it, its spokesperson Ana Oyelowo said.')
		).toEqual(['Ana Oyelowo, Spokesperson']);
		expect(participants('The council sent Ana Oyelowo, its president and a former French defence minister.')).toEqual([
			'Ana Oyelowo, Former French defence minister'
		]);
	});
});
