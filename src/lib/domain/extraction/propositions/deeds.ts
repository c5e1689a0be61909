import { groupStart } from './scope.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import type { Subject } from './subject.ts';
import { isAdverb, NEGATORS } from './words.ts';

/** After "will" only a deed is a commitment: "will resume", not "will be" or "will meet". */
export function isDeed(parsed: Parsed, hit: Hit, subject: Subject | null, at: number): boolean {
	const joined = subject?.how === 'shared' && wordAt(parsed.tokens, groupStart(parsed, hit) - 1) === 'and';
	if (!subject || !(subject.how === 'direct' || subject.how === 'owner' || joined)) return false;
	let verb = at;
	while (isAdverb(wordAt(parsed.tokens, verb)) || wordAt(parsed.tokens, verb) === 'not') verb++;
	const word = wordAt(parsed.tokens, verb);
	// "would rather negotiate" is a wish.
	if (wordAt(parsed.tokens, verb - 1) === 'rather') return false;
	// "would not exclude a sale": what is left open is not forgone.
	if (LEFT_OPEN.has(word) && NEGATORS.has(wordAt(parsed.tokens, verb - 1))) return false;
	// "would not put his name to": an assent that speaks for itself.
	const assent = parsed.hits.some(
		({ from, to, entry }) =>
			from <= verb &&
			verb < to &&
			to - from > 2 &&
			(entry.class === 'agree' ? from === verb : entry.class === 'disagree')
	);
	if (assent) return false;
	if (HOLDS.has(word) && parsed.tokens.slice(verb + 1, verb + 5).some(({ w }) => HELD.has(w))) return false;
	return parsed.lexicon.actions.has(word) && !parsed.lexicon.idle.has(word);
}

const LEFT_OPEN = new Set(['exclude', 'preclude', 'foreclose', 'discount']);

/** "will hold elections", "will give a briefing": what is in the calendar, and no promise. */
const HOLDS = new Set('hold give deliver host stage open'.split(' '));
const HELD = new Set(
	'election elections vote referendum poll polls conference briefing speech funeral lecture banquet dinner lunch reception'.split(
		' '
	)
);
