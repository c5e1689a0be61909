import type { Place } from '../../facts/entity-schema.ts';
import type { Trie } from './trie.ts';

export type Gender = 'm' | 'f';

/** An office that the gazetteer gives a person, with the years in which it was held where they are known. */
export interface KnownOffice {
	title: string;
	/** Titles of one class name the same office: "secretary of state" and "foreign minister". */
	class: string;
	/** Id of a country. */
	country?: string;
	from?: number;
	to?: number;
}

export interface KnownPerson {
	id: string;
	name: string;
	family: string;
	given?: string;
	order: 'family-first' | 'given-first';
	chinese?: string;
	/** Id of a country. */
	country?: string;
	gender?: Gender;
	offices: KnownOffice[];
	/** Found in the text alone, by a title or a speech verb. */
	stranger?: boolean;
}

export interface KnownCountry {
	id: string;
	/** With its article: "the United States". */
	name: string;
	/** Without it: "United States". */
	short: string;
	adjective: string;
	order: 'family-first' | 'given-first';
	/** Its government has departments and no ministries. */
	departments: boolean;
}

export interface KnownBody {
	id: string;
	name: string;
	/** Id of the country that it speaks for. */
	party?: string;
	chinese?: string;
}

export interface KnownPlace {
	id: string;
	name: string;
	type: Place['type'];
	/** Id of a country. */
	country?: string;
	chinese?: string;
}

/** What a name in the gazetteer stands for. */
export type Entry =
	| { is: 'person'; person: KnownPerson }
	| { is: 'country'; country: KnownCountry }
	/** Both an adjective and a people: "Chinese". */
	| { is: 'adjective'; country: KnownCountry }
	/** A people in the plural: "Americans". */
	| { is: 'people'; country: KnownCountry }
	| { is: 'capital'; country: KnownCountry; place: KnownPlace }
	/** A government by the name of its house: "the Kremlin". */
	| { is: 'government'; country: KnownCountry }
	| { is: 'body'; body: KnownBody }
	| { is: 'place'; place: KnownPlace }
	/** No name of anything that is asked about: "Beijing time". */
	| { is: 'nothing' };

/** What a title stands for. */
export interface Title {
	class: string;
	/** office: held by one; rank: an office only where no other is given; role: held by many (analyst, spokesperson); courtesy: Mr; counterpart: whoever holds the same. */
	kind: 'office' | 'role' | 'rank' | 'courtesy' | 'counterpart' | 'leader';
	plural: boolean;
	gender?: Gender;
}

/** A noun after a country's adjective: "side", "officials", "foreign ministry". */
export interface GroupNoun {
	kind: 'side' | 'officials' | 'body';
	/** The noun as it makes a body's name: "foreign ministry". */
	noun: string;
	/** It may stand for its country's only one without an adjective: "the foreign ministry". */
	alone: boolean;
}

/** A name with several readings, and the words nearby that decide. */
export interface Ambiguity {
	name: string;
	near: ReadonlySet<string>;
	/** Words that speak for the country after all. */
	against: ReadonlySet<string>;
	entry: Entry;
}

/** The gazetteer as the mechanisms use it. */
export interface CompiledNames {
	names: Trie<Entry>;
	titles: Trie<Title>;
	groups: Trie<GroupNoun>;
	/** By the key of the family name. */
	families: ReadonlyMap<string, readonly KnownPerson[]>;
	countries: ReadonlyMap<string, KnownCountry>;
	/** By "country|class". */
	holders: ReadonlyMap<string, readonly { person: KnownPerson; from?: number; to?: number }[]>;
	ambiguous: ReadonlyMap<string, Ambiguity>;
	/** Lower case: former, then, acting… and whether the office is over. */
	statuses: ReadonlyMap<string, boolean>;
	/** Lower case: deputy, senior, special… which belong to the title after them. */
	ranks: ReadonlySet<string>;
	/** Family names that are also words: said of nobody at the beginning of a sentence. */
	wordNames: ReadonlySet<string>;
	/** Family names of many: believed only where the full name or a title stands in the text. */
	commonNames: ReadonlySet<string>;
	/** Family names that stand first where nothing else tells: Chinese, Korean and Vietnamese ones. */
	familiesFirst: ReadonlySet<string>;
	givenNames: ReadonlyMap<string, Gender>;
	/** Lower case, all forms. */
	speechVerbs: ReadonlySet<string>;
	/** Lower case: words of what an office is for, and no names: affairs, security, pacific. */
	subjectWords: ReadonlySet<string>;
	/** Last words of bodies' names: Institute, University, Bank. */
	bodyWords: ReadonlySet<string>;
}
