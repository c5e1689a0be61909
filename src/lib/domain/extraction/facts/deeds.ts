import type { Sentence, Span } from '../../articles/types.ts';
import { matchesOf } from '../../text.ts';
import type { Found } from '../found.ts';
import { within } from '../spans.ts';
import type { Deed } from '../lexicon/events.ts';
import type { ExtractedFact, Mention } from '../types.ts';

/** One place where a sentence tells of something that happened, was not done, or is to come. */
export interface Doing extends Span {
	/** Id of the verb in the lexicon. */
	id: string;
	words: string;
	/** In the passive, whoever did it need not be named. */
	passive: boolean;
	standing?: Pick<ExtractedFact, 'polarity' | 'modality'>;
}

const BEFORE = 48;
const AFTER = 80;
const ADVERBS =
	'(?: (?:also|again|then|now|just|once|twice|first|finally|since|already|yet|still|formally|officially|jointly|[a-z]+ly))?';
const NOT = new RegExp(
	`(?:\\b(?:did|does|do|has|have|had|was|were)(?: not|n't)|\\bnever|\\b(?:has|have|had|is|are) yet to|\\b(?:failed|refused|declined) to)${ADVERBS}(?: been| be| have)?${ADVERBS} $`
);
const PASSIVE = new RegExp(`\\b(?:was|were|been)${ADVERBS} $`);
const PERFECT = new RegExp(`\\b(?:has|have|had)${ADVERBS} $`);
/** "To sign", "will sign", "are lifted", "being held": nothing that has happened. */
const UNDONE =
	/\b(?:[Aa]n?|[Tt]he|[Ii]ts|their|his|her|of|by|with|for|most|newly|recently|to|will|would|may|might|can|could|shall|should|must|be|being|is|are|not|n't|if|unless|get|gets|let|lets|help|helps)(?: (?:also|then|again|jointly|[a-z]+ly))? $/;
/** What follows where nothing was done to anything: "signed in 2015", "imposed by". */
const NO_OBJECT =
	/^(?:\s*$|[.,;:)]| (?:by|in|on|at|under|without|since|against|during|last|for|to|with|from|and|or|as|after|before|when|if|because|until|between|among|off)\b)/;
