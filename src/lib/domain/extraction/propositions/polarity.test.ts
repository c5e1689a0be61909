import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');

/** What is denied in so many words: nothing of it may come out as agreed, promised or held. */
const DENIED = [
	'Not even Kenya, long the keenest, agreed to lift the ban.',
	'China has not, contrary to what Macron says, agreed to lift the ban.',
	'China disavowed any undertaking to lift the ban.',
	'It was untrue that India had promised to lift the ban.',
	'Under no circumstances will China agree to lift the ban.',
	'Never has Russia promised to lift the ban.',
	'Macron called reports that France had agreed to lift the ban a fiction.',
	'Claims that France had promised to lift the ban were false, Macron said.',
	'The rumour that France agreed to lift the ban was baseless, Macron said.',
	'France denied having promised to lift the ban.',
	'France shied away from pledging to lift the ban.',
	'"It is a lie that we agreed to lift the ban," Macron said.',
	'"France agrees to lift the ban" was a fake headline, Macron said.',
	'France could not bring itself to agree to lift the ban.',
	'France is in no hurry to agree to lift the ban.',
	'France showed no interest in agreeing to lift the ban.',
	'Nowhere in the text does France agree to lift the ban.',
	'At no time during the call did France agree to lift the ban.',
	'In neither readout did France agree to lift the ban.',
	'Few of the envoys agreed to lift the ban.',
	'Hardly any government has agreed to lift the ban.',
	'There will be no deal to lift the ban, Macron said.',
	'Brazil has still not agreed to lift the ban.',
	'Brazil will in no case commit to lift the ban.',
	'Brazil and India agreed to lift the ban, a note said. They did not.',
	'Japan does not support the dam, nor would it support the road.',
	'Japan repudiated the pledge to lift the ban.',
	'Japan turned down a request to lift the ban.',
	'Neither Xi nor Modi has agreed to lift the ban.',
	'France has neither agreed to talks nor pledged to lift the ban.',
	'China agreed to hardly any of the requests.',
	'The two sides agreed on hardly anything.',
	'The two sides barely discussed fishing and did not agree on trade.'
];

/** What is doubtful, conditional, imagined or reported by nobody in particular. */
const OPEN = [
	'China and Japan all but agreed on a hotline.',
	'In theory China has agreed to lift the ban.',
	'The two sides have, it seems, agreed on a hotline.',
	'China has, according to Macron, agreed to lift the ban.',
	'It is widely believed that China agreed to lift the ban.',
	'According to two diplomats, China agreed to lift the ban.',
	'Citing two officials, the paper said that China agreed to lift the ban.',
	'China and Japan agreed, subject to approval by both houses, to lift the ban.',
	'Imagine that China agreed to lift the ban.',
	'Suppose China agreed to lift the ban.',
	'A plan under which both sides agree to lift the ban was read out.',
	'Only after an audit would China agree to lift the ban.',
	'Until China agrees to lift the ban, aid is frozen.',
	'Before China agrees to lift the ban, aid must flow.',
	'China is tempted to agree to lift the ban.',
	'China is being nudged towards agreeing to lift the ban.',
	'If confirmed, China agreed to lift the ban.',
	'Macron wrongly said that China had agreed to lift the ban.',
	'China had agreed to lift the ban, Biden claimed.',
	'The draft says that China agreed to lift the ban.',
	'It remains to be seen whether China agreed to lift the ban.',
	'China would have agreed to lift the ban had Japan asked.',
	'China may yet agree to lift the ban.',
	'China has allegedly agreed to lift the ban.',
	'Nobody knows whether China agreed to lift the ban.'
];

