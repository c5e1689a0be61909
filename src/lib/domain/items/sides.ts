import type { Fact } from '../facts/fact-schema.ts';
import { BOTH } from '../facts/party.ts';
import type { Catalog } from './catalog.ts';
import type { Side } from './types.ts';

/** Whose fact it is: the party itself, or the party of the person or organisation that holds it. */
export function sideOf(catalog: Catalog, fact: Fact): Side | undefined {
	const { holder } = fact;
	if (holder === undefined) return fact.values.is === 'quotation' ? ownSide(catalog, fact.values.speaker) : undefined;
	return holder === BOTH || catalog.party.has(holder) ? holder : ownSide(catalog, holder);
}

function ownSide(catalog: Catalog, id: string): Side | undefined {
	return catalog.person.get(id)?.side ?? catalog.organisation.get(id)?.side;
}
