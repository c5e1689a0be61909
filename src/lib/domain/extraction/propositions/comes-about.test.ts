import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');
/** Act, holder and polarity of everything that is found. */
const read = (text: string) =>
	propositionsIn(text, lexicon).map((one) => [one.act, one.holder?.id ?? null, one.polarity]);

const AGREED = [['agreement', 'both', 'affirmed']];

describe('what comes about without anybody who does it', () => {
	it.each([
		['Talks between the two navies are to resume.'],
		['The bus service will be restored, according to a joint statement.'],
		['Work will start in March, under the terms of the accord.'],
		['A legal review is to be completed by the summer, negotiators agreed.'],
		['Tariffs on cars are to be phased out under the agreement.'],
		['The buffer zones are to be dismantled.'],
		['A joint border post has been opened.'],
		['A contract on the storage of carbon was signed in Oslo.'],
		['The setting up of a joint working group on smog was announced.'],
		['An expressway will be linked with the network, the joint statement says.']
	])('is agreed where it takes two or both say it: %s', (text) => {
		expect(read(text)).toEqual(AGREED);
	});

	it.each([
		['The report is to be published on Friday.'],
		['The bridge was opened in May.'],
		['Two were approved.'],
		['A treaty on the border was signed in 1904.'],
		['The measures were to be shelved.'],
		['The buffer zones are not to be dismantled.'],
		['Are the buffer zones to be dismantled?'],
		['Prices are to rise in July.']
	])('is not agreed: %s', (text) => {
		expect(read(text)).toEqual([]);
	});
});

describe('one of the two, and none of them', () => {
	it.each([
		['Neither side committed to extending the truce.'],
		['None of the two sides accepted an obligation to defend the other.'],
		['On tariffs the two sides agreed to disagree.']
	])('did not agree: %s', (text) => {
		expect(read(text)).toEqual([['non-agreement', 'both', 'negated']]);
	});

	it('calls a commitment what one side agreed to do itself', () => {
		expect(read('Kenya agreed it would limit exports of tea.')).toEqual([['commitment', 'kenya', 'affirmed']]);
		expect(read('Kenya will, in exchange, lift the ban.')).toEqual([['commitment', 'kenya', 'affirmed']]);
	});

	it('gives what somebody did not offer to whom it was asked of', () => {
		expect(read('Kishida offered no fresh apology.')).toEqual([['non-agreement', 'kishida', 'negated']]);
	});

	it('takes an adjective for no denial: "the disputed islands"', () => {
		expect(read('The disputed islands were not addressed.')).toEqual([['non-agreement', 'both', 'negated']]);
	});

	it('takes what was not spoken of for no failure to agree', () => {
		expect(read('The disputed islands were not mentioned.')).toEqual([]);
		expect(read('Japan and Kenya did not discuss the islands.')).toEqual([]);
	});
});

describe('numbered points', () => {
	it('reads roman numbers and letters in brackets', () => {
		const found = propositionsIn(
			'Japan and Kenya agreed on:\ni) a tunnel study;\nii) help between fire brigades.',
			lexicon
		);
		expect(found.map(({ act, words }) => [act, words])).toEqual([
			['agreement', 'a tunnel study'],
			['agreement', 'help between fire brigades']
		]);
	});

	it('stays quick on a long sentence without a verb group that comes about', () => {
		const started = cpuTime();
		expect(read(`The ${'joint the '.repeat(50_000)}works.`)).toEqual([]);
		expect(read(`${'was joint, '.repeat(20_000)}.`)).toEqual([]);
		expect(cpuTime() - started).toBeLessThan(8_000);
	});
});
