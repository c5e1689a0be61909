import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Block, Layout, Sentence } from '#lib/domain/articles/types.ts';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { compileSpeech, speechLexiconSchema } from '../lexicon/speech.ts';
import type { Mention, Referent } from '../types.ts';
import { findQuotations } from './find-quotations.ts';

const lexicon = v.parse(speechLexiconSchema, parse(readFileSync('seeds/lexicon/speech.yaml', 'utf8')));
const speech = compileSpeech(lexicon);

const NAMES: Record<string, Referent['is']> = {
	Lindqvist: 'person',
	Okafor: 'person',
	'Ana Silva': 'person',
	She: 'person',
	she: 'person',
	He: 'person',
	'the foreign ministry': 'organisation',
	Ruritania: 'party',
	'The Ruritanian government': 'organisation',
	Borduria: 'party',
	'the two leaders': 'joint'
};

/** A block for each paragraph; a sentence ends at a stop, with its closing mark, before a capital or an opening mark. */
function layoutOf(paragraphs: string[]): Layout {
	const blocks: Block[] = [];
	const sentences: Sentence[] = [];
	let at = 0;
	for (const [index, text] of paragraphs.entries()) {
		const span = { start: at, end: at + text.length };
		blocks.push({ ...span, role: 'body', paragraph: index + 1, content: span });
		let from = 0;
		for (const end of [...text.matchAll(/[.?!]["”’']?(?= ["“‘']?\p{Lu})|$/gu)]) {
			const to = end.index + end[0].length;
			sentences.push({ start: at + from, end: at + to, block: index, duplicate: false });
			from = to + 1;
		}
		at += text.length + 1;
	}
	const text = paragraphs.join('\n');
	const normal = text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
	return { article: { text, normal }, blocks, sentences };
}

function mentionsIn({ article }: Layout): Mention[] {
	return Object.entries(NAMES)
		.flatMap(([name, is]) =>
			[...article.text.matchAll(new RegExp(`(?<!\\w)${name}(?!\\w)`, 'g'))].map((match): Mention => {
				const referent = (is === 'joint' ? { is, id: 'both', name, parties: [] } : { is, id: name, name }) as Referent;
				const span = { start: match.index, end: match.index + name.length };
				return { ...span, referent, via: 'gazetteer', sentence: 0, confidence: 1, why: '' };
			})
		)
		.sort((a, b) => a.start - b.start);
}

/** Each quotation as its words and its speaker. */
function quotesIn(...paragraphs: string[]): [string, string | null][] {
	const layout = layoutOf(paragraphs);
	const mentions = mentionsIn(layout);
	return findQuotations(layout, mentions, speech).map(({ words, speaker }) => [
		layout.article.text.slice(words.start, words.end),
		speaker === null ? null : (mentions[speaker]?.referent?.name ?? null)
	]);
}

describe('findQuotations', () => {
	it.each([...lexicon.verbs, lexicon.nouns, lexicon.sources].map(({ test }) => [test]))('%s', (sentence) => {
		expect(quotesIn(sentence).map(([, speaker]) => speaker)).toEqual(['Lindqvist']);
	});

	it('leaves out what is only named', () => {
		expect(quotesIn(lexicon.naming.test)).toEqual([]);
	});

	it.each<[string, ...(string | null)[]]>([
		['Lindqvist called Okafor\'s remarks "plain and useful".', 'Lindqvist'],
		['"Paper is patient," was the verdict of Lindqvist.', 'Lindqvist'],
		['"Too little, too late," was how Lindqvist put it.', 'Lindqvist'],
		['The two matters are apart, maintained Lindqvist, only to add: "The sea is not for sale."', 'Lindqvist'],
		['"The pledge is no menu," as Lindqvist, the oldest of the envoys, likes to remind visitors.', 'Lindqvist'],
		['The step was noted in Borduria, which called it "a grave insult".', 'Borduria'],
		['Sceptics such as Lindqvist, an economist, hold that the truce "will not last".', 'Lindqvist'],
		['"The fish stay," Lindqvist said. A former official was blunter. "It is a bluff," he said.', 'Lindqvist', null],
		['“We cannot go back,” said Ana Silva, the foreign minister, on Monday.', 'Ana Silva'],
		['"I am not naive," Lindqvist said, "but I am hopeful."', 'Lindqvist', 'Lindqvist'],
		['“The door is open,” Okafor told reporters. “But it will not stay open for ever.”', 'Okafor', 'Okafor'],
		['Lindqvist warned: "There will be consequences." She added that it was "her last word".', 'Lindqvist', 'She'],
		[
			'‘We will not be bullied,’ Okafor said, adding that the leaders’ meeting was ‘a chance to talk’.',
			'Okafor',
			'Okafor'
		],
		['Lindqvist called Okafor a "true partner" and described the day as "a new start".', 'Lindqvist', 'Lindqvist'],
		['Lindqvist, who met Okafor in Rome, said both would "never bow to pressure".', 'Lindqvist'],
		['Lindqvist told Okafor that Ruritania should "stop meddling in our affairs".', 'Lindqvist'],
		[
			'In a note, the foreign ministry said the visit "broke every promise" and urged Borduria to "correct its mistakes at once".',
			'the foreign ministry',
			'the foreign ministry'
		],
		['Lindqvist thanked Okafor and said that friends had “stood up when it mattered”.', 'Lindqvist'],
		['Lindqvist was quoted as saying that "nobody will dictate terms".', 'Lindqvist'],
		['The move was described by Okafor as "an unfriendly act".', 'Okafor'],
		['The line was deemed "vital" by Okafor.', 'Okafor'],
		['Describing the day as “a breakthrough”, Lindqvist flew home.', 'Lindqvist'],
		['Lindqvist began, with Okafor calling it "the last chance for peace".', 'Okafor'],
		['Lindqvist was upbeat. “We made some real headway today.”', 'Lindqvist'],
		['Lindqvist said that ”it is unwise to wait.”', 'Lindqvist'],
		['«Nous sommes prêts à parler», said Okafor.', 'Okafor'],
		['“Is it a threat?” Okafor asked. “No, it is a promise to you.”', 'Okafor', 'Okafor'],
		['The talks brought "some real progress," as Okafor put it.', 'Okafor'],
		['“It is a long road,” a senior official said.', null],
		['Lindqvist said Borduria opposes “closed and exclusive circles” of states.', 'Lindqvist'],
		['“Every member must show it,” was Okafor’s reply.', 'Okafor'],
		['Lindqvist agreed, but Borduria’s statement only said that it would “look at the text again”.', 'Borduria'],
		[
			'Lindqvist said "competition is healthy," while Okafor replied that "rules are rules for all".',
			'Lindqvist',
			'Okafor'
		],
		['Lindqvist complained that the fund had been agreed "over our heads".', 'Lindqvist'],
		['It "will under no circumstances" give that up, said Okafor, a minister.', 'Okafor'],
		['The ban would "never be lifted" and talks would not help, Okafor added.', 'Okafor'],
		['Lindqvist, the oldest of the envoys, preferred to speak of "a floor under it".', 'Lindqvist'],
		['Okafor called it "a new page". Lindqvist preferred "a slow start".', 'Okafor', 'Lindqvist'],
		["Lindqvist's verdict on the visit? “Fruitful and long.”", 'Lindqvist'],
		['“Too early to say,” was all that Lindqvist would offer.', 'Lindqvist'],
		['“Slow and cold” was the phrase Lindqvist chose.', 'Lindqvist'],
		['Lindqvist, standing beside Okafor, said calm was "a choice we make daily".', 'Lindqvist'],
		['The so-called "nine-dash line" was left out, Lindqvist said.'],
		['"There is no winner," said Okafor on Monday. "Everyone loses."', 'Okafor', 'Okafor'],
		['"There is no winner," said a ministry spokesman, Okafor, at a briefing.', 'Okafor'],
		['Asked whether it was over, Okafor said: "Well, look, it is."', 'Okafor'],
		['Lindqvist said on May 3 that small states "cannot choose sides lightly".', 'Lindqvist'],
		[
			'Lindqvist hoped that Borduria would "properly handle" it, and Okafor replied that it was "safe".',
			'Lindqvist',
			'Okafor'
		],
		['Lindqvist urged Borduria to stop "unfair practices".', 'Lindqvist'],
		['Lindqvist said peace was "off the table" without "a credible path" to it.', 'Lindqvist', 'Lindqvist'],
		['Lindqvist — who once called Okafor "a tyrant" — said the pact was "not a threat".', 'Lindqvist', 'Lindqvist'],
		['He was answering Lindqvist (LQ), who on Tuesday accused the party of "selling out farmland".', 'Lindqvist'],
		['Lindqvist denied that Okafor had agreed to a freeze, calling the charge "a textbook lie".', 'Lindqvist'],
		['Okafor quoted Lindqvist as saying the south was the "principal enemy".', 'Lindqvist'],
		['Lindqvist ended in what she called "some important progress".', 'she'],
		['Borduria, which Lindqvist calls a "red line", was raised twice.', 'Lindqvist'],
		['« We bow to nobody at all », said Okafor.', 'Okafor'],
		['「The sea must stay open」, Okafor said.', 'Okafor'],
		['Lindqvist spoke first. Borduria, in her words, "reserves every right to act" at sea.', 'Lindqvist'],
		['It was condemned by Okafor, who speaks for the council in the capital of the north, as "an ill wind".', 'Okafor'],
		['Pressed on trade, Okafor was curt: "Not one inch of ground."', 'Okafor'],
		['Lindqvist said that the call, which had lasted an hour and ended late on that day, was "not true".', 'Lindqvist'],
		['Lindqvist said she "firmly opposes" any visit to Borduria, "whatever the reason."', 'Lindqvist', 'Lindqvist'],
		['Ruritania "firmly opposes" the sale and "strongly deplores" it, Okafor said.', 'Okafor', 'Okafor'],
		['Borduria warned of "grave and lasting steps," while the foreign ministry said it was calm.', 'Borduria'],
		['Okafor told Lindqvist that her words "must be taken back at once".', 'Okafor'],
		['For Okafor, the oldest of the envoys, "it is the floor that matters".', 'Okafor'],
		['the two leaders reaffirmed a "free and open sea", the foreign ministry said.', 'the foreign ministry']
	])('%s', (sentence, ...speakers) => {
		expect(quotesIn(sentence).map(([, speaker]) => speaker)).toEqual(speakers);
	});

	it.each([
		'The government denied that Lindqvist had called the offer "an insult to us".',
		'Lindqvist did not describe the border as "settled".',
		'Lindqvist never said the pact was "dead and buried for good".',
		'Asked whether it had been a "waste of time", Okafor said it was not.',
		'They added two firms to the “Entity List”.',
		'Lindqvist said Ruritania does not support “Bordurian independence”.',
		'When Lindqvist arrived in the city, her staff spoke of a “historic” day.',
		'The so-called "green list" is long.',
		"The leaders' meeting was Ruritania's third; it's over.",
		'Okafor was told that "the room is too small for it".',
		'Lindqvist declared a "no limits" friendship with Borduria.',
		'In his book "The Long Game", Okafor argues otherwise.',
		'Lindqvist urged Borduria to stop spreading tales and "hyping" a threat.'
	])('finds nothing said in: %s', (sentence) => {
		expect(quotesIn(sentence).filter(([, speaker]) => speaker !== null)).toEqual([]);
	});

	it('carries a speaker over paragraphs that are left open', () => {
		const found = quotesIn('Lindqvist said: “We have talked.', '“Now we must act.”', 'Then they left.');
		expect(found).toEqual([
			['We have talked.', 'Lindqvist'],
			['Now we must act.', 'Lindqvist']
		]);
	});

	it('gives a paragraph left open to the speaker of the next', () => {
		const found = quotesIn('“Let me be clear: nothing has been signed.', '“That is our view,” Okafor said.');
		expect(found.map(([, speaker]) => speaker)).toEqual(['Okafor', 'Okafor']);
	});

	it('gives spans that hold the marks, the words and the attribution', () => {
		const layout = layoutOf(['“The door is open,” Okafor told reporters.']);
		const [found] = findQuotations(layout, mentionsIn(layout), speech);
		const slice = ({ start, end }: { start: number; end: number }) => layout.article.text.slice(start, end);
		expect(slice(found!)).toBe('“The door is open,”');
		expect(slice(found!.words)).toBe('The door is open,');
		expect(slice(found!.attribution!)).toBe('Okafor told');
	});

	it.each([
		['quotation marks', '"'.repeat(20_000)],
		['single marks', "'a ".repeat(20_000)],
		['quotations', 'Okafor said "it is so and so". '.repeat(4_000)],
		['verbs', `${'and said '.repeat(30_000)}"it is so and so".`],
		['names', `${'Okafor '.repeat(15_000)}said "it is so and so".`],
		['words in a gap', `Okafor ${'word '.repeat(100_000)}said "it is so".`],
		['sources', 'according to '.repeat(15_000) + '"it is so and so".'],
		['openings', '“a '.repeat(20_000)],
		['short quotations', '"so it" '.repeat(20_000)],
		['pronouns', 'Okafor met Lindqvist. "It is so and so," he said. '.repeat(4_000)]
	])('stays linear on hostile %s', (_, text) => {
		const span = { start: 0, end: text.length };
		const layout: Layout = {
			article: { text, normal: text },
			blocks: [{ ...span, role: 'body', paragraph: 1, content: span }],
			sentences: [{ ...span, block: 0, duplicate: false }]
		};
		const mentions = mentionsIn(layout);
		const begun = cpuTime();
		findQuotations(layout, mentions, speech);
		expect(cpuTime() - begun).toBeLessThan(4000);
	});
});
