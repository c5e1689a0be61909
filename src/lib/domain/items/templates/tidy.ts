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
	const bare = statement.replace(LIST_MARK, '').replace(DATELINE, '').replace(DOUBLE_SUBJECT, '').trim();
	return closedQuotes(bare);
}

/** Straight marks become curly; a mark that was opened and never closed is closed before or behind the stop. */
function closedQuotes(text: string): string {
	const curly = text.replace(/"([^"]*)"/g, '“$1”').replace(/(^|[\s(:])"(?=\S)/, '$1“');
	const open = curly.split('“').length - curly.split('”').length;
	if (open !== 1 || curly.lastIndexOf('“') < curly.lastIndexOf('”')) return curly;
	const words = curly.slice(curly.lastIndexOf('“') + 1).replace(/[.!?]+$/, '');
	return `${curly.slice(0, curly.lastIndexOf('“') + 1)}${words}”.`;
}
