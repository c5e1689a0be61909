import { shapeOf } from './gists.ts';
import { isSentence } from './grammar.ts';

/** Verbs of one syllable, or stressed at the end, that double their last letter. */
const DOUBLING =
	/(?:^|-)(?:set|cut|stop|begin|submit|permit|ship|run|get|put|let|plan|swap|drop|ban|refer|commit|control|cancel|level|scrap|sit|win|shut|split|bar|trim|tap|map|equip|travel|star|fit|admit|forget|hit|quit|bid|dig|pin|strip|wrap|transfer|defer|confer|occur|label|channel|patrol)$/;
const COUNTED_VERB = /^to ([a-z]+(?:-[a-z]+)?)( .+)$/u;

/** The form of a verb in "-ing". */
function ing(verb: string): string {
	if (DOUBLING.test(verb)) return `${verb}${verb.slice(-1)}ing`;
	if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
	return /[^eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
}

/** "Opposed to any change": no verb behind "to". */
const NO_VERB =
	/^(?:any|all|the|an?|its|their|his|her|full|more|some|no|each|every|both|such|this|that|what|which|new)$/;

/** "The dam that China is building": the verb of a clause that tells which one. */
const WHICH =
	/^(?<thing>(?:the|an?) (?:\p{L}+ ){1,4})that (?:\p{Lu}\p{L}* ){1,3}(?:is|was|has|had|will|would|wants?|plans?) [^,;]{1,200}$/u;

/** What was left open is the matter, not that they differ. */
const DIFFERENCES =
	/^(?:their|the) (?:deep |wide |basic )?(?:differences|disagreements?|disputes?|gap) (?:over|on|about) /u;

/**
 * A wording as the name of a thing, so that what was agreed and what was left open can stand side by side: "to hold a
 * review" becomes "holding a review".
 * @returns undefined for a clause with "that"
 */
export function nominal(gist: string): string | undefined {
	const shape = shapeOf(gist);
	if (shape === 'thing')
		return isSentence(`– ${gist.replace(WHICH, '$<thing>')}`)
			? undefined
			: gist.replace(/^on /, '').replace(DIFFERENCES, '');
	const [, verb, rest] = shape === 'to' ? (COUNTED_VERB.exec(gist) ?? []) : [];
	if (
		verb === undefined ||
		rest === undefined ||
		verb === 'not' ||
		NO_VERB.test(verb) ||
		/ly$|[^su]s$|^(?:again|jointly|also)$/.test(verb)
	)
		return undefined;
	return `${ing(verb)}${rest.replace(/ and to ([a-z]+) /gu, (_, next: string) => ` and ${ing(next)} `)}`;
}
