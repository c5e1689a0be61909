import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../../extraction/extract.ts';
import { itemsOfExtraction } from '../../workspace/items-of-extraction.ts';
import { lacksContext, withoutTitles } from './context.ts';
import { isIncomplete } from './complete.ts';
import { keepsDenial } from './guard.ts';
import { matterNamed } from './matters.ts';
import { alone, shortened } from './sentences.ts';
import { nominal } from './nominal.ts';
import { isOfAnother } from './reported.ts';
import { actOf } from './speech-acts.ts';
import { withoutDoubledNames } from './tidy.ts';
import { stem } from './told.ts';
import { toldOf } from './told-fixture.ts';
import { isWorthAGap } from './worth.ts';

const lexicon = loadLexicon('seeds');
const itemsOf = (text: string) =>
	itemsOfExtraction(extractArticle(text, lexicon, { published: '2031-03-12' }), 'the article').items;
const asked = (text: string) => itemsOf(text).map(({ question, key }) => `${question} = ${key}`);

const HEAD = `Norway and Peru end talks in Oslo

OSLO, 12 March 2031 - Norwegian Prime Minister Erik Dahl met Peruvian President Rosa Quispe in Oslo on 10 March 2031.

`;

describe('what a side turned down or did not promise', () => {
	it('is asked where its own verb says so', () => {
		const items = asked(`${HEAD}Norway turned down a joint survey of cod stocks. Peru ruled out a ban on trawlers.`);
		expect(items.join('\n')).toMatch(/what did Norway turn down.*= A joint survey of cod stocks/);
	});

	it('is asked by the thing, where the side made no promise on one thing alone', () => {
		const one = asked(`${HEAD}Peru made no commitment on fish meal tariffs.`);
		expect(one.join('\n')).toMatch(/on what did Peru make no commitment\? = Fish meal tariffs/);
		const two = asked(
			`${HEAD}Peru made no commitment on fish meal tariffs. Peru made no promise on licences for Norwegian trawlers.`
		);
		expect(two.join('\n')).not.toMatch(/did Peru make no/);
	});
});

describe('what two left open', () => {
	it('is told in full where a sentence names two things', () => {
		const items = asked(`${HEAD}No consensus was reached on fishing quotas in the north or on copper duties.`);
		const open = items.filter((item) => /leave unsettled|reach no agreement/.test(item));
		expect(open.length).toBeGreaterThan(0);
		for (const item of open) expect(item).toMatch(/fishing quotas in the north and copper duties/i);
	});

	it('is the matter, and not that the two differ', () => {
		expect(nominal('their differences over cod quotas')).toBe('cod quotas');
	});
});

describe('a sentence', () => {
	it('that leans on another, or is a half of one, is incomplete', () => {
		for (const text of [
			'Restrictions therefore stay.',
			'The rule took effect, also on ____.',
			'Curbs stay, as does the ban on some 300 apps.',
			'Dahl and Quispe struck in Oslo and which lapses on ____.',
			'Erik Dahl suspended his order.',
			'Norway denied any supply from its side.',
			'Norway demanded that Peru lift illegal unilateral sanctions.'
		])
			expect(isIncomplete(text), text).toBe(true);
		expect(isIncomplete('The pact that was struck in Oslo and which lapses in 2032 was extended.')).toBe(false);
		expect(isIncomplete('Erik Dahl suspended his order on cod.')).toBe(false);
	});

	it('with a date where a year before was told is no gap', () => {
		expect(isWorthAGap('China bought 36% of the cod, up from ____ the end of 2023.')).toBe(false);
	});

	it('of two envoys, or of what is said to be something, stands alone', () => {
		expect(alone('Both envoys backed the return of pilgrims to Lima.')).toBeDefined();
		expect(alone('Erik Dahl has ruled out any bargain in which Taiwan is the currency.')).toBeDefined();
		expect(alone('Erik Dahl has ruled out the currency.')).toBeUndefined();
		expect(alone('The caucuses capped it at 3 percent of GDP.')).toBeUndefined();
	});
});

