import { describe, expect, it } from 'vitest';
import { goesOnAgreeing, isAllAgreed, isNamedThing, namesOccasion } from './agreed-alone.ts';
import { makeBoard } from './board.ts';
import { toldOf } from './told-fixture.ts';

describe('what two agreed', () => {
	it('is not asked of a sentence that goes on with more of it', () => {
		const around = 'Both sides settled on the outline of a sale and consented to a fifth round.';
		expect(goesOnAgreeing(toldOf({ around }), 'the outline of a sale')).toBe(true);
		expect(goesOnAgreeing(toldOf({ around }), 'consented to a fifth round')).toBe(false);
	});

	it('is asked only where the article tells of nothing else that was agreed or promised', () => {
		const { fact } = toldOf({});
		const of = (id: string, kind: 'agreement' | 'commitment', statement: string) =>
			toldOf({ fact: { ...fact, id, kind, statement } });
		const one = of('a', 'agreement', 'Both sides agreed to lift export controls on copper.');
		const other = of('b', 'commitment', 'Peru will give notice of new export controls.');
		const view = (told: (typeof one)[]) =>
			makeBoard(told, { people: [], organisations: [], places: [], parties: [] }).articles.get('a')!;
		expect(isAllAgreed(view([one]), ['to lift export controls on copper'], 'export controls')).toBe(true);
		expect(isAllAgreed(view([one, other]), ['to lift export controls on copper'], 'export controls')).toBe(false);
		expect(isAllAgreed(view([one, other]), ['to lift export controls on copper'], 'climate')).toBe(true);
	});

	it('is a thing that can be known by its name', () => {
		expect(isNamedThing('the outline of a sale')).toBe(false);
		expect(isNamedThing('the sale of fishing boats')).toBe(true);
	});

	it('is asked of a meeting that the question names with its day or place', () => {
		expect(namesOccasion('According to a report on the talks between Norway and Peru on 10 March 2031')).toBe(true);
		expect(namesOccasion('According to the article “The price of cod” (4 May 2031)')).toBe(false);
	});
});
