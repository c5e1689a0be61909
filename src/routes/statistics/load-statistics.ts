import type { RequestEvent } from '@sveltejs/kit';
import { readHorizon, readRange, type Horizon, type Range } from '#lib/domain/insight/range.ts';
import type { Statistics } from '#lib/domain/insight/statistics.ts';
import { parseDeck } from '#lib/server/bank/bank.ts';
import { fail, requireLearner } from '#lib/server/http.ts';
import { statisticsOf } from '#lib/server/insight/statistics.ts';

/** What an address of the page, or of one of its files, asks for. */
export interface AskedFor {
	/** As in a page's address: "all", "topic:taiwan". */
	deck: string;
	range: Range;
	ahead: Horizon;
}

/** The statistics that an address asks for; what is not in it has its default. */
export async function loadStatistics({
	locals,
	url
}: Pick<RequestEvent, 'locals' | 'url'>): Promise<{ asked: AskedFor; statistics: Statistics }> {
	const learner = requireLearner(locals);
	const name = url.searchParams.get('deck') ?? 'all';
	const range = readRange(url.searchParams.get('range') ?? '90') ?? fail('invalid_input');
	const ahead = readHorizon(url.searchParams.get('ahead') ?? '30') ?? fail('invalid_input');
	// What is due is another selection each hour: it has no past of its own.
	const deck = (name === 'due' ? undefined : parseDeck(locals.bank, name)) ?? fail('unknown_deck');
	const asked = { deck, range, horizon: ahead };
	const statistics = await statisticsOf(locals.db, locals.bank, learner, asked, new Date());
	return { asked: { deck: name, range, ahead }, statistics };
}
