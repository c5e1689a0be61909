import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH } from '../../facts/party.ts';
import { wordsOf } from '../../text.ts';
import type { Board } from './board.ts';
import { breaksOff, losesNoun, pointsBack } from './grammar.ts';
import { askable, isFromTitle } from './guard.ts';
import { mentionsParty } from './parties.ts';
import { withTeller } from './reported.ts';
import { balanced } from './sentences.ts';
import { asAsk, stem, type Told } from './told.ts';
import { isCutShort, isOfUnnamedTeller } from './worth.ts';

/** "The EU made no commitment on electric vehicle duties": whose it is, what it did not give, and on what. */
const NOT_GIVEN =
	/^[^,“”]{2,60}? (?:has |have |had )?(?:made|makes|given|gave|offered|gives) no (?:firm |such |public |formal |clear )?(commitments?|promises?|undertakings?|pledges?|concessions?|assurances?) (?:on|about|over|regarding|concerning|as regards|with regard to) ([^,;“”]{6,120})$/u;
const MOST_WORDS = 14;
const FEWEST_WORDS = 2;
const LEANS = /\b(?:it|them|they|this|these|those|such|either|neither|the (?:matter|issue|subject))\b/iu;

/** On what a state gave no promise, where the article tells of one such thing alone. */
export function unpromisedAsks(told: Told, board: Board): Ask[] {
	const statement = askable(told)?.replace(/\.$/, '');
	const { party } = told;
	if (statement === undefined || party === undefined || party.id === BOTH || told.holderId !== party.id) return [];
	const [, given = '', thing = ''] = NOT_GIVEN.exec(statement) ?? [];
	const cited = withTeller(told, 'made no');
	if (cited === undefined || isFromTitle(told) || !isTold(thing, told) || mentionsParty(thing, party)) return [];
	const { open = [] } = board.articles.get(told.article) ?? {};
	if (open.some((other) => other.fact.id !== told.fact.id && other.party === party)) return [];
	const what = given.replace(/s$/, '');
	const question = stem(cited, thing, (source) => `According to ${source}, on what did ${party.name} make no ${what}?`);
	if (question === undefined) return [];
	return [asAsk(cited, { slot: 'open', type: 'phrase', question, key: thing, typed: false, relation: true })];
}

/** Whether a thing is named in full. */
function isTold(thing: string, { shown, around }: Told): boolean {
	const count = wordsOf(thing).length;
	if (count < FEWEST_WORDS || count > MOST_WORDS || LEANS.test(thing) || !balanced(thing)) return false;
	if (breaksOff(thing) || losesNoun(thing) || pointsBack(thing)) return false;
	return !isCutShort(shown, around) && !isOfUnnamedTeller(around);
}