/** Words of denial, ending or cancelling that deny nothing here. */
const AFFIRMED = [
	'Only after a week of talks did China and Japan agree to lift the ban.',
	'Not until dawn did China and Japan agree to lift the ban.',
	'China no less firmly opposes the dam.',
	'It is no secret that China opposes the dam.',
	'There is no doubt that China opposes the dam.',
	'It was not in Cairo but in Doha that the two sides agreed to lift the ban.',
	'Kenya agreed to fund the dam, and Egypt did not object.',
	'After years of not talking, India and China agreed to lift the ban.',
	'China did not hesitate: it agreed to lift the ban.',
	'The two sides agreed to end the freeze in relations.',
	'China agreed to cancel the plan for a port.',
	'China promised to stop the flow of fuel, no more and no less.',
	'China called the dam unjustified.',
	'China, never a patient donor, agreed to lift the ban.',
	'China agreed to lift the ban without asking for anything.',
	'China did agree to lift the ban.',
	'Nobody had expected it, but China agreed to lift the ban.',
	'Barely half of the ministers came, and Japan agreed to lift the ban.',
	'China agreed to lift the ban on hardly a third of the goods.',
	'No fewer than 30 countries agreed to lift the ban.',
	'China agreed to lift the ban no later than May.',
	'China called the ban "hardly the act of a friend" and demanded that Japan lift it.',
	'China, hardly pleased with the ban, urged Japan to lift it.',
	'Japan no longer funds the road and opposes the dam.'
];

describe('the polarity of what is denied, doubtful or only seems denied', () => {
	it.each(DENIED)('never affirms: %s', (text) => {
		const found = propositionsIn(text, lexicon);
		const shown = found.map(({ act, polarity, words }) => [act, polarity, words]);
		expect(shown.filter(([act, polarity]) => polarity === 'affirmed' && act !== 'position')).toEqual([]);
		expect(found.length === 0 || found.some(({ polarity }) => polarity !== 'affirmed')).toBe(true);
	});

	it.each(OPEN)('leaves open: %s', (text) => {
		const firm = propositionsIn(text, lexicon).filter(
			({ act, polarity }) => act !== 'position' && polarity !== 'hedged'
		);
		expect(firm).toEqual([]);
	});

	it.each(AFFIRMED)('affirms: %s', (text) => {
		const polarities = propositionsIn(text, lexicon).map(({ polarity }) => polarity);
		expect(polarities).not.toContain('negated');
		expect(polarities).toContain('affirmed');
	});

	it('takes what a speaker only holds for possible as hedged, and what he rules out as denied in its words', () => {
		expect(propositionsIn('Xi warned that the dam might fail.', lexicon)).toMatchObject([{ polarity: 'hedged' }]);
		expect(propositionsIn('Xi warned that the dam could not stand.', lexicon)).toMatchObject([
			{ polarity: 'affirmed' }
		]);
	});

	it('keeps the two clauses of "neither … and both" apart', () => {
		const text = 'Neither side intends to join the operation, and both hold that the strait must stay open.';
		const denied = propositionsIn(text, lexicon).filter(({ polarity }) => polarity === 'negated');
		expect(denied.map(({ words }) => words)).toEqual(['join the operation']);
	});

	it.each([
		'Kenya supports the ban. Japan does not.',
		'There is no question that Kenya supports the ban.',
		"Kenya's opposition to the ban has not changed."
	])('does not deny what another denial stands beside: %s', (text) => {
		const kenyas = propositionsIn(text, lexicon).filter(({ holder }) => holder?.id === 'kenya');
		expect(kenyas.map(({ polarity }) => polarity)).toEqual(['affirmed']);
	});

	it.each([
		"Japan's statement does not reflect Kenya's support for the ban.",
		'Had Kenya agreed to lift the ban, the talks would have gone on.'
	])('leaves open what is denied of something else, or supposed: %s', (text) => {
		const kenyas = propositionsIn(text, lexicon).filter(({ holder }) => holder?.id === 'kenya');
		expect(kenyas.filter(({ polarity }) => polarity !== 'hedged')).toEqual([]);
	});

	it.each([
		'Kenya resisted a demand from Japan for a ban.',
		'Kenya dismissed reports that it had lifted the ban.',
		'Kenya rejected the notion that it opposes trade.'
	])('denies what is rejected: %s', (text) => {
		const kenyas = propositionsIn(text, lexicon).filter(({ holder }) => holder?.id === 'kenya');
		expect(kenyas.map(({ polarity }) => polarity)).toContain('negated');
		expect(kenyas.map(({ polarity }) => polarity)).not.toContain('affirmed');
	});

	it('denies and hedges causes with the words that govern them', () => {
		const causes = (text: string) =>
			propositionsIn(text, lexicon).flatMap(({ act, polarity }) => (act === 'cause' ? [polarity] : []));
		expect(causes('China denied that the ban led to the shortage.')).toEqual(['negated']);
		expect(causes('The ban led to the shortage.')).toEqual(['affirmed']);
	});

	it.each(['not ', 'China has not, ', '"', 'that ', 'nor would it '])('stays quick on many of: %s', (words) => {
		const text = `${words.repeat(20_000)}China agreed to lift the ban.`;
		const began = cpuTime();
		propositionsIn(text, lexicon);
		expect(cpuTime() - began).toBeLessThan(8_000);
	});
});

