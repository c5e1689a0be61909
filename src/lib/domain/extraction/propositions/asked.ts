import { partyOf } from './names.ts';
import { BOTH } from './reading.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { wordSet } from '../../text.ts';

/** Nouns of what one side wants of the other. */
export const REQUESTS = wordSet(
	`request requests plan plans idea proposal proposals plea pleas offer offers demand demands appeal appeals suggestion bid call calls wish
	petition condition conditions`
);
/** So far before or behind a request stands whose it is. */
const NEAR = 4;

/**
 * Who refused, where a request "was turned down" and nobody is said to have done it: the one who was asked.
 * @param drafts of the same sentence: a request among them tells who asked
 * @param pair the two parties that the article names most
 */
export function askedOne(parsed: Parsed, draft: Draft, drafts: readonly Draft[], pair: readonly Named[]): Draft {
	if (draft.stance !== 'rejected' || draft.holder?.id !== BOTH.id || draft.rule.endsWith('-by')) return draft;
	const { tokens } = parsed;
	const noun = tokens.findIndex(({ w, start, end }) => draft.start <= start && end <= draft.end && REQUESTS.has(w));
	if (noun < 0) return draft;
	const asking = requester(parsed, noun) ?? drafts.find(({ act, holder }) => act === 'position' && holder)?.holder?.id;
	const asker = typeof asking === 'object' ? partyOf(asking) : asking;
	const asked = addressee(parsed, noun, asker) ?? pair.find((one) => partyOf(one) !== asker);
	const { referent } = asked?.mention ?? {};
	if (!asker || !asked || !referent || !pair.some((one) => partyOf(one) === asker)) return draft;
	const why = `${draft.why}, asked of ${referent.name}`;
	return { ...draft, subject: null, holder: { id: referent.id, name: referent.name }, why };
}

/** "a US request", "Kenya's request", "a request from Kenya". */
function requester(parsed: Parsed, noun: number): Named | undefined {
	const { tokens, named } = parsed;
	const after = ['from', 'by'].includes(wordAt(tokens, noun + 1));
	const behind = named.find(({ from }) => from > noun && from <= noun + NEAR);
	if (after && behind) return behind;
	const maker = makerBehind(parsed, noun);
	if (maker) return maker;
	return named.findLast(({ to }) => to <= noun && to > noun - NEAR);
}

/** "A request for X, put forward by Kenyan officials, was": who made it. */
function makerBehind({ tokens, named }: Parsed, noun: number): Named | undefined {
	const by = tokens.findIndex(({ w }, at) => at > noun + 1 && at < noun + 14 && w === 'by' && made(tokens, at));
	return by < 0 ? undefined : named.find(({ from }) => from > by && from <= by + 3);
}
const made = (tokens: Parsed['tokens'], by: number): boolean =>
	[1, 2].some((back) =>
		/^(?:put|made|submitted|tabled|raised|floated|brought|filed|lodged|voiced)$/.test(wordAt(tokens, by - back))
	);

/** "a request to Kenya", "a request that Kenya lift": who is asked. */
function addressee({ tokens, named }: Parsed, noun: number, asker: string | null | undefined): Named | undefined {
	const link = ['to', 'that', 'for'].includes(wordAt(tokens, noun + 1));
	const one = link ? named.find(({ from }) => from > noun && from <= noun + NEAR) : undefined;
	// "a plea for pressure on Japan" asks nothing of Japan.
	const far = wordAt(tokens, noun + 1) === 'for' && one !== undefined && wordAt(tokens, one.to) !== 'to';
	if (far) return undefined;
	return one && one.mention.referent?.is === 'party' && partyOf(one) !== asker ? one : undefined;
}
