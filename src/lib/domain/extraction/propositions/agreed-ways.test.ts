import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { deedOf } from './deed-words.ts';
import { propositionsIn } from './fixtures.ts';
import { isJointTitle } from './joint-said.ts';

const { propositions: lexicon } = loadLexicon('seeds');
const promises = (text: string) =>
	propositionsIn(text, lexicon).filter(({ act }) => act === 'agreement' || act === 'commitment');
/** Whose it is and what, one line each. */
const told = (text: string) => promises(text).map((one) => `${one.holder?.id ?? ''}: ${one.words}`);

describe('lists under a heading that names who does it', () => {
	it.each([
		['What Kenya will do:\n• Cut the duty on cars.\n• Add two salts to its list, and extradite four men.', 'kenya'],
		['Kenya has agreed to:\n• Cut the duty on cars.\n• Add two salts to its list, and extradite four men.', 'kenya'],
		[
			'Together, the two countries will:\n• Cut the duty on cars.\n• Add two salts to its list, and extradite four men.',
			'both'
		]
	])('gives each point, and each deed of it, to its owner: %s', (text, holder) => {
		expect(told(text)).toEqual(
			['Cut the duty on cars', 'Add two salts to its list', 'extradite four men'].map((deed) => `${holder}: ${deed}`)
		);
	});

	it('reads the points of a decision that has no colon', () => {
		expect(
			told('It was further decided that\n(a) experts will compare samples;\n(b) visas will be issued at once.')
		).toEqual(['both: experts will compare samples', 'both: visas will be issued at once']);
	});
});

describe('what two states do where no name tells them', () => {
	it.each([
		['Both navies shall exchange data.', 'both: Both navies shall exchange data'],
		['The two armies can start talking again.', 'both: The two armies can start talking again'],
		['Inspectors from the two countries will visit farms.', 'both: Inspectors from the two countries will visit farms'],
		[
			'The coast guards of Japan and Kenya will patrol together.',
			'both: guards of Japan and Kenya will patrol together'
		]
	])('is agreed: %s', (text, expected) => {
		expect(told(text)).toEqual([expected]);
	});

	it.each([
		'Talks of the two companies will go on.',
		'Both navies will remain large.',
		'The two suspects will appear.'
	])('is not agreed: %s', (text) => {
		expect(told(text)).toEqual([]);
	});
});

describe('what goes on behind the first thing agreed', () => {
	it.each([
		['Japan and Kenya agreed on a truce, on a swap and on talks.', ['a truce', 'a swap', 'talks']],
		[
			'Japan and Kenya agreed to: open a port; resume flights; and mark the day.',
			['open a port', 'resume flights', 'mark the day']
		],
		[
			'Japan and Kenya agreed to meet again in Rome and to let their experts compare notes.',
			['meet again in Rome', 'let their experts compare notes']
		],
		[
			'Japan and Kenya agreed to keep in touch, press ahead with the canal, and open a port.',
			['keep in touch', 'press ahead with the canal', 'open a port']
		],
		[
			'Japan and Kenya settled on a plan for the border: troops will stay put, and drones will be grounded.',
			['troops will stay put', 'drones will be grounded']
		],
		[
			'Japan and Kenya emerged with an accord: Japan gets two trains, Kenya gets a mine.',
			['Japan gets two trains', 'Kenya gets a mine']
		],
		[
			'The visit brought forth two documents: a treaty on fish and a plan for patrols.',
			['a treaty on fish', 'a plan for patrols']
		]
	])('is agreed as well: %s', (text, expected) => {
		expect(told(text)).toEqual(expected.map((words) => `both: ${words}`));
	});

	it('gives the second infinitive to the second party', () => {
		expect(told('Japan agreed to free five men, and Kenya to lift the ban.')).toEqual([
			'japan: free five men',
			'kenya: lift the ban'
		]);
	});
});

