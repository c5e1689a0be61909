import { and, eq, inArray } from 'drizzle-orm';
import type { FactKind } from '#lib/domain/facts/vocabulary.ts';
import type { KnownFact, RulingChoice } from '#lib/domain/workbench.ts';
import {
	knownFromBank,
	knownFromWorkspace,
	makeKnownIndex,
	type Known,
	type KnownIndex
} from '#lib/domain/workspace/match-known.ts';
import type { FactContent } from '#lib/domain/workspace/transitions.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { articles, facts } from '#lib/server/db/schema/articles.ts';
import { joinedIn, type Joined } from './fact-row.ts';

/** How a proposal stands to what is known: to facts that the workspace accepted, and to those of the shipped bank. */
export interface KnownBook {
	/** Known facts that say the same as this one, or something else in its slot; never the fact itself. */
	of: (id: string, content: FactContent) => KnownFact[];
	joined: Joined;
	/** How many sources say a known fact, with those that joined it; 0 where it is none that was accepted. */
	sourcesOf: (factId: string) => number;
	/** Adds a fact that was accepted since the book was made. */
	learn: (id: string, articleId: string, content: FactContent, ruling?: RulingChoice | null) => void;
	/** How a fact of the workspace is asked that differs from others; null where nobody has said. */
	rulingOf: (factId: string) => RulingChoice | null;
	/** The article that states a known fact; of a shipped one the label of its first source. */
	articleOf: (factId: string) => string;
}

interface Entry {
	statement: string;
	value: string | number | null;
	/** Where it is said, without what it got from others. */
	sources: ReadonlySet<string>;
	/** An article's id, or a shipped source's label. */
	article: string;
	ruling: RulingChoice | null;
}

/**
 * Reads what is known.
 * @param kinds the kinds that will be asked about; all where absent
 */
export async function knownBook(
	db: Db,
	shipped: Shipped,
	workspaceId: string,
	kinds?: readonly FactKind[]
): Promise<KnownBook> {
	const accepted = await acceptedQuery(db, workspaceId, kinds);
	const attached = await attachedSources(db, workspaceId);
	const book = new Book(await joinedIn(db, workspaceId), attached, shippedShelf(shipped.knowledge));
	for (const { id, articleId, content, ruling } of accepted) book.learn(id, articleId, content, ruling);
	return book;
}

/** Known facts by their ids and by the slots that they fill. */
interface Shelf {
	entries: Map<string, Entry>;
	index: KnownIndex;
}

/** The shipped facts are the same for every workspace and command: they are indexed once. */
const shelves = new WeakMap<Shipped['knowledge'], Shelf>();

function shippedShelf(knowledge: Shipped['knowledge']): Shelf {
	const known = shelves.get(knowledge);
	if (known) return known;
	const labels = new Map(knowledge.sources.map(({ id, label }) => [id, label]));
	const shelf: Shelf = { entries: new Map(), index: makeKnownIndex([]) };
	for (const fact of knowledge.facts) {
		const [first] = fact.evidence;
		put(shelf, knownFromBank(fact, knowledge), {
			statement: fact.statement,
			value: valueOf(fact.values),
			sources: new Set(fact.evidence.map(({ source }) => source)),
			article: labels.get(first?.source ?? '') ?? '',
			ruling: null
		});
	}
	shelves.set(knowledge, shelf);
	return shelf;
}

function put(shelf: Shelf, known: Known, entry: Entry): void {
	shelf.entries.set(known.id, entry);
	shelf.index.add(known);
}

class Book implements KnownBook {
	readonly #own: Shelf = { entries: new Map(), index: makeKnownIndex([]) };
	readonly #attached: ReadonlyMap<string, string>;
	readonly #shipped: Shelf;

	constructor(
		readonly joined: Joined,
		attached: ReadonlyMap<string, string>,
		shipped: Shelf
	) {
		this.#attached = attached;
		this.#shipped = shipped;
	}

	learn(id: string, article: string, content: FactContent, ruling: RulingChoice | null = null): void {
		const { statement, value } = content;
		const sources = new Set([this.#sourceOf(article)]);
		put(this.#own, knownFromWorkspace(id, content), { statement, value, sources, article, ruling });
	}

	of(id: string, content: FactContent): KnownFact[] {
		const matches = [...this.#shipped.index.match(content), ...this.#own.index.match(content)];
		return matches.flatMap(({ factId, relation }) => {
			const entry = factId === id ? undefined : this.#entry(factId);
			if (!entry) return [];
			return [{ factId, statement: entry.statement, relation, sources: this.sourcesOf(factId), value: entry.value }];
		});
	}

	sourcesOf(factId: string): number {
		const entry = this.#entry(factId);
		if (!entry) return 0;
		const more = this.joined.of(factId).map(({ articleId }) => this.#sourceOf(articleId));
		return new Set([...entry.sources, ...more]).size;
	}

	rulingOf(factId: string): RulingChoice | null {
		return this.#entry(factId)?.ruling ?? null;
	}

	articleOf(factId: string): string {
		return this.#entry(factId)?.article ?? '';
	}

	#entry(factId: string): Entry | undefined {
		return this.#own.entries.get(factId) ?? this.#shipped.entries.get(factId);
	}

	/** An article that is the text of a shipped source is that source. */
	#sourceOf(articleId: string): string {
		return this.#attached.get(articleId) ?? articleId;
	}
}

/** The query behind "what the workspace accepted": ranges of the index on (workspace, kind, state). */
export function acceptedQuery(db: Db, workspaceId: string, kinds?: readonly FactKind[]) {
	return db
		.select({ id: facts.id, articleId: facts.articleId, content: facts.content, ruling: facts.ruling })
		.from(facts)
		.where(
			and(
				eq(facts.workspaceId, workspaceId),
				kinds ? inArray(facts.kind, [...kinds]) : undefined,
				inArray(facts.state, ['accepted', 'edited'])
			)
		);
}

/** The shipped source whose text an article is, by the article: the two are one source. */
export async function attachedSources(db: Db, workspaceId: string): Promise<Map<string, string>> {
	const rows = await db
		.select({ id: articles.id, attachedTo: articles.attachedTo })
		.from(articles)
		.where(eq(articles.workspaceId, workspaceId));
	return new Map(rows.flatMap(({ id, attachedTo }) => (attachedTo === null ? [] : [[id, attachedTo] as const])));
}

/** A shipped fact's value as the workbench shows it. */
function valueOf(values: Shipped['knowledge']['facts'][number]['values']): string | number | null {
	if (values.is === 'date') return values.date;
	if (values.is === 'figure') return values.number;
	return values.is === 'quotation' ? values.words : null;
}
