import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hasCutSentences, layOut } from './layout.ts';
import { proposeSource, withPublished } from './published.ts';
import { LONGEST_SENTENCE } from './sentences.ts';
import { compileTextLexicon, textLexiconSchema } from './text-lexicon.ts';
import { importText } from './text.ts';

const lexicon = compileTextLexicon(v.parse(textLexiconSchema, parse(readFileSync('seeds/lexicon/text.yaml', 'utf8'))));
const lay = (text: string) => layOut(importText(text), lexicon);
const roles = (text: string) => lay(text).blocks.map((block) => block.role);
const sentences = (text: string) => {
	const layout = lay(text);
	return layout.sentences.map(({ start, end }) => layout.article.normal.slice(start, end));
};
const source = (text: string, metadata = {}) => proposeSource(lay(text), metadata, lexicon);
const PROSE =
	'The ministers met for two hours and spoke of trade, security and the return of flights between the two capitals.';

describe('the parts of an article', () => {
	test.each([
		'It is dated 2023-11-15 and signed.',
		'The first was in November 2022 and the second on 3 May 2023.',
		'On 25/02/2024 the form was filed.',
		'They spoke for the first time since June 5.',
		'A joint note dated 26 June 2024 confirms it.',
		'2018: Tariffs begin.'
	])('a sentence and no stamp: %s', (line) => {
		expect(sentences(`Ministers agree on flights\n\n${PROSE}\n\n${line}\n\n${PROSE}`)).toContain(line);
	});

	test.each([
		'This article was published on 16 November 2023',
		'It was last updated at 10:30 on May 3, 2024.',
		'Posted May 3, 2024 by Jane Roe',
		'Issued on: 20/05/2024 - 10:20 Modified: 20/05/2024 - 10:40'
	])('a stamp and no sentence: %s', (line) => {
		expect(roles(`Ministers agree on flights\n\n${line}\n\n${PROSE}\n\n${PROSE} So it is.`)[1]).toBe('date-stamp');
	});

	test('who speaks a transcript is no author, and a short question no heading', () => {
		const asked = 'QUESTION: Did they agree to pause the sales?';
		const own = (name: string) =>
			roles(
				`Daily Briefing of the Ministry, May 16, 2024\n${name}\n1:22 p.m. EST\n\nMR ROE: ${PROSE}\n\n${asked}\n\n${PROSE}`
			);
		expect(own('Spokesperson Jane Roe').slice(1, 2)).toEqual(['heading']);
		expect(own('Jane Roe').slice(1, 2)).toEqual(['byline']);
		expect(own('Jane Roe')[4]).toBe('body');
	});

	test('headline, its repetition, menu, byline, stamp, captions, headings, what comes after', () => {
		const text = [
			'World > Asia > Diplomacy',
			'Ministers agree on flights',
			'Ministers agree on flights',
			'Asia, News No Comments on Ministers agree on flights',
			'By Jane Roe in Vienna',
			'Thu 16 May 2024 10.30 BST',
			'They had not met in six years of quarrels over fish',
			PROSE,
			'Handshake in Vienna\nThe two ministers before the talks on May 15. (Image Credit: Example)',
			'Fisheries',
			`${PROSE} More is to come.`,
			'Related Articles',
			'Cat stuck in tree',
			'© 2024 Example News. All rights reserved.'
		].join('\n\n');
		expect(roles(text)).toEqual([
			...['boilerplate', 'headline', 'headline', 'boilerplate', 'byline', 'date-stamp', 'body', 'body'],
			...['caption', 'caption', 'heading', 'body', 'boilerplate', 'boilerplate', 'boilerplate']
		]);
		const { blocks, sentences: found } = lay(text);
		expect(blocks[2]!.repeats).toBe(2);
		expect(blocks[11]!.section).toBe('Fisheries');
		expect(found.filter((one) => one.duplicate).map((one) => one.block)).toEqual([2, 11]);
	});
	test('bullets and numbers with labels; a label is neither a date nor a clause', () => {
		const { blocks, article } = lay(
			`Outcomes\n\n${PROSE}\n  • Military talks: They will resume.\n  2. Fixing “old” errors: Both will try.\n- Entity List – The list grows.\n* Jan. 12, 2024: Officials met.\n(a) The point is this: it ended.`
		);
		expect(blocks.slice(2).map((block) => block.label)).toEqual([
			'Military talks',
			'Fixing "old" errors',
			'Entity List',
			undefined,
			undefined
		]);
		expect(blocks.slice(2).every((block) => block.role === 'bullet')).toBe(true);
		expect(blocks.slice(2).map(({ content }) => article.normal.slice(content.start, content.end))).toEqual([
			...['They will resume.', 'Both will try.', 'The list grows.', 'Jan. 12, 2024: Officials met.'],
			'The point is this: it ended.'
		]);
	});
	test('speakers, questions and answers, times of a live blog', () => {
		const { blocks } = lay(
			`Press conference in Berlin\n\nMR. ROE: Thanks for coming.\nQ: Is there a deal?\nA. There is none yet.\n14:05 GMT — The minister has arrived.\nQ   And sanctions?\nHe said: no more of that today.`
		);
		expect(blocks.slice(1).map((block) => block.label)).toEqual(['MR. ROE', 'Q', 'A', '14:05 GMT', 'Q', undefined]);
	});
	test('numbered headings head, numbered lists do not', () => {
		expect(roles(`Note on the talks\n\n1. Background\n${PROSE}\n\n2. Results\n${PROSE}`)).toEqual([
			'headline',
			'heading',
			'body',
			'heading',
			'body'
		]);
		expect(roles(`Note on the talks\n\nThey agreed to\n1. open an office\n2. lift the curbs\n\n${PROSE}`)).toEqual([
			'headline',
			'body',
			'bullet',
			'bullet',
			'body'
		]);
	});
	test('a numbered heading over a list of other marks heads it', () => {
		expect(
			roles(`Note on the talks\n\n1. Results\n\n${PROSE}\n\n2. What to do\n\n• Ask again.\n• Wait.\n\n${PROSE}`)
		).toEqual(['headline', 'heading', 'body', 'heading', 'bullet', 'bullet', 'body']);
	});
	test('prose that begins like boilerplate stays', () => {
		for (const line of [
			'Section 301 tariffs will stay at 25 percent, the trade representative said.',
			'Share prices fell after the summit.',
			'By 2030 the two sides will cut emissions.',
			'Views on the deal differ in the two capitals.',
			'Terms of the deal were not disclosed.',
			'Contacts between the armies will resume.'
		]) {
			expect(roles(`Ministers agree on flights\n\n${PROSE}\n\n${line}\n\n${PROSE}`)[2], line).toBe('body');
		}
	});
	test('a box inside the article ends where prose begins again', () => {
		const text = `Ministers agree on flights\n\n${PROSE}\n\nSign up for our newsletter\n\nThe best of the week.\n\n${PROSE}\n\nIt ends on Friday.`;
		expect(roles(text).slice(2)).toEqual(['boilerplate', 'boilerplate', 'body', 'body']);
	});
	test('lines that were broken at a width are paragraphs again', () => {
		const text = `Leaders of two countries agree to restart\nsecurity talks\n\nTOKYO, May 7 (Reuters) - The two leaders agreed on Tuesday to restart\nregular security talks, the first such step in more than six years, as\nofficials of both said.\n\n  * Export controls: Japan said that it would ease its curbs on three\n    chemicals by July 1.\n\nSeoul said that the talks would be held twice in every year and that\nthey were to begin in May.\n`;
		const { blocks, article } = lay(text);
		expect(blocks.map(({ role, paragraph }) => [role, paragraph])).toEqual([
			['headline', 1],
			['body', 3],
			['bullet', 6],
			['body', 8]
		]);
		expect(article.normal).toHaveLength(article.text.length);
		expect(article.text).toContain('restart\nregular');
		expect(article.normal).toContain('restart regular');
		expect(article.normal.slice(blocks[1]!.dateline!.start, blocks[1]!.dateline!.end)).toBe(
			'TOKYO, May 7 (Reuters) - '
		);
	});
	test('marks of Markdown are no words', () => {
		const { blocks, article } = lay(
			`# Ministers agree\n\n${PROSE}\n\n## Results\n\n- **Flights:** They will resume.\n\n> ${PROSE} Yes.`
		);
		expect(blocks.map((block) => block.role)).toEqual(['headline', 'body', 'heading', 'bullet', 'body']);
		expect(blocks[3]).toMatchObject({ label: 'Flights', section: 'Results' });
		expect(
			blocks.map(({ content }) => article.normal.slice(content.start, Math.min(content.end, content.start + 9)))
		).toEqual([...['Ministers', 'The minis', 'Results', 'They will', 'The minis']]);
	});
	test('an office or an agency above the text is no headline and no heading', () => {
		expect(roles(`Office of the Spokesperson\n\nThe two foreign ministers meet in Vienna\n\n${PROSE}`)).toEqual([
			...['boilerplate', 'headline', 'body']
		]);
		expect(roles(`Ministers agree on flights\nBy JANE ROE\nAssociated Press\n${PROSE}`)).toEqual([
			...['headline', 'byline', 'byline', 'body']
		]);
	});
	test('short paragraphs without empty lines are not joined', () => {
		expect(lay(`He went to Paris.\nShe stayed in Rome.\nThey met in Bonn.\n${PROSE}`).blocks).toHaveLength(4);
	});
	test.each([
		['BEIJING, Nov. 16 (Xinhua) -- Both agreed.', 'BEIJING, Nov. 16 (Xinhua) -- '],
		['WASHINGTON (Reuters) — Both agreed.', 'WASHINGTON (Reuters) — '],
		['WASHINGTON, - In a letter both agreed.', 'WASHINGTON, - '],
		['MOSCOW, November 16. /TASS/. Both agreed.', 'MOSCOW, November 16. /TASS/. '],
		['Washington, D.C., November 15, 2023 – Both agreed.', 'Washington, D.C., November 15, 2023 — '],
		['(Geneva, 16 May 2024) — Both agreed.', '(Geneva, 16 May 2024) — '],
		['Taiwan – China’s red line – was discussed by both.', undefined],
		['Biden — who had flown in — agreed.', undefined]
	])('dateline of %s', (text, dateline) => {
		const { blocks, article } = lay(`${text}\n\n${PROSE}`);
		const span = blocks[0]!.dateline;
		expect(span && article.normal.slice(span.start, span.end)).toBe(dateline);
	});
});

