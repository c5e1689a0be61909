import { describe, expect, it } from 'vitest';
import { ask, keyOf, registry, short } from './fixtures.ts';

const XI = keyOf('person', 'Xi Jinping', { value: 'xi-jinping' });
const BIDEN = keyOf('person', 'Joe Biden', { value: 'joe-biden' });
const WANG = keyOf('person', 'Wang Yi', { value: 'wang-yi' });
const LAN = keyOf('person', "Lan Fo'an", { value: 'lan-foan' });
const BLINKEN = keyOf('person', 'Antony Blinken', { value: 'antony-blinken' });
const KISSINGER = keyOf('person', 'Henry Kissinger', { value: 'henry-kissinger' });

describe('a person', () => {
	it.each([
		['the name itself', XI, 'Xi Jinping', 'correct exact'],
		['the name in capitals', XI, 'XI JINPING', 'correct exact'],
		['the name with accents', XI, 'Xí Jìnpíng', 'correct exact'],
		['the family name last', XI, 'Jinping Xi', 'correct accepted'],
		['a surname that one person has', XI, 'Xi', 'correct accepted'],
		['a title', XI, 'President Xi', 'correct accepted'],
		['a title with the fitting country', XI, 'Chinese President Xi Jinping', 'correct accepted'],
		['a title with another country', XI, 'US President Xi Jinping', 'wrong different'],
		['the name in one word', XI, 'xijinping', 'correct exact'],
		['Chinese characters', XI, '习近平', 'correct accepted'],
		['traditional characters', XI, '習近平', 'correct accepted'],
		['Chinese characters with a title', XI, '习近平主席', 'correct accepted'],
		['one letter too many', XI, 'Xi Jingping', 'correct typo'],
		['another one’s surname, one letter off', XI, 'Xie', 'wrong another-entity'],
		['another one’s full name', XI, 'Xie Zhenhua', 'wrong another-entity'],
		['another one’s mistyped name', XI, 'Xie Zhenhau', 'wrong different'],
		['another one’s characters', XI, '解振华', 'wrong another-entity'],
		['somebody from outside the bank', XI, 'Li Qiang', 'wrong another-entity'],
		['the given name alone', XI, 'Jinping', 'near incomplete'],
		['the office instead of the name', XI, 'the Chinese president', 'near incomplete'],
		['the office of another country', XI, 'the US president', 'wrong different'],
		['a mix of two people', XI, 'Joe Xi', 'wrong different'],
		['two people', XI, 'Xi and Biden', 'wrong different'],
		['two people with a slash', BIDEN, 'Biden/Xi', 'wrong different'],
		['a given name and a surname', BIDEN, 'Joe Biden', 'correct exact'],
		['a title and a surname', BIDEN, 'Mr. Biden', 'correct accepted'],
		['an initial in the middle', BIDEN, 'Joseph R. Biden Jr.', 'correct accepted'],
		['an initial and the surname', BIDEN, 'J. Biden', 'correct accepted'],
		['surname, comma, given name', BIDEN, 'Biden, Joe', 'correct accepted'],
		['an office in parentheses', BIDEN, 'Joe Biden (US President)', 'correct exact'],
		['another one in parentheses', BIDEN, 'Joe Biden (Xi Jinping)', 'wrong different'],
		['another person of that surname', BIDEN, 'Jill Biden', 'wrong another-entity'],
		['a title that may be somebody else’s', BIDEN, 'Mrs Biden', 'near surname-only'],
		['two letters swapped', BIDEN, 'Bidne', 'correct typo'],
		['the first two letters swapped', KISSINGER, 'iKssinger', 'correct typo'],
		['two letters wrong in five', BIDEN, 'Budin', 'wrong different'],
		['another first letter', BIDEN, 'Hiden', 'wrong different'],
		['who is not that person', BIDEN, 'not Biden', 'wrong different'],
		['four letters, one wrong', WANG, 'Wong', 'wrong different'],
		['four letters, two swapped', WANG, 'Wagn', 'wrong different'],
		['another given name', WANG, 'Wang Wentao', 'wrong different'],
		['the surname of a full name', WANG, 'Foreign Minister Wang', 'correct accepted'],
		['an apostrophe left out', LAN, 'Lan Foan', 'correct exact'],
		['a curly apostrophe', LAN, 'Lan Fo’an', 'correct exact'],
		['a hyphen for the apostrophe', LAN, 'Lan Fo-an', 'correct exact'],
		['an alias', BLINKEN, 'Tony Blinken', 'correct accepted'],
		['a long title', BLINKEN, 'US Secretary of State Antony Blinken', 'correct accepted'],
		['a title of somebody’s aide', XI, 'Chief of Staff of President Xi', 'wrong different'],
		['his own aide', keyOf('person', 'Cai Qi', { value: 'cai-qi' }), 'Chief of Staff Cai Qi', 'correct accepted'],
		['two slips in a long name', KISSINGER, 'Kisinnger', 'correct typo'],
		['three slips in a long name', KISSINGER, 'Kisinge', 'wrong different'],
		['one slip in each name', KISSINGER, 'Henri Kissenger', 'correct typo']
	])('%s', (_, key, text, expected) => {
		expect(short(ask(key, text))).toBe(expected);
	});

	it('is named by who was meant instead', () => {
		expect(ask(XI, 'Mr Xie').hint).toBe('That is Xie Zhenhua.');
	});

	it('is near by a surname that two people have', () => {
		const [first] = registry.people;
		const jill = {
			...first!,
			id: 'jill',
			name: 'Jill Biden',
			given: 'Jill',
			aliases: [],
			chinese: undefined,
			offices: []
		};
		const both = { ...registry, people: [...registry.people, jill] };
		expect(short(ask(BIDEN, 'Biden', '', both))).toBe('near surname-only');
		expect(short(ask(BIDEN, 'Joe Biden', '', both))).toBe('correct exact');
		expect(short(ask(BIDEN, 'Jill Biden', '', both))).toBe('wrong another-entity');
		expect(short(ask(BIDEN, 'Bidan', '', both))).toBe('wrong different');
	});

	it('is graded by the key’s words where the registry does not know her', () => {
		const key = keyOf('person', 'Olaf Scholz', { accept: ['Scholz'] });
		expect(short(ask(key, 'Scholz, Olaf'))).toBe('correct accepted');
		expect(short(ask(key, 'Chancellor Merkel'))).toBe('wrong different');
		expect(short(ask(key, 'Olaf'))).toBe('wrong different');
	});

	it('may be one of several: some of them is near, somebody else is wrong', () => {
		const key = keyOf('person', 'Antony Blinken and Wang Yi');
		expect(short(ask(key, 'Wang Yi and Antony Blinken'))).toBe('correct accepted');
		expect(short(ask(key, 'Blinken, Wang'))).toBe('correct accepted');
		expect(short(ask(key, 'Blinken'))).toBe('near incomplete');
		expect(short(ask(key, 'Blinken and Cai Qi'))).toBe('wrong different');
		expect(short(ask(key, 'Blinken, Wang Yi and Xi'))).toBe('wrong different');
	});
});
