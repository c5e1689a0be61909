import type { Cast } from './cast.ts';
import type { KnownPerson } from './compiled.ts';
import type { Draft, Ground } from './draft.ts';

/** Somebody named at a line of a paragraph. */
export interface Named {
	person: KnownPerson;
	/** Ordinal of the line. */
	at: number;
	block: number;
}

/** Whom a title fits: called so by the text, by the gazetteer, or holding the same office by another name. */
export type Fitting = Record<Fit, KnownPerson[]>;
export type Fit = 'told' | 'known' | 'class';

/** What was said before the place that is read, newest last; kept short. */
export interface Story {
	ground: Ground;
	cast: Cast;
	protagonists: readonly string[];
	/** A government published the text itself. */
	release: boolean;
	/** Whom the text names first. */
	opening?: string;
	people: Named[];
	/** Subjects by line: what a pronoun means first. */
	subjects: Draft[];
	/** Ids of those who receive somebody, and of those who are received. */
	hosts: Set<string>;
	guests: Set<string>;
	/** Whom of the text a title fits, by the title's words: looked for once. */
	fitting: Map<string, Fitting>;
	/** The officials without a name who were told of last, by the word for them, and where. */
	unnamed: Map<string, { country: string; at: number }>;
	/** The last "X and Y" and where it stood. */
	joint?: { draft: Draft; at: number };
	/** The party that was named last. */
	party?: string;
	/** The state that was named last: a party that has ministries. */
	state?: string;
	/** Ordinal of the line that is read. */
	at: number;
}

/** Who of some people was named last. */
export const lastOf = ({ people }: Story, ids: ReadonlySet<string>): Named | undefined =>
	people.findLast(({ person }) => ids.has(person.id));
