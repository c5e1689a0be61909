/** An inventory of facts from several articles, read as the gold of one of them. See docs/gold-format.md. */
import * as v from 'valibot';
import type { FactKind } from '../facts/vocabulary.ts';
import { parseQuantity } from '../grading/quantities.ts';
import type { GoldFact, GoldProblem } from './gold.ts';
import { countryOf } from './sides.ts';
import { plainGlyphs } from './spans.ts';

const evidence = v.object({ seed: v.string(), locator: v.string(), match: v.string() });
const entry = v.object({
	id: v.string(),
	kind: v.picklist([
		'date',
		'participant',
		'position',
		'quote',
		'agreement',
		'figure',
		'place',
		'organisation',
		'event-cause',
		'background'
	]),
	topic: v.string(),
	statement: v.string(),
	subject: v.string(),
	relation: v.string(),
	object: v.union([v.string(), v.array(v.string()), v.null()]),
	holder: v.nullable(v.string()),
	date: v.nullable(v.string()),
	evidence: v.array(evidence)
});

export type InventoryFact = v.InferOutput<typeof entry>;

/**
 * Reads an inventory, a JSON object a line.
 * @returns its facts, or the lines (from 1) that are none
 */
export function parseInventory(
	jsonl: string
): { ok: true; facts: InventoryFact[] } | { ok: false; problems: GoldProblem[] } {
	const facts: InventoryFact[] = [];
	const problems: GoldProblem[] = [];
	for (const [index, line] of jsonl.split('\n').entries()) {
		if (line.trim() === '') continue;
		const read = v.safeParse(v.pipe(v.string(), v.parseJson(), entry), line);
		if (read.success) facts.push(read.output);
		else problems.push({ line: index + 1, message: v.summarize(read.issues).replace(/\n\s*/g, ' ') });
	}
	return problems.length > 0 ? { ok: false, problems } : { ok: true, facts };
}

/**
 * The gold of one article: the facts that have evidence in it and a value that its kind needs.
 * @param seed the number that the article's file name and the evidence begin with
 * @param text the article's text; a locator "p7" is its seventh line that is not empty
 * @returns facts without a polarity, since an inventory gives none; a date whose year its line does not give is optional
 */
export function goldFromInventory(facts: readonly InventoryFact[], seed: string, text: string): GoldFact[] {
	const lines = linesOf(plainGlyphs(text));
	return facts.flatMap((fact) => {
		const kind = kindOf(fact);
		const value = valueOf(fact, kind);
		const found = fact.evidence
			.filter((one) => one.seed === seed)
			.flatMap((one) => placeOf(one.match, lines[Number(one.locator.slice(1)) - 1], text));
		if (found.length === 0 || value === undefined || isAboutSource(fact)) return [];
		const dated = kind !== 'date' || found.some(({ line }) => line.includes(String(value).slice(0, 4)));
		return [
			{
				id: fact.id,
				kind,
				orKind: [],
				topic: fact.topic,
				statement: fact.statement,
				holder: holderOf(fact.holder),
				value,
				match: found.map(({ text: words, nth }) => ({ text: words, nth })),
				nth: 1,
				accept: [],
				excerpt: kind === 'quotation',
				optional: !dated
			}
		];
	});
}

interface Line {
	start: number;
	text: string;
}

function linesOf(plain: string): Line[] {
	const lines: Line[] = [];
	let start = 0;
	for (const text of plain.split('\n')) {
		if (text.trim() !== '') lines.push({ start, text });
		start += text.length + 1;
	}
	return lines;
}

/** Which occurrence in the whole text the words of one line are. */
function placeOf(match: string, line: Line | undefined, text: string): { text: string; nth: number; line: string }[] {
	const words = plainGlyphs(match);
	const inside = line?.text.indexOf(words) ?? -1;
	if (line === undefined || inside < 0) return [];
	const before = plainGlyphs(text).slice(0, line.start + inside + words.length);
	return [{ text: words, nth: before.split(words).length - 1, line: line.text }];
}

function kindOf({ kind, relation, holder }: InventoryFact): FactKind {
	if (kind === 'quote') return 'quotation';
	if (kind === 'event-cause') return 'cause';
	if (kind !== 'agreement') return kind;
	if (/^no-/.test(relation)) return 'non-agreement';
	return holder === 'both' || holder === null ? 'agreement' : 'commitment';
}

/** The value as the gold has it; undefined where the entry has none that could be compared. */
function valueOf(fact: InventoryFact, kind: FactKind): string | number | null | undefined {
	const object = typeof fact.object === 'string' ? fact.object : undefined;
	if (kind === 'date') return fact.date ?? undefined;
	if (kind === 'participant') return fact.relation === 'office' ? `${fact.subject}, ${object ?? ''}` : undefined;
	if (kind === 'quotation') return object;
	if (kind === 'figure') return object === undefined ? undefined : firstNumber(object);
	return null;
}

/** The number that an object begins with ("about four hours", "50,000 young Americans"). */
function firstNumber(object: string): number | undefined {
	const words = object.split(' ');
	for (let length = words.length; length > 0; length--) {
		const quantity = parseQuantity(words.slice(0, length).join(' '));
		if (quantity) return quantity.values[0];
	}
	return undefined;
}

const holderOf = (holder: string | null): string | null => {
	const country = holder === null ? undefined : countryOf(holder);
	if (country === undefined) return holder;
	return country === 'united states' ? 'United States' : country.charAt(0).toUpperCase() + country.slice(1);
};

/** Facts about the articles themselves (who wrote them, when they were updated) are none of their contents. */
const isAboutSource = (fact: InventoryFact): boolean =>
	/^(?:Articles? \d|Publishers?\b)/.test(fact.subject) || /author-of/.test(fact.relation);
