import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { layOut } from '../../articles/layout.ts';
import { importText } from '../../articles/text.ts';
import { extractArticle, findAll } from '../extract.ts';
import { findVoices } from './find-voices.ts';

const lexicon = loadLexicon('seeds');

/** What is proposed for a text, as "manner holder polarity: words". */
function heard(text: string): string[] {
	const layout = layOut(importText(text), lexicon.text);
	const found = findAll(layout, lexicon, '2025-06-20');
	return findVoices(found, lexicon).map(
		({ manner, voice, polarity, start, end }) =>
			`${manner} ${voice.holder.name} ${polarity}: ${layout.article.text.slice(start, end)}`
	);
}

const OPENING = 'Kenyan President William Ruto said that relations were at a crossroads.';

describe('a clause under a verb of speech', () => {
	it.each([
		[
			'South African President Cyril Ramaphosa replied that the record of the mission speaks for itself.',
			'said Cyril Ramaphosa affirmed: the record of the mission speaks for itself'
		],
		[
			'The port, Kenyan President William Ruto mused, is a lifeline of the whole region.',
			'said William Ruto affirmed: The port, Kenyan President William Ruto mused, is a lifeline of the whole region'
		],
		['Kenyan President William Ruto said sanctions had failed.', 'said William Ruto affirmed: sanctions had failed'],
		[
			'In Nairobi’s reading, the treaty forbids any toll on the canal.',
			'view Kenya affirmed: the treaty forbids any toll on the canal'
		]
	])('%s', (text, expected) => {
		expect(heard(text)).toContain(expected);
	});

	it.each([
		'Kenyan President William Ruto said that 40 people had died in the floods.',
		'Kenyan President William Ruto told reporters that he had spoken to Cyril Ramaphosa by telephone.',
		'The Kremlin said Putin was in Sochi.',
		'Did Nairobi say that the port is a red line?',
		'Kenyan President William Ruto did not say that the port was a red line.'
	])('an event, a figure, a question or a denied report is none: %s', (text) => {
		expect(heard(text)).toEqual([]);
	});
});

describe('a voice that goes on', () => {
	it.each([
		['Weapons must stop.', 'goes-on William Ruto affirmed: Weapons must stop'],
		[
			'The controls had nothing to do with security.',
			'goes-on William Ruto negated: The controls had nothing to do with security'
		],
		['The drills were a rehearsal for war.', 'goes-on William Ruto affirmed: The drills were a rehearsal for war']
	])('%s', (text, expected) => {
		expect(heard(`${OPENING} ${text}`)).toContain(expected);
	});

	it.each([
		'Kenya has about 50 million people.',
		'The talks were a first since 2019.',
		'Analysts must wonder why.',
		'I must say that it is a pity.'
	])('not in what the reporter tells: %s', (text) => {
		expect(heard(`${OPENING} ${text}`).filter((one) => one.startsWith('goes-on'))).toEqual([]);
	});

	it('ends where another person is named', () => {
		const text = `${OPENING} Cyril Ramaphosa arrived late. Weapons must stop.`;
		expect(heard(text).filter((one) => one.startsWith('goes-on'))).toEqual([]);
	});

	it('stands under a heading that names one side', () => {
		const text = `Kenya and Uganda met in Kampala on Monday.\n\nWhat Kenya wanted\n\nThe April fees were to be shelved for a year.`;
		expect(heard(text)).toContain('listed Kenya affirmed: The April fees were to be shelved for a year');
	});
});

it('takes what “we” refuse for a position of whoever speaks', () => {
	const text = '“We do not share every tool in that box,” Kenyan President William Ruto said.';
	const positions = extractArticle(text, lexicon, { published: '2025-06-20' }).facts.filter(
		({ kind, polarity }) => kind === 'position' && polarity === 'negated'
	);
	expect(positions.map(({ holder }) => holder)).toEqual(['William Ruto']);
});

