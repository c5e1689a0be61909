import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface Prompt {
	itemId: string;
	itemVersion: string;
	formIndex: number;
	seq: number;
	question: { form: string; options?: { id: string }[] };
}

async function guest(request: APIRequestContext, origin: string): Promise<Prompt> {
	const headers = { origin };
	expect((await request.post('/api/guest', { data: { timeZone: 'Europe/Berlin' }, headers })).status()).toBe(200);
	return (await (await request.get('/api/next')).json()).prompt;
}

const answerTo = (prompt: Prompt, over: object = {}) => ({
	id: randomUUID(),
	itemId: prompt.itemId,
	itemVersion: prompt.itemVersion,
	formIndex: prompt.formIndex,
	seq: prompt.seq,
	response: prompt.question.options
		? { form: prompt.question.form, option: prompt.question.options[0]!.id }
		: { form: prompt.question.form, value: true },
	...over
});

test('bad input to the review endpoint gets a code, and nothing is stored', async ({ request, server }) => {
	const prompt = await guest(request, server.origin);
	const headers = { origin: server.origin };
	const cases: [number, string, unknown][] = [
		[404, 'unknown_item', answerTo(prompt, { itemId: 'no-such.item' })],
		[409, 'stale_item', answerTo(prompt, { itemVersion: 'older' })],
		[409, 'stale_card', answerTo(prompt, { seq: 5 })],
		[400, 'wrong_form', answerTo(prompt, { response: { form: 'flashcard', rating: 4 } })],
		[400, 'invalid_input', answerTo(prompt, { rating: 4 })],
		[400, 'invalid_input', answerTo(prompt, { due: '2030-01-01', learnerId: randomUUID() })],
		[400, 'invalid_input', answerTo(prompt, { id: 'not-a-uuid' })],
		[400, 'invalid_input', answerTo(prompt, { response: { form: 'typed', text: 'x'.repeat(501) } })],
		[400, 'invalid_input', answerTo(prompt, { seq: 'zero' })],
		[400, 'invalid_input', [1, 2, 3]],
		[400, 'invalid_input', null]
	];
	for (const [status, code, data] of cases) {
		const response = await request.post('/api/reviews', { data, headers });
		expect([code, response.status(), (await response.json()).code]).toEqual([code, status, code]);
	}
	expect((await (await request.get('/api/next')).json()).prompt).toEqual(prompt);
});

test('a body that is no JSON, or too large, is refused', async ({ request, server }) => {
	await guest(request, server.origin);
	const headers = { origin: server.origin, 'content-type': 'application/json' };
	const broken = await request.post('/api/reviews', { data: Buffer.from('{"id": '), headers });
	expect([broken.status(), (await broken.json()).code]).toEqual([400, 'invalid_input']);
	const text = await request.post('/api/reviews', {
		data: 'hello',
		headers: { origin: server.origin, 'content-type': 'text/plain' }
	});
	expect(text.status()).toBeGreaterThanOrEqual(400);
	const large = await request.post('/api/reviews', { data: Buffer.alloc(700 * 1024, 0x20), headers });
	expect([large.status(), (await large.json()).code]).toEqual([413, 'body_too_large']);
});

test('without a session, or from another site, nothing is done', async ({ request, playwright, server }) => {
	const prompt = await guest(request, server.origin);
	const stranger = await playwright.request.newContext({ baseURL: server.origin });
	const alone = await stranger.post('/api/reviews', { data: answerTo(prompt), headers: { origin: server.origin } });
	expect([alone.status(), (await alone.json()).code]).toEqual([401, 'no_session']);
	const foreign: Record<string, string>[] = [
		{ origin: 'https://evil.example.org' },
		{ 'sec-fetch-site': 'cross-site', origin: server.origin }
	];
	for (const headers of foreign) {
		const crossed = await request.post('/api/undo', { data: {}, headers });
		expect([crossed.status(), (await crossed.json()).code]).toEqual([403, 'cross_site']);
	}
	await stranger.dispose();
});

test('another learner sees and changes nothing of one’s reviews', async ({ request, playwright, server }) => {
	const headers = { origin: server.origin };
	const prompt = await guest(request, server.origin);
	const sent = answerTo(prompt);
	expect((await request.post('/api/reviews', { data: sent, headers })).status()).toBe(200);
	const other = await playwright.request.newContext({ baseURL: server.origin });
	await guest(other, server.origin);
	const amended = await other.post('/api/reviews/amend', {
		data: { id: randomUUID(), reviewId: sent.id, rating: 4 },
		headers
	});
	expect([amended.status(), (await amended.json()).code]).toEqual([404, 'unknown_review']);
	const page = await other.get(`/review/answer?id=${sent.id}&deck=all`, { headers: { accept: 'text/html' } });
	expect(page.status()).toBe(404);
	const undone = await other.post('/api/undo', { data: {}, headers });
	expect([undone.status(), (await undone.json()).code]).toEqual([409, 'nothing_to_undo']);
	await other.dispose();
});

test('every answer carries the headers that keep a page safe', async ({ request, server }) => {
	await guest(request, server.origin);
	for (const path of ['/', '/review?deck=all', '/decks', '/api/next', '/no-such-page']) {
		const headers = (await request.get(path)).headers();
		expect([path, headers['x-content-type-options'], headers['referrer-policy'], headers['x-frame-options']]).toEqual([
			path,
			'nosniff',
			'same-origin',
			'DENY'
		]);
		expect([path, headers['cache-control']]).toEqual([path, 'private, no-store']);
		if (!path.startsWith('/api/')) expect(headers['content-security-policy']).toMatch(/default-src 'self'/);
	}
	const refused = [
		await request.post('/api/undo', { data: {}, headers: { origin: 'https://evil.example.org' } }),
		await request.get('/api/no-such-thing'),
		await request.post('/api/undo', { data: { reviewId: 'x' }, headers: { origin: server.origin } })
	];
	for (const response of refused)
		expect([response.status(), response.headers()['x-content-type-options']]).toEqual([response.status(), 'nosniff']);
	const cookie = (await request.post('/api/guest', { data: {}, headers: { origin: server.origin } })).headers()[
		'set-cookie'
	];
	expect(cookie).toBeUndefined();
});
