import type { RejectReason, RulingChoice } from '#lib/domain/workbench.ts';

/** What a fact's card can ask for, by the fact's id. */
export interface Deeds {
	/** Chooses it, and shows its words in the article. */
	select: (id: string) => void;
	accept: (id: string) => void;
	edit: (id: string) => void;
	/** Asks for the reason; undefined stops asking. */
	askReason: (id: string | undefined) => void;
	reject: (id: string, reason: RejectReason, note: string) => void;
	/** Begins to merge it into another one; undefined stops. */
	merge: (id: string | undefined) => void;
	mergeInto: (id: string) => void;
	reopen: (id: string) => void;
	rule: (id: string, choice: RulingChoice) => void;
	showWords: (id: string) => void;
}
