import type { CompiledTriggers } from '../lexicon/triggers.ts';

type Verbs = Pick<CompiledTriggers, 'actions' | 'idle'>;

/** Participles that the letters of their verb do not tell. */
const STRONG = new Map(
	(
		'set:set cut:cut held:hold sent:send built:build made:make given:give brought:bring put:put sold:sell kept:keep paid:pay ' +
		'withdrawn:withdraw begun:begin sped:speed drawn:draw led:lead laid:lay shut:shut spent:spend bought:buy taken:take ' +
		'withheld:withhold frozen:freeze driven:drive run:run written:write overseen:oversee rebuilt:rebuild undertaken:undertake ' +
		'let:let swapped:swap wound:wind grown:grow shown:show split:split spread:spread'
	)
		.split(' ')
		.map((pair): [string, string] => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? ''])
);

/**
 * The verb of deeds, in its base form, of which a word is a form; null where it is none.
 * @param form participle ("sped", "doubled"), s ("names") or base
 */
export function deedOf({ actions, idle }: Verbs, word: string, form: 'participle' | 's' | 'base'): string | null {
	const bases = form === 'base' ? [word] : form === 's' ? ofThird(word) : ofParticiple(word);
	return bases.find((base) => actions.has(base) && !idle.has(base)) ?? null;
}

function ofThird(word: string): string[] {
	if (!word.endsWith('s')) return [];
	return [word.slice(0, -1), ...(word.endsWith('es') ? [word.slice(0, -2), `${word.slice(0, -3)}y`] : [])];
}

function ofParticiple(word: string): string[] {
	const strong = STRONG.get(word);
	if (strong !== undefined) return [strong];
	if (!word.endsWith('ed')) return [];
	const stem = word.slice(0, -2);
	const doubled = /([b-df-hj-np-tv-z])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
	return [`${stem}e`, stem, ...doubled, ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : [])];
}
