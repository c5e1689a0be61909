import { isOpinion, isStatement } from './opinions.ts';
import { shorten, spanOf } from './clause.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, isNumeral, NEGATORS, NOT_ONLY } from './words.ts';

/** A sentence that is somebody's words as a whole: in quotation marks that began before it, or after "Name:". */
export function saidWhole(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const colon = afterName(parsed);
	if (colon) return draftOf(parsed, colon.named, colon.from, 'named');
	const view = inView(parsed) ?? viewWithin(parsed);
	if (view) return draftOf(parsed, view.named, view.from, 'view');
	const first = tokens.findIndex(({ word }) => word);
	const last = tokens.findLastIndex(({ word }) => word);
	const named = first < 0 ? null : parsed.speakerAt(first);
	if (!named || !parsed.speakerAt(last)) return [];
	return draftOf(parsed, named, first, 'quoted');
}

/** "14:05 Sheinbaum: Mexico will not …": who speaks, and where it begins. */
function afterName({ tokens, startingAt }: Parsed): { named: Named; from: number } | null {
	let at = 0;
	while (at < 6 && (isNumeral(wordAt(tokens, at)) || [':', '.', '-', '—', '['].includes(tokens[at]?.w ?? ''))) at++;
	const named = startingAt.get(at);
	if (!named || tokens[named.to]?.w !== ':' || named.mention.referent?.is !== 'person') return null;
	return { named, from: named.to + 1 };
}

/** "In Beijing's view, …", "For Beijing, …", "According to Rubio, …": whose view it is, and where it begins. */
export function inView({ tokens, startingAt }: Parsed): { named: Named; from: number } | null {
	const first = wordAt(tokens, 0);
	if (!['for', 'in', 'from', 'according', 'to'].includes(first)) return null;
	let at = first === 'according' ? 2 : 1;
	while (at < 4 && !startingAt.has(at)) at++;
	const named = startingAt.get(at);
	if (!named) return null;
	let comma = named.to;
	while (comma < named.to + 6 && tokens[comma]?.word) comma++;
	if (tokens[comma]?.w !== ',') return null;
	const between = tokens.slice(named.to, comma);
	const viewed = between.some(({ w }) =>
		['view', 'eyes', 'opinion', 'judgment', 'judgement', 'perspective'].includes(w)
	);
	const point = between.some(({ w }, i) => w === 'point' && between[i + 2]?.w === 'view');
	const plain = (first === 'for' || first === 'according' || first === 'to') && between.length === 0;
	return viewed || point || plain ? { named, from: comma + 1 } : null;
}

/** "The likeliest result, in Kenya's view, is a truce": whose view is inserted behind what it is about. */
function viewWithin({ tokens, startingAt }: Parsed): { named: Named; from: number } | null {
	for (let at = 1; at < Math.min(tokens.length, VIEW_REACH); at++) {
		if (tokens[at]?.w !== ',' || wordAt(tokens, at + 1) !== 'in') continue;
		const named = startingAt.get(at + 2) ?? startingAt.get(at + 3);
		if (!named) continue;
		const pronoun = ['his', 'her', 'its', 'their'].includes(wordAt(tokens, at + 2));
		const owned = wordAt(tokens, named.to) === "'s" || tokens[named.to]?.w === "'";
		const noun = pronoun ? named.to : named.to + 1;
		if (!(owned || pronoun) || !VIEWING.has(wordAt(tokens, noun)) || tokens[noun + 1]?.w !== ',') continue;
		return AUXILIARIES.has(wordAt(tokens, noun + 2)) ? { named, from: 0 } : null;
	}
	return null;
}

const VIEW_REACH = 24;
const VIEWING = new Set(
	'view eyes opinion judgment judgement reading telling words account estimation phrase version assessment interpretation formulation mind book perspective'.split(
		' '
	)
);

/** "We will not stand by", "Nor will we": the first verb of what is said is denied. */
export function denies({ tokens }: Parsed, from: number): boolean {
	if (['nor', 'nobody', 'never', 'no'].includes(wordAt(tokens, from))) return true;
	for (let at = from; at < from + 12; at++) {
		if (AUXILIARIES.has(wordAt(tokens, at)))
			return NEGATORS.has(wordAt(tokens, at + 1)) && !NOT_ONLY.has(wordAt(tokens, at + 2));
	}
	return false;
}

function draftOf(parsed: Parsed, named: Named, from: number, how: string): Draft[] {
	const to = parsed.tokens.length;
	const { referent } = named.mention;
	const opinion = isOpinion(parsed, { from, to });
	if (!referent || referent.is === 'joint') return [];
	if (!(opinion || isStatement(parsed, { from, to }) || how === 'view')) return [];
	const content = spanOf(parsed.tokens, from, shorten(parsed.tokens, from, to));
	if (!content) return [];
	const kind = opinion ? 'said' : 'statement';
	return [
		{
			...content,
			sentence: parsed.index,
			act: 'position',
			stance: 'say',
			trigger: { start: content.start, end: content.start },
			triggerId: 'said',
			subject: named.index,
			holder: { id: referent.id, name: referent.name },
			content,
			polarity: denies(parsed, from) ? 'negated' : 'affirmed',
			modality: 'claimed',
			rule: `position-${kind}-${how}`,
			confidence: Math.round(named.mention.confidence * 45) / 100,
			why: `words of ${referent.name}: ${named.mention.why}`
		}
	];
}
