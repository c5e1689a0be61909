import { joinNames } from '../../text.ts';
import { isOfMany } from './many.ts';
import type { Told } from './told.ts';

const PAIR = 2;
/** "The two leaders agreed": what governments do, and what people do only where they sign for them. */
const JOINT =
	/^(?:Both|The two|The) (?:sides|leaders|presidents|governments|countries|ministers|foreign ministers|parties|delegations|capitals|nations|prime ministers|neighbou?rs|men) (?:also |had |have |then )?(?=(?:agreed|decided|signed|undertook|pledged|committed|resolved|concluded|settled|promised|approved|endorsed|set|will|failed|could not|did not)\b)/;

/** "The island" of whoever speaks of Taiwan. */
const ISLAND = /\b(?:the|The) (?:self-ruled |self-governed )?island(?=['’]s\b|[ .,;])(?! of\b| nation| chain)/gu;

/** The fact with Taiwan's name where its topic tells that no other island is meant. */
export function withIsland(told: Told): Told {
	const { fact } = told;
	const isMeant = fact.topic === 'taiwan' && ISLAND_WORD.test(fact.statement);
	return isMeant ? { ...told, fact: { ...fact, statement: fact.statement.replace(ISLAND, 'Taiwan') } } : told;
}

const ISLAND_WORD = /\bthe (?:self-ruled |self-governed )?island\b/iu;

/** "Trade between the two giants": of nobody else than the two. */
const BETWEEN =
	/\b(between|of) the two (?:countries|nations|sides|giants|powers|economies|neighbou?rs|governments|states)\b(?! of)/gu;

/** The fact with the two parties' names where its statement says "the two leaders" of exactly these two. */
export function withNames(told: Told): Told {
	const { pair = [], fact } = told;
	if (pair.length !== PAIR || isOfMany(told.around)) return told;
	const names = joinNames(pair.map(({ name }) => name));
	const statement = fact.statement
		.replace(JOINT, `${names.charAt(0).toUpperCase()}${names.slice(1)} `)
		.replace(BETWEEN, `$1 ${names}`);
	return { ...told, fact: { ...fact, statement } };
}
