import { fold } from '../../text.ts';

/** "LONDON, July 24 (Albion Press) — ": where and by whom a report was filed. */
const DATELINE = /^\p{Lu}{3}[\p{Lu} .'’-]{0,40}(?:, [^—–\n(]{1,40})?(?: ?\([^()\n]{1,40}\))? ?(?:—|–|--?) (?=\S)/u;
const LIST_MARK = /^(?:[-•*·▪]|\d{1,2}[.)]) +/;
/** "Both sides No decision was taken": a subject that was put before a sentence that has its own. */
const DOUBLE_SUBJECT = /^(?:Both sides|The two sides|They) (?=(?:No|Neither|Nothing|None|There) )/;

/** Longer texts are no sentences; in characters. */
const LONGEST = 2000;

/** A statement without what is left of the page around it, its quotation marks in pairs. */
export function tidied(statement: string): string {
	if (statement.length > LONGEST) return statement;
	const bare = statement
		.replace(LIST_MARK, '')
		.replace(DATELINE, '')
		.replace(DOUBLE_SUBJECT, '')
		.replace(/^THE (?=\S+ \S*\p{Ll})/u, 'The ')
		.trim();
	return closedQuotes(
		bare
			.replace(NO_ARTICLE, 'The $1')
			.replace(LIST_VERB, (_, will: string, verb: string) => `${will} ${verb.toLowerCase()}`)
	);
}

/** Countries and bodies whose names have an article in a sentence. */
const NO_ARTICLE =
	/^(United States|United Kingdom|United Arab Emirates|European Union|Netherlands|Philippines|(?:People['’]s )?Republic of \p{Lu}\p{L}+(?: \(\p{Lu}+\))?|PRC|U\.S\.|US|UK|EU)(?= (?:and (?:the )?\p{Lu}\p{L}+ |)(?:will|would|has|had|is|was|did|does|[a-z]+(?:ed|es|[^s]s)|undertook) )/u;
/** "Will Process": the first word of an item in a list. */
const LIST_VERB = /\b(will|would) (\p{Lu}\p{Ll}+)(?= (?:the|an?|its|their|each|[a-z]+|\d|\$))/u;

/**
 * A statement in which a full name was put where its first words stood already: "Luiz Inácio Lula da Luiz Inácio …".
 * @param names full names of the people of the workspace
 */
export function withoutDoubledNames(statement: string, names: readonly string[]): string {
	return names.reduce((plain, name) => {
		const text = withoutTurned(plain, name);
		const at = text.length > LONGEST ? -1 : text.indexOf(name);
		const own = name.split(' ');
		const before = at < 1 ? [] : text.slice(0, at).trimEnd().split(' ');
		const repeated = own.findIndex((_, index) => {
			const count = own.length - index;
			return count < own.length && fold(before.slice(-count).join(' ')) === fold(own.slice(0, count).join(' '));
		});
		if (at < 1 || repeated < 1) return text;
		const kept = before.slice(0, before.length - (own.length - repeated)).join(' ');
		return `${kept}${kept === '' ? '' : ' '}${text.slice(at)}`;
	}, statement);
}

/** "Tanaka Kenji Tanaka", of a name whose family comes first in the text. */
function withoutTurned(text: string, name: string): string {
	const [given = '', family = '', ...more] = name.split(' ');
	return more.length > 0 ? text : text.replaceAll(`${family} ${given} ${family}`, `${given} ${family}`);
}

/** Straight marks become curly; a mark that was opened and never closed is closed before or behind the stop. */
function closedQuotes(text: string): string {
	const curly = text.replace(/"([^"]*)"/g, '“$1”').replace(/(^|[\s(:])"(?=\S)/, '$1“');
	const open = curly.split('“').length - curly.split('”').length;
	if (open !== 1 || curly.lastIndexOf('“') < curly.lastIndexOf('”')) return curly;
	const words = curly.slice(curly.lastIndexOf('“') + 1).replace(/[.!?]+$/, '');
	return `${curly.slice(0, curly.lastIndexOf('“') + 1)}${words}”.`;
}
