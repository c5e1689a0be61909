/** In characters. */
const LONGEST = 2000;
const OPENING = /(?<![\p{L}\p{N}’'])['‘](?=\p{L})/gu;
const CLOSING = /(?<=[\p{L}\p{N}.,!?])['’](?![\p{L}\p{N}])/gu;
/** "That it abides by its word, that it has a stake": the last part, and its "and", were cut off. */
const LIST = /\bthat [^,;“”]{4,200}(?:, that (?!is\b)[^,;“”]{4,200})+$/u;
const DEEDS =
	/\bto (?!be\b)\p{Ll}+ [^,;“”]{3,200}(?:, to (?!(?:be|start|begin|run|last|take)\b)\p{Ll}+ [^,;“”]{3,200})+$/u;
const CUT = /(?:[,;:]|,? (?:and|or|but|nor|as well as|that))$/u;

/** Whether quotations in single marks are closed as well as opened; "the states’ boats" closes none. */
export function isQuoteWhole(text: string): boolean {
	const shown = text.slice(0, LONGEST);
	const opened = [...shown.matchAll(OPENING)].map(({ index }) => index);
	const closed = [...shown.matchAll(CLOSING)].map(({ index }) => index);
	const first = opened[0] ?? LONGEST;
	// A mark behind an "s" may be that of an owner.
	if (closed.some((at) => at < first && !/s$/u.test(shown.slice(0, at)))) return false;
	return opened.every((at, index) => closed.some((end) => end > at && end < (opened[index + 1] ?? LONGEST)));
}

/** Whether a span ends where its sentence does: quotations closed, and lists with their last part. */
export function isWhole(text: string): boolean {
	const bare = text.slice(0, LONGEST).replace(/[\s.!?]+$/u, '');
	const doubles = bare.replace(/“[^“”]*”|"[^"]*"/gu, '');
	if (/[“”"]/u.test(doubles) || !isQuoteWhole(bare) || CUT.test(bare)) return false;
	const unquoted = bare.replace(/“[^“”]*”/gu, 'it');
	return !/\b(?:and|or|nor) (?:that|to)\b/u.test(unquoted) ? !LIST.test(unquoted) && !DEEDS.test(unquoted) : true;
}

/** A statement whose quotation in single marks was cut before the mark that closes it. */
export const withQuoteClosed = (statement: string, after: string): string =>
	!isQuoteWhole(statement) && /^[.,]?['’]/u.test(after)
		? statement.replace(/([.!?]?)$/u, `${statement.includes('‘') ? '’' : "'"}$1`)
		: statement;
