import type { Board } from './board.ts';
import { holdsOffice } from './in-office.ts';
import { namedParties } from './occasion.ts';
import { partyIdOf } from './sides.ts';

/** Fewer leave no choice. */
const FEWEST = 2;

/**
 * People who may stand beside somebody as wrong answers: in public office as the key is, of the key's side, and of the
 * other side of the article's pair where the words name none of the two.
 * @param ids of others, in the order of their weight
 * @param words that are asked about
 * @returns their ids, or none where fewer than two are plausible
 */
export function luresFor(board: Board, article: string, own: string, ids: readonly string[], words: string): string[] {
	const mine = partyIdOf(board, own);
	const { pair = [] } = board.articles.get(article) ?? {};
	if (mine === undefined || !holdsOffice(board, article, own)) return [];
	const { voices } = board.articles.get(article) ?? {};
	// Somebody who was merely present, or stands in a caption, is no rival of one who speaks.
	const able = ids.filter((id) => id !== own && (voices?.get(id) ?? 0) > 0 && holdsOffice(board, article, id));
	const same = able.filter((id) => partyIdOf(board, id) === mine);
	const named = namedParties(words, { parties: board.parties, people: [...board.person.values()] });
	const isOpen = named.length === 0 && pair.some(({ id }) => id === mine) && !OWN.test(words);
	const across = isOpen
		? able.filter((id) => partyIdOf(board, id) !== mine && pair.some((party) => party.id === partyIdOf(board, id)))
		: [];
	const found = [...same, ...across].sort((a, b) => (voices?.get(b) ?? 0) - (voices?.get(a) ?? 0));
	// Without whoever else is heard most, the options would be a foil and two strangers.
	const isWhole = able.every((id) => (voices?.get(id) ?? 0) <= (voices?.get(found[0] ?? '') ?? 0));
	return found.length < FEWEST || !isWhole ? [] : found.slice(0, FEWEST);
}

/** "Our country", "the American side": whoever said it is of one side. */
const OWN = /\b(?:our|we|us|my)\b|\b(?:American|Chinese|Beijing|Washington|U\.?S\.?)\b/u;
