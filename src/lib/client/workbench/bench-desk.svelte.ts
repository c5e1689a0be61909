import type { Span } from '#lib/domain/articles/types.ts';
import type { RejectReason, RulingChoice, WorkbenchFact } from '#lib/domain/workbench.ts';
import {
	blankDraft,
	draftOf,
	editOf,
	sameDraft,
	type Draft,
	type DraftProblem
} from '#lib/domain/workbench/edit-fields.ts';
import { passes, type FactFilter } from '#lib/domain/workbench/filter.ts';
import { uuid } from '../uuid.ts';
import type { BenchSession } from './bench-session.svelte.ts';
import { keepDraft, keptDraft, type KeptDraft } from './drafts.ts';

/** What a person looks at and has in hand on the workbench: which fact, which filter, which edit. */
export class BenchDesk {
	readonly session: BenchSession;
	readonly #articleId: string;
	filter: FactFilter = $state.raw({ state: 'all', kind: 'all' });
	selected: string | undefined = $state();
	/** On a narrow screen: what is shown. */
	pane: 'article' | 'facts' = $state('facts');
	/** The fact whose reason for refusal is asked. */
	rejecting: string | undefined = $state();
	/** The fact that waits for the one into which it goes. */
	merging: string | undefined = $state();
	editing: KeptDraft | undefined = $state.raw();
	problems: Partial<Record<keyof Draft, DraftProblem>> = $state.raw({});
	/** Words of the article that are selected. */
	span: Span | undefined = $state.raw();

	constructor(session: BenchSession, articleId: string, filter: FactFilter) {
		this.session = session;
		this.#articleId = articleId;
		this.filter = filter;
	}

	/** Facts that pass the filter; the selected one stays, so that it does not vanish from under a decision. */
	shown: readonly WorkbenchFact[] = $derived.by(() =>
		this.session.facts.filter((fact) => passes(fact, this.filter) || fact.id === this.selected)
	);
	/** The fact being edited as it stands now, where somebody has changed it since. */
	conflict: WorkbenchFact | undefined = $derived.by(() => {
		const { editing } = this;
		const now = editing?.seq === null ? undefined : this.session.fact(editing?.id);
		return now && editing && now.seq !== editing.seq ? now : undefined;
	});

	/** Takes up the edit that a reload interrupted. */
	resume(): void {
		const kept = keptDraft(this.#articleId);
		if (!kept) return;
		this.editing = kept;
		if (kept.seq !== null) this.selected = kept.id;
	}

	select(id: string | undefined): void {
		this.selected = id;
		this.rejecting = undefined;
	}

	/** Chooses the first fact that is to be decided, where none is: its keys work at once. */
	begin(): void {
		if (this.selected !== undefined || this.editing) return;
		this.select(this.shown.find(({ state }) => state === 'proposed')?.id);
	}

	/** The fact so many places further among those shown; the first one where none is selected. */
	step(by: 1 | -1): string | undefined {
		const at = this.shown.findIndex(({ id }) => id === this.selected);
		const next = at < 0 ? this.shown[0] : this.shown[Math.min(this.shown.length - 1, Math.max(0, at + by))];
		if (next) this.select(next.id);
		return next?.id;
	}

	/** Accepts a fact and goes on to the next one that is to be decided. */
	accept(id: string): Promise<boolean> {
		return this.#decide(id, ({ seq }) => this.session.run({ do: 'accept', id, seq }));
	}

	reject(id: string, reason: RejectReason, note: string): Promise<boolean> {
		return this.#decide(id, ({ seq }) => this.session.run({ do: 'reject', id, seq, reason, note }));
	}

	async #decide(id: string, run: (fact: WorkbenchFact) => Promise<boolean>): Promise<boolean> {
		const fact = this.session.fact(id);
		if (!fact) return false;
		const taken = run(fact);
		if (fact.known.every(({ relation }) => relation === 'same')) this.#toNextOpen(id);
		return taken;
	}

	#toNextOpen(id: string): void {
		const { shown } = this;
		const { pending } = this.session;
		const at = shown.findIndex((fact) => fact.id === id);
		const open = ({ id: other, state }: WorkbenchFact) => state === 'proposed' && other !== id && !pending.has(other);
		const next = shown.slice(at + 1).find(open) ?? shown.find(open);
		this.select(next?.id ?? id);
	}

	async reopen(id: string): Promise<void> {
		const fact = this.session.fact(id);
		if (fact) await this.session.run({ do: 'reopen', id, seq: fact.seq });
	}

	async rule(id: string, choice: RulingChoice): Promise<void> {
		const fact = this.session.fact(id);
		if (fact) await this.session.run({ do: 'rule', id, seq: fact.seq, choice });
	}

	async mergeInto(into: string): Promise<void> {
		const [fact, other] = [this.session.fact(this.merging), this.session.fact(into)];
		this.merging = undefined;
		if (!fact || !other || fact === other) return;
		this.select(into);
		await this.session.run({ do: 'merge', id: fact.id, seq: fact.seq, into, intoSeq: other.seq });
	}

	/** Opens the fields of a fact. */
	edit(id: string): void {
		const fact = this.session.fact(id);
		if (!fact) return;
		this.select(id);
		this.#hold({ id, seq: fact.seq, draft: draftOf(fact) });
	}

	/** Opens empty fields on the words that are selected. */
	add(): void {
		this.#hold({ id: uuid(), seq: null, draft: blankDraft(this.span ? [this.span] : []) });
		this.span = undefined;
	}

	/** Takes over what is typed, and keeps it for a reload. */
	type(draft: Draft): void {
		if (this.editing) this.#hold({ ...this.editing, draft }, this.problems);
	}

	#hold(kept: KeptDraft | undefined, problems: BenchDesk['problems'] = {}): void {
		this.editing = kept;
		this.problems = problems;
		this.pane = kept ? 'facts' : this.pane;
		keepDraft(this.#articleId, kept);
	}

	/** Adds the selected words to the evidence of the fact being edited. */
	useSpan(): void {
		const { editing, span } = this;
		if (!editing || !span) return;
		const { draft } = editing;
		const others = draft.evidence.filter(({ start, end }) => end <= span.start || start >= span.end);
		this.type({ ...draft, evidence: [...others, span].sort((a, b) => a.start - b.start) });
		this.span = undefined;
	}

	drop(): void {
		this.#hold(undefined);
	}

	get changed(): boolean {
		const fact = this.session.fact(this.editing?.id);
		return this.editing !== undefined && (!fact || !sameDraft(draftOf(fact), this.editing.draft));
	}

	/**
	 * Saves what the fields say. What is refused stays in them; after a conflict, a second press saves it over the
	 * fact as it stands by then, which is shown.
	 * @returns the fact's id once it is saved
	 */
	async save(): Promise<string | undefined> {
		const { editing } = this;
		if (!editing || this.session.pending.has(editing.id)) return undefined;
		const read = editOf(editing.draft);
		this.problems = 'problems' in read ? read.problems : {};
		if ('problems' in read) return undefined;
		const { id, seq } = editing;
		const { edit } = read;
		const seen = this.conflict?.seq ?? seq;
		const taken = await this.session.run(seen === null ? { do: 'add', id, edit } : { do: 'edit', id, seq: seen, edit });
		if (!taken) return undefined;
		if (this.editing?.id === id) this.#hold(undefined);
		this.select(id);
		return id;
	}
}
