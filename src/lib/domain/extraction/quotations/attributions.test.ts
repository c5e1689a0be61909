import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const lexicon = loadLexicon('seeds');
const ANA = 'Kenyan trade minister Ana Oyelowo';
/** "speaker: words" of each quotation; "-" where nobody is named. */
const quotations = (text: string): string[] =>
	extractArticle(text, lexicon, { published: '2025-06-15' })
		.facts.filter(({ kind }) => kind === 'quotation')
		.map(({ holder, value }) => `${holder ?? '-'}: ${String(value)}`);

describe('who is quoted', () => {
	it.each<[string, ...string[]]>([
		['“The well is dry,” Jan Okoth once told us.', 'Jan Okoth: The well is dry'],
		['Jan Okoth likes to say that “the well is always dry”.', 'Jan Okoth: the well is always dry'],
		['Jan Okoth, of the Fishermen’s League, said the well was “as dry as bone”.', 'Jan Okoth: as dry as bone'],
		['Ruth Okoth — she runs the desk — said the well was “as dry as bone”.', 'Ruth Okoth: as dry as bone'],
		['Ruth Okoth of the Well Diggers Forum marked the day with a question: “Who dug it?”', 'Ruth Okoth: Who dug it?'],
		['The warden, Jan Okoth, said the well was “as dry as bone”.', 'Jan Okoth: as dry as bone'],
		['Jan Okoth, whom nobody had asked, had a proverb: “The well is dry.”', 'Jan Okoth: The well is dry.'],
		[
			'The Semiconductor Producers Association asked for “a scalpel and no axe”.',
			'Semiconductor Producers Association: a scalpel and no axe'
		],
		['Beijing “firmly opposes” the sale.', 'China: firmly opposes'],
		['Beijing “calm” was in the air.'],
		[`${ANA}’s message was simple: “The well is dry.”`, 'Ana Oyelowo: The well is dry.'],
		['“It was a phone,” recalls Rear Admiral (ret.) Jan Okoth, the attaché.', 'Jan Okoth: It was a phone'],
		[
			'China denies it, yet President William Ruto said that Kenya “cannot take a step”.',
			'William Ruto: cannot take a step'
		],
		['“We will wait,” an official at China’s commerce ministry said.', 'Chinese commerce ministry: We will wait'],
		['“We will wait,” said an aide to President William Ruto.', '-: We will wait'],
		['It has never promised to come, a diplomat reminds us: “He hasn’t said yes.”', '-: He hasn’t said yes.'],
		[
			'The talks were what one participant described as “a bit like a family funeral”.',
			'-: a bit like a family funeral'
		]
	])('%s', (text, ...told) => {
		expect(quotations(text)).toEqual(told);
	});

	it('is whoever begins the last clause of the sentence before, a delegate, and who is named behind a paragraph', () => {
		const refused = 'asked for a map; Deputy Director Mo Tianhe refused it. “There is no map,” he told a daily.';
		expect(quotations(`Ambassador Rua Oyelowo ${refused}`)).toEqual(['Mo Tianhe: There is no map']);
		expect(quotations('“We will wait,” a Chinese delegate joked.')).toEqual(['China: We will wait']);
		const alone = '“We did not ask for a map, and nobody offered one.”';
		expect(quotations(`Talks end in Lima\n\n${alone}\n\nSo insisted ${ANA}, when asked.`)).toEqual([
			'Ana Oyelowo: We did not ask for a map, and nobody offered one.'
		]);
		expect(quotations(`Talks end in Lima\n\n${alone}\n\nBehind her sat ${ANA}, who was asked.`)).toEqual([]);
	});

	it('is a stranger with a common Chinese family name, told by it', () => {
		expect(quotations('Vice Minister Qu Lingyan came. “There was no number,” Qu told us.')).toEqual([
			'Qu Lingyan: There was no number'
		]);
	});

	it('is who stands between "as" and an apposition', () => {
		expect(
			quotations('As Jan Okoth, my colleague and a former minister, likes to say, “wells run dry first”.')
		).toEqual(['Jan Okoth: wells run dry first']);
	});

	it('is nobody who is only spoken to', () => {
		expect(quotations('The warden had told President William Ruto: “This is a bad deal.”')).not.toContain(
			'William Ruto: This is a bad deal.'
		);
	});

	it('is whoever spoke last, and not who was quoted before', () => {
		const text = `${ANA} said it must “stop at once”. President William Ruto answered that it was lawful. “We will sail on tomorrow.” Nobody left.`;
		expect(quotations(text)).toEqual(['Ana Oyelowo: stop at once', 'William Ruto: We will sail on tomorrow.']);
	});

	it('are both whose document it is', () => {
		const met = 'China and Kenya met in Lima. ';
		expect(quotations(`${met}The text states that the parties shall apply “equal criteria”.`)).toEqual([
			'both sides: equal criteria'
		]);
		expect(quotations(`${met}According to a release, the two sides “agreed in principle” on it.`)).toEqual([
			'both sides: agreed in principle'
		]);
	});

	it('is who brought the message of which a paragraph is', () => {
		const message = `Talks end in Lima\n\n${ANA} delivered the message in person.\n\n`;
		expect(quotations(`${message}“Wells are no hostages. We did not start this.”`)).toEqual([
			'Ana Oyelowo: Wells are no hostages. We did not start this.'
		]);
		expect(
			quotations(`Talks end in Lima\n\n${ANA} came in person.\n\n“Wells are no hostages. We did not start this.”`)
		).toEqual([]);
	});
});

describe('single marks', () => {
	it.each<[string, string]>([
		[`${ANA} wrote of ‘700 days of failure’.`, 'Ana Oyelowo: 700 days of failure'],
		[
			`${ANA} said: ‘They read the word “reciprocity” and laugh. We do not.’`,
			'Ana Oyelowo: They read the word “reciprocity” and laugh. We do not.'
		],
		[`${ANA} said the ’90s were “long over by now”.`, 'Ana Oyelowo: long over by now'],
		[`${ANA}, a friend of ‘the miners, called it “a sad day” for the miners’ union.`, 'Ana Oyelowo: a sad day']
	])('%s', (text, told) => {
		expect(quotations(text)).toEqual([told]);
	});
});
