import type { Complement } from './after-trigger.ts';
import type { Frame } from './frame.ts';
import { partyOf } from './names.ts';
import { possessor } from './named-subject.ts';
import { relativeBefore } from './relative-clause.ts';
import type { Scope } from './scope.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import { directSubject, type Subject } from './subject.ts';
import { NEGATORS, PRONOUNS } from './words.ts';
import { allMatches } from './trie.ts';
import { wordSet } from '../../text.ts';

const OBJECTS = wordSet('him her them it us me you that this those plenty everyone anyone');

/** "pressed her", "asked them that", "that infuriated Kenya": of what was asked or felt nothing is told. */
export function saysNothing({ tokens }: Parsed, hit: Hit, { from, to }: { from: number; to: number }): boolean {
	const words = tokens.slice(from, to).filter(({ word }) => word);
	if (hit.entry.whose === 'after' && hit.entry.takes.includes('left')) return isPointer(tokens, from);
	if (hit.entry.class !== 'request' || hit.entry.noun) return false;
	return (
		words.length < 4 && words.every(({ w }, at) => OBJECTS.has(w) || (at > 0 && /^(?:in|\d{4}|once|again)$/.test(w)))
	);
}

const isPointer = (tokens: Parsed['tokens'], at: number): boolean =>
	PRONOUNS.has(wordAt(tokens, at)) || ['that', 'this', 'which', 'what', 'these'].includes(wordAt(tokens, at));

/** "accepted the invitation", "have accepted a duty": a deed; "does not accept", "accepts that" are views. */
export function isAcceptance(hit: Hit, { kind }: Complement, { polarity }: Scope, { tokens }: Parsed): boolean {
	const accepts = /^accept/.test(wordAt(tokens, hit.from)) && hit.entry.stance === 'acknowledge';
	return accepts && kind !== 'that' && polarity === 'affirmed' && hit.forms.includes('past');
}

/** "What Kenya calls stability, she argued": what it calls so is not said by it here. */
export function isAside({ tokens }: Parsed, hit: Hit, subject: Subject | null): boolean {
	const what = subject && ['what', 'which'].includes(wordAt(tokens, subject.from - 1));
	return !!what && hit.entry.stance === 'describe' && wordAt(tokens, subject.from - 1) === 'what' && subject.from < 3;
}

const CAST = wordSet('shadow shadow doubt doubts vote votes ballot ballots eye light pall spell net');

/** "cast a shadow over", "but nobody walked out" as the second half of quoted words: no description, no whole saying. */
export function isFragment({ tokens }: Parsed, hit: Hit, { kind, from }: Complement): boolean {
	if (/^cast/.test(wordAt(tokens, hit.from)) && [0, 1, 2].some((step) => CAST.has(wordAt(tokens, from + step))))
		return true;
	const rest = ['but', 'because', 'and', 'or', 'so'].includes(wordAt(tokens, from));
	return kind === 'quote' && rest && tokens.slice(0, hit.from).some(({ w }) => w === '"');
}

/** "That Japan say so.": half of a sentence that tells what another one asks for. */
export function isAskedOf({ tokens }: Parsed, { from, entry }: Hit): boolean {
	const singular = tokens[from - 1]?.capital === true && !wordAt(tokens, from - 1).endsWith('s');
	return entry.class === 'report' && wordAt(tokens, from) === 'say' && singular && wordAt(tokens, 0) === 'that';
}

/** "severed ties in anger at": why it was done, and no view of its own. */
export function isMotive({ tokens }: Parsed, { entry, from }: Hit): boolean {
	return entry.noun && entry.class === 'stance' && entry.takes.includes('np') && wordAt(tokens, from - 1) === 'in';
}

/** "an officer who must answer": a duty of nobody who speaks here. */
export function isOfRelative({ tokens }: Parsed, hit: Hit): boolean {
	return hit.entry.class === 'duty' && relativeBefore(tokens, hit.from) !== null;
}

/** "resisted a Kenyan demand for a ban": a demand of another side within what somebody is told of. */
export function isOthersDemand(parsed: Parsed, around: Frame, hit: Hit): boolean {
	if (!['request', 'stance'].includes(hit.entry.class) || !around.subject) return false;
	const owner = hit.entry.noun ? possessor(parsed, hit) : whoseRelative(parsed, hit);
	if (!owner) return false;
	const [own, other] = [partyOf(owner.named), partyOf(around.subject.named)];
	return own !== null && own !== other;
}

/** "an app in which Kenya has pressed the firm": who acts in a relative clause of its own. */
function whoseRelative(parsed: Parsed, hit: Hit): Subject | null {
	const subject = hit.passive ? null : directSubject(parsed, hit);
	const relative = subject && wordAt(parsed.tokens, subject.from - 1) === 'which';
	return relative && subject.how === 'direct' ? subject : null;
}

/** "resisted a Kenyan demand for a ban": the demand that the last word of a longer trigger names, with whose it is. */
export function demandWithin(parsed: Parsed, hit: Hit): Hit[] {
	if (hit.entry.noun || hit.to - hit.from < 3) return [];
	const words = parsed.tokens.slice(hit.to - 1, hit.to).map(({ w }) => w);
	return allMatches(parsed.lexicon.triggers, words, 0).flatMap(({ values }) =>
		values.flatMap(({ entry }): Hit[] => {
			const inner = { from: hit.to - 1, to: hit.to, entry, forms: ['noun'], passive: false } satisfies Hit;
			return entry.noun && entry.class === 'request' && possessor(parsed, inner) ? [inner] : [];
		})
	);
}

const GOVERNING = wordSet(
	'pains quick occasion opportunity chance hastened rushed careful trip visit speech platform stage moment meeting floor'
);

/** "was at pains to stress", "used the occasion to condemn": an infinitive that was done. */
export function isDone({ tokens }: Parsed, hit: Hit): boolean {
	if (!['stance', 'request', 'report', 'welcome', 'agree'].includes(hit.entry.class)) return false;
	for (let at = hit.from - 1; at > hit.from - 4; at--)
		if (wordAt(tokens, at) === 'to')
			return GOVERNING.has(wordAt(tokens, at - 1)) && !NEGATORS.has(wordAt(tokens, at - 2));
	return false;
}

/** "Kenya declined.", "She has refused.": all that is told of it. */
export function isRefusal(parsed: Parsed, hit: Hit): boolean {
	const { tokens } = parsed;
	const mark = tokens[hit.to]?.w;
	const ends = mark === undefined || mark === '.' || mark === ';';
	return hit.entry.stance === 'refuse' && !hit.entry.noun && !hit.passive && ends && !hit.forms.includes('base');
}

/** "“Agree to the plan,” she told them", "“Promise to cut them”": what is asked of others, and done by nobody. */
export function isCommand({ tokens }: Parsed, { entry, forms, from }: Hit): boolean {
	if (!['agree', 'commit'].includes(entry.class) || entry.noun || !forms.includes('base') || forms.includes('past'))
		return false;
	const before = tokens[from - 1];
	if (tokens[from]?.capital !== true) return false;
	// A sentence within quoted words ends with the mark that opens before it.
	if (from === 0) return tokens[0]?.quoted === true || tokens.filter(({ w }) => w === '"').length % 2 === 1;
	if (tokens[from]?.quoted !== true) return false;
	// "It would “Agree to …”": words that go on with the sentence are no command.
	if (before?.w === '"') return tokens[from - 2]?.word !== true;
	return before !== undefined && /^[.!:;]$/.test(before.w);
}
