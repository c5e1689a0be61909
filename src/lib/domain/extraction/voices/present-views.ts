import { contentEnd, isAttribution } from '../propositions/clause.ts';
import { looksFinite } from '../propositions/coordinated.ts';
import { wordAt, type Hit, type Parsed } from '../propositions/sentence.ts';
import { directSubject, mainSubject, subjectAt, type Subject } from '../propositions/subject.ts';
import { AUXILIARIES, DETERMINERS, isAdverb, isNumeral, NEGATORS, PREPOSITIONS } from '../propositions/words.ts';
import { INNER } from './denials.ts';
import type { Run, Voice } from './types.ts';
import { voiceOf } from './voice.ts';
import { POSITION_NOUNS } from './words.ts';

/** What a side is told to hold by a verb in the present tense. */
export interface PresentView extends Run {
	voice: Voice;
	/** Where its verb group begins: "does not", "still". */
	group: number;
	verb: number;
	why: string;
}

/** So many verbs of one sentence are looked at. */
const MOST = 8;
/** What an object begins with, beside articles and names. */
const OBJECTS = new Set(
	`anything nothing something everything anyone nobody everyone more no only both all any many most neither either what
	how whether it them itself themselves`.split(/\s+/)
);

/**
 * "Washington still bars anything stronger", "which wants a referendum", "but does not trust the text": a side's standing
 * view by a verb in the simple present that no list has. What states do without holding a view ("hosts", "exports") is
 * left out.
 */
export function presentViews(parsed: Parsed): PresentView[] {
	const { tokens, lexicon } = parsed;
	const found: PresentView[] = [];
	if (tokens.at(-1)?.w === '?') return found;
	for (let at = 1, tried = 0; at < tokens.length - 1 && tried < MOST; at++) {
		if (!isPresentVerb(parsed, at) || lexicon.viewless.has(wordAt(tokens, at))) continue;
		tried++;
		const view = viewAt(parsed, at);
		if (view) found.push(view);
	}
	return found;
}

