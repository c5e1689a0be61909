import { BOTH, holderOf, type Decision } from './reading.ts';
import { opensList, type Lead } from './lists.ts';
import { governed, rowStart } from './names.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { subjectAt, type Subject } from './subject.ts';
import { wordSet } from '../../text.ts';
import { ACTING_NOUNS, AUXILIARIES, BE, DETERMINERS, HAVE, isAdverb, MODALS, NEGATORS } from './words.ts';

/** Whose deeds the points of a list are, where the line above names only them: "China:", "Beijing, for its part, has:". */
export interface Owner {
	subject: Subject;
	/** The auxiliary that the points go on from: "has"; empty where there is none. */
	words: string;
}

/** What is said of all that follows, as both sides' agreement or explicit lack of one. */
export function leadOf(act: 'agreement' | 'non-agreement', stance: string, words: string): Lead {
	const denied = act === 'non-agreement';
	return {
		decision: {
			act,
			holder: BOTH,
			modality: denied ? 'not-agreed' : 'agreed',
			polarity: denied ? 'negated' : 'affirmed',
			confidence: 0.75
		},
		stance,
		triggerId: 'title',
		subject: null,
		words: denied ? 'did not agree on' : 'agreed on',
		why: `list under “${words}”`
	};
}

/** Points that were promised, or explicitly not: by the owner, or by whom each point names where nobody is known. */
export function promiseOf(owner: Owner | null, denied: boolean, words: string): Lead {
	const lead = leadOf(denied ? 'non-agreement' : 'agreement', denied ? 'no-agreement' : 'will', words);
	const holder = owner ? holderOf(owner.subject) : null;
	if (denied) return { ...lead, decision: { ...lead.decision, holder: holder ?? BOTH } };
	const decision: Decision = { ...lead.decision, act: 'commitment', holder, modality: 'announced' };
	return { ...lead, decision, subject: owner?.subject.named.index ?? null, words: 'to' };
}

/** The index after what may stand between the name and the colon: auxiliaries, adverbs, ", for its part,". */
function pastAside({ tokens }: Parsed, from: number): number {
	let at = from;
	if (wordAt(tokens, at) === "'s" || ACTING_NOUNS.has(wordAt(tokens, at))) at++;
	if (tokens[at]?.w !== ',') return at;
	const close = tokens.findIndex(({ w }, i) => i > at && w === ',');
	return close > 0 && close - at < 6 ? close + 1 : at;
}

/** "China's commitments:". */
const PROMISES = new Set(
	'commitments pledges undertakings promises obligations actions steps measures concessions'.split(' ')
);

const OPENS = wordSet('what together jointly how');
const DO_WHAT = wordSet('do together jointly next now');

/** "What China will do", "What Kenya has agreed to do": the words of the heading but for its last ones. */
function deedsAsked(words: readonly string[]): string[] {
	return words.slice(0, words.findLastIndex((w) => !DO_WHAT.has(w)) + 1);
}

/** "will", "is to". */
function isFuture(auxiliaries: readonly string[]): boolean {
	return auxiliaries.some((w) => MODALS.has(w)) || (auxiliaries.some((w) => BE.has(w)) && auxiliaries.at(-1) === 'to');
}

/** Who alone is named in a line that opens a list, and the auxiliaries after the name. */
export function ownerOf(
	parsed: Parsed,
	heading: boolean
): { owner: Owner; auxiliaries: string[]; promised: boolean } | null {
	const { tokens } = parsed;
	const end = opensList(parsed) ? tokens.length - 1 : tokens.length;
	if ((!heading && end === tokens.length) || end > 20) return null;
	const named = parsed.named.findLast((one) => one.to <= end);
	if (!named) return null;
	const row = rowStart(parsed, named);
	// "With a view to easing trade, the Parties shall:".
	const fronted =
		tokens[row - 1]?.w === ',' || (DETERMINERS.has(wordAt(tokens, row - 1)) && tokens[row - 2]?.w === ',');
	const object = fronted ? null : governed(tokens, row);
	if (object !== null && !['on', 'for', 'by', 'from'].includes(wordAt(tokens, object))) return null;
	const aside = pastAside(parsed, named.to);
	const promised = PROMISES.has(wordAt(tokens, aside)) && aside + 1 === end;
	const from = promised ? end : aside;
	const rest = deedsAsked(tokens.slice(from, end).map(({ w }) => w));
	if (!rest.every((w) => AUXILIARIES.has(w) || NEGATORS.has(w) || isAdverb(w) || w === 'to' || w === 'agreed'))
		return null;
	// A heading without a colon is a list's only where it holds the name alone, or what they will do.
	const alone = tokens.slice(0, object ?? row).every(({ w, word }) => !word || DETERMINERS.has(w) || OPENS.has(w));
	const asked = alone && (isFuture(rest) || rest.at(-1) === 'to');
	if (end === tokens.length && ((rest.length > 0 && !asked) || !alone) && !promised) return null;
	const subject = subjectAt(parsed, named, 0, 'owner', 0.9);
	return { owner: { subject: { ...subject, from: 0 }, words: rest.join(' ') }, auxiliaries: rest, promised };
}

/** "The Parties will:", "China will not:": each point is a deed to come. */
export function futureLead({ owner, auxiliaries }: { owner: Owner; auxiliaries: string[] }): Lead | null {
	const agreed = auxiliaries.includes('agreed') && auxiliaries.at(-1) === 'to';
	const holder = holderOf(owner.subject);
	if (!holder || !(agreed || isFuture(auxiliaries)) || (!agreed && auxiliaries.some((w) => HAVE.has(w)))) return null;
	if (auxiliaries.some((w) => ['may', 'might', 'could', 'can', 'should', 'must', 'ought'].includes(w))) return null;
	return deedLead(
		owner,
		auxiliaries.some((w) => NEGATORS.has(w))
	);
}

/** Points as deeds of whom the line above names. */
export function deedLead(owner: Owner, denied = false): Lead {
	const { subject } = owner;
	const both = subject.joint;
	const act = both ? (denied ? 'non-agreement' : 'agreement') : 'commitment';
	const decision: Decision = {
		act,
		holder: holderOf(subject),
		modality: denied ? 'not-agreed' : both ? 'agreed' : 'announced',
		polarity: denied ? 'negated' : 'affirmed',
		confidence: 0.75 * subject.confidence
	};
	const words = owner.words || 'to';
	return {
		decision,
		stance: denied ? 'refuse' : 'will',
		triggerId: 'owner',
		subject: subject.named.index,
		words,
		why: `list after “${subject.named.mention.why} ${words}:”`
	};
}
