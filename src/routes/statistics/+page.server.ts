import { deckLabel, parseDeck, type Bank } from '#lib/server/bank/bank.ts';
import { loadStatistics } from './load-statistics.ts';
import type { PageServerLoad } from './$types';

/** Everything is on the page as it is sent. */
export const csr = false;

export const load: PageServerLoad = async (event) => ({
	...(await loadStatistics(event)),
	decks: decksOf(event.locals.bank)
});

/** The decks that have statistics of their own. */
function decksOf(bank: Bank): { name: string; label: string }[] {
	const names = [
		'all',
		...bank.studies.map(({ id }) => `study:${id}`),
		...bank.workspaces.map(({ id }) => `workspace:${id}`),
		...bank.topics.map((id) => `topic:${id}`),
		...bank.sources.map(({ id }) => `source:${id}`)
	];
	return names.flatMap((name) => {
		const deck = parseDeck(bank, name);
		return deck ? [{ name, label: deckLabel(bank, deck) }] : [];
	});
}
