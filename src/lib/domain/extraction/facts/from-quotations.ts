import { capitalise } from '../../text.ts';
import { within } from '../spans.ts';
import { tidy, sentence as asSentence } from '../wording/wording.ts';
import type { Found } from '../found.ts';
import type { ExtractedFact, Mention, Quotation } from '../types.ts';
import { holderOf, makeFact, topicAt } from './make-fact.ts';

/** A fact for each quotation whose speaker is known, or is told without a name: "a senior official said". */
export function factsFromQuotations(found: Found): ExtractedFact[] {
	let unnamed: string | undefined;
	let sentence = -1;
	return found.quotations.flatMap((quotation) => {
		const mention = quotation.speaker === null ? undefined : found.mentions[quotation.speaker];
		if (holderOf(mention)) {
			unnamed = undefined;
			return quotationFact(found, quotation);
		}
		// "“It's leverage,” one aide said. “Use it.”": the words that follow are the same person's.
		const goesOn = quotation.attribution === null && quotation.sentence - sentence <= 1;
		unnamed = somebodyIn(found, quotation, mention) ?? (goesOn ? unnamed : undefined);
		sentence = quotation.sentence;
		return unnamed === undefined ? [] : unnamedFact(found, quotation, unnamed);
	});
}

/** Who speaks where nobody is named: "a senior administration official", "one of the diplomats". */
const SOMEBODY_WORDS =
	"(?:an?|one|another|two|three|several|some|the) (?:[\\w.'-]+ ){0,5}?(?:officials?|diplomats?|sources?|aides?|advis[eo]rs?|executives?|traders?|analysts?|economists?|person|people|briefers?|negotiators?|envoys?|lawyers?|lobbyists?|insiders?|participants?|delegates?|residents?|farmers?|lawmakers?|legislators?|bankers?|exporters?|importers?|consultants?|members?|colleagues?|critics?|veterans?|scholars?|researchers?|professors?|academics?|experts?|observers?|commentators?|columnists?|engineers?|managers?|owners?|workers?|students?|(?:fish|business|police|customs|congress|council|crafts|spokes)(?:men|man|women|woman|people|person)|officers?|captains?|drivers?|shopkeepers?|investors?|manufacturers?|buyers?|sellers?|witness(?:es)?)";
const SOMEBODY = new RegExp(`\\b${SOMEBODY_WORDS}\\b`, 'i');
const SOMEBODY_BEFORE = new RegExp(`\\b(${SOMEBODY_WORDS})\\b[^.;:"]{0,70}$`, 'i');
const SOMEBODY_AT_END = new RegExp(`\\b(${SOMEBODY_WORDS})$`, 'i');
const SOMEBODY_SAYS = new RegExp(
	`\\b(${SOMEBODY_WORDS})\\b[^.;:"]{0,60}? (?:said|says|told|tells|replied|replies|added|adds|quipped|warned|warns|argued|argues|remarked|put it|puts it|reminds|reminded|recalls|recalled|explains|explained|notes|noted|insists|insisted|admits|admitted|concedes|conceded|complains|complained|jokes|joked|writes|wrote|predicts|predicted|described|describes|called|calls|dubbed|muttered|mutters|shrugged|sighed|laughed|asked|asks)\\b`,
	'i'
);
const TAG_REACH = 110;
const SENTENCE_REACH = 200;

/** The words for a speaker without a name in the clause that says who spoke; undefined where somebody is named there. */
function somebodyIn(found: Found, quotation: Quotation, mention: Mention | undefined): string | undefined {
	const { article, sentences } = found.layout;
	const place = sentences[quotation.sentence];
	if (!place) return undefined;
	if (mention) {
		const shown = article.normal.slice(Math.max(0, mention.start - TAG_REACH / 2), mention.end);
		return SOMEBODY_AT_END.exec(shown)?.[1];
	}
	if (!quotation.attribution) {
		const outside = article.normal
			.slice(
				Math.max(place.start, quotation.start - SENTENCE_REACH),
				Math.min(place.end, quotation.end + SENTENCE_REACH)
			)
			.replace(/"[^"]{0,800}(?:"|$)/g, '"');
		return SOMEBODY_SAYS.exec(outside)?.[1];
	}
	const { start, end } = quotation.attribution;
	const before = SOMEBODY_BEFORE.exec(article.normal.slice(Math.max(place.start, start - TAG_REACH), start))?.[1];
	if (before !== undefined) return before;
	// "“Not at all,” a diplomat said": what stands between marks, or in another sentence, names no speaker.
	const after = article.normal.slice(start, Math.max(end, Math.min(end + TAG_REACH, place.end))).split('"')[0] ?? '';
	const people = within(found.mentions, { start, end: start + after.length });
	const somebody = SOMEBODY.exec(after);
	// "Said an aide to Lindqvist": it is not she who is named.
	const behind = somebody ? after.slice(somebody.index + somebody[0].length) : '';
	if (somebody && /^(?: close| loyal| near)? (?:to|of|for|with|around) /.test(behind)) return somebody[0];
	return people.some(({ referent }) => referent?.is === 'person') ? undefined : somebody?.[0];
}

/** A quotation whose holder is nobody in particular: it can be read and kept, but no question asks who said it. */
function unnamedFact(found: Found, quotation: Quotation, somebody: string): ExtractedFact[] {
	const { article, sentences } = found.layout;
	const place = sentences[quotation.sentence];
	if (!place) return [];
	const words = tidy(article.text.slice(quotation.words.start, quotation.words.end)).replace(/,$/, '');
	return [
		makeFact(found, {
			kind: 'quotation',
			topic: topicAt(found, quotation.sentence, place),
			statement: asSentence(`${capitalise(tidy(somebody))} said: “${words}”`),
			value: words,
			values: { is: 'content', content: words, parts: [] },
			modality: 'claimed',
			span: quotation,
			sentence: quotation.sentence,
			rule: 'quotation.unnamed',
			confidence: 0.6,
			why: `“${tidy(somebody)}” speaks and is not named`
		})
	];
}

function quotationFact(found: Found, quotation: Quotation): ExtractedFact[] {
	const { article, sentences } = found.layout;
	const mention = quotation.speaker === null ? undefined : found.mentions[quotation.speaker];
	const holder = holderOf(mention);
	const place = sentences[quotation.sentence];
	if (!mention || !holder || !place) return [];
	const words = tidy(article.text.slice(quotation.words.start, quotation.words.end)).replace(/,$/, '');
	const topic = topicAt(found, quotation.sentence, place);
	return [
		makeFact(found, {
			kind: 'quotation',
			topic,
			statement: asSentence(`${holder.name} said: “${words}”`),
			value: words,
			values: { is: 'quotation', speaker: holder.id, words, about: topic },
			holder,
			modality: 'claimed',
			span: quotation,
			sentence: quotation.sentence,
			rule: quotation.rule,
			confidence: quotation.confidence * mention.confidence,
			why: `${attributionOf(found, quotation)}speaker ${mention.why}`
		})
	];
}

function attributionOf(found: Found, { attribution }: Quotation): string {
	return attribution ? `“${tidy(found.layout.article.normal.slice(attribution.start, attribution.end))}”, ` : '';
}
