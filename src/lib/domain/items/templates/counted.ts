import type { Gap } from './sentences.ts';

const MODAL =
	/^((?:(?:The|\p{Lu}[\p{L}.’'-]*|of|the|and) ){1,5})(will|would|has|have|had) ([a-z]+ (?:(?:up|out|in|back) )?)(at least )?$/u;
const PROMISED =
	/^((?:(?:The|\p{Lu}[\p{L}.’'-]*|of|the|and) ){1,5})(promised|pledged|agreed|undertook|offered|vowed|wanted|planned) to ([a-z]+ )(at least )?$/u;
const PLAIN = new Map([
	['promised', 'promise'],
	['pledged', 'pledge'],
	['agreed', 'agree'],
	['undertook', 'undertake'],
	['offered', 'offer'],
	['vowed', 'vow'],
	['wanted', 'want'],
	['planned', 'plan']
]);
const COUNTED =
	/^ ((?:[a-z-]+ )?[a-z-]+s(?: of [a-z][a-z -]{0,40}?)?)(?=(?: (?:by|in|from|over|for|to|with|an?|at|since|before|after|until|within|on)\b|[.,]))([^.]{0,200})\.?$/;

/**
 * A direct question of what is counted: "at least how many tonnes of soybeans would China buy by the end of 2025".
 * @returns undefined where the sentence is not "somebody will do so many of a thing"
 */
export function countedQuestion({ before, after }: Gap, amount: string): string | undefined {
	if (/[^\d.,a-z ]/i.test(amount)) return undefined;
	const [, noun, rest = ''] = COUNTED.exec(after) ?? [];
	const [, subject, aux, verb, least = ''] = MODAL.exec(before) ?? PROMISED.exec(before) ?? [];
	if (noun === undefined || subject === undefined || aux === undefined || verb === undefined) return undefined;
	const who = subject.trim().replace(/^The /, 'the ');
	const plain = PLAIN.get(aux);
	const deed = plain === undefined ? `${aux} ${who} ${verb.trim()}` : `did ${who} ${plain} to ${verb.trim()}`;
	return `${least}how many ${noun} ${deed}${rest}`;
}