it('tells the verbs of a demand apart', () => {
	const text =
		'The Kenyan side hopes Uganda will honour the treaty of the lake, respect the median line and refrain from sending patrols.';
	const statements = extractArticle(text, lexicon, { published: '2025-06-20' }).facts.flatMap(({ kind, statement }) =>
		kind === 'position' ? [statement] : []
	);
	expect(statements).toEqual([
		'The Kenyan side hopes Uganda will honour the treaty of the lake.',
		'Kenya hopes Uganda will respect the median line.',
		'Kenya hopes Uganda will refrain from sending patrols.'
	]);
});

it('tells a further thing asked by its own “to”, and what is asked not to be done as denied', () => {
	const text =
		'Kenya is called upon to honour what it has promised and to have no dealings with the rebels, Ugandan President Yoweri Museveni said.';
	const positions = extractArticle(text, lexicon, { published: '2025-06-20' }).facts.flatMap(
		({ kind, statement, polarity }) => (kind === 'position' ? [[polarity, statement]] : [])
	);
	expect(positions).toEqual([
		['affirmed', 'Kenya is called upon to honour what it has promised.'],
		['negated', 'Kenya is called upon to have no dealings with the rebels.']
	]);
});

it('tells apart the clauses that “that” opens behind a comma', () => {
	const text =
		'Kenyan President William Ruto answered that Kenya did not favour the dam, that its position had not changed, and that Uganda should keep its hands off the vote.';
	expect(heard(text).join('\n')).toContain('its position had not changed');
	expect(heard(text).join('\n')).toContain('Uganda should keep its hands off the vote');
});

it.each([
	['The quotas stay, Kenyan President William Ruto told the senators.', 'said William Ruto affirmed: The quotas stay'],
	['Those who net the spawning grounds, Kenyan President William Ruto went on, “will only empty the lake.”', 'said'],
	['Kenyan President William Ruto was blunt: Uganda has no right to the northern shore.', 'line William Ruto']
])('%s', (text, expected) => {
	expect(heard(text)).toContainEqual(expect.stringContaining(expected));
});

describe('quoted words', () => {
	it('are a position of their speaker', () => {
		const text =
			'“Whoever sells the rope is playing with fire,” Kenyan President William Ruto said. “It was a wise choice.”';
		expect(heard(text).join('\n') + JSON.stringify(extractArticle(text, lexicon).facts)).toContain(
			'Whoever sells the rope is playing with fire'
		);
	});

	it('that greet are none', () => {
		expect(heard('“See you in Lima,” Kenyan President William Ruto told reporters.')).toEqual([]);
	});
});

it('a clause that a proposition tells is not told twice', () => {
	const text = 'Kenyan President William Ruto said that Kenya opposes the dam.';
	const facts = extractArticle(text, lexicon).facts.filter(({ kind }) => kind === 'position');
	expect(facts).toHaveLength(1);
	expect(facts[0]?.rule).not.toContain('voice');
});

it('two denials that nobody can settle are left out', () => {
	expect(heard(`${OPENING} Nobody must not come.`).filter((one) => one.startsWith('goes-on'))).toEqual([]);
});

it('the statement says whose view it is', () => {
	const { facts } = extractArticle(`${OPENING} Weapons must stop.`, lexicon);
	const fact = facts.find(({ rule }) => rule === 'position.voice-goes-on');
	expect(fact?.statement).toBe('William Ruto said that weapons must stop.');
	expect(fact?.why).toBe('goes on with what William Ruto said before');
});

