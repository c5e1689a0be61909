import { describe, expect, it } from 'vitest';
import type { Item } from '../items/types.ts';
import { becameLeech, isLeech } from './leech.ts';
import { deckLimits, decksOf, optionsFor, queueOptionsFor, scheduleOptions } from './options.ts';
import { DEFAULT_SETTINGS, type DeckOptions } from './settings.ts';

const item = {
	topic: 'taiwan',
	corroboration: { sources: ['xinhua', 'iria'], silent: [], origins: 2 }
} as unknown as Item;
const place = { workspace: 'w1', studies: ['s2', 's1'] };
const decks = decksOf(item, place);
const own = (entries: Record<string, DeckOptions>) => new Map(Object.entries(entries));
const retention = (entries: Record<string, DeckOptions>) =>
	optionsFor(decks, DEFAULT_SETTINGS, own(entries)).desiredRetention;

describe('the options of an item', () => {
	it('are looked for in its study, its workspace, its topic and its sources, in one order everywhere', () => {
		expect(decks).toEqual(['study:s1', 'study:s2', 'workspace:w1', 'topic:taiwan', 'source:iria', 'source:xinhua']);
		expect(decksOf(item, { workspace: null, studies: [] })[0]).toBe('topic:taiwan');
	});

	it('are those of the most specific deck that has some, else the learner’s', () => {
		expect(retention({})).toBe(0.9);
		expect(retention({ 'source:iria': { desiredRetention: 0.8 } })).toBe(0.8);
		expect(retention({ 'source:iria': { desiredRetention: 0.8 }, 'topic:taiwan': { desiredRetention: 0.95 } })).toBe(
			0.95
		);
		expect(retention({ 'topic:iran': { desiredRetention: 0.95 } })).toBe(0.9);
	});

	it('are the learner’s where that deck leaves them open, not a less specific deck’s', () => {
		expect(retention({ 'topic:taiwan': { desiredRetention: 0.8 }, 'workspace:w1': { maximumInterval: 90 } })).toBe(0.9);
		expect(retention({ 'topic:taiwan': { desiredRetention: 0.8 }, 'workspace:w1': {} })).toBe(0.8);
		const named = { desiredRetention: undefined, fuzz: false } as unknown as DeckOptions;
		expect(retention({ 'workspace:w1': named })).toBe(0.9);
	});

	it('are always written alike, and hold nothing that does not schedule', () => {
		const options = scheduleOptions(DEFAULT_SETTINGS);
		const mixedUp = Object.fromEntries(Object.entries(DEFAULT_SETTINGS).reverse()) as typeof DEFAULT_SETTINGS;
		expect(JSON.stringify(scheduleOptions(mixedUp))).toBe(JSON.stringify(options));
		expect(Object.keys(options)).not.toContain('newPerDay');
	});
});

describe('the options of a deck that is reviewed', () => {
	const all = own({ 'topic:taiwan': { newPerDay: 5, mix: 'new-first', buryNew: false } });

	it('are its own order and limits over the learner’s', () => {
		expect(queueOptionsFor('topic:taiwan', DEFAULT_SETTINGS, all)).toMatchObject({
			mix: 'new-first',
			buryNew: false,
			dueOrder: 'due'
		});
		expect(deckLimits('topic:taiwan', all)).toEqual({ newPerDay: 5 });
	});

	it('are the learner’s for the whole bank', () => {
		expect(queueOptionsFor('all', DEFAULT_SETTINGS, all)).toMatchObject({ mix: 'mixed', buryNew: true });
		expect(deckLimits('all', all)).toEqual({});
	});
});

describe('a leech', () => {
	const at = (lapses: number) => ({ lapses });

	it('is a card that was forgotten as often as the threshold says', () => {
		expect([7, 8, 9].map((lapses) => isLeech(at(lapses), { leechAt: 8 }))).toEqual([false, true, true]);
		expect(isLeech(at(99), { leechAt: 0 })).toBe(false);
	});

	it('becomes one at the threshold and again after every half of it', () => {
		const when = (leechAt: number) =>
			Array.from({ length: 17 }, (_, lapses) => lapses + 1).filter((lapses) =>
				becameLeech(at(lapses - 1), at(lapses), { leechAt })
			);
		expect(when(8)).toEqual([8, 12, 16]);
		expect(when(5)).toEqual([5, 8, 11, 14, 17]);
		expect(when(1).length).toBe(17);
		expect(when(0)).toEqual([]);
	});

	it('does not become one by an answer that was right', () => {
		expect(becameLeech(at(8), at(8), { leechAt: 8 })).toBe(false);
	});
});
