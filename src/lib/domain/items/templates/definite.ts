/** Nouns that mean the same thing wherever they stand: "the economy", "the status quo", "the navy". */
const UNIQUE = new Set(
	'relationship forces threat use forest forests rainforest economy world government governments president public media press sea sun internet future past present rest end start beginning quo market markets west east north south law state dollar euro yen yuan pound opposition parliament congress senate constitution climate environment planet globe ocean air ground poor rich young military army navy police coast guard cabinet court bank table door record way time first second third last most least best worst other others fact truth way case hope right need same sidelines aim lead top moment day year years century decade week month weekend morning evening night pandemic leaders sides presidents countries nations ministers parties governments two capital lowest highest largest smallest biggest spot rupee rouble ruble franc peso won motherland ups downs'.split(
		' '
	)
);
/** What cannot say which one is meant: a verb, a conjunction or the end of the clause. */
const UNTOLD =
	/\bthe (?:([a-z][a-z’'-]*) (?!(?:is|are|was|were|has|have|had|will|would|must|should|could|can|may|might)\b))?([a-z][a-z’'-]*)(?=$|[.,;:?!)]| (?:by|if|when|after|before|and|or|but|until|while|as|during|is|was|are|were|will|would|had|has|have|could|can|may|might|should|must|unless|because|since|did|does|hurt|hurts|needs?|wants?|remains?|means|makes?|gives?|takes?|goes|comes?|shows?|stays?|breaks|violates?|threatens?|requires?|applies|allows?|covers?|works?|lasted|started|began|came|fell|rose|said|says|also|not|an?|as)\b| [“‘".,])/g;
const WANTED = /\b(?:expect|want|allow|help|cause|force|oblige)(?:s|ed|ing)? the ([a-z]+) to\b/;
const SPECIFIED =
	/^(?:first|second|third|last|only|next|largest|biggest|highest|main|same|two|three|four|five|most|current|former|new|entire|whole|so-called|international|global|national|carbon|fentanyl|foreign|domestic|public|world|central|coast|status)$/;
const FUNCTION_WORD =
	/^(?:of|to|in|on|at|for|from|with|by|and|or|that|which|who|is|was|are|were|has|had|between|about|against|over)$/;
/** "The Dutch measure took effect", "The system began": a subject of which nothing more is told. */
const BARE_SUBJECT =
	/^The (?:([\p{L}’'-]+) )?([a-z][a-z-]+) (?:took|began|came|went|gave|made|said|says|told|met|held|had|has|have|was|were|is|are|will|would|can|could|may|might|must|should|[a-z]{3,}ed)\b/u;
const SIDES = /^(?:side|government|delegation|party|negotiators|officials|administration|embassy|authorities)$/;
/** "The company's sales": whose? A country or a bloc may have been named before in the sentence. */
const OWNER = /\bthe ([a-z]+)['’]s\b/gi;
const NAMED_KIND = /^(?:country|nation|kingdom|republic|island|bloc|union|state|alliance|city|territory)$/i;
/** "The Foreign Minister" without a name or a country. */
const BARE_TITLE =
	/\b[Tt]he (?:(?:Prime|Foreign|Defen[cs]e|Trade|Finance|Commerce|Interior) )?(?:Minister|Secretary|President|Chancellor|Premier|Ambassador|Spokesperson)s?\b(?! (?:of|for|to|\p{Lu}))/u;
/** "The ten-member group", "the eleventh member", "applied to join in 2011": of what is not told. */
const OF_WHAT =
	/\bthe [a-z]+-(?:member|nation|country) [a-z]+\b|\bthe [a-z]+(?:th|first|second|third) member\b(?! of)|\bjoin(?:ed|s|ing)?(?=[.,;]|$| (?:in|on|at|when|after) )/i;
const NAME =
	/\b(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)\p{Lu}\p{L}/u;
const ACRONYM = /\b\p{Lu}{2,}\b/u;
const THERE =
	/(?<!\b(?:is|are|was|were|has|have) )\bthere\b(?! (?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|remains?|being|to be)\b)/i;
const SIMILAR =
	/\b(?:similar|comparable|equivalent|corresponding) (?!to\b|with\b|as\b)[a-z]+s?\b(?!.{0,40}\b(?:to (?!make|use|do|be|have|take|ship|sell|buy|build|produce)|as|with)\b)/i;
/** "Those rules", "such trade", "the pair", "the two powers": told of before. */
const TOLD_BEFORE =
	/\b(?:those|these) (?!(?:who|whom|that|which|responsible|held|of|in|with|from)\b)\p{L}|\b(?:no )?such (?!as\b)|\bthe pair\b|\bthe two powers\b/iu;
/** "The encounter was their first": which one? */
const OCCASION =
	/^(?:The|At the|In the|During the|After the) (?:next |latest |last )?(?:encounter|meeting|talks|summit|session|visit|call|trip|round|dinner|deal|accord)\b(?! (?:of|between|in|at|on|with|among|under)\b)/u;
/** "Is the same", "was the decision": of what was told before. */
const ANSWERED =
	/^(?:same|case|reason|result|decision|answer|outcome|latter|former|first|last|other|issue|question|matter)$/;
/** More of a text is no statement. */
const MOST_CHARACTERS = 2000;

/** Whether a text has "the levy", "the island": something definite that it has not told of before. */
export function isUntold(text: string): boolean {
	const shown = text.slice(0, MOST_CHARACTERS);
	const wanted = WANTED.exec(shown);
	if (wanted?.[1] !== undefined && !UNIQUE.has(wanted[1])) return true;
	if (isBare(shown) || TOLD_BEFORE.test(shown) || OCCASION.test(shown)) return true;
	return [...shown.matchAll(UNTOLD)].some((match) => {
		const [, modifier, noun = ''] = match;
		if (UNIQUE.has(noun) || FUNCTION_WORD.test(noun)) return false;
		// "Taiwan is the obstacle": said of what is named.
		if (/\p{L} (?:is|was|remains) $/u.test(shown.slice(0, match.index)) && !ANSWERED.test(noun)) return false;
		if (modifier !== undefined && (SPECIFIED.test(modifier) || FUNCTION_WORD.test(modifier))) return false;
		return !shown.slice(0, match.index).toLowerCase().includes(noun.replace(/s$/, ''));
	});
}

/** Whether a text names a thing, an owner, a title or a place by a word that says nothing without what was before. */
function isBare(shown: string): boolean {
	const [lead = '', modifier = '', subject] = BARE_SUBJECT.exec(shown) ?? [];
	// "The Kenyan side" speaks for its state.
	const isSide = /^\p{Lu}/u.test(modifier) && SIDES.test(subject ?? '');
	const isKnown = subject === undefined || isSide || UNIQUE.has(subject) || SPECIFIED.test(modifier);
	// "The ferry stopped off Ulsan": a name tells which one.
	if (!isKnown && !NAME.test(shown.slice(lead.length).replace(/\b(?:GDP|U\.?S\.?)\b/g, ''))) return true;
	const owners = [...shown.matchAll(OWNER)].some(({ 1: owner = '', index }) => {
		// "The EU's": a name, and no word for something told before.
		if (UNIQUE.has(owner.toLowerCase()) || /^\p{Lu}/u.test(owner)) return false;
		// "Exports" at the beginning of a sentence is no name, "China" is.
		const before = shown.slice(0, index).replace(/^(?:The|An?|In|On|At|It|\p{Lu}\p{Ll}*s)\b/u, '');
		return !(NAMED_KIND.test(owner) ? /\p{Lu}/u.test(before) : before.toLowerCase().includes(owner.toLowerCase()));
	});
	const group = OF_WHAT.exec(shown);
	const there = THERE.exec(shown);
	return (
		owners ||
		BARE_TITLE.test(shown) ||
		SIMILAR.test(shown) ||
		(group !== null && !ACRONYM.test(shown.slice(0, group.index))) ||
		(there !== null &&
			!/\b(?:in|to|at|visit\w{0,3}) (?:the )?(?:\p{Ll}+ern )?\p{Lu}/u.test(shown.slice(0, there.index)))
	);
}