describe('what is told not to be there', () => {
	it.each([
		'Kenya insisted that there is no way around the dam.',
		'Kenya said there was no change in its policy.',
		'Kenya stressed that there would be no ban on tea.'
	])('is denied: %s', (text) => {
		const kenyas = propositionsIn(text, lexicon).filter(({ holder }) => holder?.id === 'kenya');
		expect(kenyas.map(({ act, polarity }) => [act, polarity])).toEqual([['position', 'negated']]);
	});
});

describe('what is called wrong', () => {
	it.each([
		['Kenya finds the decision disappointing and wrong.', 'affirmed'],
		['Kenya called the reports of a ban wrong.', 'negated']
	])('%s', (text, polarity) => {
		expect(propositionsIn(text, lexicon).map((one) => [one.act, one.polarity])).toEqual([['position', polarity]]);
	});

	it('leaves to who speaks what is said of another one’s red lines', () => {
		const found = propositionsIn("Kenya acknowledged that China's red lines on the dam deserve respect.", lexicon);
		expect(found.map(({ holder }) => holder?.id)).not.toContain('china');
	});
});

/** A denial within a denial, or told of nobody, leaves open what is so. */
describe('a denial under a denial', () => {
	it.each([
		'China has not said that it will not lift the ban.',
		'China has not said that it will not agree to lift the ban.',
		'Nobody said that China would not agree to lift the ban.',
		'It is not known that China did not agree to lift the ban.'
	])('is left open: %s', (text) => {
		expect(propositionsIn(text, lexicon).map(({ act, polarity }) => [act, polarity])).toEqual([
			['commitment', 'hedged']
		]);
	});

	it('stays a denial under a mere hedge', () => {
		const found = propositionsIn('China is expected to say that it will not lift the ban.', lexicon);
		expect(found.map(({ polarity }) => polarity)).toEqual(['negated']);
	});
});

describe('what is asked of others in quotation marks', () => {
	it.each([
		'"Agree to the plan," Modi told them.',
		'Modi told them: "Agree to the plan."',
		'"The dam is old. Agree to a new one," Modi told Xi.'
	])('is agreed by nobody: %s', (text) => {
		expect(propositionsIn(text, lexicon).filter(({ act }) => act !== 'position')).toEqual([]);
	});

	it.each(['Kenya would "Agree to the plan", Modi said.', 'Kenya will "Commit to the plan", Modi said.'])(
		'is told from what goes on with the sentence: %s',
		(text) => {
			expect(propositionsIn(text, lexicon).map(({ holder }) => holder?.id)).toEqual(['kenya']);
		}
	);
});

describe('what a side says of itself in quotation marks', () => {
	const saidBy = (name: string, words: string) => {
		const text = `${name} said: "${words}"`;
		const start = text.indexOf('"');
		return propositionsIn(text, lexicon, (mentions) => [
			{
				start,
				end: text.length,
				sentence: 0,
				words: { start: start + 1, end: text.length - 1 },
				speaker: mentions.findIndex((one) => one.start === 0),
				attribution: null,
				rule: 'test',
				confidence: 1
			}
		]).filter(({ act }) => act === 'non-agreement');
	};

	it('is a promise that it has not made, and none that another side has not', () => {
		expect(saidBy('Ruto', 'Kenya has not committed itself to the dam.')).toMatchObject([
			{ holder: { id: 'kenya' }, polarity: 'negated' }
		]);
		expect(saidBy('Modi', 'Kenya has not committed itself to the dam.')).toEqual([]);
	});
});
