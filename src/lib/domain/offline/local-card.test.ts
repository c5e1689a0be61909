import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SyncedCard } from '../reviewing/sync.ts';
import { foldCard } from '../reviewing/fold.ts';
import { seedOf } from '../reviewing/take-answer.ts';
import { schedule } from '../scheduling/fsrs.ts';
import { NO_MARKS } from '../scheduling/marks.ts';
import { scheduleOptions } from '../scheduling/options.ts';
import { DEFAULT_SETTINGS } from '../scheduling/settings.ts';
import type { Rating } from '../scheduling/card.ts';
import type { KeptDeed, LocalDeed } from './kept-deed.ts';
import { localCard, rebase, rootOf, type Baseline } from './local-card.ts';

const ITEM = 'fact.slot';
const options = scheduleOptions(DEFAULT_SETTINGS);
const rules = { memory: null, options };
const NEW: Baseline = { itemId: ITEM, card: null, marks: NO_MARKS, seq: 0 };
const START = Date.parse('2026-11-23T08:00:00Z');
const at = (n: number) => new Date(START + n * 3_600_000).toISOString();
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** What hands do on one card, one deed after the other; the card before and after as the device keeps them. */
class Hands {
	base: Baseline = NEW;
	kept: KeptDeed[] = [];
	/** What the server has: the answers that count, by their ids. */
	readonly server = new Map<string, { at: string; rating: Rating }>();

	get card() {
		return localCard(this.base, this.kept, rules);
	}
	get last(): KeptDeed | undefined {
		const undone = new Set(this.kept.filter(({ deed }) => deed.kind === 'undo').map((one) => rootOf(one, this.kept).n));
		return this.kept.findLast((one) => one.deed.kind !== 'undo' && !undone.has(rootOf(one, this.kept).n));
	}
	answer(rating: Rating) {
		const { card } = this.card;
		const now = at(this.kept.length);
		this.keep(
			{
				kind: 'answer',
				itemId: ITEM,
				itemVersion: 'v',
				formIndex: 0,
				response: { form: 'flashcard', rating },
				retry: false,
				durationMs: 1,
				id: '',
				at: ''
			},
			{ at: now, rating, before: card, after: schedule(card, rating, new Date(now), options, seedOf(ITEM)) }
		);
	}
	amend(rating: Rating) {
		const target = this.last;
		if (!target) return;
		const root = rootOf(target, this.kept);
		const after = schedule(root.before, rating, new Date(root.at), options, seedOf(ITEM));
		this.keep(
			{ kind: 'amend', reviewId: target.deed.id, rating, claimedRight: false, id: '', at: '' },
			{ at: at(this.kept.length), rating, before: root.before, after }
		);
	}
	undo() {
		const target = this.last;
		if (!target) return;
		const { before } = rootOf(target, this.kept);
		this.keep(
			{ kind: 'undo', deedId: target.deed.id, id: '', at: '' },
			{ at: at(this.kept.length), rating: null, before: null, after: before }
		);
	}
	keep(deed: LocalDeed, more: Pick<KeptDeed, 'at' | 'rating' | 'before' | 'after'>) {
		const n = this.kept.length + 1;
		const named = { ...deed, id: id(n), at: more.at };
		this.kept.push({
			n,
			deed: named,
			itemId: ITEM,
			heard: null,
			...more,
			standing: 'waiting',
			code: null,
			counted: false
		});
	}
	/** Sends the first of what waits, as many as are asked for, and hears the server's card. */
	send(most: number) {
		const before = this.card;
		const batch = this.kept.filter(({ standing }) => standing === 'waiting').slice(0, most);
		if (batch.length === 0) return;
		for (const one of batch) {
			const root = rootOf(one, this.kept);
			if (one.deed.kind === 'undo') this.server.delete(root.deed.id);
			else this.server.set(root.deed.id, { at: root.at, rating: one.rating! });
		}
		const sent = new Set(batch.map(({ n }) => n));
		const had = localCard(
			this.base,
			this.kept.filter((one) => one.standing !== 'waiting' || sent.has(one.n)),
			rules
		);
		const heard: SyncedCard = { itemId: ITEM, card: this.serverCard(), marks: NO_MARKS };
		this.base = rebase(had, heard);
		this.kept = this.kept.map((one) => (sent.has(one.n) ? { ...one, standing: 'sent' as const } : one));
		expect(withoutSeq(this.card.card)).toEqual(withoutSeq(before.card));
		expect(this.card.seq).toBe(before.seq);
	}
	serverCard() {
		const events = [...this.server].map(([key, { at: when, rating }]) => ({
			...{ kind: 'review' as const, id: key, at: when, rating, memory: null, options }
		}));
		return foldCard(null, events, seedOf(ITEM)).held?.card ?? null;
	}
}

const withoutSeq = <T extends object>(card: T | null) => card && { ...card, seq: 0 };
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
const step = fc.oneof(
	fc.record({ does: fc.constant('answer' as const), rating }),
	fc.record({ does: fc.constant('amend' as const), rating }),
	fc.record({ does: fc.constant('undo' as const) }),
	fc.record({ does: fc.constant('send' as const), most: fc.integer({ min: 1, max: 4 }) })
);

test('whatever is done and whenever it is sent, the card is the one that the server makes of it all', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
			const hands = new Hands();
			for (const one of steps) {
				const { seq } = hands.card;
				if (one.does === 'answer') hands.answer(one.rating);
				if (one.does === 'amend') hands.amend(one.rating);
				if (one.does === 'undo') hands.undo();
				if (one.does === 'send') hands.send(one.most);
				expect(hands.card.seq).toBeGreaterThanOrEqual(seq);
			}
			hands.send(100);
			expect(withoutSeq(hands.card.card)).toEqual(withoutSeq(hands.serverCard()));
		}),
		{ numRuns: 300 }
	);
});

test('a card that another device was at makes a question asked before stale', () => {
	const hands = new Hands();
	hands.answer(3);
	const { card, seq } = hands.card;
	const elsewhere = schedule(card, 1, new Date(at(30)), options, seedOf(ITEM));
	const base = rebase({ card, seq }, { itemId: ITEM, card: elsewhere, marks: NO_MARKS });
	expect(base.seq).toBeGreaterThan(seq);
});
