import { describe, expect, it } from 'vitest';
import { ask, keyOf, short } from './fixtures.ts';

const MAKERS = keyOf('phrase', 'precursors and pill presses');
const ARMS = keyOf('phrase', 'arms sales to Taiwan');
const NO_DEAL = keyOf('phrase', 'no agreement on export controls');
const COMPETE = keyOf('term', 'competition', { near: { 'strategic competition': 'Leave out the adjective.' } });
const TALK = keyOf('term', 'conversation');
const STABLE = keyOf('term', 'stability');
const METHANE = keyOf('term', 'methane');
const PILLARS = keyOf('phrase', 'five pillars');
const MMCA = keyOf('term', 'Military Maritime Consultative Agreement');
const THEATER = keyOf('phrase', 'theatre commanders');
const BEFORE = keyOf('phrase', 'Pelosi’s visit before the balloon');
const EXPORTS = keyOf('phrase', 'US exports to China');
const Q = 'What should both countries stop from flowing to drug cartels in the competition between them?';

describe('a phrase', () => {
	it.each([
		['its words', MAKERS, 'Precursors and pill-presses.', 'correct exact'],
		['its words in another order', MAKERS, 'pill presses and precursors', 'correct accepted'],
		['its words with a comma', MAKERS, 'pill presses, precursors', 'correct accepted'],
		['singular', MAKERS, 'precursor and pill press', 'correct accepted'],
		[
			'a word of the question besides',
			keyOf('phrase', 'pill presses'),
			'pill presses of drug cartels',
			'correct accepted'
		],
		['a word of the question besides a list', MAKERS, 'drugs, precursors and pill presses', 'wrong different'],
		['one of its parts', MAKERS, 'precursors', 'near incomplete'],
		['its other part', MAKERS, 'the pill presses', 'near incomplete'],
		['a part and something else', MAKERS, 'precursors and cocaine', 'wrong different'],
		['all parts and something else', MAKERS, 'precursors, pill presses, weapons', 'wrong different'],
		['a slip in one word', MAKERS, 'precursers and pill presses', 'correct typo'],
		['the preposition’s phrase turned', ARMS, 'the sale of arms to Taiwan', 'correct accepted'],
		['a compound', ARMS, 'Taiwan arms sales', 'correct accepted'],
		['a word that is missing', ARMS, 'arms sales', 'wrong different'],
		['the opposite direction', ARMS, 'arms sales from Taiwan', 'wrong different'],
		['a negation', ARMS, 'no arms sales to Taiwan', 'wrong different'],
		['a word that turns it round', ARMS, 'end arms sales to Taiwan', 'wrong different'],
		['another place', ARMS, 'arms sales to Ukraine', 'wrong different'],
		['the negation left out', NO_DEAL, 'agreement on export controls', 'wrong different'],
		['import for export', NO_DEAL, 'no agreement on import controls', 'wrong different'],
		['a nearly right text', COMPETE, 'Strategic competition', 'near named-near'],
		['alternatives', COMPETE, 'competition or conflict', 'wrong different'],
		['a list of guesses', COMPETE, 'conflict, competition, war', 'wrong different'],
		['a slip', COMPETE, 'competiton', 'correct typo'],
		['another word of its stem', COMPETE, 'competitive', 'wrong different'],
		['another word two letters off', TALK, 'conservation', 'wrong different'],
		['its own slip', TALK, 'converstaion', 'correct typo'],
		['the contrary', STABLE, 'instability', 'wrong different'],
		['a word without its first letter', METHANE, 'ethane', 'wrong different'],
		['another substance', METHANE, 'methanol', 'wrong different'],
		['a digit for the word', PILLARS, '5 pillars', 'correct accepted'],
		['another number', PILLARS, 'four pillars', 'wrong different'],
		['an ordinal for the number', PILLARS, 'fifth pillar', 'wrong different'],
		['the initials', MMCA, 'MMCA', 'correct accepted'],
		['other initials', MMCA, 'MMAC', 'wrong different'],
		['American spelling', THEATER, 'theater commanders', 'correct exact'],
		['the order turned', BEFORE, 'the balloon before Pelosi’s visit', 'wrong different'],
		['the same order', BEFORE, 'visit of Pelosi before the balloon', 'wrong different'],
		['a sequence turned', keyOf('phrase', 'the G20 summit, then APEC'), 'APEC, then the G20 summit', 'wrong different'],
		[
			'a contrast turned',
			keyOf('phrase', 'competition and not conflict'),
			'conflict and not competition',
			'wrong different'
		],
		['two countries turned', EXPORTS, 'China exports to US', 'wrong different'],
		['another preposition of the same direction', EXPORTS, 'US exports into China', 'correct accepted'],
		['another form of the verb', keyOf('phrase', 'lift sanctions'), 'lifting sanctions', 'correct accepted'],
		['a past form', keyOf('phrase', 'resume talks'), 'resumed talks', 'correct accepted'],
		['the other participle', keyOf('phrase', 'developing countries'), 'developed countries', 'wrong different'],
		['a month that is also a verb', keyOf('phrase', 'May summit'), 'summit', 'wrong different'],
		['one China for two', keyOf('term', 'one China policy'), 'two China policy', 'wrong different'],
		['a person', COMPETE, 'Joe Biden', 'wrong another-entity']
	])('%s', (_, key, text, expected) => {
		expect(short(ask(key, text, Q))).toBe(expected);
	});

	it.each([
		['defence', 'defense'],
		['centre', 'center'],
		['theatres', 'theaters'],
		['organise', 'organize'],
		['militarisation', 'militarization'],
		['labour', 'labor'],
		['neighbouring', 'neighboring'],
		['programme', 'program'],
		['cancelled', 'canceled'],
		['adviser', 'advisor'],
		['dialogue', 'dialog'],
		['analyse', 'analyze']
	])('%s is %s', (british, american) => {
		expect(short(ask(keyOf('term', british), american))).toBe('correct exact');
		expect(short(ask(keyOf('term', american), british))).toBe('correct exact');
	});

	it('that is filled is not filed, and four is not for', () => {
		expect(short(ask(keyOf('term', 'filled'), 'filed'))).not.toBe('correct exact');
		expect(short(ask(keyOf('term', 'four'), 'for'))).toBe('wrong different');
	});

	it('lends no country of the question to an answer', () => {
		const key = keyOf('phrase', 'Chinese businesses', { accept: ['companies in China'] });
		const question = 'For whom did Xi Jinping ask the US to provide a fair environment?';
		expect(short(ask(key, 'US companies in China', question))).toBe('wrong different');
	});

	it('lends no name of the question to an answer', () => {
		const key = keyOf('term', 'Entity List');
		const question = 'Which list answers the Reliable Partners List?';
		expect(short(ask(key, 'Reliable Entity List', question))).toBe('wrong different');
	});

	it.each([
		'communication betwen their militaries',
		'communication between thier militaries',
		'comunication between their militaries'
	])('forgives a slip in any word: %s', (text) => {
		const key = keyOf('phrase', 'communication between their militaries');
		expect(short(ask(key, text))).toBe('correct typo');
	});

	it('takes no other little word for a slip', () => {
		const key = keyOf('phrase', 'talks before the summit');
		expect(short(ask(key, 'talks after the summit'))).toBe('wrong different');
	});
});
