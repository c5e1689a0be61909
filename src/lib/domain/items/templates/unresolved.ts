/** In characters. */
const LONGEST = 1000;
const MODAL = 'would|will|could|should|must|might|was|were|is|are|has|have|had';
/** What may stand behind the name of a thing and tell which one it is. */
const TELLS =
	'of|on|for|to|with|between|about|over|under|against|into|among|covering|regarding|concerning|from|at|that|which|who|where|whose|aimed|devoted|called|named|known|by|in';

/** "Should have any?", "to take someone else's": the noun was said before. */
const ELLIPSIS =
	/\b(?:any|some|another|none|many|several|likewise|otherwise|the same|(?:some|any|every)one else['’]s|the others?|others['’]|each|ours|theirs|yours|mine)(?=[?.,;:]|$)|\b(?:some|any)one else['’]s?\b|\btoo (?:was|were|is|are|had|has|would|will)\b|\bto do (?:so|that|it|likewise)\b|\bdoing so\b/iu;
/** "The two matters", "the three demands": which? Sides and the like are named in another place. */
const THE_FEW =
	/\bthe (?:two|three|four|five|other|others) (?!sides\b|countries\b|nations\b|governments\b|leaders\b|presidents\b|premiers\b|ministers\b|foreign\b|economies\b|militaries\b|armies\b|navies\b|powers\b|capitals\b|neighbou?rs\b|states\b|parties\b|delegations\b|Koreas\b|heads\b|central\b|side\b|party\b|country\b|men\b|women\b)\p{Ll}{3,}(?! (?:of|on|in|for|that|which|who|by|with|under)\b)/u;
/** "The first request", "the 2016 target", "the last condition": of how many, and which? */
const ORDINAL =
	/\bthe (?:first|second|third|fourth|latter|former|last|same|(?:19|20)\d\d) (?:requests?|targets?|points?|demands?|proposals?|lists?|matters?|offers?|questions?|conditions?|paragraphs?|drafts?|steps?|stages?|phases?|parts?|clauses?|goals?|texts?|versions?|groups?|ones?|halves|options?)\b(?! (?:of (?!\d)|for|on|to|that|which|in|under)\b)/iu;
/** "The duty scrapped", "the remaining curbs", "the new crossing": which of them? */
const MEASURE = new RegExp(
	`\\b[Tt]he (?:(?:new|remaining|old|existing|suspended|latest|current|extra|additional|planned|proposed|announced|earlier|previous) )?(?:dut(?:y|ies)|tariffs?|lev(?:y|ies)|bans?|curbs|rules?|measures?|restrictions|requirements?|orders?|licen[cs]es?|offers?|proposals?|requests?|demands?|conditions?|promises?|pledges?|targets?|packages?|accords?|pacts?|deals?|texts?|crossings?|bridges?|dams?|pipelines?|purchases|sales|exemptions?|waivers?|deadline|pauses?|suspensions?|payments?|funds?|embargo|cap|ceiling|quotas?)\\b(?! (?:${TELLS})\\b|['’]s)`,
	'u'
);
/** "The eastern Chinese city", "the southern port": not by its name. */
const PLACE_UNNAMED =
	/\bthe (?:(?:\p{Ll}+ern|\p{Ll}+|\p{Lu}\p{Ll}+(?:ese|ish|ian|ean|an)) ){0,2}(?:city|port|town|resort|province|village|harbour|harbor)\b(?! (?:of|that|which|where|in|on|at)\b)(?!,? \p{Lu})/u;
/** "Since the March 2016 agreement", "the PRC's well-known position": on what? */
const MATTERLESS =
	/\bthe (?:\p{Lu}\p{Ll}+ )?(?:19|20)\d\d (?:agreement|deal|accord|pact|statement|understanding|truce|arrangement|decision|ruling|incident|crisis|visit|meeting)\b(?! (?:of|on|to|with|between|in|at|over)\b)|\b(?:its|their|his|her|the|['’]s) (?:well-known|known|usual|familiar|long-standing|consistent|principled|own|clear|firm|solemn)(?: (?:and|\p{Ll}+))? (?:positions?|views?|stance|opposition|concerns?|line)\b(?! (?:of|on|to|with|about|over|in|against|toward|towards|that)\b)/u;
/** "Since the inauguration": whose? */
const WHOSE_RITE = /\bthe (?:inauguration|swearing-in|ceremony|funeral)\b(?! of\b)/u;
/** "Who wants taken off the list?": what? */
const LOST_OBJECT = /\b(?:wants?|wanted) (?:taken|(?!un)\p{Ll}{3,}ed) (?:off|from|out|by|to|on|in|back|up)\b/u;
/** "That more controls were being considered": of what, and on whom? */
const MORE_OF =
	/\bthat (?:more|further|other|additional|new) (?:controls|measures|steps|talks|curbs|tariffs|duties|restrictions|sanctions|licen[cs]es|meetings|visits|rules) (?:were|are|was|would|will|could|may|might|had|have)\b/u;
/** "A sale would", "asked for a meeting and": of what, and with whom? */
const ANY_ONE = new RegExp(
	`\\b(?:an?|another|such an?) (?:\\p{Ll}+ )?(?:sale|meeting|deal|target|decision|request|application|visit|review|date|round|session|step|move|measure|proposal|plan|report|statement|call|trip|offer|condition|concession|compromise|promise|arrangement|mechanism|project|test|list|transfer|shipment|delivery)(?=[?.,;]| (?:and|or|but|${MODAL})\\b|$)`,
	'u'
);
/** "Fulfil its obligation": which one? */
const OWN_ONE = new RegExp(
	`\\b(?:its|their|his|her) (?:\\p{Ll}+ )?(?:obligations?|commitments?|promises?|decisions?|demands?|proposals?|requests?|offers?|targets?|deadlines?|conditions?|pledges?|moves?|plans?|complaints?|concerns?|objections?|motives?|reasons?|share)\\b(?! (?:${TELLS}|not|as|until|unless)\\b)`,
	'u'
);
/** "A target of 45 million tonnes": of what? */
const AMOUNT_ONLY =
	/\b(?:target|quota|ceiling|cap|limit|total|level|threshold|figure) of [\d.,]+ ?(?:million |billion |thousand )?(?:tonnes?|tons?|units|barrels|cases|people|vehicles|pieces)\b(?! (?:of|a|per|for)\b)|\b(?:the|its|their|an?) (?:target|aim|goal|total|level|figure) of ____(?! (?:\p{L}+ )?(?:of|in|for|a|per)\b)(?! \p{L}+s\b)/iu;
/** "Are run by one office, are narrowly drawn": a list without its "and". */
const BROKEN_LIST = /\b(is|are|was|were|has|have|had|will|would)\b [^,;?“”]{3,80}, \1 (?!\1)[^,;?]{3,80}[?.]?$/u;
/** "Concerns about buoys, about violations": a list of two without its "and". */
const BROKEN_PAIR = /\b(about|over|on|of|against) [^,;?“”]{3,60}, \1 (?!which|whom)(?![^?]* and )[^,;?“”]{3,80}[?.]?$/u;
/** "The sweetener", "the islanders": another word for what was named before. */
const BY_ANOTHER_WORD =
	/\b[Tt]he (?:sweetener|metal|metals|fuel|crop|drug|opioid|commodity|fruit|grain|synthetic|material|technology|company|firm|chipmaker|carmaker|bank|airline|shipyard|strait|waterway|peninsula|archipelago|reef|atoll|enclave|grouping|alliance|treaty|charter|convention|statute|law|bill|scheme|programme|program|project|facility|plant|site|base|vessel|ship|boat|plane|aircraft|balloon|journalist|businessman|suspect|prisoner|detainee|islands?|islanders|regime|militia|rebels|insurgents|mission|operation|exercise|event|incident|affair|episode|document|letter|message|note|memo|annex|appendix|schedule|paper|study|survey|poll|crossing|matter|issue|question)\b(?! (?:of|on|in|for|that|which|who|by|with|under|at|between|near|off|to|from|about|over|against|called|named|across|itself)\b)/u;

/** "The crossing" where it was told of before is plain. */
function isToldInside(text: string, index: number, found: string): boolean {
	const noun = (found.split(' ').at(-1) ?? '').replace(/s$/u, '').toLowerCase();
	return text.slice(0, index).toLowerCase().includes(noun);
}

const PATTERNS = [
	ELLIPSIS,
	MORE_OF,
	THE_FEW,
	ORDINAL,
	ANY_ONE,
	OWN_ONE,
	PLACE_UNNAMED,
	LOST_OBJECT,
	WHOSE_RITE,
	MATTERLESS,
	AMOUNT_ONLY,
	BROKEN_LIST,
	BROKEN_PAIR
];

/**
 * Whether a text leaves to others what it is about: an ellipsis, one of several that it does not name, or another word
 * for something that was named before.
 * @param text a question, a statement or an answer without quotations and without the name of its article
 */
export function isUnresolved(text: string): boolean {
	const shown = text.slice(0, LONGEST);
	if (PATTERNS.some((pattern) => pattern.test(shown))) return true;
	return [BY_ANOTHER_WORD, MEASURE].some((pattern) => {
		const found = pattern.exec(shown);
		return found !== null && !isToldInside(shown, found.index, found[0]);
	});
}

/** A thing that says nothing without what it is about: "a meeting", "an initial meeting in the spring". */
const EMPTY_THING =
	/^(?:to )?(?:an?|the|another|their|its|one|further|more|new|regular|additional)?(?: ?(?:first|second|third|initial|further|new|regular|next|follow-up|joint|technical|formal|early|final|last|individual|specific|particular|other|own)){0,3} ?(?:meetings?|requests?|talks|rounds?|sessions?|visits?|calls?|steps?|dates?|names?|matters?|issues?|points?|details?|terms|texts?|documents?|statements?|groups?|channels?|mechanisms?|lists?|reviews?|reports?|deals?|agreements?|timetables?|evening|morning|day)(?: (?:in|at|on (?=\d|the (?:sidelines|margins))|by|before|after|next|this|last|every|each|until|from|during|within)\b.{0,80})?$/iu;

/** "The regime introduced" (when?): the day went into the question. */
const CUT_KEY =
	/\p{Ll} (?:introduced|imposed|announced|issued|adopted|signed|concluded|reached|made|taken|held|launched|published|agreed)$/u;

/** Whether an answer names no matter: only that there is a meeting, a request, a day. */
export const isEmptyThing = (key: string): boolean =>
	EMPTY_THING.test(key.trim().replace(/^to \p{Ll}+ /iu, '')) ||
	CUT_KEY.test(key.trim()) ||
	/^(?:the )?(?:evening|morning|night|afternoon|day|week|eve) of\b/iu.test(key.trim());
