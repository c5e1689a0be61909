import { wordsOf } from '../../text.ts';
import type { Told } from './told.ts';

const MOST_WORDS = 7;
/** ", the White House said.", ", China's state-run Xinhua agency reported.": whoever told of it, behind it all. */
const TELLER =
	/^(.{20,}[^,]), ((?:the |an? )?[^,“”]{3,60}) (?:said|says|reported|announced|confirmed|added)(?: (?:on|in) (?:\d{1,2} )?\p{Lu}\p{L}+(?: \d{4})?)?\.$/u;
/** "China undertook, Ana Roy said, to lift the ban.": whoever told of it, behind the verb. */
const TELLER_INSIDE =
	/^(\p{Lu}[^,“”]{3,80}), ((?:the |an? )?\p{Lu}[^,“”]{2,50}) (?:said|says|reported|announced|confirmed|added), ([^“”]{10,400}[^.])\.?$/u;
/** Nobody whom a question can cite, or whoever holds it. */
const NOBODY =
	/\b(?:he|she|it|they|we|an?|two|three|some|several|officials?|sources?|people|person|persons|diplomats?|aides?|reports?|media|who|which|that)\b/iu;

/**
 * A fact without whoever told of it at the end of its sentence, who is named with the article instead: "Norway agreed to
 * it, the Palace said." is told by "Fjord Press (4 May 2031), citing the Palace".
 */
export function withTellerNamed(told: Told): Told {
	const [, lead = '', inner = '', end = ''] = TELLER_INSIDE.exec(told.fact.statement) ?? [];
	const [, rest, teller = ''] = inner === '' ? (TELLER.exec(told.fact.statement) ?? []) : ['', `${lead} ${end}`, inner];
	const isHolder = told.holder !== null && teller.includes(told.holder.split(' ').pop() ?? teller);
	if (rest === undefined || isHolder || NOBODY.test(teller) || wordsOf(teller).length > MOST_WORDS) return told;
	if (!/\p{Lu}/u.test(teller) || /[“”"]/.test(rest)) return told;
	const cite = (name: string) => `${name}, citing ${teller}`;
	return {
		...told,
		fact: { ...told.fact, statement: `${rest}.` },
		label: cite(told.label),
		labels: (told.labels ?? []).map(cite),
		sources: told.sources.map(cite)
	};
}
