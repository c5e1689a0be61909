import type { Mention, Organisation, Origin, Person, Place, Source } from './entity-schema.ts';
import type { Fact } from './fact-schema.ts';
import type { Ruling } from './ruling-schema.ts';
import type { BankFrame, Party } from './party.ts';
import type { FactSet } from './set-schema.ts';

/** Everything the generator needs: the loaded and cross-checked data of one workspace. */
export interface Knowledge {
	facts: Fact[];
	people: Person[];
	organisations: Organisation[];
	places: Place[];
	sources: Source[];
	origins: Origin[];
	mentions: Mention[];
	rulings: Ruling[];
	sets: FactSet[];
	/** What the bank as a whole is about; without it no question is derived that would have to name the occasion. */
	frame?: BankFrame;
	/** Whoever holds positions and makes promises in it. */
	parties?: Party[];
	/** Topics of its own, beside those of the shipped bank. */
	topics?: { id: string; label: string }[];
}