describe('who says it', () => {
	const speaker = { holder: 'Rosa Quispe', shown: 'demanding that Norway lift the ban' };
	it('goes on with a participle', () => {
		const told = toldOf({ ...speaker, around: 'Curbs are unfair, she said, demanding that Norway lift the ban' });
		expect(isOfAnother(told, 'demanded that Norway lift the ban')).toBe(false);
	});

	it('is somebody else where the report is of another', () => {
		const told = toldOf({ ...speaker, around: 'Quispe is angry, Dahl said, demanding that Norway lift the ban' });
		expect(isOfAnother(told, 'demanded that Norway lift the ban')).toBe(true);
	});

	it('is named without a title between name and verb, and once', () => {
		expect(withoutTitles('Erik Dahl, the prime minister, has ruled it out.')).toBe('Erik Dahl has ruled it out.');
		expect(withoutDoubledNames('Tanaka Kenji Tanaka said no.', ['Kenji Tanaka'])).toBe('Kenji Tanaka said no.');
	});
});

describe('an act', () => {
	it('is asked for by the noun that fits its answer', () => {
		expect(actOf('complained that the rules are unfair')?.asks('Peru', '')).toBe('what complaint did Peru make');
		expect(actOf('turned down a joint survey')).toMatchObject({ act: 'turn down', answer: 'a joint survey' });
	});
});

describe('an office', () => {
	it('that somebody had then, or of no party, is not asked', () => {
		const items = asked(
			`${HEAD}Ana Berg, then the Norwegian trade minister, pledged to lift the ban on fish meal. Ana Berg refused to open the dairy sector.`
		);
		expect(items.join('\n')).not.toMatch(/which office did Ana Berg/);
	});
});

describe('a denial', () => {
	it('that stands in the subject is not lost with it', () => {
		const denied = { polarity: 'negated' as const };
		expect(keepsDenial(toldOf(denied), 'signed up for a pact')).toBe(false);
		expect(keepsDenial(toldOf(denied), 'ruled out a pact')).toBe(true);
		expect(keepsDenial(toldOf({}), 'signed up for a pact')).toBe(true);
	});
});

describe('what somebody holds', () => {
	it.each([
		['reiterated its backing for the quota', 'what did Peru support', 'the quota'],
		['remains opposed to any new levy', 'what did Peru oppose', 'any new levy'],
		['has asked for a transition of five years', 'what did Peru ask for', 'a transition of five years'],
		['adheres to the one-China policy', 'what is the position of Peru', 'it adheres to the one-China policy']
	])('is asked by its own verb: %s', (predicate, question, answer) => {
		const act = actOf(predicate);
		expect([act?.asks('Peru', ''), act?.answer]).toEqual([question, answer]);
	});

	it('goes on with a second verb of the same speaker', () => {
		const around = 'Peru maintains that the dam does no harm, and turned down a joint survey';
		const told = { holder: 'Peru', shown: 'turned down a joint survey', around };
		expect(isOfAnother(toldOf(told), 'turned down a joint survey')).toBe(false);
		expect(isOfAnother(toldOf({ ...told, holder: 'Norway' }), 'turned down a joint survey')).toBe(true);
	});

	it('is asked of a body as well', () => {
		const items = asked(`${HEAD}The International Monetary Fund called for lower emissions from trawlers.`);
		expect(items.join('\n')).toMatch(
			/what did the International Monetary Fund call for on climate\? = Lower emissions from trawlers/
		);
	});
});

describe('a thing', () => {
	it('is named with the clause that tells which one, and no verb is made of what is none', () => {
		expect(nominal('the dam that China is building on the river')).toBe('the dam that China is building on the river');
		expect(nominal('to any unilateral change')).toBeUndefined();
	});
});