describe('what comes about in several clauses, or after what was agreed', () => {
	it.each([
		[
			'The joint communique says that talks are to be sped up and a fund is to be tripled.',
			['talks are to be sped up', 'a fund is to be tripled']
		],
		[
			'Japan and Kenya agreed to meet. The pass reopens to traders in August.',
			['meet', 'The pass reopens to traders in August']
		],
		['There is also to be a hotline between the capitals.', ['There is also to be a hotline between the capitals']],
		[
			'The mixed commission, the joint committee will meet in Rome.',
			['The mixed commission, the joint committee will meet in Rome']
		],
		[
			'The two governments will set up a board, and the truce is to run for a year.',
			['set up a board', 'the truce is to run for a year']
		]
	])('is agreed: %s', (text, expected) => {
		expect(told(text)).toEqual(expected.map((words) => `both: ${words}`));
	});

	it.each(['Markets are to be convinced.', 'Both presidents will be watched.', 'No committee of the two will meet.'])(
		'is not agreed: %s',
		(text) => {
			expect(told(text)).toEqual([]);
		}
	);

	it('knows the title of a paper that two issued', () => {
		expect(isJointTitle('Joint Statement of the State Visit of the President of Kenya')).toBe(true);
		expect(isJointTitle('Summit ends without joint statement')).toBe(false);
	});
});

describe('promises', () => {
	it.each([
		['Licences, Ruto promised, would come within a week.', 'ruto'],
		['Hospitals would have their papers in time, Ruto assured his guests.', 'ruto'],
		['Kenya will not be raising the tariff, Ruto assured reporters.', 'kenya'],
		['What Kenya has offered is a hotline.', 'kenya'],
		['Kenya let it be known that the ban would be eased.', 'kenya']
	])('are those of whoever gives them: %s', (text, holder) => {
		expect(promises(text).map((one) => [one.act, one.holder?.id])).toEqual([['commitment', holder]]);
	});

	it.each([
		'Kenya has announced an anti-dumping investigation.',
		'Ruto, who will address a business forum, arrived on Sunday.',
		'Kenya could not say when it will lift the ban.',
		'Japan and Kenya met. Neither side will draw conclusions.',
		'Kenya will reopen the bridge, analysts believe.',
		'It is a line that neither leader will draw.'
	])('are not made: %s', (text) => {
		expect(told(text)).toEqual([]);
	});
});

describe('forms of verbs of deeds', () => {
	const verbs = { actions: new Set(['double', 'ban', 'carry', 'speed', 'meet']), idle: new Set(['meet']) };
	it.each([
		['doubled', 'participle', 'double'],
		['banned', 'participle', 'ban'],
		['carried', 'participle', 'carry'],
		['sped', 'participle', 'speed'],
		['carries', 's', 'carry'],
		['convinced', 'participle', null],
		['meets', 's', null]
	] as const)('%s (%s) is of %s', (word, form, base) => {
		expect(deedOf(verbs, word, form)).toBe(base);
	});
});

it('stays quick on long sentences', () => {
	const started = cpuTime();
	propositionsIn(`Japan and Kenya agreed to: ${'open a port; '.repeat(8_000)}.`, lexicon);
	propositionsIn(`Japan and Kenya agreed on a truce${', on a swap'.repeat(8_000)}.`, lexicon);
	propositionsIn(`Japan and Kenya settled on a plan: ${'troops will stay, '.repeat(8_000)}.`, lexicon);
	propositionsIn(`Both navies ${'both navies '.repeat(20_000)}will meet.`, lexicon);
	expect(cpuTime() - started).toBeLessThan(12_000);
});

describe('two clauses of one sentence', () => {
	const said = (text: string) => propositionsIn(text, lexicon).map(({ act, words }) => `${act}: ${words}`);

	it('tell what was agreed and what was not, each for itself', () => {
		expect(said('Japan and Kenya agreed on rules for ships, and the idea of a joint fleet was shelved.')).toEqual([
			'agreement: rules for ships',
			'non-agreement: the idea of a joint fleet was shelved'
		]);
	});

	it('tell what the leaders of two states agreed behind it, with what they will never do', () => {
		expect(
			told(
				'Dams should be run by people and never be left to machines, the leaders of Japan and Kenya agreed on Monday.'
			)
		).toEqual(['both: Dams should be run by people and never be left to machines']);
	});
});