const DOUBTED = /\b(?:possibly|perhaps|probably|reportedly|maybe|likely|if|whether)\b/;
/** A guest, and no assurances. */
const GUEST =
	/^ (?:(?:the|an?|his|her|its|their|visiting|\S+['’]s) ){0,3}(?:him\b|her\b|them\b|\p{Lu}|delegation|president|prime|premier|foreign|counterpart|leaders?|ministers?|ambassador|envoys?|talks|summit|meeting|round|delegations)/u;
/** "Signed up", "ruled out", "recalled that": another verb. */
const PARTICLE = /^ (?:up|off|out|that)\b/;
/** "Arrived in Lima", and not "arrived in a form". */
const SOMEWHERE = /^ (?:[a-z]+ ){0,3}(?:\p{Lu}|capital|city|country|island|airport|base|port|palace|talks)/u;
const AMBIGUOUS = /^(?:visits|meets|tours|hosts)$/;
const DENIED = { polarity: 'negated', modality: 'established' } as const;
const ANNOUNCED = { polarity: 'affirmed', modality: 'announced' } as const;
const HEDGED = { polarity: 'hedged', modality: 'reportedly' } as const;

/** What the sentences of an article tell of, by where they begin: more than one kind of fact asks. */
const READ = new WeakMap<readonly Mention[], Map<number, readonly Doing[]>>();

/** What a sentence tells of, in its order. */
export function doingsIn(found: Found, place: Sentence): readonly Doing[] {
	const read = READ.get(found.mentions) ?? new Map<number, readonly Doing[]>();
	READ.set(found.mentions, read);
	const known = read.get(place.start) ?? readDoings(found, place);
	read.set(place.start, known);
	return known;
}

function readDoings(found: Found, place: Sentence): Doing[] {
	const words = found.layout.article.normal.slice(place.start, place.end);
	const all = [
		...matchesOf(found.events.verb, words).flatMap((match) => toldBy(found, place, words, match)),
		...deedsIn(found, place, words),
		...matchesOf(found.events.future, words).map((match) => coming(place, words, match))
	];
	return all.sort((a, b) => a.start - b.start);
}

function coming(place: Sentence, words: string, match: RegExpExecArray): Doing {
	const start = place.start + match.index;
	const doubted = DOUBTED.test(words.slice(Math.max(0, match.index - BEFORE), match.index));
	const standing = match.groups?.['certain'] === undefined || doubted ? HEDGED : ANNOUNCED;
	return {
		start,
		end: start + match[0].length,
		id: 'future',
		words: match[0],
		passive: / be /.test(match[0]),
		standing
	};
}

/** A verb of the list of forms, unless what stands before it says that it is no finite verb. */
function toldBy(found: Found, place: Sentence, words: string, match: RegExpExecArray): Doing[] {
	const [text] = match;
	const start = place.start + match.index;
	const before = words.slice(Math.max(0, match.index - BEFORE), match.index);
	const doing = { start, end: start + text.length, id: found.events.idOf.get(text) ?? 'verb', words: text };
	if (AMBIGUOUS.test(text) && !isAfterActor(found, place, start)) return [];
	const after = words.slice(match.index + text.length, match.index + text.length + AFTER);
	if (PARTICLE.test(after) || (/ (?:in|to)$/.test(text) && !SOMEWHERE.test(after))) return [];
	if (/^(?:received|hosted)$/.test(text) && !PASSIVE.test(before) && !GUEST.test(after)) return [];
	if (/^(?:was|were|is|are) /.test(text)) return [{ ...doing, passive: true }];
	if (NOT.test(before)) return [{ ...doing, passive: false, standing: DENIED }];
	if (PASSIVE.test(before)) return [{ ...doing, passive: true }];
	if (UNDONE.test(before)) return [];
	const open = found.events.transitive.has(text) && NO_OBJECT.test(after);
	return open && !isAfterActor(found, place, start) ? [] : [{ ...doing, passive: false }];
}

const SMALL_WORD = /\b[a-z]+(?:-[a-z]+)?\b/g;

/** Deeds by their verbs, each word looked up once. */
function deedsIn(found: Found, place: Sentence, words: string): Doing[] {
	const doings: Doing[] = [];
	for (const match of matchesOf(SMALL_WORD, words)) {
		const [text] = match;
		const deeds = found.events.deeds.get(text);
		if (!deeds) continue;
		const context = {
			before: words.slice(Math.max(0, match.index - BEFORE), match.index),
			after: words.slice(match.index + text.length, match.index + text.length + AFTER),
			near: isAfterActor(found, place, place.start + match.index),
			doubted: found.events.doubt
		};
		for (const deed of deeds) {
			const told = readDeed(deed, context);
			if (!told) continue;
			const start = place.start + match.index;
			doings.push({ start, end: start + text.length, id: deed.id, words: text, ...told });
			break;
		}
	}
	return doings;
}

interface Context {
	before: string;
	after: string;
	/** Whoever did it is named right before the verb. */
	near: boolean;
	/** The words before a base form that hedge it. */
	doubted: RegExp;
}

const ALLOWED_TO_SPEAK = /^ to (?:speak|describe|discuss|comment|talk|brief)\b/;

function readDeed(
	{ is, alone, of }: Deed,
	{ before, after, near, doubted }: Context
): Pick<Doing, 'passive' | 'standing'> | undefined {
	const passive = is.has('participle') && PASSIVE.test(before);
	const object = of === undefined || of.test(after) || ((passive || near) && of.test(` ${before}`));
	// "Were not authorised to speak": why somebody is not named.
	if (!object || (of === undefined && (PARTICLE.test(after) || ALLOWED_TO_SPEAK.test(after)))) return undefined;
	if (NOT.test(before)) return { passive: is.has('participle') && !is.has('base'), standing: DENIED };
	if (passive) return alone ? undefined : { passive: true };
	if (is.has('base') && doubted.test(before)) return { passive: false, standing: HEDGED };
	if (is.has('participle') && PERFECT.test(before)) return { passive: false };
	if (!is.has('past') || UNDONE.test(before)) return undefined;
	return alone || near || !NO_OBJECT.test(after) ? { passive: false } : undefined;
}

/** Whether somebody is named right before a place: "the Commerce Department first imposed". */
function isAfterActor(found: Found, place: Sentence, at: number): boolean {
	const { normal } = found.layout.article;
	return within(found.mentions, { start: place.start, end: at }).some(
		({ end, referent }) => referent && referent.is !== 'place' && /^(?: [a-z]+(?:ly)?)? $/.test(normal.slice(end, at))
	);
}
