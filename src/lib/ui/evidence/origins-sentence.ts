import type { Explanation } from '#lib/domain/items/explain.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** How many independent origins stand behind the sources, where some of these carry one official text. */
export function originsSentence({ says, origins }: Explanation['corroboration']): string | undefined {
	if (origins >= says) return undefined;
	const number = NUMBERS[origins] ?? String(origins);
	const count = `${number} independent ${origins === 1 ? 'origin' : 'origins'}`;
	if (says === 2) return `Both carry the same official text, so this rests on ${count}.`;
	const who = says - origins === 1 ? 'Two of these' : 'Some of these';
	return `${who} carry the same official text, which counts once: ${count}.`;
}
