import type { Complement } from './after-trigger.ts';
import { partyOf } from './names.ts';
import { isOpinion } from './opinions.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import type { Subject } from './subject.ts';
import { NEGATORS } from './words.ts';

/** "overstated what China had agreed to buy": what it was is not said; at a sentence's start the rest says it. */
export function isWhatWasAgreed(parsed: Parsed, hit: Hit, subject: Subject | null): boolean {
	if (!subject || !['agree', 'commit'].includes(hit.entry.class)) return false;
	const what = wordAt(parsed.tokens, subject.from - 1) === 'what' || wordAt(parsed.tokens, subject.from - 2) === 'what';
	return what && subject.from > 3;
}

/** "declined to be named" is nobody's position. */
export function isNameless(parsed: Parsed, hit: Hit, complement: Complement): boolean {
	return hit.entry.stance === 'refuse' && wordAt(parsed.tokens, complement.from) === 'be';
}

const VIEWS = new Set(['stance', 'request', 'welcome', 'report']);
const DEEDS = new Set(['push-back', 'veto-np', 'threaten', 'hit-out', 'lodge-protest', 'warn-of-noun']);

/** “Each side is convinced that …,” said of others in quotation marks, is the speaker's view and not theirs. */
export function isOthersView(parsed: Parsed, hit: Hit, subject: Subject | null): boolean {
	if (!VIEWS.has(hit.entry.class) || !parsed.tokens[hit.from]?.quoted) return false;
	const speaker = parsed.speakerAt(hit.from);
	if (!speaker || !subject || !['direct', 'loose'].includes(subject.how)) return false;
	if (!parsed.speakerAt(subject.named.from)) return false;
	const [own, other] = [partyOf(subject.named), partyOf(speaker)];
	return subject.joint ? subject.named.mention.via !== 'pronoun' : own !== null && other !== null && own !== other;
}

/** "Exports fell by 23%, the Callao Institute reckons": what a body that speaks for no side has counted is no view. */
export function isReckoned(
	{ tokens }: Parsed,
	hit: Hit,
	subject: Subject | null,
	content: { from: number; to: number }
) {
	if (!wordAt(tokens, hit.from).startsWith('reckon') || subject?.named.mention.referent?.is !== 'organisation')
		return false;
	return partyOf(subject.named) === null && tokens.slice(content.from, content.to).some(({ w }) => /^\d/.test(w));
}

/** "could well hit back", "may invite": what somebody may do yet is the writer's guess. */
export function isGuess(parsed: Parsed, hit: Hit, subject: Subject | null): boolean {
	const deed = hit.entry.class === 'request' || DEEDS.has(hit.entry.id);
	if (!deed || hit.entry.noun || !hit.forms.includes('base')) return false;
	if (!subject || !['direct', 'loose'].includes(subject.how)) return false;
	const group = parsed.tokens.slice(subject.named.to, hit.from);
	return group.some(({ w }) => ['may', 'might', 'could'].includes(w)) && !group.some(({ w }) => NEGATORS.has(w));
}

const LEADS = new Set('at over despite against amid notwithstanding face'.split(' '));

/** "linked A to B"; "at Kenya's insistence", "over Kenya's objections", "in the face of Kenya's opposition". */
export function hasItsNeed(
	parsed: Parsed,
	hit: Hit,
	subject: Subject | null,
	{ from, to }: { from: number; to: number }
): boolean {
	const { tokens } = parsed;
	if (hit.entry.needs === 'verdict') return isOpinion(parsed, { from: from + 1, to });
	if (hit.entry.needs === 'to') return tokens.slice(from + 1, to).some(({ w }) => w === 'to' || w === 'on');
	if (hit.entry.needs !== 'lead') return !isReckoned(parsed, hit, subject, { from, to });
	if (subject?.how !== 'possessor') return false;
	// "to Kenya's dismay"
	return tokens
		.slice(Math.max(0, subject.from - 3), subject.from)
		.some(({ w }) => LEADS.has(w) || (w === 'to' && hit.entry.id === 'at-urging'));
}

export function hasAs(parsed: Parsed, content: { from: number; to: number }): boolean {
	// "considers the island a province", "its own territory".
	const named = ['a', 'an', 'its', 'part'];
	return parsed.tokens
		.slice(content.from, content.to)
		.some(
			({ w }, at) =>
				w === 'as' ||
				(at > 0 &&
					(named.includes(w) || parsed.lexicon.opinion.has(w)) &&
					/^consider/.test(wordAt(parsed.tokens, content.from - 1)))
		);
}

/** So long may an aside be that parts what is viewed from its "as", and what follows it. */
const [ASIDE, JUDGED] = [14, 24];

/** "regards the buoy, placed there without notice, as a breach": what is viewed, on to the end of its "as". */
export function withAs({ tokens }: Parsed, { entry }: Hit, content: { from: number; to: number }) {
	if (entry.needs !== 'as') return content;
	const open = [content.to - 1, content.to].find((at) => tokens[at]?.w === ',');
	if (open === undefined) return content;
	let at = open + 1;
	while (at < open + ASIDE && tokens[at - 1]?.w !== ';' && !(tokens[at - 1]?.w === ',' && wordAt(tokens, at) === 'as'))
		at++;
	if (tokens[at - 1]?.w !== ',' || wordAt(tokens, at) !== 'as') return content;
	let to = at + 1;
	while (to < Math.min(tokens.length, at + JUDGED) && ![',', ';', ':', '.', 'and', 'but'].includes(tokens[to]?.w ?? ''))
		to++;
	return { from: content.from, to };
}
