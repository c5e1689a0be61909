import { describe, expect, it } from 'vitest';
import { isCrossSite } from './security.ts';

const url = new URL('https://quiz.example.org/api/undo');
const post = (headers: Record<string, string>) => new Request(url, { method: 'POST', headers });

describe('a request that changes something', () => {
	it('is taken from the own site', () => {
		expect(isCrossSite(post({ 'sec-fetch-site': 'same-origin' }), url)).toBe(false);
		expect(isCrossSite(post({ origin: 'https://quiz.example.org' }), url)).toBe(false);
	});

	it.each([
		[{ 'sec-fetch-site': 'cross-site' }],
		[{ 'sec-fetch-site': 'same-site', origin: 'https://quiz.example.org' }],
		[{ origin: 'https://evil.example.org' }],
		[{ origin: 'http://quiz.example.org' }],
		[{ origin: 'null' }],
		[{}]
	])('is refused with %o', (headers: Record<string, string>) => {
		expect(isCrossSite(post(headers), url)).toBe(true);
	});

	it('is not what reading is', () => {
		expect(isCrossSite(new Request(url, { headers: { 'sec-fetch-site': 'cross-site' } }), url)).toBe(false);
	});
});
