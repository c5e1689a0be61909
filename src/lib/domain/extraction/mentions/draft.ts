import { fold } from '../../text.ts';
import type { MentionOffice, Referent } from '../types.ts';
import type { CompiledNames, Entry, KnownCountry, KnownPerson, KnownPlace } from './compiled.ts';
import type { Find } from './finds.ts';
import type { Phrase } from './phrase.ts';
import type { Line } from './tokens.ts';

/** What is still to be asked of the text before and after. */
export type Ask =
	| { kind: 'title'; phrase: Phrase }
	| { kind: 'surname'; phrase?: Phrase }
	| { kind: 'pronoun'; word: string }
	| { kind: 'body'; noun: string }
	/** "his host", "the visitor": one of the two who meet. */
	| { kind: 'host'; word: string; owner?: string }
	| { kind: 'joint'; count: number; noun: string };

/** A mention in the making: tokens of one line, `to` exclusive. */
export interface Draft {
	line: Line;
	from: number;
	to: number;
	referent: Referent | null;
	person?: KnownPerson;
	via: string;
	office?: MentionOffice;
	otherOffices?: MentionOffice[];
	/** Where the name's own words begin and end, without a title. */
	name?: { from: number; to: number };
	confidence: number;
	why: string;
	ask?: Ask;
	/** Several of a party: "Chinese officials". */
	plural?: boolean;
	place?: KnownPlace;
	/** A joint mention of people: "the two leaders" may mean them. */
	ofPeople?: boolean;
	/** It begins with a title. */
	titled?: boolean;
}

/** One line with what is known of it. */
export interface Reading {
	line: Line;
	finds: readonly Find[];
	phrases: readonly Phrase[];
	drafts: Draft[];
}

/** The article's text and gazetteer, as every mechanism needs them. */
export interface Ground {
	names: CompiledNames;
	normal: string;
	/** Words of the whole article, by key. */
	words: ReadonlySet<string>;
	/** Letters that the article explains otherwise than the gazetteer. */
	own: ReadonlyMap<string, Entry>;
	/** The year that the article is most about, where it names one. */
	year?: number;
}

export const partyOf = (country: KnownCountry): Referent => ({ is: 'party', id: country.id, name: country.name });

export function personReferent(person: KnownPerson): Referent {
	return { is: 'person', id: person.id, name: person.name, ...(person.country ? { party: person.country } : {}) };
}

/** A person at some words of a line, before it is known what else the text says there. */
export function personDraft(
	{ line }: Reading,
	{ from, to }: Pick<Draft, 'from' | 'to'>,
	person: KnownPerson,
	told: Pick<Draft, 'via' | 'confidence' | 'why' | 'name'>
): Draft {
	return { line, from, to, person, referent: personReferent(person), ...told };
}

/** The office that a phrase gives, with its place in the text. */
export function officeOf(line: Line, phrase: Phrase, person?: KnownPerson): MentionOffice | undefined {
	const first = line.tokens[phrase.from];
	const last = line.tokens[phrase.to - 1];
	const { kind } = phrase.title;
	if (first === undefined || last === undefined || kind === 'courtesy' || kind === 'counterpart') return undefined;
	const country = phrase.country?.id ?? (phrase.ofBody ? undefined : person?.country);
	return {
		title: inFull(phrase.title.plural ? singular(phrase.words) : phrase.words),
		...(country === undefined ? {} : { country }),
		former: phrase.former,
		span: { start: first.start, end: last.end },
		...((kind === 'rank' && !/^retired\b/i.test(phrase.words)) || isAddress(phrase) ? { rank: true } : {})
	};
}

/** "Ambassador X", "Professor X": a form of address where the text gives X another office. */
const isAddress = ({ words, former }: Phrase): boolean =>
	!former && /^(ambassador|amb|professor|prof)\.?$/i.test(words);

const SHORT = new Map(
	Object.entries({
		Prof: 'Professor',
		Gov: 'Governor',
		Sen: 'Senator',
		Rep: 'Representative',
		Amb: 'Ambassador',
		Gen: 'General',
		Adm: 'Admiral',
		Lt: 'Lieutenant',
		Maj: 'Major',
		Brig: 'Brigadier',
		Col: 'Colonel',
		Capt: 'Captain'
	})
);

/** "Gov. of California" as "Governor of California". */
const inFull = (title: string): string =>
	title.replace(
		/\b(Prof|Gov|Sen|Rep|Amb|Gen|Adm|Lt|Maj|Brig|Col|Capt)\b\.?/g,
		(whole, word: string) => SHORT.get(word) ?? whole
	);

/** Adds an office to a person's mention: a rank gives way to an office, and each office stands once. */
export function giveOffice(draft: Draft, office: MentionOffice | undefined): void {
	if (office === undefined) return;
	if (draft.office === undefined || (draft.office.rank && !office.rank)) draft.office = office;
	else if (!office.rank && !officesOf(draft).some(({ title }) => fold(title) === fold(office.title)))
		draft.otherOffices = [...(draft.otherOffices ?? []), office];
}

/** Every office that the text gives with a mention. */
export const officesOf = ({ office, otherOffices }: Pick<Draft, 'office' | 'otherOffices'>): MentionOffice[] =>
	office === undefined ? [] : [office, ...(otherOffices ?? [])];

/** "climate envoys" → "climate envoy", "Secretaries of State" → "Secretary of State". */
function singular(words: string): string {
	return words.replace(/ies(?=$| (?:of|for|to)\b)/, 'y').replace(/(?<!s)s(?=$| (?:of|for|to)\b)/, '');
}

/** Marks the tokens that are taken, so that each look is constant in time. */
export function takenTokens(reading: Reading): Uint8Array {
	const taken = new Uint8Array(reading.line.tokens.length);
	for (const draft of reading.drafts) taken.fill(1, draft.from, draft.to);
	return taken;
}
