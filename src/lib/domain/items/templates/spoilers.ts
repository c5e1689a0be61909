import { containsWords } from '../../text.ts';
import { matterOf } from './matter.ts';
import type { Told } from './told.ts';

const GAPS = new Set(['date', 'figure', 'place', 'organisation']);
const WHOSE = new Set(['holder', 'speaker', 'who']);
/** A sentence that shares so much with a question tells its answer. */
const SAME = 0.6;
const FEWEST_SHARED = 3;
/** The pairs grow with the square. */
const MOST = 80;

/** When and where the two met is told by no sentence. */
const isOfMeeting = ({ fact }: Told): boolean =>
	fact.asks.some(({ question }) => /^(?:On which date|In which city), /.test(question));

const withoutSources = (text: string, { sources, label }: Told): string =>
	[...sources, label].sort((a, b) => b.length - a.length).reduce((rest, name) => rest.replaceAll(name, ' '), text);

/** Words of the frame of a question: they tell nothing of its matter. */
const FRAME =
	/^(?:according|which|side|government|figure|complete\p{L}*|statement|agree\p{L}*|said|what|did|who|month|year|date)$/u;

interface Asked {
	one: Told;
	key: string;
	asked: string;
	matter: ReadonlySet<string>;
	keys: ReadonlySet<string>;
}

/** The words of a question's own matter, without its article, its frame and the two whom the article is about. */
function ownMatter(asked: string, { pair = [] }: Told): ReadonlySet<string> {
	const sides = matterOf(pair.map(({ name }) => name).join(' '));
	return new Set([...matterOf(asked)].filter((word) => !FRAME.test(word) && !sides.has(word)));
}

/** Takes away a gap in a sentence that tells the answer of another question of its article. */
export function dropSpoilers(facts: readonly Told[]): void {
	const asking = facts
		.flatMap((one): Asked[] => {
			const ask = one.fact.asks[0];
			if (ask === undefined) return [];
			const asked = withoutSources(ask.question, one);
			return [{ one, key: ask.key, asked, matter: ownMatter(asked, one), keys: matterOf(ask.key) }];
		})
		.slice(0, MOST);
	for (const told of asking.filter(({ one }) => GAPS.has(one.fact.values.is) && !isOfMeeting(one)))
		if (asking.some((other) => other !== told && other.one.fact.asks.length > 0 && tells(told, other)))
			told.one.fact.asks.length = 0;
}

function tells(told: Asked, other: Asked): boolean {
	if (WHOSE.has(other.one.fact.asks[0]?.slot ?? ''))
		return (
			other.matter.size >= FEWEST_SHARED &&
			shareOf(other.matter, told.matter) >= SAME &&
			containsWords(told.asked, other.key)
		);
	return other.keys.size >= FEWEST_SHARED && shareOf(other.keys, told.matter) === 1;
}

/** The share of some words that stand among others. */
const shareOf = (words: ReadonlySet<string>, all: ReadonlySet<string>): number =>
	[...words].filter((word) => all.has(word)).length / words.size;
