import type { ErrorCode } from '../errors.ts';
import type { Span } from '../articles/types.ts';
import type { EvidenceSpan, Extraction } from '../extraction/types.ts';
import type { Person, Place } from '../facts/entity-schema.ts';
import type { FactEdit } from '../workbench.ts';
import { idOfName, namedIn, type NameBook } from './name-book.ts';
import type { FactContent } from './transitions.ts';

/** The rule of facts that no rule made. */
export const BY_HAND = 'by-hand';

/** What an edit is applied to. */
export interface EditContext {
	/** The article's text. */
	text: string;
	names: NameBook;
	/** The fact as it was; null for one that is added. */
	before: FactContent | null;
}

/** A fact as a person wrote it, and whom it names that nobody knew. */
export type EditResult =
	{ ok: true; content: FactContent; people: Person[]; places: Place[] } | { ok: false; code: ErrorCode };

const PART = '\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?';
const ISO = new RegExp(`^${PART}(?:/${PART})?$`);
const NUMBER = /^[-−]?\d{1,15}(?:[.]\d{1,6})?$/;

/**
 * Makes a fact of what a person wrote: its evidence quoted from the text, its holder and its people by their ids, its
 * value checked against its kind.
 * @returns the fact; `evidence_missing`, `evidence_outside` or `invalid_value`
 */
export function applyEdit(edit: FactEdit, { text, names, before }: EditContext): EditResult {
	if (edit.evidence.length === 0) return { ok: false, code: 'evidence_missing' };
	const evidence = edit.evidence.map((span) => quote(text, span));
	if (evidence.some((place) => place === null)) return { ok: false, code: 'evidence_outside' };
	const value = valueOf(edit);
	if (value === undefined) return { ok: false, code: 'invalid_value' };
	const holderId = edit.holder === null ? null : idOfName(names, edit.holder);
	const typed = valuesOf({ ...edit, value }, holderId, names);
	const kept = before && before.kind === edit.kind && before.value === value && before.holderId === holderId;
	const content: FactContent = {
		kind: edit.kind,
		topic: edit.topic,
		statement: /[.!?][”"’']?$/.test(edit.statement) ? edit.statement : `${edit.statement}.`,
		...(edit.gist ? { gist: edit.gist } : {}),
		modality: edit.modality,
		polarity: edit.polarity,
		holder: holderId === 'both' ? 'both sides' : edit.holder,
		holderId,
		value,
		unit: edit.unit,
		values: kept && before.unit === edit.unit && before.gist === edit.gist ? before.values : typed.values,
		evidence: evidence.flatMap((place) => place ?? []).sort((a, b) => a.start - b.start),
		rule: before?.rule ?? BY_HAND,
		confidence: before?.confidence ?? 1,
		why: before?.why ?? 'added by hand'
	};
	return { ok: true, content, people: typed.people, places: typed.places };
}

/** A place of the text in its own words; null where the text has no such place. */
function quote(text: string, { start, end }: Span): EvidenceSpan | null {
	if (start >= end || end > text.length) return null;
	const words = text.slice(start, end);
	// A cut through a pair of surrogates is no place between two letters.
	return /[\ud800-\udfff]/u.test(words) || words.trim() === '' ? null : { start, end, text: words };
}

/** The value as its kind keeps it; undefined where it does not fit. */
function valueOf({ kind, value }: FactEdit): string | number | null | undefined {
	if (kind === 'figure') return figureOf(value);
	if (kind === 'date') return typeof value === 'string' && ISO.test(value) ? value : undefined;
	if (kind === 'event') return value === null || (typeof value === 'string' && ISO.test(value)) ? value : undefined;
	if (kind === 'participant') return typeof value === 'string' && /^[^,]+, *\S/.test(value) ? value : undefined;
	if (kind === 'quotation') return typeof value === 'string' ? value.replace(/^["“”]+|["“”]+$/g, '') : undefined;
	return typeof value === 'number' ? String(value) : value;
}

function figureOf(value: string | number | null): number | undefined {
	if (typeof value === 'number') return value;
	if (value === null) return undefined;
	const plain = value.replace(/(?<=\d)[,\u00a0\u202f ](?=\d{3})/g, '');
	return NUMBER.test(plain) ? Number(plain.replace('−', '-')) : undefined;
}

interface Typed {
	values: FactContent['values'];
	people: Person[];
	places: Place[];
}

/** The same as typed values. Whoever is not known yet is added under the slug of the name. */
function valuesOf(edit: FactEdit, holderId: string | null, names: NameBook): Typed {
	const { kind, value, statement } = edit;
	const only = (values: FactContent['values']): Typed => ({ values, people: [], places: [] });
	if ((kind === 'date' || kind === 'event') && typeof value === 'string')
		return only({ is: 'date', event: statement, date: value.split('/')[0] ?? value });
	if (kind === 'figure' && typeof value === 'number')
		return only({ is: 'figure', of: edit.gist ?? statement, number: value, unit: edit.unit ?? '', bound: 'exact' });
	if (kind === 'participant' && typeof value === 'string') return participant(value, names);
	if (kind === 'place' && typeof value === 'string') return place(value, statement, names);
	if (kind === 'quotation' && typeof value === 'string' && holderId !== null) {
		const words = value.split(/\s+/).slice(0, 10).join(' ');
		return only({ is: 'quotation', speaker: holderId, words, about: statement });
	}
	return only({ is: 'content', content: edit.gist ?? statement, parts: [] });
}

function participant(value: string, names: NameBook): Typed {
	const comma = value.indexOf(',');
	const [name, role] = [value.slice(0, comma).trim(), value.slice(comma + 1).trim()];
	const id = idOfName(names, name);
	const words = name.split(/\s+/);
	const person: Person = {
		id,
		name,
		family: words.at(-1) ?? name,
		order: 'given-first',
		aliases: [],
		offices: [{ title: role, accept: [], former: false }],
		attended: []
	};
	const people = namedIn(names, name) ? [] : [person];
	return { values: { is: 'participant', people: [id], role }, people, places: [] };
}

function place(name: string, statement: string, names: NameBook): Typed {
	const id = idOfName(names, name);
	const places: Place[] = namedIn(names, name) ? [] : [{ id, name, aliases: [], type: 'city' }];
	return { values: { is: 'place', of: statement, place: id }, people: [], places };
}

/** Entities with those that an edit added. */
export function withEntities(
	entities: Extraction['entities'],
	{ people, places }: { people: Person[]; places: Place[] }
): Extraction['entities'] {
	return { ...entities, people: [...entities.people, ...people], places: [...entities.places, ...places] };
}
