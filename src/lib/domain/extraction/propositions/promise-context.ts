import { wordSet } from '../../text.ts';
import { partyOf } from './names.ts';
import { BOTH, type Holder } from './reading.ts';
import type { Named, Parsed } from './sentence.ts';
import type { Draft } from './types.ts';

const WORDS = wordSet(
	'assurance assurances promise promises pledge pledges guarantee guarantees undertaking commitment'
);
/** Words of agreeing, which take two, and of what both keep to themselves. */
const MUTUAL = wordSet(
	'mutual joint both either neither two sides nobody agreement deal consensus text statement document communique accord'
);
/** A line that names nobody is short. */
const SHORT = 60;
const FIRST = 12;

/**
 * Whose word was not given, where "No promise was given" names nobody: of whom the sentence before asked it, or who was
 * last heard of there.
 * @param before the propositions of the sentence before, in the same paragraph
 * @param pair the two parties that the article names most
 */
export function promiserOf(parsed: Parsed, draft: Draft, before: readonly Draft[], pair: readonly Named[]): Draft {
	const { tokens, named } = parsed;
	if (tokens.length > SHORT || before.length === 0) return draft;
	const inside = tokens.filter(({ start, end }) => draft.start <= start && end <= draft.end);
	const open = draft.act === 'non-agreement' && draft.holder?.id === BOTH.id && draft.subject === null;
	const word = open && inside.slice(0, FIRST).some(({ w }) => WORDS.has(w));
	const others = named.some(
		({ mention }) => draft.start <= mention.start && mention.end <= draft.end && mention.referent?.is !== 'place'
	);
	if (!word || others || inside.some(({ w }) => MUTUAL.has(w))) return draft;
	const last = before.findLast(({ holder }) => holder !== null && holder.id !== BOTH.id);
	if (!last?.holder) return draft;
	const asked = /-request-|-demand/.test(last.rule) ? otherThan(last.holder, pair) : last.holder;
	return asked
		? { ...draft, holder: asked, why: `${draft.why}, asked of ${asked.name} in the sentence before` }
		: draft;
}

function otherThan(asking: Holder, pair: readonly Named[]): Holder | null {
	const own = pair.find(({ mention }) => mention.referent?.id === asking.id);
	const side = pair.find((one) => one.mention.referent?.id === asking.id || partyOf(one) === asking.id) ?? own;
	const other = side && pair.find((one) => one !== side && partyOf(one) !== partyOf(side));
	const { referent } = other?.mention ?? {};
	return referent ? { id: referent.id, name: referent.name } : null;
}
