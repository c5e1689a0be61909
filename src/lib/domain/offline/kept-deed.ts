import type { ErrorCode } from '../errors.ts';
import type { Deed } from '../reviewing/sync.ts';
import type { CardState, Rating } from '../scheduling/card.ts';

/** A deed that can be done on a device without its server. */
export type LocalDeed = Extract<Deed, { kind: 'answer' | 'amend' | 'undo' }>;

/** Where a deed stands: not sent yet; counted by the server; not taken by it. */
export type DeedStanding = 'waiting' | 'sent' | 'refused';

/** A deed as a device keeps it, until the server has it and some time longer, so that it can be taken back. */
export interface KeptDeed {
	/** Its place among all that was done on this device, from 1. */
	n: number;
	deed: LocalDeed;
	/** The item that it is about. */
	itemId: string;
	/** When it was done, by the server's clock as far as the device knows it; ISO instant. */
	at: string;
	/** The server's clock as the device had last heard it then; null where it had not. */
	heard: string | null;
	/** Of an answer and its corrections. */
	rating: Rating | null;
	/** The card as it was before the answer; what an undo puts back. */
	before: CardState | null;
	/** The card as it was after it; once the server has told it, the server's. */
	after: CardState | null;
	standing: DeedStanding;
	/** Why it was not taken. */
	code: ErrorCode | null;
	/** The pack in use was made after it, and counts it. */
	counted: boolean;
}

/** The id of the deed that a correction replaces or an undo takes back. */
export function targetOf(deed: LocalDeed): string | undefined {
	if (deed.kind === 'amend') return deed.reviewId;
	return deed.kind === 'undo' ? deed.deedId : undefined;
}
