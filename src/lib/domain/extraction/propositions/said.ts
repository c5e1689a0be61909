import { isOpinion, isStatement } from './acts.ts';
import { shorten, spanOf } from './clause.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { isNumeral } from './words.ts';

/** A sentence that is somebody's words as a whole: in quotation marks that began before it, or after "Name:". */
export function saidWhole(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const colon = afterName(parsed);
	if (colon) return draftOf(parsed, colon.named, colon.from, 'named');
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

function draftOf(parsed: Parsed, named: Named, from: number, how: string): Draft[] {
	const to = parsed.tokens.length;
	const { referent } = named.mention;
	const opinion = isOpinion(parsed, { from, to });
	if (!referent || referent.is === 'joint' || !(opinion || isStatement(parsed, { from, to }))) return [];
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
			polarity: 'affirmed',
			modality: 'claimed',
			rule: `position-${kind}-${how}`,
			confidence: Math.round(named.mention.confidence * 45) / 100,
			why: `words of ${referent.name}: ${named.mention.why}`
		}
	];
}
