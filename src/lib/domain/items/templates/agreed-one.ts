import type { Ask } from '../../facts/fact-schema.ts';
import { joinNames } from '../../text.ts';
import { goesOnAgreeing, isAllAgreed, isNamedThing, namesOccasion } from './agreed-alone.ts';
import type { Board } from './board.ts';
import { isSentence } from './grammar.ts';
import { isOfMany } from './many.ts';
import { matterNamed } from './matters.ts';
import { withTeller } from './reported.ts';
import { asAsk, stem, type Told } from './told.ts';

/** What the two agreed on a topic, or at all, where the article tells of one such agreement. */
export function agreedAsk(told: Told, board: Board, gist: string): Ask[] {
	const view = board.articles.get(told.article);
	if (!view || view.pair.length === 0 || isOfMany(told.around) || !isAgreed(told)) return [];
	const { topic } = told.fact;
	const matter = matterNamed(topic, gist);
	if (!isAllAgreed(view, [gist], matter) || goesOnAgreeing(told, gist) || !isNamedThing(gist)) return [];
	const cited = withTeller(told, 'agreed');
	if (cited === undefined) return [];
	const agreed = asAgreed(gist);
	// "A patrol accord, a package on terrorism and talks on trade": not all of one matter.
	if (agreed === undefined || (matter !== undefined && LISTED.test(agreed.key))) return [];
	const { key, asks } = agreed;
	const names = joinNames(view.pair.map(({ name }) => name));
	const question = stem(cited, key, (source) => `According to ${source}, ${asks(names, matter)}?`);
	if (question === undefined || !namesOccasion(question.split(', what ', 1).join(''))) return [];
	return [asAsk(cited, { slot: 'agreed', type: 'phrase', question, key, typed: false, relation: true })];
}

/** First words that have a capital at the beginning of a sentence alone. */
const PLAIN_START =
	/^(?:The|An?|Both|Each|Either|All|Any|Some|Two|Three|More|New|Further|Joint|Talks|Visas|Patrols|Flights|Tariffs|Duties|Exports|Imports|Ministers|Experts|Officials|Negotiators)\b/u;

const LISTED = /, [^,]{3,120} and (?:an?|the|another|more|further) /u;

interface Agreed {
	key: string;
	asks: (names: string, matter: string | undefined) => string;
}

const about = (matter: string | undefined): string => (matter === undefined ? '' : ` about ${matter}`);
const toDo: Agreed['asks'] = (names, matter) => `what did ${names} agree to do${about(matter)}`;
const that: Agreed['asks'] = (names, matter) => `what did ${names} agree${about(matter)}`;
const thing: Agreed['asks'] = (names, matter) =>
	matter === undefined ? `what did ${names} agree on` : `what agreement did ${names} reach on ${matter}`;

/** What follows "agree": "to …", "that …", or a thing that is agreed on; undefined for a line of a list. */
function asAgreed(gist: string): Agreed | undefined {
	if (gist.startsWith('to ')) return { key: gist, asks: toDo };
	if (gist.startsWith('that ')) return { key: gist, asks: that };
	if (!isSentence(`– ${gist.replace(RELATIVE, '')}`)) return { key: gist.replace(/^on /, ''), asks: thing };
	if (/^\p{Lu}/u.test(gist) && !PLAIN_START.test(gist)) return undefined;
	return { key: `that ${gist.charAt(0).toLowerCase()}${gist.slice(1)}`, asks: that };
}

/** "An exchange that lapsed in 2020": a verb of a clause, and not of what was agreed. */
const RELATIVE =
	/ that (?:\p{Ll}{2,}(?:ed|[^s]s)|is|was|are|were|has|had|have|will|would|began|fell|ran|came)\b[^,;]{0,200}/gu;

/** Whether it was agreed by both. */
const isAgreed = ({ fact, polarity }: Told): boolean => polarity === 'affirmed' && fact.kind === 'agreement';
