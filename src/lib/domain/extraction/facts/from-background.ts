import type { Sentence } from '../../articles/types.ts';
import { within, type Found } from '../found.ts';
import type { ExtractedFact, Mention } from '../types.ts';
import { sentence as asSentence, tidy, wording } from '../wording/wording.ts';
import { insideQuotation } from './from-events.ts';
import { makeFact } from './make-fact.ts';
import { standingOf } from './standing.ts';

/** ", a self-ruled island that Beijing claims," after a name: what the text explains of it. */
const EXPLAINED = /^,\s((?:an?|the)\s[^,;:.()"—]{8,140})(?=[,.;])/;

/** A fact for each body or place that the text explains in passing. */
export function factsFromBackground(found: Found): ExtractedFact[] {
	return found.layout.sentences.flatMap((place, index) =>
		place.duplicate
			? []
			: [
					...within(found.mentions, place).flatMap((mention) => explained(found, mention, index)),
					...unequalled(found, place, index)
				]
	);
}

/** "the first such visit in 12 years", "the lowest level since 1990". */
const UNEQUALLED =
	/\b(?:the|their|his|her|its) (?:first|last|only|largest|biggest|highest|lowest|longest|latest|most recent) (?:[\w'-]+ ){1,8}?(?:since|in|for|to|of|between|ever)\b[^,.;"]{0,60}/i;

function unequalled(found: Found, place: Sentence, index: number): ExtractedFact[] {
	const match = UNEQUALLED.exec(found.layout.article.normal.slice(place.start, place.end));
	if (!match) return [];
	const span = { start: place.start + match.index, end: place.start + match.index + match[0].trimEnd().length };
	if (insideQuotation(found, span)) return [];
	const words = tidy(match[0]);
	return [
		makeFact(found, {
			kind: 'background',
			statement: asSentence(wording(found, place)),
			values: { is: 'content', content: words, parts: [] },
			...standingOf(found, index, place),
			span,
			sentence: index,
			rule: 'background.unequalled',
			confidence: 0.6,
			why: `“${words.split(' ').slice(0, 3).join(' ')}…” compares with what was before`
		})
	];
}

function explained(found: Found, mention: Mention, index: number): ExtractedFact[] {
	const { referent } = mention;
	if (!referent || referent.is === 'person' || referent.is === 'joint' || mention.via === 'pronoun') return [];
	const after = found.layout.article.normal.slice(mention.end, mention.end + 160);
	const words = EXPLAINED.exec(after)?.[1];
	if (words === undefined) return [];
	return [
		makeFact(found, {
			kind: 'background',
			statement: asSentence(`${referent.name} is ${tidy(words)}`),
			values: { is: 'relation', subject: referent.name, relation: 'is', object: tidy(words) },
			span: { start: mention.start, end: mention.end + 2 + words.length },
			sentence: index,
			rule: 'background.apposition',
			confidence: 0.6,
			why: `explained in passing after ${mention.why}`
		})
	];
}