describe('sentences', () => {
	test.each([
		['He met U.S. President Roe. They spoke.', 2],
		['Prices rose 3.5 percent. So what? Nothing! It ended.', 4],
		['"We will." He left. "Go!" he said. "Will you?" Roe asked him.', 4],
		['It was made clear … explained at length. Then it ended...  Nobody spoke.', 3],
		['They agreed on talks.The two sides left.', 2],
		['J. F. Roe and George W. Poe met at 9 a.m. on Nov. 15 in Washington, D.C. The talks went well.', 2],
		['See www.Example.com or Node.js for more', 1],
		['两国同意。会谈结束。', 2],
		['He agreed.[3] She did not.', 2],
		['(They left.) Nobody spoke.', 2]
	])('%s', (text, count) => {
		expect(sentences(`${text}\n\n${PROSE}`)).toHaveLength(count + 1);
	});
	test('one that is too long is cut at a clause', () => {
		const layout = lay(`${'and then they met again, '.repeat(200)}.\n\n${PROSE}`);
		expect(layout.sentences.every(({ start, end }) => end - start <= LONGEST_SENTENCE)).toBe(true);
		expect(layout.article.normal.slice(0, layout.sentences[0]!.end)).toMatch(/again,$/);
		expect(hasCutSentences(layout)).toBe(true);
		expect(hasCutSentences(lay(PROSE))).toBe(false);
	});
});

