import type { Organisation, Person, Place } from '../facts/entity-schema.ts';
import type { AnswerKey, DateForm, Typed } from '../items/types.ts';
import { gradeResponse } from './grade.ts';
import type { Registry, Verdict } from './types.ts';

/** What the tests of the grader share: a small registry and short ways to ask. */
const person = (id: string, name: string, family: string, given: string, more: Partial<Person> = {}): Person => ({
	id,
	name,
	family,
	given,
	order: name.startsWith(family) ? 'family-first' : 'given-first',
	aliases: [],
	offices: [],
	attended: [],
	...more
});
const office = (title: string, country: string, accept: string[] = [], former = false) => ({
	title,
	country,
	accept,
	former
});
const US = { side: 'us', country: 'United States' } as const;
const CHINA = { side: 'china', country: 'China' } as const;

const people: Person[] = [
	person('joe-biden', 'Joe Biden', 'Biden', 'Joe', {
		...US,
		chinese: '拜登',
		aliases: ['Joseph Biden'],
		offices: [office('President', 'United States', ['US President', 'head of state'])]
	}),
	person('xi-jinping', 'Xi Jinping', 'Xi', 'Jinping', {
		...CHINA,
		chinese: '习近平',
		offices: [office('President', 'China', ['Chinese President', 'Chinese leader'])]
	}),
	person('xie-zhenhua', 'Xie Zhenhua', 'Xie', 'Zhenhua', {
		...CHINA,
		chinese: '解振华',
		offices: [office('Climate Envoy', 'China')]
	}),
	person('john-kerry', 'John Kerry', 'Kerry', 'John', {
		...US,
		offices: [office('Climate Envoy', 'United States', ['US Climate Envoy', 'Special Envoy for Climate'])]
	}),
	person('antony-blinken', 'Antony Blinken', 'Blinken', 'Antony', {
		...US,
		aliases: ['Anthony Blinken', 'Tony Blinken'],
		offices: [office('Secretary of State', 'United States', ['US Secretary of State'])]
	}),
	person('wang-yi', 'Wang Yi', 'Wang', 'Yi', {
		...CHINA,
		chinese: '王毅',
		offices: [office('Foreign Minister', 'China', ['Minister of Foreign Affairs'])]
	}),
	person('janet-yellen', 'Janet Yellen', 'Yellen', 'Janet', {
		...US,
		offices: [office('Treasury Secretary', 'United States', ['Secretary of the Treasury'])]
	}),
	person('lan-foan', "Lan Fo'an", 'Lan', "Fo'an", {
		...CHINA,
		chinese: '蓝佛安',
		offices: [office('Finance Minister', 'China', ['Minister of Finance'])]
	}),
	person('nancy-pelosi', 'Nancy Pelosi', 'Pelosi', 'Nancy', {
		...US,
		offices: [office('Speaker of the House of Representatives', 'United States', ['House Speaker'], true)]
	}),
	person('lloyd-austin', 'Lloyd Austin', 'Austin', 'Lloyd', {
		...US,
		offices: [office('Defense Secretary', 'United States')]
	}),
	person('cai-qi', 'Cai Qi', 'Cai', 'Qi', {
		...CHINA,
		offices: [office('Chief of Staff', 'China', ["Xi's Chief of Staff"])]
	}),
	person('hua-chunying', 'Hua Chunying', 'Hua', 'Chunying', {
		...CHINA,
		offices: [office('Assistant Foreign Minister', 'China')]
	}),
	person('yoon-suk-yeol', 'Yoon Suk Yeol', 'Yoon', 'Suk Yeol', {
		country: 'South Korea',
		offices: [office('President', 'South Korea', ['South Korean President'])]
	}),
	person('henry-kissinger', 'Henry Kissinger', 'Kissinger', 'Henry', { country: 'United States' })
];

const body = (id: string, name: string, more: Partial<Organisation> = {}): Organisation => ({
	id,
	name,
	aliases: [],
	metonyms: [],
	...more
});
const organisations: Organisation[] = [
	body('white-house', 'the White House', {
		side: 'us',
		metonyms: ['Washington', 'the White House', 'the Biden administration']
	}),
	body('chinese-foreign-ministry', 'the Chinese foreign ministry', { side: 'china', metonyms: ['Beijing'] }),
	body('apec', 'APEC', { aliases: ['Asia-Pacific Economic Cooperation'], chinese: '亚太经合组织' }),
	body('g20', 'G20', { aliases: ['Group of 20'] }),
	body('cop28', 'COP28'),
	body('us-transport-department', 'the US Department of Transport', {
		side: 'us',
		aliases: ['Department of Transportation']
	}),
	body('entity-list', 'Entity List'),
	body('unreliable-entities-list', 'Unreliable Entities List', { aliases: ['Unreliable Entity List'] })
];

const place = (id: string, name: string, type: Place['type'], within?: string, aliases: string[] = []): Place => ({
	id,
	name,
	type,
	aliases,
	...(within === undefined ? {} : { within })
});
const places: Place[] = [
	place('united-states', 'the United States', 'country', undefined, ['US', 'USA']),
	place('china', 'China', 'country', undefined, ['PRC']),
	place('california', 'California', 'state', 'united-states'),
	place('woodside', 'Woodside', 'town', 'california'),
	place('san-francisco', 'San Francisco', 'city', 'california'),
	place('filoli', 'Filoli', 'estate', 'woodside', ['Filoli Estate']),
	place('indonesia', 'Indonesia', 'country'),
	place('bali', 'Bali', 'region', 'indonesia'),
	place('taiwan', 'Taiwan', 'region'),
	place('taipei', 'Taipei', 'city', 'taiwan'),
	place('taiwan-strait', 'the Taiwan Strait', 'sea'),
	place('south-china-sea', 'the South China Sea', 'sea'),
	place('australia', 'Australia', 'country'),
	place('south-korea', 'South Korea', 'country'),
	place('washington', 'Washington', 'city', 'united-states')
];

export const registry: Registry = { people, organisations, places };

/** A key with nothing but what is given. */
export const keyOf = (type: AnswerKey['type'], text: string, more: Partial<AnswerKey> = {}): AnswerKey => ({
	type,
	text,
	accept: [],
	near: {},
	...more
});

/** The verdict on an answer to a typed form. */
export function ask(answer: AnswerKey, text: string, question = 'What is asked?', known: Registry = registry): Verdict {
	const form: Typed = { form: 'typed', question, answer };
	return gradeResponse(form, { form: 'typed', text }, known);
}

/** The verdict on an answer to a date form. */
export function askDate(answer: AnswerKey, precision: DateForm['precision'], text: string): Verdict {
	return gradeResponse({ form: 'date', question: 'When was it?', precision, answer }, { form: 'date', text }, registry);
}

/** A verdict in short: "correct accepted". */
export const short = ({ verdict, reason }: Verdict): string => `${verdict} ${reason}`;
