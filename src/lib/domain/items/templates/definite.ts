/** Nouns that mean the same thing wherever they stand: "the economy", "the status quo", "the navy". */
const UNIQUE = new Set(
	'economy world government governments president public media press sea sun internet future past present rest end start beginning quo market markets west east north south law state dollar euro yen yuan pound opposition parliament congress senate constitution climate environment planet globe ocean air ground poor rich young military army navy police coast guard cabinet court bank table door record way time first second third last most least best worst other others fact truth way case hope right need same sidelines aim lead top moment day year years century decade week month weekend morning evening night pandemic leaders sides presidents countries nations ministers parties governments two capital spot'.split(
		' '
	)
);
/** What cannot say which one is meant: a verb, a conjunction or the end of the clause. */
const UNTOLD =
	/\bthe (?:([a-z][a-z’'-]*) )?([a-z][a-z’'-]*)(?=$|[.,;:?!)]| (?:by|if|when|after|before|and|or|but|until|while|as|during|is|was|are|were|will|would|had|has|have|could|can|may|might|should|must|unless|because|since|did|does|hurt|hurts|needs?|wants?|remains?|means|makes?|gives?|takes?|goes|comes?|shows?|stays?|breaks|violates?|threatens?|requires?|applies|allows?|covers?|works?|lasted|started|began|came|fell|rose|said|says|also|not)\b)/g;
const WANTED = /\b(?:expect|want|allow|help|cause|force|oblige)(?:s|ed|ing)? the ([a-z]+) to\b/;
const SPECIFIED =
	/^(?:first|second|third|last|only|next|largest|biggest|highest|main|same|two|three|four|five|most|current|former|new|entire|whole|so-called|international|global|national|foreign|domestic|public|world|central|coast|status)$/;
const FUNCTION_WORD =
	/^(?:of|to|in|on|at|for|from|with|by|and|or|that|which|who|is|was|are|were|has|had|between|about|against|over)$/;
/** More of a text is no statement. */
const MOST_CHARACTERS = 2000;

/** Whether a text has "the levy", "the island": something definite that it has not told of before. */
export function isUntold(text: string): boolean {
	const shown = text.slice(0, MOST_CHARACTERS);
	const wanted = WANTED.exec(shown);
	if (wanted?.[1] !== undefined && !UNIQUE.has(wanted[1])) return true;
	return [...shown.matchAll(UNTOLD)].some((match) => {
		const [, modifier, noun = ''] = match;
		if (UNIQUE.has(noun) || FUNCTION_WORD.test(noun)) return false;
		if (modifier !== undefined && (SPECIFIED.test(modifier) || FUNCTION_WORD.test(modifier))) return false;
		return !shown.slice(0, match.index).toLowerCase().includes(noun.replace(/s$/, ''));
	});
}
