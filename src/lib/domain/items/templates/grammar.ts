import { isUntold } from './definite.ts';

/** Small checks of English grammar that keep broken sentences from becoming questions. All are linear in the text. */

/** Nouns that point at something told before, where nothing follows that says which one is meant. */
const POINTED =
	'same|decision|move|plan|proposal|deal|account|invitation|truce|demand|matter|issue|status(?! quo)|request|project|visit|meeting|agreement|statement|measures?|steps?|question|ruling|announcement|remarks?|comments?|claims?|allegations?|accusations?|dispute|trip|session|event|order|bill|document|text|letter|report|contract|arrangement|offer|pact|view|notion|idea|charge|latter|former|summit|talks|group|figure|rate|sum|amount|process|incident|situation|idea|crisis|affair|building|construction|guidance|cut|paper|author|writer|article';
const POINTING = new RegExp(
	`\\b(?:(?:this|that|these|those|such an?) (?:${POINTED})\\b|the (?:${POINTED})\\b(?! (?:(?:on|in|by|at) (?!\\d)|(?:of|to|for|between|with|that|about|from|over|against|under|reached|signed)\\b)))`,
	'i'
);
const FINITE =
	/\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|said|told|met|held|made|took|gave|sought|saw|began|came|went|left|spoke|wrote|put|set|drew|struck|won|led|sent|brought|thought|felt|kept|lost|built|stood|became|withdrew|rose|fell|grew|cut|hit|shot|broke|chose|paid|bought|sold|flew|found|sat|laid|gives?|[a-z]{3,}ed|[a-z]{3,}[^s\W]s|(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|should|ca)n['’]t)\b/;
/** Verbs in the form in which lists of tasks begin. */
const COMMANDS =
	/^(?:remove|exchange|set up|lift|resume|restore|create|establish|keep|hold|expand|launch|reduce|increase|continue|work|promote|strengthen|support|suspend|extend|open|allow|ensure|implement|develop|build|hold|host|avoid|end|stop|start|begin|review|grant|provide|share|train|send|buy|sell|cut|raise|lower|maintain|deepen|enhance|explore|facilitate|respect|uphold|oppose|urge|agree|commit|make|take|give|return|monitor|note|see|read|watch|consider|prepare|check|map|file|seek|appoint|accelerate|adopt|amend|ban|close|complete|conclude|coordinate|delay|discuss|encourage|improve|introduce|invest|issue|join|permit|postpone|publish|ratify|refrain|sign|step up|tighten|upgrade|withdraw)\b/i;
const DANGLING =
	/(?:\b(?:after|before|by|on|in|since|until|of|and|or|to|for|with|from|at|the|an?|that|which|who|but|as|than|into|between|under|over|about|not|will|would|be|is|are|was|were|has|have|had|its|their|his|her|because|although|whether)|[,:;–—-])$/i;
const NEGATION = /\b(?:not|no|never|neither|nor|without|cannot)\b|n['’]t\b/i;

/** A demonstrative that stands alone, and "they" without two that it could mean. */
const BARE_POINTER =
	/\b(?:this|these|those|the same)(?=$|[.,;:)]| (?:is|are|was|were|has|have|had|will|would|but|and|or|at|on|in|by|to|for|with|as)\b)/i;
const THEY = /\b(?:they|them|themselves)\b/i;
/** A second verb behind a comma: two sentences were run into one. */
const SPLICE =
	/, (?!(?:including|which|who|whose|where|when|while|and|or|but|as|with|such|besides|regardless|less|plus|thus|perhaps|towards|across|unless|sometimes|always)\b)(?:[a-z]{3,}[^s\W]s|[a-z]{3,}ed|is|was|were|has|had|said|told)(?:$| (?!by |in |on |from |to |with ))/;
const BARE_NUMBER =
	/(?<!\b(?:in|of|since|by|until|before|after|from|to|and|January|February|March|April|May|June|July|August|September|October|November|December) )\b\d{1,3}$/;

/** Whether a text points at something that it does not tell. */
export function pointsBack(text: string): boolean {
	const they = THEY.exec(text);
	const alone =
		they !== null &&
		!/\b(?:and|both|two|sides|countries|leaders|ministers|officials|presidents|(?<!\p{Lu}\S{0,30} )[a-z]{3,}[^s\W]s)\b/u.test(
			text.slice(0, they.index)
		);
	if (/\bthe two (?:reached|have|were|are|will|would|had|agreed|signed|discussed|met|held|did|do)\b/i.test(text))
		return true;
	if (
		/\bboth (?!sides\b|countries\b|leaders\b|presidents\b|governments\b|(?:special |foreign |trade |defence )?(?:envoys|ministers|delegations|negotiators|capitals|parties|representatives)\b)[a-z]+s\b(?! and\b)/i.test(
			text
		)
	)
		return true;
	return alone || POINTING.test(text) || BARE_POINTER.test(text) || isUntold(text);
}

const TOLD_BY = /, (?:he|she|they|it|\p{Lu}\S*(?: \p{Lu}\S*)*) (?:said|told|\p{Ll}+ed)\b/u;

/** "…, he hinted to them": whether a predicate ends with who told of it, which belongs to the statement and not to the deed. */
export const isToldAside = (predicate: string): boolean => TOLD_BY.test(predicate);

/** Whether a predicate was run together from two, or names a number of nothing. */
export const isSpliced = (predicate: string): boolean =>
	SPLICE.test(predicate.replace(ASIDE, '')) || BARE_NUMBER.test(predicate);

/** ", which warned companies against Huawei's chips,": what stands between a noun and its verb. */
const ASIDE = /, (?:which|who|whose|where) [^,;.]{1,120},/g;

/** Whether a text has a verb in a finite form, as far as endings tell. */
export const hasFiniteVerb = (text: string): boolean => FINITE.test(text);

/** Words that are verbs in the present wherever they stand in news; others may be nouns ("exports"). */
const PRESENT =
	'oppose support say want remain keep stay stand expect insist maintain accuse urge need seek make take give go come show apply allow require include account amount employ impose buy sell produce supply warn argue believe welcome reject deny hold meet begin end open close expire fall rise drop grow add reach exceed represent mean depend affect bar restrict agree recognise recognize consider regard see face lead chair join leave travel arrive ask tell last run put send bring let get convene carry owe own serve speak refuse accept admit fear suspect process dominate refine generate describe note stress vow intend aim know operate belong exist contain consist provide set';
const MAIN_VERB = new RegExp(
	`\\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|did|${PRESENT.split(' ')
		.map((verb) =>
			/(?:[sx]|[cs]h)$/.test(verb) || verb === 'go'
				? `${verb}(?:es)?`
				: verb.endsWith('y') && !/[aeo]y$/.test(verb)
					? `${verb.slice(0, -1)}(?:y|ies)`
					: `${verb}s?`
		)
		.join(
			'|'
		)}|wants|(?<!, |\\b(?:the|an?|of|to|by|its|their|newly|as) )(?:said|told|met|held|made|took|gave|sought|saw|began|came|went|left|spoke|wrote|put|drew|struck|won|led|sent|brought|thought|felt|kept|lost|built|stood|became|withdrew|rose|fell|grew|broke|chose|paid|bought|sold|flew|[a-z]{3,}ed))\\b`
);
const RELATIVE = /\b(?:who|whose|whom|which|where)\b[^,;.]{0,200}/g;
/** "Committed to answer …", "Given its word …": the subject was in the line before. */
const HEADLESS =
	/^(?:(?!United)\p{Lu}\p{Ll}+ed|Given|Undertaken|Taken|Set|Held|Made|Kept) (?:to|its|their|that|up|on|in|by|out)\b(?![^.]{0,80}, )/u;

/** Whether a text is a sentence with a subject and a verb of its own, and no line of a list. */
export function isSentence(text: string): boolean {
	if (HEADLESS.test(text) || isCommand(text) || /^(?:Revive|Reopen|Relaunch|Convene)\b/.test(text)) return false;
	const main = text.slice(0, 2000).replace(RELATIVE, ' ').split(' ').slice(1).join(' ');
	return MAIN_VERB.test(main);
}

/** An adjective whose noun was cut off. */
const LOST_NOUN =
	/\b(?:economic|bilateral|political|military|trilateral|multilateral|regional|national|international|strategic|diplomatic|financial|commercial|industrial|agricultural|technical|cultural|joint|mutual|annual|high-level|working-level|new|Chinese|American|Japanese|European|Indian|Russian)$/;

/** Whether a list of adjectives broke off before its noun. */
export const losesNoun = (text: string): boolean => LOST_NOUN.test(text);

/** Whether a line is an item of a list of tasks and no sentence. */
export const isCommand = (text: string): boolean => COMMANDS.test(text);

/** Whether a text breaks off. */
export const breaksOff = (text: string): boolean => DANGLING.test(text.replace(/[\s.!?]+$/, '')) || text.includes('…');

/** Whether a text denies something with a word of its own. */
export const hasNegation = (text: string): boolean => NEGATION.test(text);

/** "maintains that the guidance of May": the clause after "that" has no verb. */
export function hasBrokenClause(predicate: string): boolean {
	const at = predicate.search(/\bthat /);
	// "Demanded that Norway lift the ban": the bare verb is right there.
	if (/^(?:again |also )?(?:demand|ask|insist|propos|request|urg|recommend)\p{L}* that \p{Lu}/u.test(predicate))
		return false;
	return at >= 0 && !hasFiniteVerb(predicate.slice(at + 5));
}
