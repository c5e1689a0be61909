import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');

/** No agreement and no promise may be affirmed in any of these; a position of somebody else may. */
const NOT_AFFIRMED = [
	'China did not agree to lift the ban.',
	'China has not agreed to lift the ban.',
	"China didn't agree to lift the ban.",
	"China won't commit to lifting the ban.",
	'China will not commit to lifting the ban.',
	'China refused to commit to a ceasefire.',
	'China declined to pledge any troops.',
	'China has not pledged any troops.',
	'Neither side agreed to lift the ban.',
	'Neither Japan nor China agreed to lift the ban.',
	'Neither Kishida nor Xi committed to a hotline.',
	'No commitment was made to lift the ban.',
	'No agreement was reached on fishing.',
	'No deal was struck on fishing rights.',
	'China denied that it had agreed to lift the ban.',
	'China denies having agreed to lift the ban.',
	'China never promised to lift the ban.',
	'China stopped short of pledging troops.',
	'China fell short of pledging troops.',
	'China ruled out committing to a ceasefire.',
	'Russia has yet to commit to a ceasefire.',
	'Russia is unwilling to commit to a ceasefire.',
	'There was no mention of a commitment to lift the ban.',
	'China is expected to agree to lift the ban.',
	'China may agree to lift the ban.',
	'China might commit to a ceasefire.',
	'China could pledge more troops.',
	'China reportedly agreed to lift the ban.',
	'China is said to have agreed to lift the ban.',
	'According to unconfirmed reports, China agreed to lift the ban.',
	'China agreed to lift the ban, sources said.',
	'China hopes to agree to a ceasefire.',
	'Russia plans to commit to a ceasefire.',
	'Russia is considering committing to a ceasefire.',
	'If the talks succeed, Russia would agree to a ceasefire.',
	'Russia would agree to a ceasefire if Japan left.',
	'Reporters asked whether they agreed to lift the ban.',
	'Kishida pressed Xi to agree to lift the ban.',
	'Kishida urged Xi to pledge more aid.',
	'Biden said Xi had agreed to lift the ban.',
	'Nor did China agree to lift the ban.',
	'At no point did Russia promise to withdraw.',
	'Never did Russia pledge to withdraw.',
	'Hardly anyone expected that Russia would agree to withdraw.',
	'The two sides did not agree on fishing.',
	'The two sides failed to agree on fishing.',
	'The two sides were unable to reach an agreement on fishing.',
	'The two sides did not reach agreement on fishing.',
	'The two leaders parted without agreeing on fishing.',
	'The two sides remained divided on fishing.',
	'The two sides made no progress on fishing.',
	'They did not sign a deal on fishing.',
	'They have not signed any agreement on fishing.',
	'It is unclear whether the two sides agreed to lift the ban.',
	'Unless Japan leaves, China will not agree to lift the ban.',
	'China no longer supports the dam.',
	'China does not support the dam.',
	'China cannot support the dam.',
	'India does not oppose the dam.',
	'India did not say that it had agreed to the dam.',
	'India was asked to commit to the dam.',
	'India was not asked to commit to the dam.',
	'India is unlikely to agree to the dam.',
	'India is reluctant to commit to the dam.',
	'India rejected calls to commit to the dam.',
	'India resisted pressure to agree to the dam.',
	'Rumours that India had agreed to the dam spread quickly.',
	'It is not true that India agreed to the dam.',
	'India almost agreed to the dam.',
	'India neither agreed to the dam nor pledged aid.',
	'Modi, who did not attend, refused to commit to the dam.',
	'Far from agreeing to the dam, India left.',
	'Instead of pledging aid, India left.',
	'India left without committing to the dam.',
	'India avoided committing to the dam.',
	'India withdrew its pledge to build the dam.',
	'India agreed neither to the dam nor to the road.',
	'India agreed to none of the demands.',
	'India will never agree to the dam.',
	'India would never commit to the dam.',
	'India should commit to the dam.',
	'India must agree to the dam.',
	'Did India agree to the dam?',
	'Had India agreed to the dam, Japan would have pledged aid.',
	'Were India to agree to the dam, Japan would pledge aid.',
	'India wants France to commit to the dam.',
	'Macron denied reports that France had agreed to the dam.',
	'Macron dismissed claims that France had pledged troops.',
	'There is no evidence that France pledged troops.',
	'France has made no commitment to send troops.',
	'France gave no assurance that it would send troops.',
	'France gave no guarantees on troops.',
	'Macron said France had not agreed to send troops.',
	'Macron insisted that France had never agreed to send troops.',
	'Both leaders denied that they had agreed to a truce.',
	'A deal on fishing was not reached.',
	'A deal on fishing could not be reached.',
	'An agreement on fishing has not been signed.',
	'An agreement on fishing remains elusive.',
	'Hopes for an agreement on fishing faded.',
	'The two sides hope to reach an agreement on fishing.',
	'The two sides are close to reaching an agreement on fishing.',
	'The two sides are expected to sign a deal on fishing.',
	'A deal on fishing is expected to be signed.',
	'Talks on an agreement on fishing continue.',
	'The two sides had hoped to agree on fishing.',
	'Analysts doubt that the two sides agreed on fishing.',
	'The two countries have not resumed flights.',
	'The two countries will not resume flights.',
	"The two countries won't resume flights.",
	'China will never resume flights.',
	'China will no longer resume flights.',
	'China will hardly resume flights.',
	'Flights will not be resumed.',
	'The two sides might resume flights.',
	'Few expected China to agree to lift the ban.',
	'Nobody in town believes that China agreed to lift the ban.',
	'None of the ministers agreed to lift the ban.',
	'China failed to pledge any aid.',
	'Xi did not raise the issue of the ban.',
	'China is yet to agree to lift the ban.',
	'Xi avoided any commitment to lift the ban.',
	'Contrary to reports, China has agreed to nothing.'
];
/** Words of denial near by that deny nothing here. */
const AFFIRMED = [
	'China not only agreed to lift the ban but pledged aid.',
	'China, not for the first time, agreed to lift the ban.',
	'China agreed not to impose tariffs.',
	'China pledged never to use force.',
	'The two sides agreed in principle to lift the ban.',
	'Only then did China agree to lift the ban.',
	'China, which did not attend the first round, agreed to lift the ban.',
	'China agreed to lift the ban, but Japan did not pledge aid.',
	'Japan refused to apologise, and China pledged to respond.',
	'After weeks of refusing, China agreed to lift the ban.',
	'The two sides did not discuss fishing but agreed to lift the ban.',
	'Without naming Japan, China agreed to lift the ban.',
	'China opposes a new dam.',
	'Biden reiterated that the US does not support Taiwan independence.',
	'Both sides agreed that no new tariffs would be imposed.',
	'China confirmed that it would lift the ban.',
	'China said it would lift the ban.',
	'Although Japan did not sign, China and Russia agreed to lift the ban.',
	'China agreed to lift the ban without conditions.',
	'China agreed with Japan to lift the ban.'
];
const DENIED = [
	'China did not agree to lift the ban.',
	"China won't commit to lifting the ban.",
	'China refused to commit to a ceasefire.',
	'China declined to pledge any troops.',
	'Neither side agreed to lift the ban.',
	'Nor did China agree to lift the ban.',
	'At no point did Russia promise to withdraw.',
	'China stopped short of pledging troops.',
	'Russia has yet to commit to a ceasefire.',
	'No agreement was reached on fishing.',
	'The two sides did not sign a deal on fishing.',
	'A deal on fishing was not reached.',
	'The two countries did not issue a joint statement.',
	'China will never resume flights.',
	'China does not support the dam.',
	'China no longer supports the dam.',
	'China denied that it had agreed to lift the ban.',
	'China ruled out a second referendum.',
	'India has no intention of closing the port.'
];
const HEDGED = [
	'China is expected to agree to lift the ban.',
	'China may agree to lift the ban.',
	'China reportedly agreed to lift the ban.',
	'China agreed to lift the ban, sources said.',
	'According to unconfirmed reports, China agreed to lift the ban.',
	'Biden said Xi had agreed to lift the ban.',
	'Russia would agree to a ceasefire if Japan left.',
	'It is unclear whether the two sides agreed to lift the ban.',
	'Few in town recall that China agreed to lift the ban.',
	'The two sides are close to reaching an agreement on fishing.'
];

