import { describe, expect, it } from 'vitest';
import { ask, keyOf, short } from './fixtures.ts';

const TOWN = keyOf('place', 'Woodside', { value: 'woodside', near: { 'San Francisco': 'That is where APEC met.' } });
const TAIPEI = keyOf('place', 'Taipei', { value: 'taipei', accept: ['Taiwan'] });
const AUSTRALIA = keyOf('place', 'Australia', { value: 'australia' });
const STRAIT = keyOf('place', 'the Taiwan Strait', { value: 'taiwan-strait' });
const KOREA = keyOf('place', 'South Korea', { value: 'south-korea' });
const WASHINGTON = keyOf('place', 'Washington', { value: 'washington' });
const BALI = keyOf('place', 'Bali', { value: 'bali' });
const FILOLI = keyOf('place', 'Filoli', { value: 'filoli' });

describe('a place', () => {
	it.each([
		['its name', TOWN, 'woodside', 'correct exact'],
		['its name in two words', TOWN, 'Wood side', 'correct exact'],
		['its name with the state', TOWN, 'Woodside, California', 'correct accepted'],
		['its name with state and country', TOWN, 'Woodside, California, USA', 'correct accepted'],
		['its name with another state', TOWN, 'Woodside, Texas', 'wrong different'],
		['what it is', TOWN, 'the town of Woodside', 'correct accepted'],
		['a preposition', TOWN, 'in Woodside', 'correct accepted'],
		['two letters swapped', TOWN, 'Wodoside', 'correct typo'],
		['what the key lists as nearly right', TOWN, 'san francisco', 'near named-near'],
		['a mistyped nearly right place', TOWN, 'San Fransisco', 'near named-near'],
		['the larger place', TOWN, 'California', 'wrong another-entity'],
		['an estate in it', TOWN, 'Filoli', 'wrong another-entity'],
		['a person', TOWN, 'Lloyd Austin', 'wrong another-entity'],
		['two places', TOWN, 'Woodside or San Francisco', 'wrong different'],
		['an accepted place', TAIPEI, 'Taiwan', 'correct accepted'],
		['both of two accepted', TAIPEI, 'Taipei, Taiwan', 'correct accepted'],
		['a country with a like name', AUSTRALIA, 'Austria', 'wrong another-entity'],
		['its own mistyped name', AUSTRALIA, 'Austrailia', 'correct typo'],
		['a mistyped other country', AUSTRALIA, 'Austrai', 'wrong different'],
		['an article left out', STRAIT, 'Taiwan Strait', 'correct exact'],
		['a part of the name that names something else', STRAIT, 'Taiwan', 'wrong another-entity'],
		['another sea', STRAIT, 'South China Sea', 'wrong another-entity'],
		['the other half of a country', KOREA, 'North Korea', 'wrong another-entity'],
		['its mistyped name', KOREA, 'Souht Korea', 'correct typo'],
		['a state with the city’s name', WASHINGTON, 'Washington State', 'wrong different'],
		['four letters, one wrong', BALI, 'Mali', 'wrong another-entity'],
		['an island with its country', BALI, 'the island of Bali, Indonesia', 'correct accepted'],
		['an alias', FILOLI, 'Filoli Estate', 'correct accepted'],
		['an alias with its town', FILOLI, 'the Filoli estate in Woodside', 'correct accepted'],
		[
			'a republic of another government',
			keyOf('place', 'China', { value: 'china' }),
			'Republic of China',
			'wrong another-entity'
		],
		['letters with accents', keyOf('place', 'Zürich'), 'Zurich', 'correct exact']
	])('%s', (_, key, text, expected) => {
		expect(short(ask(key, text))).toBe(expected);
	});
});

const APEC = keyOf('organisation', 'APEC', { value: 'apec' });
const TRANSPORT = keyOf('organisation', 'the US Department of Transport', { value: 'us-transport-department' });
const MINISTRY = keyOf('organisation', 'the Chinese foreign ministry', { value: 'chinese-foreign-ministry' });
const COP = keyOf('organisation', 'COP28', { value: 'cop28' });
const TALKS = keyOf('organisation', 'Defense Policy Coordination Talks');
const LIST = keyOf('organisation', 'Entity List', { value: 'entity-list' });

describe('an organisation', () => {
	it.each([
		['its short name', APEC, 'apec', 'correct exact'],
		['its short name with stops', APEC, 'A.P.E.C.', 'correct exact'],
		['its full name', APEC, 'Asia Pacific Economic Cooperation', 'correct accepted'],
		['its full name in British spelling', APEC, 'Asia-Pacific Economic Co-operation', 'correct accepted'],
		['both of its names', APEC, 'Asia-Pacific Economic Cooperation (APEC)', 'correct accepted'],
		['its Chinese name', APEC, '亚太经合组织', 'correct accepted'],
		['one letter off, and another one’s name', APEC, 'OPEC', 'wrong another-entity'],
		['four letters, two swapped', APEC, 'AEPC', 'wrong different'],
		['another organisation', APEC, 'the G20', 'wrong another-entity'],
		['a full name with the same initials', APEC, 'Asian Petroleum Exporting Countries', 'wrong different'],
		['its country as an adjective', TRANSPORT, 'American Department of Transport', 'correct accepted'],
		['the order of its words turned', TRANSPORT, 'Transport Department of the United States', 'correct accepted'],
		['another country', TRANSPORT, 'the Chinese Department of Transport', 'wrong different'],
		['a possessive', MINISTRY, 'China’s foreign ministry', 'correct accepted'],
		['another country’s', MINISTRY, 'the US foreign ministry', 'wrong different'],
		['digits after a space', COP, 'COP 28', 'correct exact'],
		['another number', COP, 'COP27', 'wrong another-entity'],
		['its initials', TALKS, 'DPCT', 'correct accepted'],
		['British spelling', TALKS, 'Defence Policy Co-ordination Talks', 'correct exact'],
		['another list', LIST, 'Unreliable Entity List', 'wrong another-entity'],
		['a report by its name', keyOf('source', 'Radar Asia'), 'the Radar Asia report', 'correct accepted'],
		['another report', keyOf('source', 'Radar Asia'), 'China Briefing', 'wrong different']
	])('%s', (_, key, text, expected) => {
		expect(short(ask(key, text))).toBe(expected);
	});
});
