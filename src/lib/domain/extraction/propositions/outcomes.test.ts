import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');
/** Act, holder and polarity of what is found behind a line that tells of talks. */
const read = (text: string, before = 'Japan and Kenya held talks.') =>
	propositionsIn(`${before}\n${text}`, lexicon)
		.filter(({ sentence }) => sentence > 0)
		.map((one) => [one.act, one.holder?.id ?? null, one.polarity]);

const AGREED = [['agreement', 'both', 'affirmed']];
const NOT_AGREED = [['non-agreement', 'both', 'negated']];

describe('what was agreed, told as how things stand', () => {
	it.each([
		['Ferries between the islands and the coast are to sail again from April.'],
		['Generals will again be able to telephone one another.'],
		['Trade in tea is back on.'],
		['A free-trade zone, long in the making, is now a done deal.'],
		['Aid lorries are once more free to cross.'],
		['The truce, which would have lapsed in May, now runs for another year.'],
		['A swap line was rolled over for five years.'],
		['Border bridges reopen to lorries on Monday.'],
		['Technical teams will restore the bridge together.'],
		['The quota for cod was settled at 340 tonnes.']
	])('is agreed where talks are told of: %s', (text) => {
		expect(read(text)).toEqual(AGREED);
	});

	it.each([
		['Talks resume on Monday.'],
		['The restaurant where they ate is open again.'],
		['The leaders will meet again in May.'],
		['Voters will again go to the polls.'],
		['Trade in tea is not back on.'],
		['If the pass is cleared, lorries are once more free to cross.']
	])('is not: %s', (text) => {
		expect(read(text)).toEqual([]);
	});

	it('tells of nothing agreed where no talks are told of', () => {
		expect(read('Trade in tea is back on.', 'Rain fell on the hills.')).toEqual([]);
	});
});

describe('what was agreed, told by a noun', () => {
	it.each([
		['Out of the talks came a plan to link the gas networks.'],
		['What emerged was an understanding on grain transit.'],
		['An immediate halt to fighting was the main result.'],
		['A second crossing got the green light from both governments.'],
		["A special zone now has both cabinets' consent."],
		['Two memorandums, on rice and on fishing, were put to paper.'],
		['A suggestion that pilots should be trained in turns was reaffirmed.'],
		['Agreed as well: joint patrols on the river.']
	])('is agreed: %s', (text) => {
		expect(read(text)).toEqual(AGREED);
	});

	it('takes each clause behind “the result of the visit:”', () => {
		const text = 'The result of the visit: duties on tea come down, and tourists need no visa.';
		expect(read(text)).toEqual([...AGREED, ...AGREED]);
	});

	it.each([['Out of the talks came accusations.'], ['What emerged was no deal.'], ['The main result was a headache.']])(
		'says nothing of %s',
		(text) => {
			expect(read(text).filter(([act]) => act === 'agreement')).toEqual([]);
		}
	);
});

describe('one side’s half', () => {
	it.each([
		['China has shelved its October rules on rare earths.'],
		['In return, China halved the levy.'],
		['China, for its part, exempts students from the fee.'],
		['China is lowering its duty on tea.'],
		['China lifts its ban on beef.'],
		['The licences that China announced in October have been frozen for a year.'],
		["China's concession: a lower duty on tea."],
		['Pursuant to the accord, China has stayed the rule.'],
		['Xi reaffirmed that China would invest in ports.'],
		['Xi said his side would do its part in enforcing the truce.'],
		['Licences will be issued, Xi said.'],
		['Xi said export controls would be suspended for a year.'],
		['In turn, China called off its case against a chip firm.']
	])('is its commitment: %s', (text) => {
		const found = read(text);
		expect(found.map(([act, , polarity]) => [act, polarity])).toEqual([['commitment', 'affirmed']]);
		expect(['china', 'xi']).toContain(found[0]?.[1]);
	});

	it.each([
		['China has not shelved its rules.'],
		['China lifted its ban on beef in 2019.'],
		['China has reportedly shelved its rules on rare earths.'],
		['China has shelved its film festival.']
	])('is none: %s', (text) => {
		expect(read(text).filter(([act, , polarity]) => act === 'commitment' && polarity === 'affirmed')).toEqual([]);
	});

	it('leaves what somebody says he will never do in matters of principle a position', () => {
		expect(read('Xi reaffirmed that China would never compromise.').map(([act]) => act)).toEqual(['position']);
	});
});

describe('what two do, and what is told behind', () => {
	it.each([
		['Japan, China stretch tariff truce to May'],
		['Japan and China have halved their port fees.'],
		['Negotiators on both sides backed a further pause.'],
		['The prime ministers pledged to finish the railway.'],
		['The two leaders committed their governments to sharing data.'],
		['Gas will flow north, according to the treaty.'],
		['An attack on one counts as an attack on both, the pact says.'],
		['Experts will, both sides agreed, sit down to weigh the dangers.'],
		['Each side drops its tariff by 115 points.'],
		['The two treasuries arranged a swap.'],
		['Each promises to help the other.'],
		['The treaty signed in May commits both to share the river.']
	])('is agreed: %s', (text) => {
		expect(read(text)).toEqual(AGREED);
	});

	it.each([['Japan and China have raised tariffs.'], ['Gas will not flow north, according to the treaty.']])(
		'is not: %s',
		(text) => {
			expect(read(text).filter(([act]) => act === 'agreement')).toEqual([]);
		}
	);

	it('divides what governments are committed to', () => {
		const text = 'The two leaders committed their governments to sharing data, to giving notice and to opening a fund.';
		expect(read(text)).toEqual([...AGREED, ...AGREED, ...AGREED]);
	});
});

describe('what was not agreed, by what is left out', () => {
	it.each([
		['A joint statement? None.'],
		['A date for a visit? There was none.'],
		['Visa-free travel? Not this year.'],
		['Over tea, over fish and over ports they were not.'],
		['Neither side would take back its envoys.']
	])('is not agreed: %s', (text) => {
		expect(read(text)).toEqual(NOT_AGREED);
	});

	it('is withheld by whom it was asked of', () => {
		expect(read('Asked for a halt to exports, China said no.')).toEqual([['non-agreement', 'china', 'negated']]);
		expect(read('China did not oblige.')).toEqual([['non-agreement', 'china', 'negated']]);
	});

	it.each([['Happy? Not me.'], ['Was a date set? Nobody would say.']])('is not told of by %s', (text) => {
		expect(read(text)).toEqual([]);
	});
});

describe('hostile input', () => {
	it.each([
		['again', 'The roads will again '.repeat(20_000)],
		['agreed as well', `Agreed: ${'a, '.repeat(50_000)}`],
		['lifted', 'China has lifted the ban '.repeat(10_000)],
		['commas', `A plan${', said'.repeat(50_000)}`]
	])('is read in good time: %s', (_, text) => {
		const started = cpuTime();
		expect(Array.isArray(read(text))).toBe(true);
		expect(cpuTime() - started).toBeLessThan(8_000);
	});
});
