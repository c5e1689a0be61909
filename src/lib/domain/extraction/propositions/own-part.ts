import { wordSet } from '../../text.ts';
import { shorten, spanOf } from './clause.ts';
import { deed } from './comes-about.ts';
import { PAPERS } from './joint-said.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import { subjectAt } from './subject.ts';
import type { Draft } from './types.ts';
import { past } from './verb-groups.ts';
import { DETERMINERS, NEGATORS } from './words.ts';

const PARTS = wordSet('share part side end half');
const GIVEN = wordSet('concession concessions contribution counter-offer quid offering gesture sweetener');
const PLEDGES = wordSet('pledge promise commitment undertaking offer');
const KEPT = wordSet(
	'written included enshrined recorded repeated confirmed reaffirmed noted set anchored reflected incorporated put folded renewed'
);

/** "Tokyo's part of the bargain is …", "New Delhi's concession: …", "Riyadh's pledge of … was written into the text". */
export function ownPart(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const owner = parsed.named.find(({ from }) => from < 3);
	if (!owner || wordAt(tokens, owner.to) !== "'s") return [];
	let noun = owner.to + 1;
	while (
		noun < owner.to + 4 &&
		!PARTS.has(wordAt(tokens, noun)) &&
		!GIVEN.has(wordAt(tokens, noun)) &&
		!PLEDGES.has(wordAt(tokens, noun))
	)
		noun++;
	const word = wordAt(tokens, noun);
	const of = wordAt(tokens, noun + 1) === 'of' && tokens.slice(noun + 2, noun + 6).some(({ w }) => PAPERS.has(w));
	const is = tokens.findIndex(
		({ w }, at) => at > noun && at < noun + 14 && (w === ':' || ['is', 'was', 'were', 'are'].includes(w))
	);
	if (is < 0 || tokens.slice(noun, is).some(({ w }) => w === ',' || w === 'that')) return [];
	if (tokens.slice(noun).some(({ w }) => NEGATORS.has(w))) return [];
	if ((PARTS.has(word) && of) || GIVEN.has(word)) {
		const thing =
			tokens[is]?.w === ':' ||
			DETERMINERS.has(wordAt(tokens, is + 1)) ||
			!tokens[is + 1]?.word ||
			wordAt(tokens, is + 1) === 'to';
		return thing ? one(parsed, owner, is + 1) : [];
	}
	const kept = KEPT.has(wordAt(tokens, past(tokens, is + 1)));
	const what = ['of', 'to'].includes(wordAt(tokens, noun + 1));
	return PLEDGES.has(word) && kept && what ? one(parsed, owner, noun + 1, is) : [];
}

function one(parsed: Parsed, owner: Named, from: number, end = parsed.tokens.length): Draft[] {
	const { tokens } = parsed;
	const content = spanOf(tokens, from, shorten(tokens, from, end));
	const subject = { ...subjectAt(parsed, owner, owner.to, 'direct', 0.9), joint: false };
	const whole = tokens[owner.from]?.start ?? 0;
	return content
		? [
				{
					...deed(parsed, subject, { ...content, from: whole, rule: 'part', sure: 0.7, verb: whole }),
					end: content.end
				}
			]
		: [];
}