describe('particulars', () => {
	const dated = (line: string) => source(`Ministers agree on flights\n\n${line}\n\n${PROSE}\n\n${PROSE} Yes.`);
	test.each([
		['Published: November 16, 2023', '2023-11-16'],
		['16 Nov 2023', '2023-11-16'],
		['2023-11-16', '2023-11-16'],
		['2023-11-16T10:30:00Z', '2023-11-16'],
		['Thursday, November 16, 2023 10:30 AM EST', '2023-11-16'],
		['Published November 16, 2023 | Updated November 18, 2023', '2023-11-16'],
		['Nov 17, 2023 - 08:10', '2023-11-17'],
		['16.11.2023, 14:05 Uhr', '2023-11-16'],
		['Posted on the 3rd of May 2021', '2021-05-03'],
		['By Jane Roe | 16 November 2023', '2023-11-16'],
		['Policy Note 14 | May 17, 2023', '2023-05-17'],
		['发布时间：2023年11月16日', '2023-11-16'],
		['10/11/2023', null],
		['Nov 15', null],
		['February 30, 2023', null],
		['In November 2023 the ministers met in Vienna.', null],
		['On November 15, 2023, the ministers met in Vienna.', null]
	])('%s', (line, published) => {
		expect(dated(line)).toMatchObject({ published, publishedFrom: published === null ? 'none' : 'stamp' });
	});
	test('an update is the day only where nothing else is given; metadata come first; a person comes last', () => {
		const text = `Ministers agree on flights\n\n${PROSE}\n\nUpdated: November 16, 2023, 7:15 AM`;
		expect(source(text)).toMatchObject({ published: '2023-11-16', publishedFrom: 'stamp' });
		const proposal = source(text, { published: '2023-11-15T23:00:00Z', title: 'T', publisher: 'P', author: 'A' });
		expect(proposal).toMatchObject({
			published: '2023-11-15',
			publishedFrom: 'metadata',
			title: 'T',
			publisher: 'P',
			author: 'A'
		});
		expect(withPublished(proposal, '2024-01-02')).toMatchObject({ published: '2024-01-02', publishedFrom: 'given' });
		expect(withPublished(proposal, 'yesterday')).toEqual(proposal);
	});
	test('the days of a timeline are headings and no day of publication', () => {
		const text = `A year of talks\n\n${PROSE}\n\nJanuary 12, 2024\nOfficials met.\n\nMarch 3, 2024\nMinisters met.\n\n14 June 2024\nThe presidents spoke.`;
		expect(roles(text).filter((role) => role === 'heading')).toHaveLength(3);
		expect(source(text)).toMatchObject({ published: null, publishedFrom: 'none' });
	});
	test('a day by itself above the prose is that of publication, whatever calendar follows', () => {
		const calendar =
			'Calendar\n\n• February 27, 2026 – First licences\n• March 1, 2026 – Checks begin\n• November 9, 2026 – Suspensions end';
		expect(source(`A year of talks\n\nJanuary 22, 2026\n\n${PROSE}\n\n${calendar}\n\n${PROSE}`).published).toBe(
			'2026-01-22'
		);
		expect(source(`A year of talks\n\n${PROSE}\n\n${calendar}\n\n${PROSE}`).published).toBe(null);
	});
	test('a house in capitals above the name of its series is no title', () => {
		const text = `SOUTHERN SEAS POLICY CENTRE\nBriefing Note 41\n\nAfter Oslo: the leaders' meeting and what it left undone\n\n27 October 2031\n\n${PROSE}\n\n${PROSE}`;
		expect(source(text)).toMatchObject({
			title: "After Oslo: the leaders' meeting and what it left undone",
			publisher: 'Southern Seas Policy Centre',
			published: '2031-10-27'
		});
		expect(source(`FISHERY COUNCIL BACKS TALKS ON COD\n\n${PROSE}\n\n${PROSE}`).title).toBe(
			'FISHERY COUNCIL BACKS TALKS ON COD'
		);
	});
	test('publisher and author by dateline, byline, copyright', () => {
		expect(source(`Ministers agree on flights\n\nVIENNA, March 3 (Corvane Wire) - ${PROSE}`).publisher).toBe(
			'Corvane Wire'
		);
		expect(source(`TOKYO, May 7, 2024 (Reuters) - ${PROSE}`)).toMatchObject({
			title: null,
			publisher: 'Reuters',
			published: '2024-05-07'
		});
		expect(source(`Ministers agree on flights\n\nBy Jane Roe, Example Times\n\n${PROSE}`)).toMatchObject({
			author: 'Jane Roe',
			publisher: 'Example Times'
		});
		expect(
			source(`Ministers agree on flights\n\n${PROSE}\n\n© 2024 Example News. All rights reserved.`).publisher
		).toBe('Example News');
		expect(source(`Ministers agree on flights\n\n${PROSE}`)).toMatchObject({
			title: 'Ministers agree on flights',
			publisher: null,
			author: null,
			language: 'en'
		});
	});
});
