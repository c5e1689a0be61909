import { beside } from './beside.ts';
import type { Told } from './told.ts';

/** In characters. */
const LONGEST = 2000;
/** What ends a phrase, or goes on without an object: "since winter", "by 31 January". */
const END =
	'(?=$|[.,;:?!]| (?:since|for (?:months|years|weeks)|in|on|at|until|before|after|by|during|last|this|again|too|either|and|but|as well|so far|yet)\\b)';
/** "Has been seeking since winter": what? */
const NO_OBJECT = new RegExp(
	`\\b(?:seeking|sought|seeks?|pursuing|demanding|demanded|requesting|requested|wanting|wanted|wants|proposing|rejecting|(?:asking|asked|pressing|pressed|pushing|pushed|calling|called) for)${END}`,
	'u'
);
/** Nouns that say nothing without what they are of, on, for or from. */
const RELATIONAL =
	'decisions?|apolog(?:y|ies)|comments|responsibility|remarks|relief|concessions?|guest list|undertakings?|assurances?|reassurances?|guarantees?|objections?|reservations?|exemptions?|approval|consent|retraction|withdrawal|suspension|orders?|proposals?|offers?|supply|supplies|progress|breakthrough|compliance|details|cuts?|increases?|changes?';
const COMPLEMENT =
	'(?:of|on|for|from|about|to|over|regarding|concerning|that|whether|against|in|with|between|by (?!\\d)|\\p{Ll}+ing)\\b';
const NO_COMPLEMENT = new RegExp(
	`(?<!['’]s |s['’] |\\bown )\\b(?:no|any|a|an|the|some|its|their|his|her|final|further|for|same) (?:\\p{Ll}+ )?(?:${RELATIONAL})\\b(?! ${COMPLEMENT})`,
	'u'
);
const ASKED_FOR =
	/\b(?:for|with) (?:comments?|relief|concessions?|approval|guarantees|retraction)\b(?! (?:on|of|from|to|for|about)\b)/u;
