import { expect, it } from 'vitest';
import { mayBegin } from './guest-throttle.ts';

it('guests begin from one address up to a limit, and from another all the same', async () => {
	const begun = [];
	for (let turn = 0; turn < 301; turn++) begun.push(await mayBegin('192.0.2.7'));
	expect(begun.indexOf(false)).toBe(300);
	expect(await mayBegin('192.0.2.8')).toBe(true);
});
