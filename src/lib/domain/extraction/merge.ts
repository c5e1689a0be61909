import { wordsOf } from '../text.ts';
import type { EvidenceSpan, ExtractedFact } from './types.ts';

/** So many earlier facts of a kind are compared: a text that repeats one thing endlessly stays linear. */
const COMPARED = 40;
const ALIKE = 0.6;
/** So many words of an earlier quotation are a repeat of it. */
const SHORTEST_REPEAT = 4;
const SMALL = new Set(
	'a an and as at by for from has have in is it its of on or that the their to was were will with'.split(' ')
);

/** What the article says once or several times: the best wording so far, and the places by their offsets. */
interface Gathered {
	id: string;
	best: ExtractedFact;
	words: Set<string>;
	places: Map<string, EvidenceSpan>;
}

/**
 * One fact for what an article says several times: the evidence of all, the wording of the most certain.
 * @param facts in the order of the text
 */
export function mergeFacts(facts: readonly ExtractedFact[]): ExtractedFact[] {
	const gathered: Gathered[] = [];
	const buckets = new Map<string, Gathered[]>();
	for (const fact of facts) {
		const key = bucketOf(fact);
		const bucket = buckets.get(key) ?? [];
		const words = distinctive(fact);
		const same = bucket.slice(-COMPARED).find((other) => sameFact(fact, words, other.best, other.words));
		const into = same ?? { id: fact.id, best: fact, words, places: new Map<string, EvidenceSpan>() };
		if (same) same.best = better(same.best, fact);
		else {
			bucket.push(into);
			buckets.set(key, bucket);
			gathered.push(into);
		}
		for (const place of fact.evidence) into.places.set(`${place.start}-${place.end}`, place);
	}
	return gathered.map(({ id, best, places }) => ({
		...best,
		id,
		evidence: [...places.values()].sort((one, other) => one.start - other.start)
	}));
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

function sameFact(fact: ExtractedFact, words: Set<string>, other: ExtractedFact, otherWords: Set<string>): boolean {
	if (fact.values.is === 'participant' && other.values.is === 'participant') {
		return sameRole(fact.values.role, other.values.role);
	}
	if (fact.values.is === 'place') return true;
	if (fact.values.is === 'quotation' && other.values.is === 'quotation') {
		return sameWords(fact.values.words, other.values.words);
	}
	return overlap(words, otherWords) >= (fact.values.is === 'date' || fact.values.is === 'figure' ? 0.5 : ALIKE);
}

/** The speaker and "said" are alike in all that he says: only the quoted words tell one quotation from another. */
function sameWords(a: string, b: string): boolean {
	const [x, y] = [wordsOf(a).join(' '), wordsOf(b).join(' ')];
	const [short, long] = x.length <= y.length ? [x, y] : [y, x];
	const fragment = short.split(' ').length >= SHORTEST_REPEAT && ` ${long} `.includes(` ${short} `);
	return short === long || fragment;
}

/** "President" is within "US President"; a former holder is not the present one. */
function sameRole(a: string, b: string): boolean {
	const [x, y] = [wordsOf(a), wordsOf(b)];
	if (x.includes('former') !== y.includes('former')) return false;
	const [short, long] = x.length <= y.length ? [x, y] : [y, x];
	return short.every((word) => long.includes(word));
}

/** The words that tell one statement from another. */
function distinctive(fact: ExtractedFact): Set<string> {
	const { values } = fact;
	const words =
		values.is === 'figure'
			? values.of || fact.statement
			: values.is === 'date'
				? values.event
				: (fact.gist ?? fact.statement);
	return new Set(wordsOf(words).filter((word) => !SMALL.has(word)));
}

/** Shared words over the smaller set's. */
function overlap(a: Set<string>, b: Set<string>): number {
	const smaller = Math.min(a.size, b.size);
	if (smaller === 0) return a.size === b.size ? 1 : 0;
	let shared = 0;
	for (const word of a) if (b.has(word)) shared++;
	return shared / smaller;
}

/** The more certain of two, as sure as the surer; of equals, the one that says more of a role. */
function better(earlier: ExtractedFact, later: ExtractedFact): ExtractedFact {
	const longer = later.values.is === 'participant' && String(later.value).length > String(earlier.value).length;
	const best = later.confidence > earlier.confidence || longer ? later : earlier;
	return { ...best, confidence: Math.max(earlier.confidence, later.confidence) };
}
