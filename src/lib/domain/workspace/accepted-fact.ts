import type { Organisation, Person, Place, Source } from '../facts/entity-schema.ts';
import type { Party } from '../facts/party.ts';
import type { ExtractedFact } from '../extraction/types.ts';
import type { RulingChoice } from '../workbench.ts';

/** Another reading of a fact's slot, and what a teacher decided about the two. */
export interface FactRuling {
	choice: RulingChoice;
	other: {
		value: string | number | null;
		statement: string;
		/** Id of the article that says it, or the label of a source outside the workspace. */
		article: string;
	};
}

/** A fact that a teacher let through: what items are made of. */
export interface AcceptedFact {
	/** Lower-case words joined by hyphens: the first part of its items' ids. */
	id: string;
	fact: Omit<ExtractedFact, 'id'>;
	/** Where articles of the workspace say it: UTF-16 offsets into their texts, `end` exclusive. */
	evidence: { article: string; start: number; end: number }[];
	ruling?: FactRuling;
	/** 1 matters most; by its kind where nobody said. */
	importance?: 1 | 2 | 3;
}

/** An article of a workspace. */
export interface WorkspaceArticle {
	id: string;
	/** How learners read its name inside a sentence: "Kyodo News", "the White House readout". */
	label: string;
	title: string | null;
	publisher: string | null;
	author: string | null;
	/** ISO 8601 day, as a person confirmed it. */
	published: string | null;
	text: string;
	closeness: Source['closeness'];
}

/** All that the items of a workspace are made from. */
export interface WorkspaceInput {
	articles: readonly WorkspaceArticle[];
	facts: readonly AcceptedFact[];
	entities: { people: readonly Person[]; organisations: readonly Organisation[]; places: readonly Place[] };
	/** The workspace's own topics. */
	topics: readonly { id: string; label: string }[];
	/** The states that act; those that hold facts are added by the name that the facts give them. */
	parties?: readonly Pick<Party, 'id' | 'name' | 'answers'>[];
}
