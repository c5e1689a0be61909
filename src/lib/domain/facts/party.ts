import * as v from 'valibot';
import { id, text, texts } from './fields.ts';

/** Id of a country or other party, or `both` for what is said or done jointly. */
export type PartyId = string;
export const BOTH = 'both';

/** One side of what a bank is about. */
export const partySchema = v.strictObject({
	id,
	/** As it stands in a sentence: "Japan", "the United States". */
	name: text,
	/** How it is called in options, alike in grammar and length with the others. */
	option: text,
	/** What a learner may type for it. */
	answers: v.optional(texts, [])
});

/** What the shipped bank says of itself. */
export const frameSchema = v.strictObject({
	/** Completes "In reports on …". */
	occasion: text,
	/** People who are quoted nowhere but may stand among the wrong speakers. */
	speakers: v.optional(v.array(id), []),
	/** The parties, with `both` for what they do jointly. */
	parties: v.pipe(v.array(partySchema), v.minLength(2))
});

/** The party with this id or name, with or without its article. */
export function partyNamed(parties: readonly Party[], name: string | undefined): Party | undefined {
	const bare = name?.replace(/^the /i, '').toLowerCase();
	return parties.find((party) => party.id === bare || party.name.replace(/^the /i, '').toLowerCase() === bare);
}

export type Party = v.InferOutput<typeof partySchema>;
export type BankFrame = Omit<v.InferOutput<typeof frameSchema>, 'parties'>;