describe('hostile text', () => {
	/** Of this stage alone, in milliseconds: the stages before it have a test of their own. */
	const cost = (text: string) => {
		const found = findAll(layOut(importText(text), lexicon.text), lexicon, '2025-06-20');
		let least = Infinity;
		for (let round = 0; round < 3; round++) {
			const start = cpuTime();
			findVoices(found, lexicon);
			least = Math.min(least, cpuTime() - start);
		}
		return least;
	};
	it.each<[string, (n: number) => string]>([
		['verbs of speech', (n) => 'Ruto said that he said '.repeat(n / 5)],
		['short sentences', (n) => `${OPENING} ${'It must go. '.repeat(n / 3)}`],
		['labels', (n) => `${OPENING}\n\n${'Kenya: It must go.\n\n'.repeat(n / 6)}`],
		['colons', (n) => 'Kenya: '.repeat(n)],
		['asides', (n) => 'It is, in the view of Kenya, in the, for Kenya, '.repeat(n / 12)],
		['views', (n) => 'To Kenya it is a toll; '.repeat(n / 6)],
		['plurals', (n) => 'Tolls, Ruto told lawmakers, carry a price, '.repeat(n / 8)],
		['semicolons', (n) => `${OPENING} ${'it must; '.repeat(n / 2)}`],
		['quotations', (n) => `“It must go,” said William Ruto. `.repeat(n / 6)]
	])('of %s takes time in proportion to its length', (_name, make) => {
		cost(make(400));
		const once = cost(make(2000));
		const fourTimes = cost(make(8000));
		expect(fourTimes).toBeLessThan(Math.max(8 * once, 60));
	});
});

describe('a voice against a misreading', () => {
	const told = (text: string) =>
		extractArticle(text, lexicon, { published: '2025-06-20' })
			.facts.filter(({ kind }) => kind === 'position' || kind === 'commitment')
			.map(({ holder, polarity, gist }) => `${holder ?? ''} ${polarity}: ${gist ?? ''}`);

	it('gives what another side is asked to do to whoever asks', () => {
		const found = told(`${OPENING} The Japanese side is asked to honour its pledge not to support the dam.`);
		expect(found).toContainEqual(expect.stringMatching(/^William Ruto affirmed: The Japanese side is asked/));
		expect(found).not.toContainEqual(expect.stringMatching(/^Japan /));
	});

	it('leaves a proposition of the speaker as it is', () => {
		const text = 'Kenyan President William Ruto said that Kenya opposes the dam. Kenya rejects any toll.';
		expect(heard(text)).toEqual([]);
	});
});

describe('what holds in general under a voice', () => {
	it.each([
		['Export bans are a burden on the port.', 'affirmed: Export bans are a burden on the port'],
		['The dam is not a weapon against anybody.', 'negated: The dam is not a weapon against anybody'],
		['Closing the canal is no answer.', 'negated: Closing the canal is no answer'],
		['Tolls cannot replace a treaty.', 'negated: Tolls cannot replace a treaty'],
		['The Kenyan people have the right to development.', 'affirmed: The Kenyan people have the right to development']
	])('%s', (text, expected) => {
		expect(heard(`${OPENING} ${text}`)).toContain(`goes-on William Ruto ${expected}`);
	});

	it.each([
		'Mombasa is the largest port on the coast.',
		'The Kenyan account is silent on the dam.',
		'The company employs 400 people.',
		'The dam, it continues, is a scandal.',
		'He flew home in the evening.'
	])('a report is none: %s', (text) => {
		expect(heard(`${OPENING} ${text}`).filter((one) => one.startsWith('goes-on'))).toEqual([]);
	});
});

describe('a stance told in the passive', () => {
	it.each([
		['The raid was condemned by Kenyan President William Ruto.', 'affirmed: The raid was condemned'],
		['The report was denied by Kenyan President William Ruto.', 'negated: The report was denied']
	])('%s', (text, expected) => {
		expect(heard(text)).toContainEqual(expect.stringContaining(`held William Ruto ${expected}`));
	});

	it.each([
		'The raid was not condemned by Kenyan President William Ruto.',
		'A day later the guests were welcomed by Kenyan President William Ruto.'
	])('none: %s', (text) => {
		expect(heard(text)).toEqual([]);
	});
});

it('takes a label that begins with "On" for a topic and not for a speaker', () => {
	const text = 'Japan and Kenya met.\n\n- On Kenya: the treaty must be kept.\n- On Japan: the toll is unfair.';
	expect(heard(text).filter((one) => one.startsWith('listed'))).toEqual([]);
});
