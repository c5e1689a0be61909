import { describe, expect, it } from 'vitest';
import { withTellerNamed } from './teller-last.ts';
import { isOfAnother } from './reported.ts';
import { leansOutside } from './references.ts';
import { isWhole, withQuoteClosed } from './whole.ts';
import { isUntold } from './definite.ts';
import { toldOf } from './told-fixture.ts';

describe('a span of a sentence', () => {
	it('is not whole where a quotation is open', () => {
		expect(isWhole("Peru holds that Norway has stepped over a line 'that nobody should touch.")).toBe(false);
		expect(isWhole('Peru called it “a schoolyard habit.')).toBe(false);
		expect(isWhole('Peru holds it is ‘a line that nobody should touch’.')).toBe(true);
		expect(isWhole("The two states' boats left Peru's port.")).toBe(true);
	});

	it('is closed where the article closes it', () => {
		expect(withQuoteClosed("Peru called it 'a habit.", "'.")).toBe("Peru called it 'a habit'.");
		expect(withQuoteClosed("Peru called it 'a habit.", ' and left.')).toBe("Peru called it 'a habit.");
	});

	it('is not whole where a list ends before its last part', () => {
		expect(isWhole('Peru underlined that it abides by its word, that it has a stake in peace.')).toBe(false);
		expect(isWhole('Peru underlined that it abides by its word, and that it has a stake in peace.')).toBe(true);
		expect(isWhole('Peru agreed to buy cod,')).toBe(false);
	});
});

describe('a predicate', () => {
	it('leans outside where nothing in it is what it points at', () => {
		expect(leansOutside('assured him that Norway would not buy cod')).toBe(true);
		expect(leansOutside('urged the Dutch authorities to rescind it “at an early date”')).toBe(true);
		expect(leansOutside('said that the seafood ban hurt cod trade')).toBe(true);
		expect(leansOutside('told Erik Dahl that nobody would stop him')).toBe(false);
		expect(leansOutside('said that Norway would stop if it had to')).toBe(false);
		expect(leansOutside('said that the ban on cod was unfair')).toBe(false);
		expect(isUntold('said that the listings were a matter of trust')).toBe(true);
	});

	it('is of another where a claim of somebody tells of it', () => {
		const shown = 'Dahl assured Peru of help';
		const around = `Rojas makes another claim: that ${shown}.`;
		expect(isOfAnother(toldOf({ shown, around }), 'assured Peru of help')).toBe(true);
		expect(isOfAnother(toldOf({ shown, around: `${shown}.` }), 'assured Peru of help')).toBe(false);
	});

	it('keeps whoever tells of it behind its verb', () => {
		const { fact } = toldOf({});
		const statement = 'Norway undertook, Ana Roy said, to lift the ban on copper.';
		const told = withTellerNamed(toldOf({ fact: { ...fact, statement } }));
		expect(told.fact.statement).toBe('Norway undertook to lift the ban on copper.');
		expect(told.sources[0]).toMatch(/, citing Ana Roy$/);
	});
});
