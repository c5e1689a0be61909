import type { Sentence } from '../../articles/types.ts';
import type { Found } from '../found.ts';
import { within } from '../spans.ts';
import type { ExtractedFact, Mention } from '../types.ts';
import { sentence as asSentence, tidy, wording } from '../wording/wording.ts';
import { insideQuotation, isProposed } from './from-events.ts';
import { makeFact } from './make-fact.ts';
import { standingOf } from './standing.ts';

/** ", a self-ruled island that Beijing claims," after a name: what the text explains of it. */
const EXPLAINED = /^, ((?:an?|the) [^,;:.()"—\n]{8,140})(?=[,.;])/;
/** A clause with a verb of its own explains nothing: "In China, the leaders agreed on trade". */
const TELLING =
	/\b(?:is|are|was|were|has|have|had|will|would|did|does|said|met|held|made|took|gave|began|came|went|agreed|decided|signed|called|asked|wanted|discussed|reached|announced|promised|pledged|urged|warned|added|replied|voted|ended|started|opened|visited|wished|parted|reiterated|suspended|may|might|could|stressed|underlined|urged|argued|insisted|already)\b(?! (?:by|in|on|at|to|with|from|as|between|after|for)\b)/;
const LEADING = /^(?:In|At|On|For|From|With|To|Outside|Near|Across|Under|After|Before|Until|Since) (?:the )?$/;

const TOPIC_BEFORE = /\b(?:on|regarding|about|concerning|as for|as to|to) (?:the )?$/i;

/** A fact for each body or place that the text explains in passing. */
export function factsFromBackground(found: Found): ExtractedFact[] {
	return found.layout.sentences.flatMap((place, index) =>
		place.duplicate
			? []
			: [
					...within(found.mentions, place).flatMap((mention) => explained(found, mention, index)),
					...compared(found, place, index)
				]
	);
}

/** What a sentence compares with what was before, or tells of a state that lasts, by the rule that reads it. */
const STATES: readonly { rule: string; pattern: RegExp; why: string }[] = [
	{
		rule: 'unequalled',
		pattern:
			/\b(?:the|their|his|her|its|an?|a record)(?: (?:country|island|bloc|union)'s)? (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|only|largest|biggest|highest|lowest|longest|deepest|steepest|worst|most \w+)(?: [\w'-]+){0,8}? (?:since (?:\d{4}|[A-Z]\w+|(?:he|she|they|it) took|the)|in (?:(?:more|less|almost|nearly|about|over|at least|than|just|under) ){0,3}[\w-]+ (?:years|decades|months)|for (?:[\w-]+ ){1,3}(?:years|decades)|in (?:a|over a|more than a) (?:decade|generation|century|year)|notified to|ever)\b[^,.;"]{0,60}/i,
		why: 'compares with what was before'
	},
	{
		rule: 'none-since',
		pattern: /\bno (?:[\w-]+ ){1,5}(?:has|have|had) (?:[\w-]+ ){1,6}since\b[^,.;"]{0,60}/i,
		why: 'says since when nothing like it happened'
	},
	{
		rule: 'is',
		pattern:
			/(?<=[\p{L})] )(?:is|are|was|were|remains?|ha(?:s|ve) (?:long )?been) (?:home to|(?:the|a|an|one of the|by far the|still the|now the|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?'s|among the|the world's|the (?:bloc|country|region|union)'s) (?:[\w'-]+ ){0,5}?(?:exporter|importer|producer|supplier|buyer|maker|manufacturer|market|partner|capital|economy|investor|creditor|lender|donor|province|state|colony|protectorate|member|signatory|party|ally|neighbour|neighbor|source|port|archipelago|island|islands|contractor|destination|treaty|bloc|consumer)s?)\b[^.;"]{0,80}/iu,
		why: 'says what somebody or something is'
	},
	{
		rule: 'measured',
		pattern:
			/\b(?:came to|comes to|accounted for|makes up|made up|bought|buys|imported|imports|exported|exports|sold|sells|costs?|depends? on [A-Z]\w+ for|relies on [A-Z]\w+ for|reached a record|(?:has|have) shrunk by|shrank by|more than (?:doubled|tripled|halved)|remain(?:s|ed)? unaccounted for|fell|rose|dropped|grew|declined|shrank)(?= (?:[\w-]+ ){0,4}?(?:[$€£¥]?\d|a third|a quarter|half|roughly|barely|nearly|some|about))(?! of\b)[^.;"]{0,80}|\b(?:stood at|stands at|totalled|totaled|amounted to (?=[^\s]?\d)|amounts to (?=[^\s]?\d)|accounts? for|accounted for|makes up|processes|refines|was worth|were worth|is worth (?=[^\s]?\d)|are worth|goods worth|trade worth|rose by|fell by|dropped by|(?:has|have) (?:since )?(?:risen|fallen|dropped|grown|doubled|tripled|halved)|share a border)\b[^.;"]{0,80}/i,
		why: 'tells how large or how many of something there are'
	},
	{
		rule: 'relations',
		pattern:
			/\b(?:relations|ties) (?:between|with) [^.;"]{3,60}? (?:soured|deteriorated|worsened|improved|cooled|thawed|warmed|have been|had been|were|have soured|have improved|fell|hit|sank)\b[^.;"]{0,80}/i,
		why: 'tells how two stood to each other'
	},
	{
		rule: 'dates-from',
		pattern:
			/\b(?:dates? back to|dated back to|goes back to|dates from|is not legally binding|is legally binding|has been in force since|have been at odds since)\b[^.;"]{0,80}/i,
		why: 'says since when or how something holds'
	}
];

/** What a market does on a day is no background, nor what something will cost. */
const TRADED = /\b(?:shares?|stocks?|futures|index|indices|yen|yuan|rupee|euro|dollar|bonds?|will cost|would cost)\b/i;

function compared(found: Found, place: Sentence, index: number): ExtractedFact[] {
	const text = found.layout.article.normal.slice(place.start, place.end);
	for (const { rule, pattern, why } of STATES) {
		const match = pattern.exec(text);
		if (!match) continue;
		const span = { start: place.start + match.index, end: place.start + match.index + match[0].trimEnd().length };
		if (rule === 'measured' && TRADED.test(text.slice(0, match.index + match[0].length))) continue;
		if (insideQuotation(found, span) || isProposed(found, span, index)) continue;
		const words = tidy(match[0]);
		return [
			makeFact(found, {
				kind: 'background',
				statement: asSentence(wording(found, place)),
				values: { is: 'content', content: words, parts: [] },
				...standingOf(found, index, span),
				span,
				sentence: index,
				rule: `background.${rule}`,
				confidence: rule === 'unequalled' ? 0.6 : 0.5,
				why: `“${words.split(' ').slice(0, 3).join(' ')}…” ${why}`
			})
		];
	}
	return [];
}

function explained(found: Found, mention: Mention, index: number): ExtractedFact[] {
	const { referent } = mention;
	if (!referent || referent.is === 'person' || referent.is === 'joint' || mention.via === 'pronoun') return [];
	const after = found.layout.article.normal.slice(mention.end, mention.end + 160);
	const words = EXPLAINED.exec(after)?.[1];
	if (words === undefined || TELLING.test(words.replace(/ (?:that|which|who|where|whose) .*$/, ''))) return [];
	const lead = found.layout.article.normal.slice(found.layout.sentences[index]?.start ?? 0, mention.start);
	// "On chips and on Taiwan, the two presidents parted": a topic that opens the sentence, and nothing that is explained.
	if (LEADING.test(lead) || TOPIC_BEFORE.test(lead.slice(-24)) || /\bBy \p{Lu}/u.test(words)) return [];
	return [
		makeFact(found, {
			kind: 'background',
			statement: asSentence(`${referent.name} is ${tidy(words)}`),
			values: { is: 'relation', subject: referent.name, relation: 'is', object: tidy(words) },
			span: { start: mention.start, end: mention.end + 2 + words.length },
			sentence: index,
			rule: 'background.apposition',
			confidence: 0.6,
			why: `explained in passing after ${mention.why}`
		})
	];
}
