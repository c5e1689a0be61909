import type { Extraction } from '../extraction/types.ts';
import { slug } from '../extraction/mentions/slug.ts';
import { fold } from '../text.ts';

/** Whom a name stands for, by the name without its accents and capitals. */
export type NameBook = ReadonlyMap<string, string>;

/** Names that an article's facts, its entities and the shipped bank know. */
export interface NameSources {
	/** Holders of facts, with their ids. */
	holders: readonly { holder: string | null; holderId: string | null }[];
	entities: readonly Extraction['entities'][];
	parties: readonly { id: string; name: string }[];
}

const BOTH = ['both', 'both sides', 'the two sides', 'both countries'];

/** Makes the book; what comes first wins: both sides, parties, holders of facts, then people, bodies and places. */
export function makeNameBook({ holders, entities, parties }: NameSources): NameBook {
	const book = new Map<string, string>();
	const add = (name: string, id: string) => {
		const key = fold(name);
		if (key !== '' && !book.has(key)) book.set(key, id);
	};
	for (const name of BOTH) add(name, 'both');
	for (const { id, name } of parties) add(name, id);
	for (const { holder, holderId } of holders) if (holder !== null && holderId !== null) add(holder, holderId);
	const all = entities.flatMap(({ people, organisations, places }) => [...people, ...organisations, ...places]);
	for (const { id, name } of all) add(name, id);
	for (const { id, aliases } of all) for (const alias of aliases) add(alias, id);
	return book;
}

/** Whether somebody of this name is known. */
export function namedIn(book: NameBook, name: string): boolean {
	return book.has(fold(name));
}

/** The id of whoever has this name; where nobody is known, the slug of the name. */
export function idOfName(book: NameBook, name: string): string {
	return book.get(fold(name)) ?? slugOf(name);
}

/** A name as an id, as the extraction makes it: lower-case words joined by hyphens. */
export const slugOf = slug;
