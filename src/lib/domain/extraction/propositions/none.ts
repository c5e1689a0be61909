import { wordSet } from '../../text.ts';
import { spanOf } from './clause.ts';
import { BOTH } from './reading.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, NEGATORS, PREPOSITIONS } from './words.ts';

/** What is asked for by a line without a verb: "A joint statement?". */
const SOUGHT = wordSet(
	`statement communique communiqué declaration deal agreement accord pact treaty memorandum truce breakthrough date dates timetable
	promise pledge commitment commitments assurance assurances guarantee concession concessions compromise roadmap consensus word
	undertaking ceasefire settlement progress apology text paper contract contracts result results signature`
);
const NONE = wordSet('none no not nothing neither nowhere nope never');
const LATER = wordSet('this yet now today until before for in');
/** No more words than these answer such a line: "There was none." */
const ANSWER = 9;

/** Whether a sentence asks without a verb: "A word on the islands?". */
export function asksBare({ tokens }: Parsed): boolean {
	const words = tokens.filter(({ word }) => word);
	return tokens.at(-1)?.w === '?' && words.length < 16 && !words.some(({ w }) => AUXILIARIES.has(w));
}

/** "A joint statement? None.": what a line asks for and the next one denies was not agreed. */
function answersNone(parsed: Parsed, question: Parsed | null): Draft[] {
	const { tokens } = parsed;
	const words = tokens.filter(({ word }) => word).map(({ w }) => w);
	if (!question || words.length === 0) return [];
	const near = tokens.findIndex(({ w }) => [',', ':', ';', '.', '—'].includes(w));
	const first = tokens.slice(0, near < 0 ? tokens.length : near).filter(({ word }) => word);
	const there = words[0] === 'there' && first.some(({ w }) => NONE.has(w));
	const denies = NONE.has(words[0] ?? '') || there;
	// "Visa-free travel? Not this year.": whatever was asked for.
	const later = words[0] === 'not' && LATER.has(words[1] ?? '');
	const sought = later || question.tokens.some(({ w }) => SOUGHT.has(w));
	if (!denies || (first.length > ANSWER && !there) || !sought) return [];
	const [a, b] = [question.tokens[0], tokens.at(-1)];
	if (!a || !b) return [];
	const owner = question.named.find(({ mention }) => mention.via === 'adjective' && mention.referent?.is === 'party');
	const { referent } = owner?.mention ?? {};
	const holder = referent ? { id: referent.id, name: referent.name } : BOTH;
	return [
		missing(parsed, { start: a.start, end: b.end }, 'none', {
			holder,
			why: 'a line asks for it, and the next has none'
		})
	];
}

/** "Asked for a halt to enrichment, Tehran said no.": who refuses what was asked of it. */
function saidNo(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const words = tokens.filter(({ word }) => word);
	const no = words.at(-1)?.w === 'no' && ['said', 'answered', 'replied', 'says'].includes(words.at(-2)?.w ?? '');
	const verb = tokens.findLastIndex(({ w }) => w === (words.at(-2)?.w ?? ''));
	const named = parsed.endingAt.get(verb - 1);
	const asked = ['asked', 'pressed', 'urged', 'begged', 'implored'].includes(wordAt(tokens, 0));
	const { referent } = named?.mention ?? {};
	const span = spanOf(tokens, 0, tokens.length);
	if (!no || !asked || !referent || !span) return [];
	const holder = { id: referent.id, name: referent.name };
	return [missing(parsed, span, 'said-no', { holder, why: 'asked for it, it said no' })];
}

const WERE = wordSet('were did are do could had have would was');
const SIDES = wordSet('they both two sides leaders presidents ministers pair neither governments countries capitals');
const OVER = wordSet('on over about regarding concerning');

/** "On chips and on Taiwan they did not.", "Over the islands they were not.": of a verb that is left out. */
function leftOut(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const words = tokens.filter(({ word }) => word);
	const [not, verb, who] = [words.at(-1)?.w ?? '', words.at(-2)?.w ?? '', words.at(-3)?.w ?? ''];
	if (!OVER.has(wordAt(tokens, 0)) || not !== 'not' || !WERE.has(verb) || !SIDES.has(who)) return [];
	if (words.length < 5 || words.length > 30) return [];
	const span = spanOf(tokens, 0, tokens.length);
	return span
		? [missing(parsed, span, 'left-out', { holder: BOTH, why: 'a verb that is left out is denied of both' })]
		: [];
}

/** "No deal on chips, no date for a visit": a line of denials without a verb. */
function verbless(parsed: Parsed, occasion: boolean): Draft[] {
	const { tokens, hits } = parsed;
	if (!occasion || !['no', 'nor', 'neither'].includes(wordAt(tokens, 0))) return [];
	if (tokens.length > 24 || tokens.some(({ w }) => AUXILIARIES.has(w))) return [];
	if (hits.some(({ entry, forms }) => !entry.noun && forms.includes('past'))) return [];
	const head = tokens.findIndex(({ w }, at) => at > 0 && (PREPOSITIONS.has(w) || w === 'to' || w === ','));
	const thing = wordAt(tokens, (head < 0 ? tokens.length : head) - 1);
	if (!SOUGHT.has(thing) || tokens.slice(1).some(({ w }) => NEGATORS.has(w) && w !== 'no')) return [];
	const span = spanOf(tokens, 0, tokens.length);
	return span
		? [missing(parsed, span, 'verbless', { holder: BOTH, why: 'a line without a verb that begins with “no”' })]
		: [];
}

/**
 * What a sentence that proposes nothing else says was not agreed, by what it leaves out.
 * @param asked the sentence before of the same paragraph, where it asks without a verb
 * @param occasion whether the article tells of talks
 */
export function missingIn(parsed: Parsed, asked: Parsed | null, occasion: boolean): Draft[] {
	const found = [answersNone(parsed, asked), leftOut(parsed), saidNo(parsed), verbless(parsed, occasion)];
	return found.find((drafts) => drafts.length > 0) ?? [];
}

function missing(
	parsed: Parsed,
	span: { start: number; end: number },
	id: string,
	{ holder, why }: Pick<Draft, 'holder' | 'why'>
): Draft {
	return {
		...span,
		sentence: parsed.index,
		act: 'non-agreement',
		stance: 'no-agreement',
		trigger: span,
		triggerId: id,
		subject: null,
		holder,
		content: span,
		polarity: 'negated',
		modality: 'not-agreed',
		rule: `non-agreement-${id}`,
		confidence: 0.6,
		why
	};
}
