import { describe, expect, it } from 'vitest';
import { isHead, isOwned } from './offices.ts';
import { toldOf } from './told-fixture.ts';

const titled = (role: string, around: string) => {
	const told = toldOf({ around });
	return { ...told, fact: { ...told.fact, values: { is: 'participant' as const, people: ['dahl'], role } } };
};

describe('an office', () => {
	it('of a head of state or government is asked of nobody', () => {
		expect(['President of Peru', 'Norwegian prime minister', 'US president'].map(isHead)).toEqual([true, true, true]);
		expect(['vice president of Peru', 'Foreign Minister of Peru'].map(isHead)).toEqual([false, false]);
	});

	it('is of no country where somebody or something else owns it', () => {
		expect(isOwned(titled('chief secretary', 'The cabinet’s chief secretary, Ole Dahl, spoke.'))).toBe(true);
		expect(isOwned(titled('press secretary', "Rojas's press secretary, Ole Dahl, spoke."))).toBe(true);
		expect(isOwned(titled('secretary of state', 'Ole Dahl, his secretary of state, spoke.'))).toBe(true);
		expect(isOwned(titled('trade minister', "Norway's trade minister, Ole Dahl, spoke."))).toBe(false);
	});
});
