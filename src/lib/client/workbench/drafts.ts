import type { Draft } from '#lib/domain/workbench/edit-fields.ts';

/** An unfinished edit: of a fact as it stood at a count, or of a new one under the id that it will have. */
export interface KeptDraft {
	id: string;
	/** Null for a fact that is being added. */
	seq: number | null;
	draft: Draft;
}

const keyOf = (articleId: string) => `readout.draft.${articleId}`;

/** The unfinished edit that this window keeps for an article. */
export function keptDraft(articleId: string): KeptDraft | undefined {
	try {
		const text = sessionStorage.getItem(keyOf(articleId));
		return text === null ? undefined : JSON.parse(text);
	} catch {
		// Storage may be forbidden, or hold what is no draft: there is then none.
		return undefined;
	}
}

/** Keeps an unfinished edit over a reload; undefined forgets it. */
export function keepDraft(articleId: string, kept: KeptDraft | undefined): void {
	try {
		if (kept) sessionStorage.setItem(keyOf(articleId), JSON.stringify(kept));
		else sessionStorage.removeItem(keyOf(articleId));
	} catch {
		// Storage may be forbidden or full; the edit then lives as long as the page.
	}
}