describe('what a strict reader refuses', () => {
	const even = {
		title: 'Quispe warns Dahl over cod',
		isEven: true,
		sources: ['the article “Quispe warns Dahl over cod”']
	};
	it('is a title that names the key: then the publisher and the date do', () => {
		const ask = (plainName?: string) =>
			stem(
				toldOf({ ...even, ...(plainName === undefined ? {} : { plainName }) }),
				'Rosa Quispe',
				(source) => `According to ${source}, who spoke?`
			);
		expect(ask()).toBeUndefined();
		expect(ask('Fjord Press’ article of 4 May 2031')).toBe(
			'According to Fjord Press’ article of 4 May 2031, who spoke?'
		);
	});

	it.each([
		'Was a pact, signed by Norway on ____, softened?',
		'Nor was there movement on the ____ tariffs of Norway.',
		'Well, Norwegian firms import about ____ tons of cod from Peru.',
		'Norway and Peru agreed also conclude the revision of the pact by ____.',
		'China bought ____ of the goods that Norway sold in the first months of the year.',
		'Trade between Spain and Morocco surpassed 20 billion euros in ____.'
	])('is a gap in no whole and certain sentence: %s', (line) => {
		expect(isWorthAGap(line)).toBe(false);
	});

	it('is a thing that is told elsewhere, or a clause for a sentence', () => {
		expect(lacksContext('Rosa Quispe insisted that sovereignty was not up for negotiation.')).toBe(true);
		expect(alone('Rosa Quispe brands the listings a case of bullying.')).toBeUndefined();
		expect(alone('Rosa Quispe branded the package “a gross interference”.')).toBeUndefined();
		expect(alone('What Ana Berg called the support of Norway.')).toBeUndefined();
	});

	it('is an estimate without whoever made it', () => {
		const gap = {
			before: 'Norwegian sales to Peru fell by ',
			after: ' in the first half of 2030, according to what the Callao Institute reckons.'
		};
		expect(shortened(gap, 12)).toBeUndefined();
	});

	it('is one matter as the label of another', () => {
		expect(matterNamed('finance', 'the listing of two banks')).toBeUndefined();
		expect(matterNamed('finance', 'the financing of two banks')).toBe('finance');
	});
});

describe('a date', () => {
	const dated = (text: string) => asked(`${HEAD}${text}`).join('\n');
	it('is asked of the verb of its sentence alone', () => {
		expect(dated('Norway will lift its ban on Peruvian fish meal on 4 May 2031.')).toMatch(
			/on which date|on 4 May 2031\?/
		);
		expect(
			dated('Norway wants Washington to lift the export controls that the Commerce Department imposed in October 2030.')
		).not.toMatch(/____/);
	});
});

describe('a name', () => {
	it('keeps the accents that the article gives it', () => {
		const items = itemsOf(`EU and China end talks in Beijing

BEIJING, 12 March 2031 - European Council President António Costa met Chinese President Xi Jinping in Beijing on 10 March 2031.

António Costa refused to open the market to Chinese cars before 2035.`);
		const told = items.map(({ key, feedback }) => `${key} ${feedback}`).join('\n');
		expect(told).toContain('António Costa');
		expect(told).not.toContain('Antonio');
	});
});

describe('words that two agreed on', () => {
	it('are nobody’s alone', () => {
		const said = (words: string) =>
			asked(`${HEAD}${words} “a fair and mutually beneficial trade partnership of both coasts”.`).join('\n');
		expect(said('Erik Dahl praised')).toMatch(/who used the words “a fair/);
		expect(said('Erik Dahl and Rosa Quispe had agreed to pursue what Erik Dahl called')).not.toMatch(
			/who used the words/
		);
	});
});

describe('what was left open', () => {
	it('is asked at all only where all of it can be told', () => {
		const open = (text: string) => asked(`${HEAD}${text}`).join('\n');
		const one = 'No consensus was reached on a shared museum of music in Lima.';
		const two = `${one} No agreement was reached on a joint orchestra of young players.`;
		expect(open(one)).not.toMatch(/reach no agreement\?/);
		expect(open(two)).toMatch(/reach no agreement\?/);
		expect(open(`${two} The two sides failed to agree on whether it should last.`)).not.toMatch(/reach no agreement\?/);
	});
});

describe('a timeline', () => {
	it('dates nothing by a date that stands inside of a noun or a clause', () => {
		const order = (third: string) =>
			itemsOf(
				`${HEAD}On 2 January 2031 Norway lifted its ban on Peruvian fish meal. On 4 February 2031 Peru opened its ports to Norwegian trawlers. ${third}`
			).filter(({ forms }) => forms.some(({ form }) => form === 'order'));
		expect(order('On 5 March 2031 Norway ratified the copper pact with Peru.')).toHaveLength(1);
		const [set] = order('Norway’s demand that Peru scrap the rules of 5 March 2031 on copper was rebuffed.');
		expect(JSON.stringify(set ?? {})).not.toContain('5 March 2031');
	});
});
