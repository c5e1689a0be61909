import { sourcesIn } from '#lib/domain/facts/sources-in.ts';
import { spokenTopic } from '#lib/server/topic-words.ts';
import { getLocale } from '#lib/tongue/locale.ts';
import type { Bank } from './bank.ts';

/** A bank whose sources and topics are called as in the request's language; what it asks and knows is the same. */
export function spokenBank(bank: Bank): Bank {
	return {
		...bank,
		sources: sourcesIn(getLocale(), bank.sources),
		topicLabel: (id) => spokenTopic(id, bank.topicLabel(id))
	};
}
