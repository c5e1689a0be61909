import type { Mention } from './entity-schema.ts';
import type { Ask, Fact } from './fact-schema.ts';
import type { Knowledge } from './knowledge.ts';
import type { Ruling } from './ruling-schema.ts';
import type { FactSet } from './set-schema.ts';

/** A name that points nowhere, or that stands twice. `where` is "fact:ID", "set:ID", …. */
export interface ReferenceFault {
	where: string;
	field: string;
	message: string;
}

type Kind = 'fact' | 'person' | 'organisation' | 'place' | 'source' | 'mention';

/** Finds ids used twice and references to facts, people, places, organisations and sources that do not exist. */
export function findReferenceFaults(knowledge: Knowledge): ReferenceFault[] {
	const book = new Book(knowledge);
	const { facts, people, organisations, places, sources, mentions, rulings, sets } = knowledge;
	const lists = { fact: facts, person: people, organisation: organisations, place: places, source: sources };
	for (const [name, entries] of Object.entries({ ...lists, mention: mentions, ruling: rulings, set: sets })) {
		book.once(name, entries);
	}
	for (const fact of facts) checkFact(book, fact);
	for (const { id, side } of people) book.needParty(`person:${id}`, 'side', side);
	for (const { id, side } of organisations) book.needParty(`organisation:${id}`, 'side', side);
	for (const mention of mentions) checkMention(book, mention);
	for (const set of sets) checkSet(book, set);
	for (const ruling of rulings) checkRuling(book, ruling);
	return book.faults;
}

/** The ids that there are, and the faults found so far. */
class Book {
	readonly faults: ReferenceFault[] = [];
	readonly #known: Record<Kind, Set<string>>;
	readonly #paragraphs: Map<string, number>;
	readonly #parties: Set<string>;

	constructor(knowledge: Knowledge) {
		const ids = (entries: { id: string }[]) => new Set(entries.map((entry) => entry.id));
		this.#known = {
			fact: ids(knowledge.facts),
			person: ids(knowledge.people),
			organisation: ids(knowledge.organisations),
			place: ids(knowledge.places),
			source: ids(knowledge.sources),
			mention: ids(knowledge.mentions)
		};
		this.#parties = ids(knowledge.parties ?? []);
		this.#paragraphs = new Map(knowledge.sources.map((source) => [source.id, source.paragraphs]));
	}

	add(where: string, field: string, message: string): void {
		this.faults.push({ where, field, message });
	}

	/** An id, if there is one, must be that of one of these kinds. */
	need(where: string, field: string, id: string | undefined, ...kinds: Kind[]): void {
		if (id === undefined || kinds.some((kind) => this.#known[kind].has(id))) return;
		this.add(where, field, `no ${kinds.join(' or ')} has the id "${id}"`);
	}

	/** A party's id, if there is one, must be known. */
	needParty(where: string, field: string, id: string | undefined): void {
		if (id !== undefined && !this.isParty(id)) this.add(where, field, `no party has the id "${id}"`);
	}

	isParty(id: string): boolean {
		return this.#parties.has(id);
	}

	/** No id stands twice. */
	once(name: string, entries: readonly { id: string }[], field = 'id'): void {
		const seen = new Set<string>();
		for (const { id } of entries) {
			if (seen.has(id)) this.add(`${name}:${id}`, field, `the id "${id}" stands twice`);
			seen.add(id);
		}
	}

	/** A paragraph must be one that its source has. */
	place(where: string, field: string, at: { source: string; paragraph: number }): void {
		this.need(where, field, at.source, 'source');
		const count = this.#paragraphs.get(at.source);
		if (count !== undefined && at.paragraph > count) {
			this.add(where, field, `${at.source} has paragraphs 1 to ${count}, not ${at.paragraph}`);
		}
	}
}

function checkFact(book: Book, fact: Fact): void {
	const where = `fact:${fact.id}`;
	if (fact.holder !== undefined && !book.isParty(fact.holder)) {
		book.need(where, 'holder', fact.holder, 'person', 'organisation');
	}
	for (const [index, evidence] of fact.evidence.entries()) book.place(where, `evidence[${index}]`, evidence);
	for (const [index, evidence] of fact.contra.entries()) book.place(where, `contra[${index}]`, evidence);
	for (const id of fact.related) book.need(where, 'related', id, 'fact');
	const { values } = fact;
	if (values.is === 'place') book.need(where, 'values.place', values.place, 'place');
	if (values.is === 'participant') for (const id of values.people) book.need(where, 'values.people', id, 'person');
	if (values.is === 'organisation') book.need(where, 'values.organisation', values.organisation, 'organisation');
	if (values.is === 'quotation') book.need(where, 'values.speaker', values.speaker, 'person', 'organisation');
	const slots = new Set<string>();
	for (const ask of fact.asks) {
		if (slots.has(ask.slot)) book.add(where, 'asks', `the slot "${ask.slot}" stands twice`);
		slots.add(ask.slot);
		checkAsk(book, where, ask);
	}
}

function checkAsk(book: Book, where: string, ask: Ask): void {
	const field = `asks.${ask.slot}`;
	const { type, value } = ask;
	if ((type === 'person' || type === 'place' || type === 'organisation') && typeof value === 'string') {
		book.need(where, `${field}.value`, value, type);
	}
	if (type === 'date' && typeof value !== 'string') {
		book.add(where, `${field}.value`, 'a date needs its ISO value in quotes');
	}
	if (type === 'number' && typeof value !== 'number')
		book.add(where, `${field}.value`, 'a number needs its plain value');
	book.need(where, `${field}.namesSource`, ask.namesSource, 'source');
}

function checkMention(book: Book, mention: Mention): void {
	const where = `mention:${mention.id}`;
	for (const id of mention.sources) book.need(where, 'sources', id, 'source');
	for (const id of mention.facts) book.need(where, 'facts', id, 'fact');
}

function checkSet(book: Book, set: FactSet): void {
	const where = `set:${set.id}`;
	if (set.form === 'paired') {
		book.need(where, 'given', set.given, 'fact');
		book.need(where, 'asked', set.asked, 'fact');
		for (const distractor of set.distractors) book.need(where, 'distractors', distractor.fact, 'fact');
		return;
	}
	const entries = set.form === 'match' ? set.pairs : set.form === 'multiple-response' ? set.options : set.entries;
	for (const entry of entries) book.need(where, 'entries', entry.fact, 'fact');
	if (set.form !== 'sort') return;
	for (const { bin } of set.entries) {
		if (!set.bins.includes(bin)) book.add(where, 'entries', `"${bin}" is none of the bins`);
	}
}

function checkRuling(book: Book, ruling: Ruling): void {
	const where = `ruling:${ruling.id}`;
	for (const id of ruling.facts) book.need(where, 'facts', id, 'fact');
	for (const { source, paragraphs } of ruling.readings) {
		for (const paragraph of paragraphs) book.place(where, 'readings', { source, paragraph });
	}
	for (const check of ruling.checks) {
		const field = `checks.${check.rule}`;
		if ('fact' in check) book.need(where, field, check.fact, 'fact');
		if ('facts' in check) for (const id of check.facts) book.need(where, field, id, 'fact');
		if ('mention' in check) book.need(where, field, check.mention, 'mention');
		if ('source' in check) book.place(where, field, check);
	}
}
