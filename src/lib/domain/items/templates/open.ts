import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH } from '../../facts/party.ts';
import { joinNames, wordsOf } from '../../text.ts';
import type { Board } from './board.ts';
import { isUnclear } from './clear.ts';
import { gistOf } from './gists.ts';
import { isFromTitle } from './guard.ts';
import { isOfMany } from './many.ts';
import { isOfMatter, matterNamed } from './matters.ts';
import { nominal } from './nominal.ts';
import { withTeller } from './reported.ts';
import { asAsk, stem, type Told } from './told.ts';
import { isCutShort, isOfUnnamedTeller } from './worth.ts';

const MOST_WORDS = 16;
const FEWEST_OF_BOTH = 2;

/** What the two left open on a topic, or what one of them did not agree to do. */
export function openAsks(told: Told, board: Board): Ask[] {
	const gist = gistOf(told);
	if (gist === undefined || told.fact.kind !== 'non-agreement' || told.unsure || isFromTitle(told)) return [];
	if (isUnclear(told, gist, board) || isCutShort(told.shown, told.around) || isOfUnnamedTeller(told.around)) return [];
	if (wordsOf(gist).length > MOST_WORDS || isOfMany(told.around)) return [];
	return told.party === undefined || told.party.id === BOTH ? bothAsk(told, board, gist) : oneAsk(told, board, gist);
}

/** The matter by which the question tells what is meant, if nothing else is left open on it. */
function matterAlone({ fact, article }: Told, board: Board, gist: string): string | undefined {
	const matter = matterNamed(fact.topic, gist);
	const others = (board.articles.get(article)?.open ?? []).filter((other) => other.fact.id !== fact.id);
	return matter === undefined || others.some((other) => isOfMatter(matter, other.fact.statement)) ? undefined : matter;
}

function bothAsk(told: Told, board: Board, gist: string): Ask[] {
	const { pair = [] } = board.articles.get(told.article) ?? {};
	const matter = matterAlone(told, board, gist);
	const thing = nominal(gist);
	if (pair.length === 0 || matter === undefined || thing === undefined || wordsOf(thing).length < FEWEST_OF_BOTH)
		return [];
	if (wordsOf(matter).join(' ') === wordsOf(thing).join(' ')) return [];
	const names = joinNames(pair.map(({ name }) => name));
	return open(told, thing, (source) => `According to ${source}, what did ${names} leave unsettled on ${matter}?`);
}

const DEED = /\b(?:agreed|consented|committed|undertaken|agree|consent|commit|undertake) (to \p{L}[^,;.]{6,160})\.?$/u;

function oneAsk(told: Told, board: Board, gist: string): Ask[] {
	const [, deed] = DEED.exec(told.fact.statement) ?? [];
	const cited = withTeller(told, 'agreed');
	const who = told.party?.id === told.holderId ? told.party?.name : undefined;
	if (deed === undefined || who === undefined || cited === undefined || !deed.includes(gist.replace(/^to /, '')))
		return [];
	const { pair = [] } = board.articles.get(told.article) ?? {};
	const matter = matterAlone(told, board, gist);
	if (!pair.some(({ id }) => id === told.party?.id) || matter === undefined) return [];
	return open(cited, deed, (source) => `According to ${source}, what did ${who} not agree to do about ${matter}?`);
}

function open(told: Told, key: string, build: (source: string) => string): Ask[] {
	const question = stem(told, key, build);
	if (question === undefined) return [];
	return [asAsk(told, { slot: 'open', type: 'phrase', question, key, typed: false, relation: true })];
}
