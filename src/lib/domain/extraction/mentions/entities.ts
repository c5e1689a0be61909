import type { Organisation, Person, Place } from '../../facts/entity-schema.ts';
import { fold } from '../../text.ts';
import type { Mention, MentionOffice, Referent } from '../types.ts';

export interface Entities {
	people: Person[];
	organisations: Organisation[];
	places: Place[];
}

/** Everybody and everything that the mentions name, in the order in which they appear, with the names and offices seen. */
export function referents(mentions: readonly Mention[]): Entities {
	const people = new Map<string, Person>();
	const organisations = new Map<string, Organisation>();
	const places = new Map<string, Place>();
	for (const mention of mentions) {
		const { referent } = mention;
		if (referent?.is === 'person') addPerson(people, mention, referent);
		else if (referent?.is === 'organisation') addOrganisation(organisations, mention, referent);
		else if (referent?.is === 'place') addPlace(places, mention, referent);
	}
	return {
		people: Array.from(people.values()),
		organisations: Array.from(organisations.values()),
		places: Array.from(places.values())
	};
}

const sideOf = (party: string | undefined): 'us' | 'china' | undefined =>
	party === 'us' || party === 'china' ? party : undefined;

function addPerson(people: Map<string, Person>, mention: Mention, referent: Extract<Referent, { is: 'person' }>): void {
	const { detail } = mention;
	const side = sideOf(referent.party);
	const person = people.get(referent.id) ?? {
		id: referent.id,
		name: referent.name,
		family: detail?.family ?? referent.name,
		...(detail?.given === undefined ? {} : { given: detail.given }),
		order: detail?.order ?? 'given-first',
		...(detail?.chinese === undefined ? {} : { chinese: detail.chinese }),
		...(side === undefined ? {} : { side }),
		...(detail?.country === undefined ? {} : { country: detail.country }),
		aliases: [],
		offices: [],
		attended: []
	};
	people.set(referent.id, person);
	addAlias(person, mention);
	addOffices(person, mention);
}

function addOffices(person: Person, { office, otherOffices = [] }: Mention): void {
	if (office) for (const one of [office, ...otherOffices]) addOffice(person, one);
}

function addOffice(person: Person, office: MentionOffice): void {
	if (office.title === '') return;
	if (
		person.offices.some(({ title, accept }) => [title, ...accept].some((known) => fold(known) === fold(office.title)))
	)
		return;
	person.offices.push({
		title: office.title,
		accept: [],
		...(person.country === undefined ? {} : { country: person.country }),
		former: office.former
	});
}

/** The words of a name as the text has them; titles and pronouns are no aliases. */
function addAlias(entity: { name: string; aliases: string[] }, { detail, office }: Mention): void {
	if (detail === undefined || !detail.alias || office !== undefined) return;
	if (detail.written !== entity.name && !entity.aliases.includes(detail.written)) entity.aliases.push(detail.written);
}

function addOrganisation(
	bodies: Map<string, Organisation>,
	mention: Mention,
	referent: Extract<Referent, { is: 'organisation' }>
): void {
	const side = sideOf(referent.party);
	const body = bodies.get(referent.id) ?? {
		id: referent.id,
		name: referent.name,
		aliases: [],
		...(side === undefined ? {} : { side }),
		metonyms: []
	};
	bodies.set(referent.id, body);
	addAlias(body, mention);
}

function addPlace(places: Map<string, Place>, mention: Mention, referent: Extract<Referent, { is: 'place' }>): void {
	const place = places.get(referent.id) ?? {
		id: referent.id,
		name: referent.name,
		aliases: [],
		...(mention.detail?.chinese === undefined ? {} : { chinese: mention.detail.chinese }),
		type: mention.detail?.placeType ?? 'region'
	};
	places.set(referent.id, place);
	addAlias(place, mention);
}
