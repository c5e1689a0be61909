import { describe, expect, it } from 'vitest';
import { extraction, gold, proposal } from './fixtures.ts';
import { scoreArticle, type Judgement } from './score.ts';

const brief = (judgements: Judgement[]) =>
	judgements.map((one) => [
		one.outcome,
		one.kind,
		...(one.wrongPolarity ? ['turned'] : []),
		...(one.hedgeLost ? ['hedge lost'] : []),
		...(one.confusedWith === null ? [] : [`is ${one.confusedWith}`])
	]);
const REOPEN = gold('reopen consulates', { kind: 'agreement', holder: 'both sides' });
const TARIFFS = gold('lift tariffs', { kind: 'commitment', holder: 'France', polarity: 'negated' });
const STEEL = gold('on steel', { kind: 'non-agreement', holder: 'both sides', polarity: 'negated' });
const LEVY = gold('opposes the levy', { holder: 'India' });
const SENTENCE = 'The two sides agreed to reopen consulates.';
const judge = (facts: ReturnType<typeof proposal>[], facit: ReturnType<typeof gold>[]) =>
	brief(scoreArticle(extraction(facts), facit).judgements);

describe('scoreArticle', () => {
	it('finds a proposal right by kind, place and holder', () => {
		const facts = [proposal(SENTENCE, { kind: 'agreement', holder: 'both sides', holderId: 'both' })];
		expect(judge(facts, [REOPEN])).toEqual([['right', 'agreement']]);
	});

	it('calls a second proposal of one fact a repeat', () => {
		const agreed = { kind: 'agreement', holder: 'both sides', holderId: 'both' } as const;
		const facts = [proposal(SENTENCE, agreed), proposal('reopen consulates', agreed)];
		expect(judge(facts, [REOPEN])).toEqual([
			['right', 'agreement'],
			['duplicate', 'agreement']
		]);
	});

	it('counts a negation turned round as false, as missed, and apart', () => {
		const facts = [proposal('France did not agree to lift tariffs.', { kind: 'commitment', holder: 'France' })];
		expect(judge(facts, [TARIFFS])).toEqual([
			['false', 'commitment', 'turned'],
			['missed', 'commitment', 'turned']
		]);
	});

	it('calls an agreement where there was none turned round', () => {
		const facts = [proposal('agreement was reached on steel', { kind: 'agreement', holder: 'both sides' })];
		expect(judge(facts, [STEEL])[0]).toEqual(['false', 'agreement', 'turned', 'is non-agreement']);
	});

	it('lets a non-agreement deny whatever its polarity says', () => {
		const facts = [proposal('No agreement was reached on steel.', { kind: 'non-agreement', holder: 'both sides' })];
		expect(judge(facts, [STEEL])).toEqual([['right', 'non-agreement']]);
	});

	it('takes a kind that the gold accepts as well, but not its opposite', () => {
		const either = { ...TARIFFS, kind: 'non-agreement' as const, orKind: ['commitment' as const] };
		const words = 'France did not agree to lift tariffs.';
		const fact = { kind: 'commitment', holder: 'France' } as const;
		expect(judge([proposal(words, { ...fact, polarity: 'negated' })], [either])).toEqual([['right', 'non-agreement']]);
		expect(judge([proposal(words, fact)], [either])[0]).toEqual(['false', 'commitment', 'turned', 'is non-agreement']);
	});

	it('lets a position deny in its words, but not in words that it leaves out', () => {
		const against = gold('opposes the levy', { holder: 'India', polarity: 'negated' });
		const said = (parts: object) =>
			judge([proposal('India opposes the levy.', { holder: 'India', ...parts })], [against]);
		expect(said({ gist: 'that the levy is not fair' })).toEqual([['right', 'position']]);
		expect(said({ statement: 'India rejects the levy.', gist: 'the levy' })).toEqual([['right', 'position']]);
		expect(said({ statement: 'India does not support the levy.', gist: 'the levy' })[0]).toContain('turned');
	});

	it('lets a promise to refrain deny in its content alone', () => {
		const promise = { kind: 'commitment', holder: 'France' } as const;
		const words = 'France did not agree to lift tariffs.';
		expect(judge([proposal(words, { ...promise, gist: 'not to lift tariffs' })], [TARIFFS])).toEqual([
			['right', 'commitment']
		]);
		expect(judge([proposal(words, { ...promise, gist: 'lift tariffs' })], [TARIFFS])[0]).toContain('turned');
	});

	it('counts a denial that the statement lost', () => {
		const denied = { kind: 'non-agreement', holder: 'both sides' } as const;
		const fact = proposal('No agreement was reached on steel.', { ...denied, statement: 'Both agreed on steel.' });
		expect(scoreArticle(extraction([fact]), [STEEL]).judgements).toMatchObject([
			{ outcome: 'right', denialLost: true }
		]);
		const said = proposal('No agreement was reached on steel.', denied);
		expect(scoreArticle(extraction([said]), [STEEL]).judgements).toMatchObject([{ denialLost: false }]);
	});

	it('counts a lost hedge on a right proposal', () => {
		const hedged = gold('opposes the levy', { holder: 'India', polarity: 'hedged' });
		expect(judge([proposal('India opposes the levy.', { holder: 'India' })], [hedged])).toEqual([
			['right', 'position', 'hedge lost']
		]);
	});

	it('refuses the wrong holder and says which kind was missed', () => {
		expect(judge([proposal('India opposes the levy.', { holder: 'France' })], [LEVY])).toEqual([
			['false', 'position'],
			['missed', 'position']
		]);
		const facts = [proposal('India opposes the levy.', { kind: 'commitment', holder: 'India' })];
		expect(judge(facts, [LEVY])).toEqual([
			['false', 'commitment', 'is position'],
			['missed', 'position']
		]);
	});

	it('neither misses nor blames what is optional', () => {
		const optional = { ...LEVY, optional: true };
		expect(judge([], [optional])).toEqual([]);
		expect(judge([proposal('India opposes the levy.', { holder: 'India' })], [optional])).toEqual([
			['accepted', 'position']
		]);
	});

	it('assigns two facts of one sentence by their words', () => {
		const one = gold('reopen consulates', { kind: 'agreement', holder: 'both' });
		const other = gold('two sides agreed', { kind: 'agreement', holder: 'both', id: 'other' });
		const agreed = { kind: 'agreement', holder: 'both sides' } as const;
		const facts = [
			proposal(SENTENCE, { ...agreed, gist: 'sides agreed', id: 'b' }),
			proposal(SENTENCE, { ...agreed, gist: 'to reopen consulates', statement: 'x', id: 'a' })
		];
		const { judgements } = scoreArticle(extraction(facts), [one, other]);
		expect(judgements.map((j) => [j.outcome, j.fact?.id, j.gold?.id])).toContainEqual(['right', 'a', one.id]);
	});

	it('takes a person for the country that the entities name', () => {
		const macron = gold('frank and useful for everyone', { kind: 'quotation', holder: 'France' });
		const words = 'frank and useful for everyone';
		const fact = proposal(words, { kind: 'quotation', holder: 'Macron', value: words });
		expect(judge([fact], [{ ...macron, value: words }])).toEqual([['right', 'quotation']]);
	});

	it('takes a longer quotation for its excerpt, where the gold says that it is one', () => {
		const words = 'frank and useful for everyone';
		const fact = proposal(words, { kind: 'quotation', holder: 'Macron', value: words });
		const part = gold(words, { kind: 'quotation', holder: 'France', value: 'frank and useful', excerpt: true });
		expect(judge([fact], [part])).toEqual([['right', 'quotation']]);
		expect(judge([fact], [{ ...part, excerpt: false }])[0]).toEqual(['false', 'quotation']);
	});

	it('takes an office once, wherever it stands', () => {
		const office = gold('President Emmanuel Macron', {
			kind: 'participant',
			value: 'Emmanuel Macron, French president'
		});
		const value = 'Emmanuel Macron, President of France';
		const facts = [
			proposal('Emmanuel Macron called the talks', { kind: 'participant', value }),
			proposal('India opposes', { kind: 'participant', value })
		];
		expect(judge(facts, [office])).toEqual([
			['right', 'participant'],
			['duplicate', 'participant']
		]);
	});

	it('does not judge kinds that are not annotated, and names gold that is not in the text', () => {
		const { judgements, unplaced } = scoreArticle(
			extraction([proposal('India opposes', { kind: 'event' })]),
			[gold('no such words', { id: 'lost' })],
			['position']
		);
		expect(judgements).toEqual([]);
		expect(unplaced).toEqual(['lost']);
	});
});
