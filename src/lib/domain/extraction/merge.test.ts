import { describe, expect, it } from 'vitest';
import { mergeFacts } from './merge.ts';
import type { ExtractedFact } from './types.ts';

let place = 0;
function fact(over: Partial<ExtractedFact>): ExtractedFact {
	const start = place++;
	return {
		id: `f${start}`,
		kind: 'agreement',
		topic: 'trade',
		statement: 'Both sides agreed to open the border road.',
		gist: 'open the border road',
		modality: 'agreed',
		polarity: 'affirmed',
		holder: 'both sides',
		holderId: 'both',
		value: null,
		unit: null,
		values: { is: 'content', content: 'open the border road', parts: [] },
		evidence: [{ start, end: start + 1, text: 'x' }],
		rule: 'r',
		confidence: 0.8,
		why: '',
		...over
	};
}
const office = (role: string) =>
	fact({
		kind: 'participant',
		value: `Ana Lindqvist, ${role}`,
		values: { is: 'participant', people: ['ana-lindqvist'], role }
	});

describe('merging', () => {
	it('joins the evidence of what is said twice, with the surer wording', () => {
		const [merged, ...rest] = mergeFacts([fact({}), fact({ gist: 'open the road at the border', confidence: 0.9 })]);
		expect(rest).toEqual([]);
		expect(merged?.evidence).toHaveLength(2);
		expect(merged).toMatchObject({ gist: 'open the road at the border', confidence: 0.9 });
	});

	it('keeps apart what begins alike and goes on with another thing', () => {
		const [ports, cables] = ['ports', 'deep-sea cables'].map((thing) =>
			fact({ gist: `set up a joint working group on ${thing}` })
		);
		expect(mergeFacts([ports, cables].flatMap((one) => one ?? []))).toHaveLength(2);
	});

	it.each([
		['another polarity', { polarity: 'negated' }],
		['another holder', { holderId: 'japan', holder: 'Japan' }],
		['other content', { gist: 'share weather data' }],
		['another kind', { kind: 'commitment' }]
	] satisfies [string, Partial<ExtractedFact>][])('keeps apart what has %s', (_name, over) => {
		expect(mergeFacts([fact({}), fact(over)])).toHaveLength(2);
	});

	it('takes the fuller of two titles of one office', () => {
		expect(mergeFacts([office('President'), office('Finnish President')])).toMatchObject([
			{ value: 'Ana Lindqvist, Finnish President' }
		]);
	});

	it('keeps a former office apart from a present one', () => {
		expect(mergeFacts([office('President'), office('former President')])).toHaveLength(2);
	});
});
