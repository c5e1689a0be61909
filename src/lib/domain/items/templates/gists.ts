import { BOTH } from '../../facts/party.ts';
import { wordsOf } from '../../text.ts';
import { breaksOff, hasBrokenClause, hasNegation, isCommand, losesNoun, pointsBack } from './grammar.ts';
import { balanced, LATE_NAME, withoutQuotes } from './sentences.ts';
import type { Told } from './told.ts';

const FEWEST_WORDS = 2;
const FEWEST_OF_THING = 4;
const MOST_WORDS = 20;
const LEANS =
	/\b(?:this|that|these|those|it|its|he|she|they|their|his|her|them|him|such|we|our|us|I|here|do so|the same)\b/;
/** The subject of the clause is lost. */
const STARTS_AS_VERB =
	/^(?:no|nothing|none|will|would|shall|should|can|could|may|might|must|is|are|was|were|has|have|had|did|does|do|not|also|said|agreed)\b/i;
/** ", a ministry spokesperson, …", ", officials said": whoever said it, behind what is said. */
const ATTRIBUTED =
	/, (?:an?|the|its|one|two|according) [^,]{0,60}(?:spokes|officials?|ministers?|ministry|sources?|diplomats?|aides?|statement|reporters|to)\b|, [^,]{1,60} (?:said|says|told|added)\b/i;
/** A statement of what was not agreed says so. */
const DENIED =
	/\b(?:not|no|never|neither|nor|without|fail\p{L}*|unable|unresolved|unsettled|divided|stuck|short of|disagree\p{L}*|differ\p{L}*|apart|deadlock\p{L}*|stall\p{L}*|open|refus\p{L}*|reject\p{L}*|declin\p{L}*|put off|shelv\p{L}*|postpon\p{L}*|undecided|unanswered|left (?:out|aside|for later)|parked|no reply)\b|n[’']t\b/iu;
/** "A mechanism that meets every month": of the noun before it. */
const RELATIVE =
	/(?<=\p{Ll}{4}) that (?=(?:would|will|is|was|are|were|has|have|had|can|may|must|should|lets?|\p{Ll}{2,}(?:[^s\W]s|ed)) )/gu;
/** "Shuttle diplomacy, relations are better": a clause was run into it. */
const RUN_ON =
	/, (?!(?:including|which|who|whose|where|when|while|and|or|but|as|that|because|if|so)\b)[a-z][^,]{2,60} (?:is|are|was|were|has|have|had|will|would)\b|, and (?:\p{Lu}[\p{L}.'’-]* ){1,4}(?:[a-z]{3,}ed|is|was|has|had|will|would|met|held|said)\b/u;
const LEANS_START = /^(?:on (?:it|that)|and|but|or|,|\.)/i;

/**
 * The short wording of a fact, if it can stand as an option or behind a colon: with the "to" or "that" with which it
 * stands in the statement. A gist that has lost a negation of its statement is none.
 */
export function gistOf(told: Told): string | undefined {
	const { statement, kind } = told.fact;
	const { holderId } = told;
	const bare = (told.fact.gist ?? '')
		.replace(/[\s.,;:]+$/, '')
		.replace(/,? either$/, '')
		.replace(/^(?:an? )?agreement (?:on|over|about) /, '');
	if (
		STARTS_AS_VERB.test(bare) ||
		ATTRIBUTED.test(bare) ||
		LATE_NAME.test(bare) ||
		RUN_ON.test(bare) ||
		/\b(?:told|said) (?:an?|the|reporters|\p{Lu})/u.test(bare)
	)
		return undefined;
	if (kind === 'non-agreement' && !DENIED.test(statement)) return undefined;
	if (kind !== 'non-agreement' && hasNegation(statement) !== hasNegation(bare)) return undefined;
	// "Notify each other", of a list, stands in lower case in its statement.
	const lead = leadOf(statement, statement.includes(bare) ? bare : `${bare.charAt(0).toLowerCase()}${bare.slice(1)}`);
	const gist =
		(lead === 'to ' && /^\p{Lu}\p{Ll}/u.test(bare) && !statement.includes(bare)) || (lead === 'to ' && isCommand(bare))
			? `to ${bare.charAt(0).toLowerCase()}${bare.slice(1)}`
			: `${lead}${bare}`;
	const count = wordsOf(gist).length;
	const fewest = kind === 'non-agreement' ? FEWEST_WORDS : FEWEST_OF_THING;
	if (shapeOf(gist) === 'thing' && (count < fewest || isHeadline(gist))) return undefined;
	if (count < FEWEST_WORDS || count > MOST_WORDS || !balanced(gist) || LEANS_START.test(gist)) return undefined;
	if (losesNoun(gist) || breaksOff(gist) || pointsBack(gist) || hasBrokenClause(gist)) return undefined;
	const own = withoutQuotes(gist)
		.replace(/^that /, '')
		.replace(RELATIVE, ' ');
	return LEANS.test(holderId === BOTH ? own.replace(/\b(?:their|them)\b/g, '') : own) ? undefined : gist;
}

/** "to " or "that " before the gist in the statement, where it does not begin with it itself. */
function leadOf(statement: string, gist: string): string {
	const at = gist === '' ? -1 : statement.indexOf(gist);
	if (
		/\b(?:will|would|can|could|may|might|shall|must|should) $/.test(
			statement.slice(Math.max(0, at - 8), Math.max(0, at))
		)
	)
		return 'to ';
	if (isCommand(gist) && !/^\S+ (?:for|of|to|by|from|between|in) /.test(gist)) return 'to ';
	const lead = /\b(to|that) $/.exec(statement.slice(Math.max(0, at - 8), Math.max(0, at)))?.[0] ?? '';
	return lead === 'to ' && THING.test(gist) ? '' : lead;
}

/** Words of a headline, nearly all with capitals: no wording of a sentence. */
export function isHeadline(gist: string): boolean {
	const long = gist.split(' ').filter((word) => word.length > 3);
	return long.length > 3 && long.filter((word) => /^\p{Lu}/u.test(word)).length > 0.6 * long.length;
}

/** What follows "agree to" and is no verb: "a pause", "year-long talks". */
const THING =
	/^(?:an?|the|its|their|more|further|new|joint|greater|closer|[\p{L}]+-[\p{L}-]+|\p{Lu}\S*|\d\S*|\p{L}+(?:tion|ment|ness|ship|ity|ing)s?)\b/u;

/** How a gist begins: options of one question begin alike. */
export function shapeOf(gist: string): 'to' | 'that' | 'thing' {
	return gist.startsWith('to ') ? 'to' : gist.startsWith('that ') ? 'that' : 'thing';
}