describe('denials and hedges', () => {
	it.each(NOT_AFFIRMED)('affirms no agreement and no promise: %s', (text) => {
		const affirmed = propositionsIn(text, lexicon).filter(({ polarity }) => polarity === 'affirmed');
		expect(affirmed.filter(({ act }) => act !== 'position')).toEqual([]);
	});

	it.each(AFFIRMED)('affirms what only stands beside a denial: %s', (text) => {
		expect(propositionsIn(text, lexicon).map(({ polarity }) => polarity)).toContain('affirmed');
	});

	it.each(DENIED)('denies: %s', (text) => {
		expect(propositionsIn(text, lexicon).map(({ polarity }) => polarity)).toEqual(['negated']);
	});

	it.each(HEDGED)('hedges: %s', (text) => {
		expect(propositionsIn(text, lexicon).map(({ polarity }) => polarity)).toEqual(['hedged']);
	});

	it('keeps a denial that is part of what was agreed', () => {
		const words = (text: string) => propositionsIn(text, lexicon).map((one) => [one.act, one.polarity, one.words]);
		expect(words('China agreed not to impose tariffs.')).toEqual([['commitment', 'affirmed', 'not to impose tariffs']]);
		expect(words('China pledged never to use force.')).toEqual([['commitment', 'affirmed', 'never to use force']]);
	});

	it('takes a demand for the position of who makes it', () => {
		const found = propositionsIn('Japan called on China to commit to a ceasefire.', lexicon);
		expect(found).toMatchObject([
			{ act: 'position', holder: { id: 'japan' }, words: 'China to commit to a ceasefire' }
		]);
	});

	it('leaves what one side says of the other hedged, with the other as its holder', () => {
		const found = propositionsIn('Biden said that Xi had agreed to lift the ban.', lexicon);
		expect(found).toMatchObject([{ act: 'commitment', holder: { id: 'xi' }, polarity: 'hedged', modality: 'claimed' }]);
	});
});
