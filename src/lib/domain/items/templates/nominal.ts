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
	if (shape === 'thing') return isSentence(`– ${gist}`) ? undefined : gist.replace(/^on /, '').replace(DIFFERENCES, '');
	const [, verb, rest] = shape === 'to' ? (COUNTED_VERB.exec(gist) ?? []) : [];
	if (verb === undefined || rest === undefined || verb === 'not' || /ly$|[^su]s$|^(?:again|jointly|also)$/.test(verb))
		return undefined;
	return `${ing(verb)}${rest.replace(/ and to ([a-z]+) /gu, (_, next: string) => ` and ${ing(next)} `)}`;
}
