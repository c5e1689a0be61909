import type { Party } from '../../facts/party.ts';
import { nationOf, splitNations } from '../../grading/nations.ts';
import { wordsOf as gradedWords } from '../../grading/normalise.ts';
import { containsWords, fold } from '../../text.ts';

/** A party as an option of a question for imported articles: "The United States". */
export const optionOf = ({ option }: Party): string => option.replace(/ alone$/, '');

/** Whether a text names a party: by its name, as an owner ("China's"), or by its adjective. */
export function mentionsParty(text: string, party: Party): boolean {
	const names = [party.name.replace(/^the /, ''), ...party.answers].filter((name) => fold(name).length > 1);
	if (names.some((name) => containsWords(text, name) || containsWords(text, `${name}'s`))) return true;
	const nation = names.map(nationOf).find((code) => code !== undefined);
	return nation !== undefined && splitNations(gradedWords(text)).nations.has(nation);
}
