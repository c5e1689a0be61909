import type { Board } from './board.ts';

/** The party of a person or body, by its id. */
export function partyIdOf(board: Board, id: string): string | undefined {
	const person = board.person.get(id);
	return person?.side ?? board.organisation.get(id)?.side ?? board.parties.find((p) => p.id === id)?.id;
}
