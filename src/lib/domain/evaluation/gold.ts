/** Gold: what a careful reader finds in an article, one JSON object a line. See docs/gold-format.md. */
import * as v from 'valibot';
import { FACT_KINDS, MODALITIES } from '../facts/vocabulary.ts';

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));
const place = v.union([text, v.strictObject({ text, nth: v.pipe(v.number(), v.integer(), v.minValue(1)) })]);

export const goldFactSchema = v.strictObject({
	id: text,
	kind: v.picklist(FACT_KINDS),
	/** Other kinds under which it is as right: "did not agree to" may be a non-agreement or a commitment denied. */
	orKind: v.optional(v.array(v.picklist(FACT_KINDS)), []),
	/** Id of its topic; of several, each is right and the first one is the topic under which it is counted. */
	topic: v.optional(v.union([text, v.pipe(v.array(text), v.minLength(1))])),
	statement: text,
	modality: v.optional(v.picklist(MODALITIES)),
	/** Absent where nobody judged it: then it is not compared. */
	polarity: v.optional(v.picklist(['affirmed', 'negated', 'hedged'])),
	holder: v.nullable(text),
	value: v.nullable(v.union([text, v.number()])),
	unit: v.optional(v.nullable(text)),
	/** Words of the article that an evidence must overlap; of several, any will do. */
	match: v.union([text, v.pipe(v.array(place), v.minLength(1))]),
	/** Which occurrence of the words is meant, from 1; for plain strings. */
	nth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
	/** Other values that are as right: another wording of an office, another precision of a date. */
	accept: v.optional(v.array(v.union([text, v.number()])), []),
	/** The value of a quotation is only some of the words. */
	excerpt: v.optional(v.boolean(), false),
	/** Right where it is proposed, no miss where it is not. */
	optional: v.optional(v.boolean(), false),
	note: v.optional(v.string())
});

export const goldMetaSchema = v.strictObject({
	/** ISO day of publication that the rules are told; null: it is not known; absent: they propose it from the article. */
	published: v.optional(v.nullable(v.pipe(v.string(), v.isoDate()))),
	style: v.optional(v.string()),
	note: v.optional(v.string()),
	/** The kinds that are annotated; proposals of others are not judged. */
	kinds: v.optional(v.array(v.picklist(FACT_KINDS)), [...FACT_KINDS])
});

export type GoldFact = v.InferOutput<typeof goldFactSchema>;
export type GoldMeta = v.InferOutput<typeof goldMetaSchema>;

/** The topics under which a gold fact may be put, its own first; empty where it has none. */
export function topicsOf({ topic }: GoldFact): readonly string[] {
	if (topic === undefined) return [];
	return typeof topic === 'string' ? [topic] : topic;
}

/** A gold file, read. */
export interface Gold {
	meta: GoldMeta;
	facts: GoldFact[];
}

/** What is wrong with a gold file, a line number (from 1) each. */
export interface GoldProblem {
	line: number;
	message: string;
}

/**
 * Reads a gold file's text: an optional first line `{"meta": …}`, then a fact a line; empty lines are skipped.
 * @returns the gold, or every line that does not fit the schema or repeats an id
 */
export function parseGold(jsonl: string): { ok: true; gold: Gold } | { ok: false; problems: GoldProblem[] } {
	const problems: GoldProblem[] = [];
	const facts: GoldFact[] = [];
	let meta: GoldMeta = v.parse(goldMetaSchema, {});
	const ids = new Set<string>();
	for (const [index, line] of jsonl.split('\n').entries()) {
		if (line.trim() === '') continue;
		const read = readLine(line);
		if (typeof read === 'string') problems.push({ line: index + 1, message: read });
		else if ('meta' in read) meta = read.meta;
		else if (ids.has(read.id)) problems.push({ line: index + 1, message: `the id ${read.id} is used twice` });
		else {
			ids.add(read.id);
			facts.push(read);
		}
	}
	return problems.length > 0 ? { ok: false, problems } : { ok: true, gold: { meta, facts } };
}

function readLine(line: string): GoldFact | { meta: GoldMeta } | string {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch (error) {
		return error instanceof Error ? error.message : 'is no JSON';
	}
	const asMeta = v.safeParse(v.strictObject({ meta: goldMetaSchema }), value);
	if (asMeta.success) return asMeta.output;
	const asFact = v.safeParse(goldFactSchema, value);
	return asFact.success ? asFact.output : v.summarize(asFact.issues).replace(/\n\s*/g, ' ');
}
