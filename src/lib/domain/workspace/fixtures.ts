/** An invented article and the facts that a teacher accepted from it: what the tests of this folder work on. */
import type { Organisation, Person, Place } from '../facts/entity-schema.ts';
import type { Fact } from '../facts/fact-schema.ts';
import type { FactKind, Modality } from '../facts/vocabulary.ts';
import type { AcceptedFact, WorkspaceArticle, WorkspaceInput } from './accepted-fact.ts';

export const TEXT = [
	'Ishida and Kang agree on ferry link at Sendai talks',
	'Japanese Prime Minister Haruto Ishida met South Korean President Kang Min-ho in Sendai on 4 June 2031.',
	'The two leaders agreed to resume the ferry between Busan and Shimonoseki and to share data on typhoons.',
	'Foreign Minister Emi Watanabe said the ferry would carry “students first and freight second”.',
	'Kang urged Japan to lift its limits on battery parts. Ishida asked South Korea to open its rice market.',
	'South Korea promised to train 450 rescue divers. The sides could not agree on a fishing line.',
	'“A calm sea needs more than calm words,” Kang said. Trade Minister Oh Ji-won said trade fell by 12% in 2030.',
	'The ferry stopped on 9 March 2029 because of a collision off Ulsan. Talks on data began on 17 January 2031.'
].join('\n');

export const ARTICLE: WorkspaceArticle = {
	id: 'sendai',
	label: 'the Sendai Courier',
	title: 'Ishida and Kang agree on ferry link at Sendai talks',
	publisher: 'The Sendai Courier',
	author: null,
	published: '2031-06-05',
	text: TEXT,
	closeness: 'wire'
};

function person(id: string, name: string, family: string, country: string, title: string): Person {
	const given = name.replace(family, '').trim();
	const order = name.startsWith(family) ? ('family-first' as const) : ('given-first' as const);
	const offices = [{ title, accept: [], country, former: false }];
	return { id, name, family, given, order, country, aliases: [], offices, attended: [] };
}

export const PEOPLE: Person[] = [
	person('haruto-ishida', 'Haruto Ishida', 'Ishida', 'japan', 'Prime Minister'),
	person('kang-min-ho', 'Kang Min-ho', 'Kang', 'south-korea', 'President'),
	person('emi-watanabe', 'Emi Watanabe', 'Watanabe', 'japan', 'Foreign Minister'),
	person('oh-ji-won', 'Oh Ji-won', 'Oh', 'south-korea', 'Trade Minister')
];
export const PLACES: Place[] = [
	{ id: 'sendai-city', name: 'Sendai', aliases: [], type: 'city' },
	{ id: 'busan', name: 'Busan', aliases: [], type: 'city' },
	{ id: 'ulsan', name: 'Ulsan', aliases: [], type: 'city' },
	{ id: 'shimonoseki', name: 'Shimonoseki', aliases: [], type: 'city' }
];
export const ORGANISATIONS: Organisation[] = [];

const NAMES = new Map<string, string>([
	...PEOPLE.map((one): [string, string] => [one.id, one.name]),
	['japan', 'Japan'],
	['south-korea', 'South Korea'],
	['both', 'both sides']
]);

interface Making {
	id: string;
	kind: FactKind;
	/** Words of the text. */
	at: string;
	statement: string;
	values: Fact['values'];
	holder?: string;
	gist?: string;
	modality?: Modality;
	polarity?: 'affirmed' | 'negated' | 'hedged';
	value?: string | number;
	unit?: string;
	topic?: string;
}

/** A fact as accepted; its evidence is where the text has these words. */
export function accepted(making: Making): AcceptedFact {
	const { id, kind, at, statement, values, holder, gist, value = null, unit = null } = making;
	const start = TEXT.indexOf(at);
	const span = { start, end: start + at.length };
	return {
		id,
		fact: {
			kind,
			topic: making.topic ?? 'shipping',
			statement,
			...(gist === undefined ? {} : { gist }),
			modality: making.modality ?? 'established',
			polarity: making.polarity ?? 'affirmed',
			holder: holder === undefined ? null : (NAMES.get(holder) ?? holder),
			holderId: holder ?? null,
			value,
			unit,
			values,
			evidence: [{ ...span, text: at }],
			rule: 'test',
			confidence: 0.9,
			why: 'invented'
		},
		evidence: [{ article: ARTICLE.id, ...span }]
	};
}

const content = (text: string): Fact['values'] => ({ is: 'content', content: text, parts: [] });

function stance(id: string, holder: string, at: string, statement: string, gist: string): AcceptedFact {
	return accepted({ id, kind: 'position', at, statement, gist, holder, modality: 'claimed', values: content(gist) });
}

function agreed(id: string, at: string, statement: string, gist: string): AcceptedFact {
	return accepted({
		id,
		kind: 'agreement',
		at,
		statement,
		gist,
		holder: 'both',
		modality: 'agreed',
		values: content(gist)
	});
}

