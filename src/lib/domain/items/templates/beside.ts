import type { Told } from './told.ts';

/** In characters; more is no sentence. */
const LONGEST = 2000;
/** The end of a sentence, and not that of "Mr." or "U.S.". */
const END =
	/(?<!\b(?:Mr|Ms|Mrs|Dr|Gen|Adm|Sen|Rep|Gov|Lt|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|\p{Lu}))[.!?][”"’']?\s+(?=[“"‘]?\p{Lu}|$)/gu;

/** The sentence in which the words that show a fact stand: what is before them, and what is behind. */
export function beside({ shown, around }: Told): { before: string; after: string } {
	const text = around.slice(0, LONGEST);
	const at = shown === '' ? -1 : text.indexOf(shown.slice(0, LONGEST));
	if (at < 0) return { before: '', after: '' };
	const [before, after] = [text.slice(0, at), text.slice(at + shown.length)];
	const start = [...before.matchAll(END)].pop();
	const end = [...after.matchAll(END)][0];
	return {
		before: start === undefined ? before : before.slice(start.index + start[0].length),
		after: end === undefined ? after : after.slice(0, end.index + 1)
	};
}

/** "Lift its curbs", of "… and restore flights": more of the same, which an answer would leave out. */
const MORE =
	/^,? (?:and|or|as well as)(?: also| then)?(?: (?:to|for|on|an?|the|that|its|their))? (?!(?:is|was|were|are|has|had|have|will|would|said|says|it|he|she|they)\b)\p{Ll}/u;

/** Whether the words that show a fact are followed by more that was done in the same breath. */
export const goesOn = (told: Told): boolean => MORE.test(beside(told).after);
