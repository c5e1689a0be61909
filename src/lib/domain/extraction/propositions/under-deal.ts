import { deedOf } from './deed-words.ts';
import { BOTH, type Holder } from './reading.ts';
import { shorten, spanOf } from './clause.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { subjectAt } from './subject.ts';
import { AUXILIARIES, HAVE, isAdverb, NEGATORS } from './words.ts';

const DEALS = new Set(
	(
		'deal agreement agreements accord accords pact treaty truce memorandum mou protocol arrangement framework roadmap ceasefire ' +
		'understanding compromise settlement swap package bargain'
	).split(' ')
);
/** "Under the plan agreed in Hanoi": a plan is both sides' only where it was agreed. */
const PLANS = new Set(
	'plan plans terms scheme programme program arrangements package formula text compromise'.split(' ')
);
const AGREED = new Set('agreed signed concluded reached initialled hammered struck adopted'.split(' '));
const OPENERS = new Set(['under', 'per', 'pursuant', 'as', 'in', 'by', 'according']);
/** How many tokens may stand before the comma: "Under the terms of the agreement signed in Doha on Monday,". */
const FRONT = 20;

/** "Under the terms of the agreement, Finland gives …": what the main clause says is agreed. A denial is left alone. */
export function underDeal(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const comma = frontEnd(parsed);
	if (comma < 0 || tokens.at(-1)?.w === ':') return [];
	const rest = tokens.slice(comma + 1);
	const unsure = rest.some(
		({ w }) => NEGATORS.has(w) || ['if', 'unless', 'may', 'might', 'could', 'should'].includes(w)
	);
	if (unsure || parsed.hedges.some(({ from, entry }) => from > comma && entry.effect !== 'none')) return [];
	const named =
		parsed.named.some(({ from }) => from > comma && from < comma + 5) || rest.some(({ w }) => AUXILIARIES.has(w));
	const content = spanOf(tokens, comma + 1, shorten(tokens, comma + 1, tokens.length));
	if (!named || !content) return [];
	const will = rest.some(({ w }) => w === 'would');
	const own = doerOf(parsed, comma + 1);
	return [
		{
			...content,
			sentence: parsed.index,
			act: own ? 'commitment' : 'agreement',
			stance: 'agree',
			trigger: { start: tokens[0]?.start ?? content.start, end: tokens[comma]?.start ?? content.start },
			triggerId: 'under-deal',
			subject: null,
			holder: own ?? BOTH,
			content,
			polarity: will ? 'hedged' : 'affirmed',
			modality: will ? 'reportedly' : own ? 'announced' : 'agreed',
			rule: own ? 'commitment-under-deal' : 'agreement-under-deal',
			confidence: 0.6,
			why: 'main clause after “under the deal,”'
		}
	];
}

/** "…, the ministry has stayed the rule", "…, Kenyan firms pledged": one side, whose deed the clause tells; or null. */
function doerOf(parsed: Parsed, from: number): Holder | null {
	const { tokens, lexicon } = parsed;
	const named = [from, from + 1].flatMap((at) => parsed.startingAt.get(at) ?? [])[0];
	const { referent, via } = named?.mention ?? {};
	if (!named || !referent || !['party', 'organisation'].includes(referent.is)) return null;
	let verb = named.to;
	while (tokens[verb]?.w === '(' || (verb > named.to && tokens[verb - 1]?.w !== ')' && tokens[named.to]?.w === '('))
		verb++;
	if (via === 'adjective') verb++;
	const has = HAVE.has(wordAt(tokens, verb));
	while (HAVE.has(wordAt(tokens, verb)) || isAdverb(wordAt(tokens, verb))) verb++;
	const word = wordAt(tokens, verb);
	const done = deedOf(lexicon, word, 'participle') !== null && (has || word.endsWith('ed'));
	const subject = subjectAt(parsed, named, verb, 'direct', 0.9);
	return done && !subject.joint ? { id: referent.id, name: referent.name } : null;
}

/** The comma after "Under the deal", "As part of the accord with Kenya"; -1 where the sentence begins otherwise. */
function frontEnd({ tokens }: Parsed): number {
	let from = 0;
	while (isAdverb(wordAt(tokens, from))) from++;
	const terms = [from + 2, from + 3].some((at) => wordAt(tokens, at) === 'terms');
	if (['by', 'according'].includes(wordAt(tokens, from)) && !terms) return -1;
	if (!OPENERS.has(wordAt(tokens, from))) return -1;
	if (wordAt(tokens, from) === 'as' && wordAt(tokens, from + 1) !== 'part') return -1;
	if (
		wordAt(tokens, from) === 'in' &&
		!['line', 'keeping', 'accordance', 'exchange'].includes(wordAt(tokens, from + 1))
	)
		return -1;
	let deal = false;
	for (let at = from + 1; at < Math.min(tokens.length, from + FRONT); at++) {
		const { w = '' } = tokens[at] ?? {};
		if (w === ',') return deal ? at : -1;
		if (AUXILIARIES.has(w) || w === ';' || w === ':' || w === '"') return -1;
		deal ||= DEALS.has(w) || (PLANS.has(w) && AGREED.has(wordAt(tokens, at + 1)));
	}
	return -1;
}
