import type { Extraction } from '../extraction/types.ts';
import { fold } from '../text.ts';
import type { GoldFact } from './gold.ts';
import { countryOf, splitCountries, type Allegiances } from './sides.ts';

/**
 * Which country each person or body speaks for, by folded name: as the rules' entities say, and as the gold's offices say
 * ("Wang Yi, Foreign Minister of China"), which has the last word.
 */
export function allegiancesOf(extraction: Extraction, gold: readonly GoldFact[]): Allegiances {
	const known = new Map<string, string>();
	const note = (names: (string | undefined)[], country: string | undefined): void => {
		if (country === undefined) return;
		for (const name of names)
			if (name !== undefined && name !== '') known.set(fold(name).replace(/^the /, ''), country);
	};
	for (const person of extraction.entities.people) {
		note([person.name, person.family, ...person.aliases], countryOf(person.country ?? person.side ?? ''));
	}
	for (const body of extraction.entities.organisations) note([body.name, ...body.aliases], countryOf(body.side ?? ''));
	for (const fact of gold) {
		if (fact.kind !== 'participant' || typeof fact.value !== 'string') continue;
		const [name = '', ...office] = fact.value.split(',');
		const countries = Array.from(splitCountries(fold(office.join(' ')).split(' ')).countries);
		if (countries.length === 1) note([name], countries[0]);
	}
	return known;
}
