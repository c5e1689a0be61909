import type { Fact } from '../facts/fact-schema.ts';
import type { Catalog } from './catalog.ts';
import type { Side } from './types.ts';

/** How a side is called in options: alike in grammar and within a letter or two in length. */
export const SIDE_OPTIONS: Record<Side, string> = {
	us: 'The US side alone',
	china: "China's side alone",
	both: 'Both sides jointly'
};

/** What a learner may type for a side. */
export const SIDE_ANSWERS: Record<Side, string[]> = {
	us: ['United States', 'US', 'USA', 'America', 'Washington', 'the Americans', 'Biden', 'Joe Biden', 'US side'],
	china: ['China', 'PRC', 'Beijing', 'the Chinese', 'Xi', 'Xi Jinping', 'Chinese side'],
	both: ['both', 'the two sides', 'US and China', 'China and the US', 'both countries', 'both governments']
};

/** Whose fact it is: the side itself, or the side of the person or organisation that holds it. */
export function sideOf(catalog: Catalog, fact: Fact): Side | undefined {
	const { holder } = fact;
	if (holder === undefined) return fact.values.is === 'quotation' ? ownSide(catalog, fact.values.speaker) : undefined;
	if (holder === 'us' || holder === 'china' || holder === 'both') return holder;
	return ownSide(catalog, holder);
}

function ownSide(catalog: Catalog, id: string): Side | undefined {
	return catalog.person.get(id)?.side ?? catalog.organisation.get(id)?.side;
}