/** "bars anything", "does not trust the": a verb in the present with its object, outside of quotation marks. */
function isPresentVerb(parsed: Parsed, at: number): boolean {
	const { tokens, named, startingAt } = parsed;
	const token = tokens[at];
	if (!token?.word || token.capital || token.quoted || AUXILIARIES.has(token.w) || !/^[a-z-]{3,}$/.test(token.w))
		return false;
	if (named.some((one) => one.from <= at && at < one.to)) return false;
	const [before, next] = [wordAt(tokens, at - 1), wordAt(tokens, at + 1)];
	if (isNever(tokens, at)) return true;
	const object = DETERMINERS.has(next) || OBJECTS.has(next) || startingAt.has(at + 1) || tokens[at + 1]?.w === '"';
	if (
		!(object || isPlainObject(parsed, at)) ||
		AUXILIARIES.has(next) ||
		(next === 'that' && !POSITION_NOUNS.has(wordAt(tokens, at + 2)))
	)
		return false;
	if (NEGATORS.has(before) && ['does', 'do'].includes(wordAt(tokens, at - 2))) return true;
	if (DETERMINERS.has(before) || isNumeral(before) || PREPOSITIONS.has(before) || before === "'s") return false;
	if (/[^s'u]s$/.test(token.w)) return token.w.length > 3;
	if (!object || looksFinite(token.w) || /(?:ing|en)$/.test(token.w)) return false;
	return isPlural(tokens, groupStart(parsed, at));
}

/** "has never gone": what a side has not done in all the time. */
function isNever(tokens: Parsed['tokens'], at: number): boolean {
	const never = wordAt(tokens, at - 1) === 'never' && ['has', 'have'].includes(wordAt(tokens, at - 2));
	return never && /(?:[ct]ed|one|en|ld|ade)$/.test(wordAt(tokens, at));
}

/** "American officials fear the": those who act for a state, many of them. */
const isPlural = (tokens: Parsed['tokens'], verb: number): boolean => MANY.has(wordAt(tokens, verb - 1));
const MANY = new Set('officials governments leaders ministers diplomats regulators lawmakers authorities'.split(' '));

/** "keeps chips off limits": a verb of deeds whose object has no article. */
function isPlainObject({ tokens, lexicon }: Parsed, at: number): boolean {
	const next = wordAt(tokens, at + 1);
	const plain = /^[a-z-]{3,}$/.test(next) && !PREPOSITIONS.has(next) && !NEGATORS.has(next) && !isAdverb(next);
	return plain && !looksFinite(next) && !NO_OBJECT.has(next) && lexicon.actions.has(lemmaOf(wordAt(tokens, at)));
}

const NO_OBJECT = new Set('and or but nor that which who as than if because while when where'.split(' '));

/** "carries" is "carry", "passes" "pass". */
export function lemmaOf(word: string): string {
	if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	return /(?:ss|sh|ch|x|zz|o)es$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, '');
}

function viewAt(parsed: Parsed, at: number): PresentView | null {
	const { tokens } = parsed;
	const group = groupStart(parsed, at);
	const hit = verbHit(at);
	const subject = subjectOf(parsed, hit, group);
	const voice = voiceOf(subject);
	if (!subject || !voice || voice.party === null || isLoose(parsed, subject)) return null;
	const near = subject.how !== 'direct' || subject.group === group || tokens[group - 1]?.w === ',';
	if (!near) return null;
	const to = contentEnd(parsed, hit, at + 1, 'np');
	// "S, a paper said": told by somebody else.
	if (tokens.some(({ w }, comma) => w === ',' && comma > at && isAttribution(parsed, comma))) return null;
	const how = subject.how === 'shared' ? 'shared' : 'direct';
	return {
		voice,
		group,
		verb: at,
		from: subject.how === 'direct' ? withArticle(tokens, subject.from) : group,
		to,
		why: `trigger “${wordAt(tokens, at)}”, subject ${subject.named.mention.why} (${how})`
	};
}

const withArticle = (tokens: Parsed['tokens'], from: number): number =>
	wordAt(tokens, from - 1) === 'the' ? from - 1 : from;

/** Who holds it: right before the verb, before ", which", or of the clause that "but" and "and" go on with. */
function subjectOf(parsed: Parsed, hit: Hit, group: number): Subject | null {
	const { tokens } = parsed;
	const before = wordAt(tokens, group - 1);
	if (before === 'which' || before === 'who') {
		const owner = tokens[group - 2]?.w === ',' ? parsed.endingAt.get(group - 3) : undefined;
		return owner ? { ...subjectAt(parsed, owner, group, 'after', 0.85) } : null;
	}
	if (before === 'and' || before === 'but') return mainSubject(parsed, hit);
	const subject = directSubject(parsed, hit);
	return subject?.how === 'direct' ? subject : null;
}

/** "if Washington bars": a clause that tells of no standing view. */
function isLoose({ tokens }: Parsed, { from, how }: Subject): boolean {
	const before = wordAt(tokens, from - 1);
	return how === 'direct' && INNER.has(before) && before !== 'as' && before !== 'while' && before !== 'because';
}

/** The first of "does not", "still", "never" before a verb. */
function groupStart({ tokens }: Parsed, at: number): number {
	let from = at;
	while (
		from > 0 &&
		(isAdverb(wordAt(tokens, from - 1)) ||
			NEGATORS.has(wordAt(tokens, from - 1)) ||
			['does', 'do', 'has', 'have'].includes(wordAt(tokens, from - 1)))
	)
		from--;
	return from;
}

const verbHit = (at: number): Hit => ({ from: at, to: at + 1, entry: HOLDING, forms: ['s'], passive: false });
const HOLDING = {
	id: 'present',
	pattern: 'hold',
	class: 'stance',
	stance: 'view',
	takes: ['np'],
	noun: false,
	denies: false,
	hedges: false,
	confidence: 0.5,
	test: ''
} satisfies Hit['entry'];
