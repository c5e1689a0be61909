import * as v from 'valibot';
import { id, text, texts } from '#lib/domain/facts/fields.ts';
import { fold } from '#lib/domain/text.ts';
import type { PhraseBook } from './phrases.ts';

/** What a stop after an abbreviation needs to end a sentence as well. */
const ENDS = ['never', 'unless-figure', 'before-starter', 'unless-zone', 'unless-name'] as const;
export type AbbreviationEnd = (typeof ENDS)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** What goes with a line that ends the article or interrupts it. */
const DROPS = ['all', 'all-but-prose', 'box'] as const;
export type Drops = (typeof DROPS)[number];
const abbreviations = v.strictObject({ ends: v.picklist(ENDS), words: texts, test: text, sentences: count });
const words = v.strictObject({ words: texts, test: text });
const lines = v.strictObject({
	match: v.picklist(['line', 'opening', 'within', 'ending']),
	phrases: texts,
	test: text
});
const enders = v.strictObject({ drops: v.picklist(DROPS), phrases: texts, test: text });
const months = v.record(text, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)));

/** The file of phrases that tell the parts of an article; `test` is a line or text that a unit test runs. */
export const textLexiconSchema = v.strictObject({
	version: v.literal(1),
	id,
	abbreviations: v.array(abbreviations),
	/** Words that, capitalised, begin a sentence more often than they continue a name. */
	starters: words,
	/** Verbs that attribute speech. */
	speech: words,
	/** Words that a label before a colon does not contain. */
	notInLabel: words,
	boilerplate: v.array(lines),
	enders: v.array(enders),
	captions: v.array(lines),
	bylines: v.array(lines),
	publishers: v.array(lines),
	agencies: words,
	stamps: v.strictObject({ published: words, updated: words, around: words, months, weekdays: words, zones: words })
});
export type TextLexiconFile = v.InferOutput<typeof textLexiconSchema>;

/** Date stamps' words. */
export interface StampWords {
	published: ReadonlySet<string>;
	updated: ReadonlySet<string>;
	around: ReadonlySet<string>;
	months: ReadonlyMap<string, number>;
	weekdays: ReadonlySet<string>;
	zones: ReadonlySet<string>;
}

/** The lexicon as rules look things up in it; all words folded. */
export interface TextLexicon {
	/** By the abbreviation in lower case without its last stop. */
	abbreviations: ReadonlyMap<string, AbbreviationEnd>;
	starters: ReadonlySet<string>;
	speech: ReadonlySet<string>;
	notInLabel: ReadonlySet<string>;
	boilerplate: PhraseBook;
	/**
	 * Lines after which the article is at its end. In the second half "all" drops what follows, "all-but-prose" unless
	 * paragraphs of prose follow; "box", and the others in the first half, drop the few short lines below.
	 */
	enders: Readonly<Record<Drops, PhraseBook>>;
	captions: PhraseBook;
	bylines: PhraseBook;
	publishers: PhraseBook;
	/** Agencies by their folded name, as they are written. */
	agencies: ReadonlyMap<string, string>;
	stamps: StampWords;
}

const folded = (list: readonly string[]) => new Set(list.map(fold));

interface Phrases {
	match: keyof Omit<PhraseBook, 'longest' | 'firsts' | 'lasts'>;
	phrases: readonly string[];
}

function book(groups: readonly Phrases[]): PhraseBook {
	const of = (match: Phrases['match']) =>
		folded(groups.filter((group) => group.match === match).flatMap((group) => group.phrases));
	const longest = Math.max(0, ...groups.flatMap((group) => group.phrases.map((one) => fold(one).split(' ').length)));
	const [line, opening, within, ending] = [of('line'), of('opening'), of('within'), of('ending')];
	const firsts = new Set([...opening, ...within].map((phrase) => phrase.split(' ')[0] ?? ''));
	const lasts = new Set(Array.from(ending, (phrase) => phrase.split(' ').at(-1) ?? ''));
	return { line, opening, within, ending, longest, firsts, lasts };
}

const wholeLines = (file: TextLexiconFile, drops: Drops) =>
	book(file.enders.filter((one) => one.drops === drops).map(({ phrases }) => ({ match: 'line', phrases })));

function stampWords({ stamps }: TextLexiconFile): StampWords {
	return {
		published: folded(stamps.published.words),
		updated: folded(stamps.updated.words),
		around: folded(stamps.around.words),
		months: new Map(Object.entries(stamps.months).map(([name, month]) => [fold(name), month])),
		weekdays: folded(stamps.weekdays.words),
		zones: folded(stamps.zones.words)
	};
}

/** Makes the file's lists ready for look-ups. */
export function compileTextLexicon(file: TextLexiconFile): TextLexicon {
	const abbreviation = (word: string) => word.toLowerCase().replace(/\.$/, '');
	return {
		abbreviations: new Map(
			file.abbreviations.flatMap(({ ends, words: list }) => list.map((word) => [abbreviation(word), ends]))
		),
		starters: folded(file.starters.words),
		speech: folded(file.speech.words),
		notInLabel: folded(file.notInLabel.words),
		boilerplate: book(file.boilerplate),
		enders: {
			all: wholeLines(file, 'all'),
			'all-but-prose': wholeLines(file, 'all-but-prose'),
			box: wholeLines(file, 'box')
		},
		captions: book(file.captions),
		bylines: book(file.bylines),
		publishers: book(file.publishers),
		agencies: new Map(file.agencies.words.map((name) => [fold(name), name])),
		stamps: stampWords(file)
	};
}

/** The name by which the whole lexicon holds it. */
export type CompiledTextLexicon = TextLexicon;