/** "Relations with Washington are rock solid": whose? */
const ONE_SIDED =
	/(?<!['’]s |\b(?:its|their|his|her|between) )\b(?:relations|ties|relationship) with (?:\p{Lu}\S+ )+(?:is|are|was|were|remain|have|has|will)\b/u;
/** "Would be next", "a further round": in what? */
const NEXT = /\bcomes? first(?=$|[.,;?])|\b(?:be|come|comes|is|are|was|were) next(?=$|[.,;?])/u;
/** "Something Beijing has been seeking", "which it rejects": the object stands before the clause. */
const TAKEN_OUT =
	/(?:,|–|—|;|\b(?:of|to|for|in|with|on|by|from)) ?(?:something|which|what|whom|as|one|a \p{Ll}+)(?: that)?\s*$|\b(?:something|anything|whom|than)\s*$/u;
/** "It is expected the problem be solved", "no change in the position of the communiqué": translated word by word. */
const MACHINE =
	/\bconsiders? (?:fair|necessary|possible|important|advisable|inadmissible|expedient|correct) (?!to\b|that\b|it\b)|\b(?:it|It) is (?:expected|hoped|thought|considered|desired)\b|\bno change in the position of\b|\b(?:hold|held|working|practical|doing) talk(?:ing)?\b|\btalking of about\b|\b(?:bureau|section|division) (?:director|chief) class\b|\bthere was the voice\b|\bran? in parallel lines\b|\bthe press group\b|\bagreed (?:up)?on (?:hold|set|make|do|carry|keep|restart|increase)\b|\bthe regular [a-z]+ of the [a-z]+ of the\b/u;
/** An adjective that is somebody's view, outside of quotation marks, and before its noun. */
const CONTESTED =
	/\b(?:the|an?|its|their|such|any|all|these|those) (?:\p{Ll}+ )?(?:erroneous|provocative|destabili[sz]ing|illegal|unlawful|unjustified|discriminatory|bullying|so-called|unreasonable|hegemonic|reckless|malicious|groundless|baseless)\b (?=\p{Ll})|\b(?:erroneous|destabili[sz]ing|groundless|malicious|illegal unilateral) \p{Ll}|\b(?:the|its|their) abuse of\b|\babuse of (?:export|national)\b/u;
/** "When the summit broke up": a clause without a main one. */
const SUBORDINATE =
	/^(?:When|As|After|Before|While|Since|If|Although|Though|Because|Once|Until|Whereas|Unless)\b(?!,)[^,]*$/u;
/** "Denied that Oslo had sent any": of what? */
const BARE_END = /\b(?:any|some|none|several|the same)[.,”"]*$/u;
/** "It was only after Oslo had promised that a summit became possible": the promise is the smaller part of it. */
const CLEFT =
	/\bIt (?:is|was) (?:only |just |not )?(?:after|when|until|once|because|since|by|through|thanks to)\b[^.;]*$/u;
/** "Therefore stay, as does the ban": of what was told before, and of what is told beside it. */
const LEANING =
	/\b(?:therefore|thereby|thus|hence|accordingly)\b|, as (?:does|do|did|is|are|was|were|has|have) |,? (?:too|also|as well|likewise)(?: (?:on|in|at))?[ ,.]*(?:____|$)|\bfrom (?:its|their|his|her) (?:own )?side\b|\btakes? (?:over|office) on\b/u;
/** "Signed in Oslo and which lapses": two clauses beside a noun that is gone. */
const HALF_RELATIVE =
	/^(?!.*\b(?:which|who|whose|that)\b.*\b(?:and|but|or) (?:which|who|whose)\b).*\b(?:and|but|or) (?:which|who|whose)\b/u;
/** "…, which employs 44,000 people": a gap beside what the sentence is about. */
const ASIDE = /, (?:which|who|whose|where|when|whom)\b[^,]*$/u;

const unquoted = (text: string): string => text.slice(0, LONGEST).replace(/“[^”]*”|"[^"]*"/g, '“”');

/**
 * Whether a predicate or a sentence lacks what its verb or noun needs ("no final decision has been taken"), or is worded
 * as no writer of English would, or takes somebody's judgement for a fact.
 */
export function isIncomplete(text: string): boolean {
	const bare = unquoted(text);
	return [
		NO_OBJECT,
		NO_COMPLEMENT,
		ASKED_FOR,
		ONE_SIDED,
		NEXT,
		MACHINE,
		CONTESTED,
		SUBORDINATE,
		HALF_RELATIVE,
		BARE_END,
		LEANING
	].some((pattern) => pattern.test(bare));
}

/** Whether the words that show a fact were taken out of a clause whose object stands before them. */
export function isTakenOut(told: Told): boolean {
	return TAKEN_OUT.test(beside(told).before.slice(-LONGEST));
}

/** Whether the words that show a fact stand in a cleft sentence, whose main clause comes after them. */
export const isCleft = (told: Told): boolean => CLEFT.test(beside(told).before.slice(-LONGEST));

/** Whether a gap stands in a clause beside the main one. */
export const isAside = (before: string): boolean =>
	ASIDE.test(before.slice(-LONGEST)) ||
	/^(?:When|As|After|Before|While|Since|If|Although|Though|Because|Once|Until) [^,]*$/u.test(before);

/** Verbs by which a writer takes for true what somebody says, as plain "said"; what is quoted stays as it was said. */
export const plainSaying = (text: string): string =>
	text
		.split(/(“[^”]*”|"[^"]*")/u)
		.map((part, at) => (at % 2 === 1 ? part : plainOutside(part)))
		.join('');

const plainOutside = (text: string): string =>
	text
		.replace(/\b(?:pointed out|explained|noted|stated|remarked|recalled) (?=that\b)/gu, 'said ')
		.replace(/\b(?:points out|explains|notes|states|remarks|recalls) (?=that\b)/gu, 'says ');
