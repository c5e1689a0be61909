import { wordAt, type Parsed } from '../propositions/sentence.ts';
import { AUXILIARIES } from '../propositions/words.ts';
import { INNER } from './denials.ts';
import { isPresent } from './finite.ts';
import { lemmaOf } from './present-views.ts';
import type { Run } from './types.ts';
import { OCCASIONS } from './words.ts';

/** Words of rank and record: "is the largest company" is a report. */
const RANKS = new Set(
	'largest biggest smallest highest lowest located based founded home known called named'.split(' ')
);

/** "Export bans are a burden", "The bloc has no right to it": what holds in general, and no figure, rank or occasion. */
export function isGeneric(parsed: Parsed, run: Run): boolean {
	const { tokens } = parsed;
	if (run.to - run.from > GENERIC_REACH) return false;
	if (tokens.slice(run.from, run.to).some(({ w }) => RANKS.has(w))) return false;
	for (let at = run.from; at < run.to; at++) {
		const word = wordAt(tokens, at);
		if ((INNER.has(word) && at > run.from) || OCCASIONS.has(word)) return false;
		const next = wordAt(tokens, at + 1);
		// "is planned", "is today", "there will be a hotline": what is to come.
		if (['is', 'are'].includes(word)) return !COMING.has(next);
		if (word === 'will') return wordAt(tokens, at - 1) !== 'there';
		if (['does', 'do', 'cannot'].includes(word)) return true;
		if (word === 'can') return next === 'not' || wordAt(tokens, at + 2) === 'no' || next === 'never';
		if (['has', 'have'].includes(word)) return HELD.has(next);
		if (AUXILIARIES.has(word)) return false;
		// "imports all of its lithium", "runs to four pages": what is done without a view.
		if (isPresent(parsed, at)) return !parsed.lexicon.viewless.has(lemmaOf(word));
	}
	return false;
}

const COMING = new Set('planned expected scheduled due set slated today tomorrow under open here there'.split(' '));
const GENERIC_REACH = 24;
const HELD = new Set('no the a an many every nothing its their never always'.split(' '));
