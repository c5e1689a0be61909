import { fold, wordsOf } from '../text.ts';
import type { EvidenceSpan, ExtractedFact } from './types.ts';

/** So many earlier facts of a kind are compared: a text that repeats one thing endlessly stays linear. */
const COMPARED = 40;
const ALIKE = 0.6;
/** So many words of an earlier quotation are a repeat of it. */
const SHORTEST_REPEAT = 4;
/** So many words in which two begin alike, in words that tell. */
const SAME_BEGINNING = 3;
const SMALL = new Set(
	'a an and as at by for from has have in is it its of on or that the their to was were will with'.split(' ')
);

/** What the article says once or several times: the best wording so far, and the places by their offsets. */
interface Gathered {
	id: string;
	first: Folded;
	best: Folded;
	places: Map<string, EvidenceSpan>;
}

/** Numbers words as they come: numbers are compared faster. */
class Numbering {
	readonly #known = new Map<string, number>();

	of(word: string): number {
		const known = this.#known.get(word);
		if (known !== undefined) return known;
		const number = this.#known.size;
		this.#known.set(word, number);
		return number;
	}
}

/** A fact, and the words by which it is compared: each folded when first asked for, and once. */
class Folded {
	readonly fact: ExtractedFact;
	readonly #numbers: Numbering;
	#ordered: readonly number[] | null = null;
	#distinctive: readonly number[] | null = null;
	#said: string | null = null;
	#role: readonly string[] | null = null;

	constructor(fact: ExtractedFact, numbers: Numbering) {
		this.fact = fact;
		this.#numbers = numbers;
	}

	/** The words that tell one statement from another, numbered, in the order of the text. */
	get ordered(): readonly number[] {
		return (this.#ordered ??= distinctive(this.fact, this.#numbers));
	}

	/** The same in the order of their numbers. */
	get distinctive(): readonly number[] {
		return (this.#distinctive ??= [...this.ordered].sort((one, other) => one - other));
	}

	/** A quotation's words. */
	said(words: string): string {
		return (this.#said ??= fold(words));
	}

	/** The words of a participant's role. */
	role(role: string): readonly string[] {
		return (this.#role ??= wordsOf(role));
	}
}

/**
 * One fact for what an article says several times: the evidence of all, the wording of the most certain.
 * @param facts in the order of the text
 */
export function mergeFacts(facts: readonly ExtractedFact[]): ExtractedFact[] {
	const gathered: Gathered[] = [];
	const buckets = new Map<string, Gathered[]>();
	const numbers = new Numbering();
	for (const fact of facts) {
		const key = bucketOf(fact);
		const bucket = buckets.get(key) ?? [];
		const one = new Folded(fact, numbers);
		const same = firstSame(bucket, one);
		const into = same ?? { id: fact.id, first: one, best: one, places: new Map<string, EvidenceSpan>() };
		if (same) same.best = better(same.best, one, numbers);
		else {
			bucket.push(into);
			buckets.set(key, bucket);
			gathered.push(into);
		}
		for (const place of fact.evidence) into.places.set(`${place.start}-${place.end}`, place);
	}
	return gathered.map(({ id, best, places }) => ({
		...best.fact,
		id,
		evidence: places.size > 1 ? [...places.values()].sort((a, b) => a.start - b.start) : [...places.values()]
	}));
}

function firstSame(bucket: readonly Gathered[], one: Folded): Gathered | undefined {
	for (let at = Math.max(0, bucket.length - COMPARED); at < bucket.length; at++) {
		const other = bucket[at];
		if (other && sameFact(one, other.best, other.first)) return other;
	}
	return undefined;
}

/** Facts in different buckets are never the same. */
function bucketOf(fact: ExtractedFact): string {
	const { kind, values, polarity } = fact;
	switch (values.is) {
		case 'participant':
			return `${kind}|${values.people.join()}`;
		case 'date':
		case 'figure':
		case 'place':
			return `${kind}|${String(fact.value)}|${fact.unit ?? ''}|${polarity}`;
		default:
			return `${kind}|${fact.holderId ?? ''}|${polarity}`;
	}
}

function sameFact(one: Folded, best: Folded, first: Folded): boolean {
	const [values, others] = [one.fact.values, best.fact.values];
	if (values.is === 'participant' && others.is === 'participant') {
		return sameRole(one.role(values.role), best.role(others.role));
	}
	if (values.is === 'place') return true;
	if (values.is === 'quotation' && others.is === 'quotation') {
		return sameWords(one.said(values.words), best.said(others.words));
	}
	const alike = values.is === 'date' || values.is === 'figure' ? 0.5 : ALIKE;
	return overlap(one.distinctive, first.distinctive) >= alike && !(values.is === 'content' && partsWays(one, first));
}

/**
 * "A working group on ports", "a working group on cables": as alike as they begin, each goes on with what the other
 * has not.
 */
function partsWays({ ordered: a }: Folded, { ordered: b }: Folded): boolean {
	const at = a.findIndex((word, index) => word !== b[index]);
	const [own, other] = [a[at], b[at]];
	return at >= SAME_BEGINNING && own !== undefined && other !== undefined && !a.includes(other) && !b.includes(own);
}

/** The speaker and "said" are alike in all that he says: only the quoted words tell one quotation from another. */
function sameWords(x: string, y: string): boolean {
	const [short, long] = x.length <= y.length ? [x, y] : [y, x];
	const fragment = ` ${long} `.includes(` ${short} `) && short.split(' ').length >= SHORTEST_REPEAT;
	return short === long || fragment;
}

/** "President" is within "US President"; a former holder is not the present one. */
function sameRole(x: readonly string[], y: readonly string[]): boolean {
	if (x.includes('former') !== y.includes('former')) return false;
	const [short, long] = x.length <= y.length ? [x, y] : [y, x];
	return short.every((word) => long.includes(word));
}

function distinctive(fact: ExtractedFact, numbers: Numbering): readonly number[] {
	const { values } = fact;
	const words =
		values.is === 'figure'
			? values.of || fact.statement
			: values.is === 'date'
				? values.event
				: (fact.gist ?? fact.statement);
	const own = new Set<number>();
	for (const word of wordsOf(words)) if (!SMALL.has(word)) own.add(numbers.of(word));
	return [...own];
}

/** Shared words over the smaller set's, by one walk over both. */
function overlap(a: readonly number[], b: readonly number[]): number {
	const smaller = Math.min(a.length, b.length);
	if (smaller === 0) return a.length === b.length ? 1 : 0;
	let shared = 0;
	for (let at = 0, other = 0; at < a.length && other < b.length;) {
		const apart = (a[at] ?? 0) - (b[other] ?? 0);
		if (apart === 0) shared++;
		if (apart <= 0) at++;
		if (apart >= 0) other++;
	}
	return shared / smaller;
}

/** The more certain of two, as sure as the surer; of equals, the one that says more of a role. */
function better(before: Folded, after: Folded, numbers: Numbering): Folded {
	const [earlier, later] = [before.fact, after.fact];
	const longer = later.values.is === 'participant' && String(later.value).length > String(earlier.value).length;
	if (later.confidence > earlier.confidence) return after;
	if (!longer) return before;
	return new Folded({ ...later, confidence: earlier.confidence }, numbers);
}
