import * as v from 'valibot';
import { escapePattern } from '../../text.ts';
import { inflect } from './inflect.ts';

const words = v.pipe(v.string(), v.minLength(2));

/** What tells of something that happened (seeds/lexicon/events.yaml). */
export const eventsLexiconSchema = v.strictObject({
	version: v.literal(1),
	verbs: v.array(
		v.strictObject({ id: words, transitive: v.optional(v.boolean()), forms: v.array(words), test: words })
	),
	deeds: v.array(
		v.strictObject({
			id: words,
			alone: v.optional(v.boolean()),
			verbs: v.array(words),
			of: v.optional(v.array(words)),
			test: words
		})
	),
	future: v.strictObject({ certain: v.array(words), hedged: v.array(words), forms: v.array(words), test: words }),
	nouns: v.array(words)
});
export type EventsLexicon = v.InferOutput<typeof eventsLexiconSchema>;

/** One form of a verb that tells a deed. */
export interface Deed {
	id: string;
	/** "Signed" is both: which one it is, the words before it tell. */
	is: ReadonlySet<'base' | 'past' | 'participle'>;
	/** It needs no object. */
	alone: boolean;
	/** One of these words makes an event of it; undefined where any does. */
	of: RegExp | undefined;
}

export interface CompiledEvents {
	/** Any verb of the lexicon, as whole words. */
	verb: RegExp;
	/** The id of a verb by its form. */
	idOf: ReadonlyMap<string, string>;
	/** Forms of one word after which something must follow that it was done to. */
	transitive: ReadonlySet<string>;
	/** Deeds by a form of their verb; more than one where the same verb tells several. */
	deeds: ReadonlyMap<string, readonly Deed[]>;
	/** A verb of what is still to come, with the words before it: groups "certain" and "hedged". */
	future: RegExp;
	/** The words that hedge what is to come, at the end of the text before a verb. */
	doubt: RegExp;
	/** Any noun of a meeting. */
	noun: RegExp;
}

/** The lexicon as patterns; the longest form wins. */
export function compileEvents(lexicon: EventsLexicon): CompiledEvents {
	const forms = lexicon.verbs.flatMap(({ id, forms: all }) => all.map((form) => [form, id] satisfies [string, string]));
	return {
		verb: anyOf(forms.map(([form]) => form)),
		idOf: new Map(forms),
		transitive: new Set(
			lexicon.verbs.filter((one) => one.transitive === true).flatMap((one) => one.forms.filter((f) => !f.includes(' ')))
		),
		deeds: deedsOf(lexicon.deeds),
		future: futureOf(lexicon.future),
		doubt: new RegExp(`\\b(?:${helpers(lexicon.future.hedged)}) (?:also |then |soon |now )?$`),
		noun: anyOf(lexicon.nouns)
	};
}

/** Deeds by the first word of each form; a particle after it is looked for like any object. */
function deedsOf(entries: EventsLexicon['deeds']): Map<string, Deed[]> {
	const deeds = new Map<string, Deed[]>();
	for (const { id, alone = false, verbs, of } of entries) {
		for (const { base, past, participle } of verbs.map(inflect)) {
			for (const form of new Set([base, past, participle])) {
				const [first = '', ...rest] = form.split(' ');
				const is = new Set<'base' | 'past' | 'participle'>();
				if (form === base) is.add('base');
				if (form === past) is.add('past');
				if (form === participle) is.add('participle');
				const deed = { id, is, alone, of: objectOf(of, rest.join(' ')) };
				deeds.set(first, [...(deeds.get(first) ?? []), deed]);
			}
		}
	}
	return deeds;
}

function objectOf(of: readonly string[] | undefined, particle: string): RegExp | undefined {
	const object = of === undefined ? '' : `[^.;:]{0,60}?\\b(?:${alternatives(of)})\\b`;
	if (particle !== '') return new RegExp(`^ ${particle}\\b${object}`, 'i');
	return of === undefined ? undefined : new RegExp(`^${object}`, 'i');
}

function futureOf({ certain, hedged, forms }: EventsLexicon['future']): RegExp {
	const helping = `(?:(?<certain>${helpers(certain)})|(?<hedged>${helpers(hedged)}))`;
	return new RegExp(
		`\\b${helping} (?:also |then |soon |now |still |again |next |jointly |formally )?(?:${alternatives(forms)})\\b`,
		'g'
	);
}

/** "Is expected to" with "also" or its like behind its first word too. */
function helpers(entries: readonly string[]): string {
	return alternatives(entries).replace(/\b(is|are|was|were) /g, '$1 (?:also |now |still |widely |then )?');
}

function anyOf(entries: readonly string[]): RegExp {
	return new RegExp(`\\b(?:${alternatives(entries)})\\b`, 'g');
}

function alternatives(entries: readonly string[]): string {
	const longestFirst = [...entries].sort((a, b) => b.length - a.length);
	return longestFirst.map(escapePattern).join('|');
}
