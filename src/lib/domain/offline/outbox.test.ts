import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeedReport } from '../reviewing/sync.ts';
import type { KeptDeed } from './kept-deed.ts';
import { afterSending, nextBatch, OUTBOX, type Outbox, type Sent } from './outbox.ts';

const NOON = '2026-11-23T12:00:00.000Z';
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function deed(n: number, text = 'x'): KeptDeed {
	return {
		n,
		deed: {
			id: idOf(n),
			at: NOON,
			kind: 'answer',
			itemId: `item-${n}`,
			itemVersion: 'v',
			formIndex: 0,
			response: { form: 'typed', text },
			retry: false,
			durationMs: 1
		},
		itemId: `item-${n}`,
		at: NOON,
		heard: null,
		rating: 3,
		before: null,
		after: null,
		standing: 'waiting',
		code: null,
		counted: false
	};
}

/** What the network and the server do with one sending. */
type Weather = 'fine' | 'lost' | 'reply-lost' | 'down' | 'busy' | 'half' | 'silent';

/** A server that takes deeds as they come, each once; some it cannot read, and then it refuses the whole request. */
class Model {
	readonly taken: string[] = [];
	constructor(
		private readonly unreadable: ReadonlySet<string>,
		private readonly bad: ReadonlySet<string>
	) {}

	take(batch: readonly KeptDeed[], weather: Weather): Sent {
		if (weather === 'lost') return { kind: 'lost' };
		if (weather === 'down') return { kind: 'refused', status: 503, code: 'internal' };
		if (weather === 'busy') return { kind: 'refused', status: 429, code: 'too_many_attempts' };
		if (weather === 'silent') return { kind: 'reply', reports: [] };
		if (batch.some(({ deed: { id } }) => this.unreadable.has(id)))
			return { kind: 'refused', status: 400, code: 'invalid_input' };
		const some = weather === 'half' ? batch.slice(0, Math.ceil(batch.length / 2)) : batch;
		const reports = some.map(({ deed: { id } }): DeedReport => {
			if (this.bad.has(id)) return { id, result: 'stale', code: 'stale_item' };
			if (this.taken.includes(id)) return { id, result: 'duplicate' };
			this.taken.push(id);
			return { id, result: 'applied' };
		});
		return weather === 'reply-lost' ? { kind: 'lost' } : { kind: 'reply', reports };
	}
}

/** Sends until nothing waits; returns how often something was sent. */
function sendAll(kept: KeptDeed[], model: Model, weathers: Weather[], most = 3000): number {
	let outbox: Outbox = OUTBOX;
	for (let round = 0; round < most; round++) {
		const batch = nextBatch(kept, outbox);
		if (batch.length === 0) return round;
		const after = afterSending(outbox, batch, model.take(batch, weathers[round] ?? 'fine'));
		outbox = after.outbox;
		for (const { id, standing, code } of after.settled) {
			const one = kept.find(({ deed: { id: known } }) => known === id)!;
			expect(one.standing).toBe('waiting');
			Object.assign(one, { standing, code });
		}
	}
	return most;
}

const weather = fc.constantFrom<Weather>('fine', 'lost', 'reply-lost', 'down', 'busy', 'half', 'silent');
const some = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 });

test('whatever the network does, each deed is taken once and in order, and one at fault holds up no other', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 40 }),
			fc.array(weather, { maxLength: 40 }),
			some,
			some,
			(count, ws, a, b) => {
				const kept = Array.from({ length: count }, (_, index) => deed(index + 1));
				const unreadable = new Set(a.map(idOf));
				const bad = new Set(b.map(idOf).filter((id) => !unreadable.has(id)));
				const model = new Model(unreadable, bad);
				expect(sendAll(kept, model, ws)).toBeLessThan(3000);
				const good = kept.filter(({ deed: { id } }) => !unreadable.has(id) && !bad.has(id));
				expect(model.taken).toEqual(good.map(({ deed: { id } }) => id));
				for (const {
					deed: { id },
					standing,
					code
				} of kept) {
					const why = unreadable.has(id) ? 'invalid_input' : bad.has(id) ? 'stale_item' : null;
					expect([standing, code]).toEqual([why ? 'refused' : 'sent', why]);
				}
			}
		),
		{ numRuns: 500 }
	);
});

test('two hundred deeds go at once at most, and no more than the server takes in one request', () => {
	const short = Array.from({ length: 450 }, (_, index) => deed(450 - index));
	expect(nextBatch(short, OUTBOX).map(({ n }) => n)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
	const long = Array.from({ length: 200 }, (_, index) => deed(index + 1, '"'.repeat(5000)));
	const size = JSON.stringify(nextBatch(long, OUTBOX).map((one) => one.deed)).length;
	expect(size).toBeLessThan(256 * 1024);
	expect(nextBatch([deed(1, 'y'.repeat(400_000))], OUTBOX)).toHaveLength(1);
});

test('failures in a row are waited for longer and longer, five minutes at most', () => {
	let outbox: Outbox = OUTBOX;
	const waits = Array.from({ length: 12 }, () => {
		const after = afterSending(outbox, [deed(1)], { kind: 'lost' });
		outbox = after.outbox;
		return after.then;
	});
	expect(waits.slice(0, 4)).toEqual([2000, 4000, 8000, 16_000]);
	expect(waits.at(-1)).toBe(300_000);
	const fine: Sent = { kind: 'reply', reports: [{ id: idOf(1), result: 'applied' }] };
	expect(afterSending(outbox, [deed(1)], fine).outbox.failed).toBe(0);
});

test('without a session, or in another learner’s, nothing is given up and nothing is sent on', () => {
	const over = afterSending(OUTBOX, [deed(1)], { kind: 'refused', status: 401, code: 'no_session' });
	expect([over.then, over.settled, over.outbox.stopped]).toEqual(['stop', [], 'no_session']);
	const other = afterSending(OUTBOX, [deed(1)], { kind: 'refused', status: 403, code: 'other_learner' });
	expect([other.then, other.settled, other.outbox.stopped]).toEqual(['stop', [], 'other_learner']);
});
