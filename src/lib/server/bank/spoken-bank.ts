import { sourcesIn } from '#lib/domain/facts/sources-in.ts';
import { spokenTopic } from '#lib/server/topic-words.ts';
import { getLocale } from '#lib/tongue/locale.ts';
import type { Bank } from './bank.ts';

const CHINESE = new WeakMap<Bank, Bank>();

/**
 * A bank whose sources and topics are called as in the request's language; what it asks and knows is the same. In
 * English it is the bank itself, in Chinese made once for each.
 */
export function spokenBank(bank: Bank): Bank {
	if (getLocale() === 'en') return bank;
	const made = CHINESE.get(bank);
	if (made) return made;
	const spoken = {
		...bank,
		sources: sourcesIn('zh-CN', bank.sources),
		topicLabel: (id: string) => spokenTopic(id, bank.topicLabel(id))
	};
	CHINESE.set(bank, spoken);
	return spoken;
}
