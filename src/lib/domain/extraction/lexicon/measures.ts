import * as v from 'valibot';
import { text, texts } from '#lib/domain/facts/fields.ts';

const unit = v.strictObject({
	/** As it is kept: "USD", "%", "hour", "kilometre". */
	unit: text,
	kind: v.picklist(['currency', 'share', 'duration', 'measure']),
	/** Words after the number, in the singular and plural. */
	words: v.optional(texts),
	/** Signs and codes before the number: "$", "US$", "RMB". */
	before: v.optional(texts),
	test: text
});
const bound = v.strictObject({
	bound: v.picklist(['about', 'more-than', 'less-than']),
	/** Phrases before the number. */
	phrases: texts,
	test: text
});

/** The form of `seeds/lexicon/measures.yaml`. */
export const measuresLexiconSchema = v.strictObject({
	version: v.literal(1),
	units: v.array(unit),
	bounds: v.array(bound),
	/** Small numbers of these are parties to the news and no figures: "two leaders". */
	parties: v.strictObject({ words: texts, test: text }),
	/** Plurals that do not end in "s", and nouns that stand for many. */
	plurals: v.strictObject({ words: texts, test: text }),
	/** Words before a number that make it a name: "Resolution 2758", "Boeing 737". */
	names: v.strictObject({ words: texts, test: text })
});
export type MeasuresLexicon = v.InferOutput<typeof measuresLexiconSchema>;

export interface Unit {
	unit: string;
	kind: 'currency' | 'share' | 'duration' | 'measure';
}

export interface Phrase<Value> {
	words: readonly string[];
	value: Value;
}

export interface CompiledMeasures {
	/** By the first word in lower case, the longest phrase first. */
	units: ReadonlyMap<string, readonly Phrase<Unit>[]>;
	/** By sign or code as written. */
	before: ReadonlyMap<string, Unit>;
	/** By the last word in lower case, the longest phrase first. */
	bounds: ReadonlyMap<string, readonly Phrase<'about' | 'more-than' | 'less-than'>[]>;
	parties: ReadonlySet<string>;
	plurals: ReadonlySet<string>;
	names: ReadonlySet<string>;
}

function index<Value>(entries: readonly [string, Value][], end: 'first' | 'last'): Map<string, Phrase<Value>[]> {
	const map = new Map<string, Phrase<Value>[]>();
	for (const [phrase, value] of entries) {
		const words = phrase.toLowerCase().split(' ');
		const key = (end === 'first' ? words[0] : words.at(-1)) ?? '';
		const list = map.get(key) ?? [];
		list.push({ words, value });
		list.sort((a, b) => b.words.length - a.words.length);
		map.set(key, list);
	}
	return map;
}

/** The lexicon as the rules look it up. */
export function compileMeasures(lexicon: MeasuresLexicon): CompiledMeasures {
	const units = lexicon.units.flatMap(({ unit: name, kind, words = [] }) =>
		words.map((word): [string, Unit] => [word, { unit: name, kind }])
	);
	const bounds = lexicon.bounds.flatMap(({ bound: value, phrases }) =>
		phrases.map((phrase): [string, typeof value] => [phrase, value])
	);
	const before = lexicon.units.flatMap(({ unit: name, kind, before: signs = [] }) =>
		signs.map((sign): [string, Unit] => [sign, { unit: name, kind }])
	);
	return {
		units: index(units, 'first'),
		before: new Map(before),
		bounds: index(bounds, 'last'),
		parties: new Set(lexicon.parties.words),
		plurals: new Set(lexicon.plurals.words),
		names: new Set(lexicon.names.words)
	};
}
