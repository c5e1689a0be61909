import { describe, expect, it } from 'vitest';
import { ask, keyOf, short } from './fixtures.ts';

const STATE = keyOf('office', 'Secretary of State');
const FOREIGN = keyOf('office', 'Foreign Minister', { accept: ['Chinese Foreign Minister'] });
const TREASURY = keyOf('office', 'Treasury Secretary');
const SPEAKER = keyOf('office', 'Speaker of the House of Representatives', { accept: ['House Speaker'] });
const PRESIDENT = keyOf('office', 'President');
const DEFENSE = keyOf('office', 'Defense Secretary');
const Q = 'Which office does Antony Blinken hold?';
const Q_BIDEN = 'Which office did Joe Biden hold?';

describe('an office', () => {
	it.each([
		['its title', STATE, 'secretary of state', Q, 'correct exact'],
		['its country before it', STATE, 'US Secretary of State', Q, 'correct accepted'],
		['its country with stops', STATE, 'U.S. Secretary of State', Q, 'correct accepted'],
		['its country as an adjective', STATE, 'American secretary of state', Q, 'correct accepted'],
		['its country behind it', STATE, 'Secretary of State of the United States', Q, 'correct accepted'],
		['an abbreviation', STATE, 'U.S. Sec. of State', Q, 'correct accepted'],
		['a slip', STATE, 'Secratary of State', Q, 'correct typo'],
		['another country', STATE, 'Chinese Secretary of State', Q, 'wrong different'],
		['a former one', STATE, 'former Secretary of State', Q, 'wrong different'],
		['another person’s office', STATE, 'Secretary of the Treasury', Q, 'wrong another-entity'],
		['a deputy', STATE, 'Deputy Secretary of State', Q, 'wrong different'],
		['the holder', STATE, 'Antony Blinken', Q, 'wrong another-entity'],
		['the minister of the same matters', FOREIGN, 'Minister of Foreign Affairs', Q, 'correct accepted'],
		['with the country’s name', FOREIGN, 'foreign minister of China', Q, 'correct accepted'],
		['with its possessive', FOREIGN, 'China’s foreign minister', Q, 'correct accepted'],
		['an assistant', FOREIGN, 'Assistant Foreign Minister', Q, 'wrong another-entity'],
		['another country’s', FOREIGN, 'US foreign minister', Q, 'wrong different'],
		['words turned', TREASURY, 'Secretary of the Treasury', Q, 'correct accepted'],
		['a short House', SPEAKER, 'speaker of the house', Q, 'correct accepted'],
		['a former speaker', SPEAKER, 'former House Speaker', Q, 'correct accepted'],
		['British spelling', DEFENSE, 'Defence Secretary', Q, 'correct exact'],
		['British spelling, words turned', DEFENSE, 'US Secretary of Defence', Q, 'correct accepted'],
		['the office of the person in the question', PRESIDENT, 'US president', Q_BIDEN, 'correct accepted'],
		['the same office elsewhere', PRESIDENT, 'President of China', Q_BIDEN, 'wrong another-entity'],
		['the same office in a third country', PRESIDENT, 'South Korean president', Q_BIDEN, 'wrong another-entity'],
		['a lower office', PRESIDENT, 'Vice President', Q_BIDEN, 'wrong different'],
		['a former president', PRESIDENT, 'former president', Q_BIDEN, 'wrong different']
	])('%s', (_, key, text, question, expected) => {
		expect(short(ask(key, text, question))).toBe(expected);
	});

	it('of a person given by id takes her country', () => {
		const key = keyOf('office', 'President', { value: 'xi-jinping' });
		expect(short(ask(key, 'Chinese president'))).toBe('correct accepted');
		expect(ask(key, 'US president').hint).toBe('That is the office of Joe Biden.');
	});
});

const US = keyOf('side', 'the United States', { value: 'us' });
const CHINA = keyOf('side', 'China', { value: 'china' });
const BOTH = keyOf('side', 'both sides', { value: 'both' });

describe('an office that nobody in the registry holds', () => {
	const ADVISER = keyOf('office', 'National Security Adviser');
	const ask1 = (text: string, question: string) => short(ask(ADVISER, text, question));

	it('takes the one country that the question names', () => {
		expect(ask1('US National Security Advisor', 'Which office does the American Jake Sullivan hold?')).toBe(
			'correct accepted'
		);
		expect(ask1('Chinese National Security Advisor', 'Which office does the American Jake Sullivan hold?')).toBe(
			'wrong different'
		);
	});

	it('takes no country where the question names none or two', () => {
		expect(ask1('US National Security Advisor', 'Which office does Jake Sullivan hold?')).toBe('wrong different');
		expect(ask1('US National Security Advisor', 'Which American office corresponds to which Chinese one?')).toBe(
			'wrong different'
		);
		expect(ask1('Advisor for National Security', 'Which office does Jake Sullivan hold?')).toBe('correct accepted');
	});
});

describe('a side', () => {
	it.each([
		...[
			'US',
			'U.S.',
			'the U.S.A.',
			'USA',
			'united states of america',
			'America',
			'Washington',
			'the White House',
			'the US side'
		].map((text) => [US, text, 'correct accepted'] as const),
		...['the US government', 'the Biden administration', 'American', '美国', 'the American government'].map(
			(text) => [US, text, 'correct accepted'] as const
		),
		...[
			'PRC',
			'P.R.C.',
			"the People's Republic of China",
			'Beijing',
			'Chinese government',
			'the Chinese side',
			'中国'
		].map((text) => [CHINA, text, 'correct accepted'] as const),
		...[
			'both',
			'the two',
			'the two sides',
			'US and China',
			'China and the United States',
			'both countries',
			'both of them'
		].map((text) => [BOTH, text, 'correct accepted'] as const),
		...['Biden and Xi', 'Washington and Beijing', 'the Chinese and the Americans', '双方'].map(
			(text) => [BOTH, text, 'correct accepted'] as const
		),
		[US, 'Untied States', 'correct typo'],
		[CHINA, 'Bejing', 'correct typo'],
		[CHINA, 'Chian', 'correct typo'],
		[CHINA, 'Chile', 'wrong another-entity'],
		[US, 'China', 'wrong another-entity'],
		[US, 'both', 'wrong another-entity'],
		[BOTH, 'the US', 'wrong another-entity'],
		[BOTH, 'neither', 'wrong different'],
		[BOTH, 'US or China', 'wrong different'],
		[BOTH, 'US not China', 'wrong different'],
		[CHINA, 'Republic of China', 'wrong another-entity'],
		[CHINA, 'Taiwan', 'wrong another-entity'],
		[CHINA, 'not China', 'wrong different'],
		[US, 'Joe Biden', 'near named-near'],
		[US, 'Xi Jinping', 'wrong another-entity'],
		[US, 'us?', 'correct accepted']
	] as const)('%o answered by “%s” is %s', (key, text, expected) => {
		expect(short(ask(key, text))).toBe(expected);
	});
});
