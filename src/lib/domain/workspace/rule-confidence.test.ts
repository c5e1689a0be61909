import { expect, it } from 'vitest';
import { ruleConfidence } from './rule-confidence.ts';

const counts = { fired: 0, accepted: 0, edited: 0, faulted: 0 };

it('without any verdict a rule is as sure as it was measured', () => {
	expect(ruleConfidence(0.8, { ...counts, fired: 40 })).toBeCloseTo(0.8);
});

it('ten refusals halve it, ten acceptances raise it, and an edit counts half', () => {
	expect(ruleConfidence(0.8, { ...counts, faulted: 10 })).toBeCloseTo(0.4);
	expect(ruleConfidence(0.8, { ...counts, accepted: 10 })).toBeCloseTo(0.9);
	expect(ruleConfidence(0.5, { ...counts, edited: 30 })).toBeCloseTo(0.5);
});
