import { deckLabel, parseDeck, type Bank, type Deck } from '#lib/server/bank/bank.ts';
import { fail } from '#lib/server/http.ts';

/** A sitting that began longer ago is another one. */
const LONGEST_MS = 12 * 60 * 60_000;

/** What the address of a review page says: which deck, and since when. */
export interface Sitting {
	name: string;
	deck: Deck;
	label: string;
	since: Date;
	/** Deck and start, for the next page's address. */
	query: string;
}

/** The sitting that a page's address names; one that names none begins now, on the whole bank. */
export function sittingOf(bank: Bank, url: URL, now: Date): Sitting {
	const name = url.searchParams.get('deck') ?? 'all';
	const deck = parseDeck(bank, name) ?? fail('unknown_deck');
	const given = Date.parse(url.searchParams.get('since') ?? '');
	const known = given <= now.getTime() && given >= now.getTime() - LONGEST_MS;
	const since = known ? new Date(given) : now;
	const query = new URLSearchParams({ deck: name, since: since.toISOString() }).toString();
	return { name, deck, label: deckLabel(bank, deck), since, query };
}
