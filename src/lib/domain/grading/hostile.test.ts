import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { KEY_TYPES } from '../facts/vocabulary.ts';
import type { AnswerKey } from '../items/types.ts';
import { ask, askDate, keyOf, registry, short } from './fixtures.ts';
import { gradeResponse } from './grade.ts';

const KEYS: Record<AnswerKey['type'], AnswerKey> = {
	date: keyOf('date', '15 November 2023', { value: '2023-11-15' }),
	number: keyOf('number', '50,000', { value: 50000, unit: 'people' }),
	person: keyOf('person', 'Xi Jinping', { value: 'xi-jinping' }),
	office: keyOf('office', 'Secretary of State'),
	place: keyOf('place', 'Woodside', { value: 'woodside' }),
	organisation: keyOf('organisation', 'APEC', { value: 'apec' }),
	term: keyOf('term', 'fentanyl'),
	phrase: keyOf('phrase', 'precursors and pill presses'),
	side: keyOf('side', 'China', { value: 'china' }),
	source: keyOf('source', 'Radar Asia')
};
const HOSTILE = [
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	'<script>alert(1)</script>',
	"'; drop table learners; --",
	'\ud800',
	'\udfff\ud800',
	'\u0000',
	'\u202exiX',
	'ﷺ'.repeat(100),
	'(((((((((((((((((((((',
	`${'('.repeat(250)}${')'.repeat(250)}`,
	'and '.repeat(125),
	'a '.repeat(250),
	'1,'.repeat(250),
	"'".repeat(500),
	'.a'.repeat(250),
	'-'.repeat(500),
	'9'.repeat(500),
	'one '.repeat(125),
	'president of '.repeat(38),
	'us '.repeat(166),
	'e\u0301'.repeat(250),
	'2023-'.repeat(100),
	'NaN',
	'Infinity',
	'1e400',
	'%s%s%n',
	'null',
	'undefined'
];

describe.each(KEY_TYPES)('a key of type %s', (type) => {
	it('calls an empty answer empty', () => {
		for (const text of ['', ' ', '\u00a0', '\u200b', '...', '?!', '—', '()']) {
			expect(short(ask(KEYS[type], text))).toBe('wrong empty');
		}
	});

	it('takes no hostile answer, and soon says so', () => {
		const start = cpuTime();
		for (const text of HOSTILE) expect(ask(KEYS[type], text).verdict).toBe('wrong');
		expect(cpuTime() - start).toBeLessThan(2000);
	});

	it('takes no answer of more than 500 characters', () => {
		expect(short(ask(KEYS[type], `${KEYS[type].text}${' '.repeat(500)}`))).toBe('wrong different');
		expect(short(ask(KEYS[type], 'x'.repeat(1_000_000)))).toBe('wrong different');
	});

	it('takes no answer that is no text', () => {
		for (const text of [null, undefined, 5, {}, [], true]) {
			const response = { form: 'typed', text: text as unknown as string } as const;
			expect(gradeResponse({ form: 'typed', question: '?', answer: KEYS[type] }, response, registry).verdict).toBe(
				'wrong'
			);
		}
	});

	it('is answered by itself between spaces, in other quotes and cases', () => {
		const { text } = KEYS[type];
		for (const same of [` ${text} `, text.toUpperCase(), text.toLowerCase(), `${text}.`, `“${text}”`, `‘${text}’`]) {
			expect(ask(KEYS[type], same).verdict).toBe('correct');
		}
	});
});

describe('a hostile answer', () => {
	it('is not the key with letters of another script', () => {
		expect(ask(KEYS.person, 'Хi Jinping').verdict).toBe('wrong');
		expect(ask(KEYS.term, 'fеntanyl').verdict).toBe('wrong');
	});

	it('is the key where only invisible characters differ', () => {
		expect(short(ask(KEYS.person, 'Xi\u200b Jin\u00adping\ufeff'))).toBe('correct exact');
	});

	it('cannot be all answers at once', () => {
		const all = registry.people.map((person) => person.name);
		expect(ask(KEYS.person, all.join(', ')).verdict).toBe('wrong');
		expect(ask(KEYS.person, 'Biden or Xi').verdict).toBe('wrong');
		expect(ask(KEYS.side, 'US China both').verdict).toBe('wrong');
		expect(ask(KEYS.number, '10000 20000 50000').verdict).toBe('wrong');
		expect(askDate(KEYS.date, 'day', '14/15/16 November 2023').verdict).toBe('wrong');
	});
});
