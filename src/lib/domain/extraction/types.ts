import type { Span, SourceProposal } from '../articles/types.ts';
import type { Organisation, Person, Place } from '../facts/entity-schema.ts';
import type { Fact } from '../facts/fact-schema.ts';
import type { FactKind, Modality } from '../facts/vocabulary.ts';

/** Whom or what a name stands for. Ids are slugs of the name; those of the shipped bank's people and bodies are reused. */
export type Referent =
	| { is: 'person'; id: string; name: string; party?: string }
	/** A state as an actor, also by its capital or government: "Washington", "the Chinese side". Id of the country. */
	| { is: 'party'; id: string; name: string }
	| { is: 'organisation'; id: string; name: string; party?: string }
	| { is: 'place'; id: string; name: string; country?: string }
	/** "The two leaders", "both sides", "X and Y agreed": the parties (countries' ids) together. */
	| { is: 'joint'; id: 'both'; name: string; parties: string[] };

/** One place of the text that names somebody or something. */
export interface Mention extends Span {
	/** Null where a pronoun or a bare title could not be resolved. */
	referent: Referent | null;
	/** How it was recognised: gazetteer, title, surname, alias, metonym, side, joint, pronoun, office. */
	via: string;
	/** Where the text gives an office with the name ("U.S. Secretary of State Antony Blinken"). */
	office?: MentionOffice;
	/** Further offices that the text gives with the name ("Vice President and Industry Minister …"). */
	otherOffices?: MentionOffice[];
	/** Index of the sentence. */
	sentence: number;
	/** 0 to 1: below 1 where it was inferred. */
	confidence: number;
	/** In words, for a person who asks why: "He → Xi Jinping, previous sentence". */
	why: string;
	/** What makes an entity of the mention. */
	detail?: MentionDetail;
}

/** An office as the text gives it. */
export interface MentionOffice {
	title: string;
	/** Id of a country. */
	country?: string;
	former: boolean;
	span: Span;
	/** An office only where the text gives no other: a military rank, a form of address, a title in place of the name. */
	rank?: boolean;
}

/** What is known of a mention's referent beside its name. */
export interface MentionDetail {
	/** The words of the mention, spaces evened out. */
	written: string;
	/** They are a name, and no title or pronoun. */
	alias: boolean;
	/** The words of the name alone, where two or more of them stand there. */
	fullName?: string;
	family?: string;
	given?: string;
	order?: Person['order'];
	chinese?: string;
	gender?: 'm' | 'f';
	/** Name of a country. */
	country?: string;
	placeType?: Place['type'];
}

/** One date expression. */
export interface DateExpression extends Span {
	sentence: number;
	/** ISO 8601 at the text's precision: 2023, 2023-11, 2023-11-15, or "a/b"; null where publication is not known. */
	iso: string | null;
	/** It can be told only from the date of publication. */
	relative: boolean;
	rule: string;
	confidence: number;
}

/** One amount with its unit and what it counts. */
export interface Figure extends Span {
	sentence: number;
	value: number;
	/** Singular: "hour", "USD", "%", or the noun that is counted ("people", "flight"). */
	unit: string;
	/** What is counted or measured, in the text's words. */
	of: string;
	bound: 'exact' | 'about' | 'more-than' | 'less-than';
	rule: string;
	confidence: number;
}

/** Words in quotation marks that somebody said. */
export interface Quotation extends Span {
	sentence: number;
	/** The words without their marks. */
	words: Span;
	/** Index into the mentions, or null where nobody is named. */
	speaker: number | null;
	/** The words that attribute it ("the U.S. president said"). */
	attribution: Span | null;
	rule: string;
	confidence: number;
}

export type Polarity = 'affirmed' | 'negated' | 'hedged';

export interface EvidenceSpan extends Span {
	text: string;
}

/** A fact that the rules propose, before anybody has looked at it. */
export interface ExtractedFact {
	/** Hash of kind, values and place: the same text gives the same id. */
	id: string;
	kind: FactKind;
	/** Id of a topic, "other" where no topic's words occur. */
	topic: string;
	/** One sentence with names and dates resolved, so that it stands alone. */
	statement: string;
	/** A position, agreement or commitment without its holder, as it follows a colon: "an end to arms sales to Taiwan". */
	gist?: string;
	modality: Modality;
	polarity: Polarity;
	/** Whose it is: a full name, a country's name, an organisation's name or "both sides"; null where it is nobody's. */
	holder: string | null;
	/** The holder's id: of a person, organisation or country, or "both". */
	holderId: string | null;
	/** Normalised: an ISO date or "a/b", a plain number, "Full Name, office", the words of a quotation; null for others. */
	value: string | number | null;
	unit: string | null;
	/** The same as typed values, as the bank keeps them. */
	values: Fact['values'];
	evidence: EvidenceSpan[];
	/** Id of the rule that made it. */
	rule: string;
	/**
	 * 0 to 1: in a fact that is handed out, the share of such proposals that are right; before that, the rule's own,
	 * lowered by what was inferred.
	 */
	confidence: number;
	/** In words, for a person who asks why: "trigger “asserted that”, subject He → Xi Jinping, previous sentence". */
	why: string;
}

export interface Warning {
	code: string;
	message: string;
}

/** What the rules find in one article. */
export interface Extraction {
	source: SourceProposal;
	text: string;
	facts: ExtractedFact[];
	/** Everybody and everything that the facts name. */
	entities: { people: Person[]; organisations: Organisation[]; places: Place[] };
	warnings: Warning[];
}
