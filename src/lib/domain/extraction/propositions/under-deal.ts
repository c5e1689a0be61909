import { BOTH } from './reading.ts';
import { shorten, spanOf } from './clause.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, isAdverb, NEGATORS } from './words.ts';

const DEALS = new Set(
	(
		'deal agreement agreements accord accords pact treaty truce memorandum mou protocol arrangement framework roadmap ceasefire ' +
		'understanding compromise settlement swap'
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
	return [
		{
			...content,
			sentence: parsed.index,
			act: 'agreement',
			stance: 'agree',
			trigger: { start: tokens[0]?.start ?? content.start, end: tokens[comma]?.start ?? content.start },
			triggerId: 'under-deal',
			subject: null,
			holder: BOTH,
			content,
			polarity: will ? 'hedged' : 'affirmed',
			modality: will ? 'reportedly' : 'agreed',
			rule: 'agreement-under-deal',
			confidence: 0.6,
			why: 'main clause after “under the deal,”'
		}
	];
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