function office(id: string, who: string, role: string, at: string): AcceptedFact {
	const name = NAMES.get(who) ?? who;
	const values = { is: 'participant' as const, people: [who], role };
	const statement = `${name} is named as ${role}.`;
	return accepted({ id, kind: 'participant', at, statement, values, value: `${name}, ${role}`, topic: 'summit' });
}

function dated(id: string, date: string, at: string, event: string, statement: string): AcceptedFact {
	return accepted({ id, kind: 'date', at, statement, values: { is: 'date', event, date }, value: date });
}

function quoted(id: string, who: string, words: string): AcceptedFact {
	const statement = `${NAMES.get(who) ?? who} said: “${words}”.`;
	const values = { is: 'quotation' as const, speaker: who, words, about: 'shipping' };
	return accepted({
		id,
		kind: 'quotation',
		at: words,
		statement,
		values,
		holder: who,
		modality: 'claimed',
		value: words
	});
}

export const FACTS: AcceptedFact[] = [
	dated(
		'met',
		'2031-06-04',
		'on 4 June 2031',
		'Haruto Ishida met Kang Min-ho in Sendai',
		'Haruto Ishida met Kang Min-ho in Sendai on 4 June 2031.'
	),
	dated(
		'stopped',
		'2029-03-09',
		'on 9 March 2029',
		'The ferry stopped after a collision off Ulsan',
		'The ferry between Busan and Shimonoseki stopped on 9 March 2029 because of a collision off Ulsan.'
	),
	dated(
		'began',
		'2031-01-17',
		'on 17 January 2031',
		'Talks on typhoon data began',
		'Talks of Japan and South Korea on typhoon data began on 17 January 2031.'
	),
	office('ishida', 'haruto-ishida', 'Prime Minister', 'Japanese Prime Minister Haruto Ishida'),
	office('kang', 'kang-min-ho', 'President', 'South Korean President Kang Min-ho'),
	office('watanabe', 'emi-watanabe', 'Foreign Minister', 'Foreign Minister Emi Watanabe'),
	office('oh', 'oh-ji-won', 'Trade Minister', 'Trade Minister Oh Ji-won'),
	agreed(
		'ferry',
		'agreed to resume the ferry between Busan and Shimonoseki',
		'Both sides agreed to resume the ferry between Busan and Shimonoseki.',
		'to resume the ferry between Busan and Shimonoseki'
	),
	agreed(
		'typhoons',
		'share data on typhoons',
		'Both sides agreed to share data on typhoons.',
		'to share data on typhoons'
	),
	stance(
		'parts',
		'kang-min-ho',
		'urged Japan to lift its limits on battery parts',
		'Kang Min-ho urged Japan to lift all limits on battery parts.',
		'to lift all limits on battery parts'
	),
	stance(
		'rice',
		'haruto-ishida',
		'asked South Korea to open its rice market',
		'Haruto Ishida asked South Korea to open the rice market.',
		'to open the rice market to imports'
	),
	stance(
		'nets',
		'japan',
		'fishing line',
		'Japan opposes longer nets in shared waters.',
		'to shorten nets in shared waters'
	),
	accepted({
		id: 'divers',
		kind: 'commitment',
		at: 'promised to train 450 rescue divers',
		statement: 'South Korea promised to train 450 rescue divers.',
		gist: 'to train 450 rescue divers',
		holder: 'south-korea',
		modality: 'announced',
		values: content('to train 450 rescue divers')
	}),
	accepted({
		id: 'line',
		kind: 'non-agreement',
		at: 'could not agree on a fishing line',
		statement: 'Both sides could not agree on a fishing line.',
		gist: 'a new fishing line',
		holder: 'both',
		modality: 'not-agreed',
		polarity: 'negated',
		values: content('a new fishing line')
	}),
	quoted('students', 'emi-watanabe', 'students first and freight second'),
	quoted('calm', 'kang-min-ho', 'A calm sea needs more than calm words'),
	quoted('share', 'oh-ji-won', 'trade fell by 12% in 2030'),
	accepted({
		id: 'trade',
		kind: 'figure',
		at: '12%',
		statement: 'Trade between Japan and South Korea fell by 12% in 2030.',
		values: { is: 'figure', of: 'trade', number: 12, unit: '%', bound: 'exact' },
		value: 12,
		unit: '%'
	}),
	accepted({
		id: 'where',
		kind: 'place',
		at: 'in Sendai',
		statement: 'Haruto Ishida met Kang Min-ho in Sendai.',
		values: { is: 'place', of: 'meeting', place: 'sendai-city' },
		value: 'Sendai'
	})
];

/** The workspace with other facts or with parts of its own. */
export function workspace(parts: Partial<WorkspaceInput> = {}): WorkspaceInput {
	return {
		articles: [ARTICLE],
		facts: FACTS,
		entities: { people: PEOPLE, organisations: ORGANISATIONS, places: PLACES },
		topics: [{ id: 'shipping', label: 'Shipping' }],
		...parts
	};
}
