import type { Person } from '../facts/entity-schema.ts';
import { BOTH, partyNamed, type Party } from '../facts/party.ts';
import { capitalise, fold } from '../text.ts';
import type { WorkspaceInput } from './accepted-fact.ts';

const JOINT: Party = {
	id: BOTH,
	name: 'both sides',
	option: 'The sides jointly',
	answers: ['both', 'both sides', 'the two sides', 'jointly', 'both countries', 'all sides']
};

/** Countries whose names are no plain words of their ids. */
const NAMES = new Map([
	['us', 'the United States'],
	['uk', 'the United Kingdom'],
	['uae', 'the United Arab Emirates'],
	['eu', 'the European Union']
]);

/**
 * The parties of a workspace: those that are given, those that hold facts, those whose people do, and what is joint.
 */
export function partiesOf({ facts, entities, parties = [] }: WorkspaceInput): Party[] {
	const others = new Set([...entities.people, ...entities.organisations].map((entity) => entity.id));
	const known = new Map<string, Party>(parties.map((party) => [party.id, withOption(party)]));
	for (const { fact } of facts) {
		const { holderId, holder } = fact;
		if (holderId === null || holder === null || holderId === BOTH || others.has(holderId)) continue;
		if (!known.has(holderId))
			known.set(holderId, withOption({ id: holderId, name: named(holderId, holder), answers: [holder] }));
	}
	for (const { side, country } of entities.people) {
		const id = side ?? (country === undefined ? undefined : countryId(country, [...known.values()]));
		if (id !== undefined && !known.has(id)) {
			known.set(id, withOption({ id, name: named(id, country ?? capitalised(id)), answers: [] }));
		}
	}
	return [...known.values(), JOINT];
}

/** The party of a person: the side, or the country by its name or id. */
export function partyIdOf(
	{ side, country }: Pick<Person, 'side' | 'country'>,
	parties: readonly Party[]
): string | undefined {
	return side ?? (country === undefined ? undefined : countryId(country, parties));
}

/** The id of a country: that of the party with its name, else the name as a slug. */
function countryId(country: string, parties: readonly Party[]): string {
	const bare = country.replace(/^the /i, '');
	const short = [...NAMES].find(([, name]) => name === `the ${bare}`)?.[0];
	return partyNamed(parties, bare)?.id ?? short ?? fold(bare).replaceAll(' ', '-');
}

const named = (id: string, name: string): string => NAMES.get(id) ?? withArticle(name);

/** Countries whose name has an article. */
const withArticle = (name: string): string =>
	/^(?:United |Netherlands$|Philippines$|Maldives$|Bahamas$|Gambia$|Czech Republic$|Dominican Republic$|European Union$|Vatican$|Solomon Islands$|Marshall Islands$|(?:Democratic )?Republic of )/.test(
		name
	)
		? `the ${name}`
		: name;

const capitalised = (id: string): string => id.split('-').map(capitalise).join(' ');

function withOption({ id, name, answers }: Omit<Party, 'option'>): Party {
	const full = withArticle(name);
	return { id, name: full, option: `${capitalise(full)} alone`, answers: [...new Set([name, ...answers])] };
}
