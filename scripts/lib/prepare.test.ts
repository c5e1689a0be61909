import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkNode } from './prepare.mjs';
import { Trouble, explain } from './say.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

let scratch = '';
beforeEach(() => void (scratch = mkdtempSync(join(tmpdir(), 'readout-stamp-'))));
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const write = (name: string, content: string) => {
	mkdirSync(join(scratch, 'src', 'deep'), { recursive: true });
	writeFileSync(join(scratch, 'src', name), content);
};

test('a Node that is too old is refused with what is needed', () => {
	for (const version of ['16.20.2', '18.20.8', '20.18.3'])
		expect(() => checkNode(version)).toThrow(/needs Node 20\.19/);
	for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.11.1']) expect(() => checkNode(version)).not.toThrow();
});

test('a hash of files changes with any content, any name and any new file, and with nothing else', () => {
	write('a.ts', 'one');
	write('deep/b.ts', 'two');
	const hash = () => hashOf([join(scratch, 'src'), join(scratch, 'missing.json')]);
	const before = hash();
	write('a.ts', 'one');
	expect(hash()).toBe(before);
	write('deep/b.ts', 'three');
	const changed = hash();
	expect(changed).not.toBe(before);
	write('deep/b.ts', 'two');
	expect(hash()).toBe(before);
	write('c.ts', '');
	expect(hash()).not.toBe(before);
	rmSync(join(scratch, 'src', 'c.ts'));
	writeFileSync(join(scratch, 'missing.json'), 'missing!');
	expect(hash()).not.toBe(before);
});

test('content cannot pass from one file to the next unseen', () => {
	write('a.ts', 'xy');
	write('b.ts', 'z');
	const before = hashOf([join(scratch, 'src')]);
	write('a.ts', 'x');
	write('b.ts', 'yz');
	expect(hashOf([join(scratch, 'src')])).not.toBe(before);
});

test('files that are not wanted do not count', () => {
	write('a.ts', 'one');
	const hash = () => hashOf([join(scratch, 'src')], (path) => !path.endsWith('.test.ts'));
	const before = hash();
	write('a.test.ts', 'test');
	expect(hash()).toBe(before);
});

test('a stamp vouches for one state', () => {
	const path = join(scratch, 'build', 'stamp');
	expect(isStamped(path, 'state')).toBe(false);
	stamp(path, 'state');
	expect(isStamped(path, 'state')).toBe(true);
	expect(isStamped(path, 'another')).toBe(false);
});

test('what the owner can mend is told without a stack, a fault of the program with one', () => {
	expect(explain(new Trouble('Do this.'))).toBe('Do this.');
	expect(explain(Object.assign(new Error('In use.'), { name: 'StartFailure' }))).toBe('In use.');
	expect(explain(new Error('Invalid ORIGIN: x'))).toBe('Invalid ORIGIN: x');
	expect(explain(new TypeError('x is not a function'))).toMatch(/x is not a function\n\s+at /);
	expect(explain('thrown')).toBe('thrown');
});
