import { wordAt, type Named, type Parsed } from './sentence.ts';
import { ACTING_NOUNS, AUXILIARIES } from './words.ts';

const OFFICES = new Set(
	'executive officer founder president minister fellow historian strategist negotiator editor lawmaker senator ambassador representative secretary commissioner chair chairman chairwoman chief director head chancellor governor economist analyst premier speaker adviser advisor general admiral expert scholar researcher lawyer'.split(
		' '
	)
);

/** "the deputy minister, Chen Ming-chi, said": the name behind an office that is nobody's mention. */
export function apposition(parsed: Parsed, comma: number): Named | null {
	const { tokens } = parsed;
	const named = tokens[comma]?.w === ',' ? parsed.endingAt.get(comma - 1) : undefined;
	if (!named || tokens[named.from - 1]?.w !== ',' || named.mention.referent?.is !== 'person') return null;
	return holdsOffice(parsed, named.from - 2) ? named : null;
}

/** Where the office begins that stands before an apposed name: "the deputy minister, Chen Ming-chi". */
export function officeStart({ tokens }: Parsed, named: Named): number {
	let from = named.from - 2;
	while (from > 0 && named.from - from < 9 && tokens[from - 1]?.word && !AUXILIARIES.has(wordAt(tokens, from - 1))) {
		if (['that', 'and', 'but', 'when', 'while'].includes(wordAt(tokens, from - 1))) break;
		from--;
	}
	return from;
}

/** Whether an office ends at a token: "the deputy minister", "Taipei's minister of economic affairs". */
function holdsOffice({ tokens, hits, endingAt }: Parsed, end: number): boolean {
	for (let at = end; at > Math.max(-1, end - 8); at--) {
		const word = wordAt(tokens, at);
		const verb = hits.some((hit) => hit.from === at && !hit.entry.noun && hit.forms.includes('past'));
		if (word === '' || AUXILIARIES.has(word) || verb || endingAt.get(at)?.mention.referent?.is === 'person')
			return false;
		if (ACTING_NOUNS.has(word) || OFFICES.has(word)) return true;
	}
	return false;
}
