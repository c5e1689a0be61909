import { escapePattern, wordsOf } from '../../text.ts';

/** What an article introduces once by its full name and calls "the package" from then on. */
const NOUNS =
	'package|deal|agreement|accord|pact|truce|treaty|memorandum|communiqué|fund|levy|committee|commission|hotline|channel|dialogue|mechanism|pipeline|project|railway|bridge|dam|corridor|law|act|regulation|rule|tariff|ban|quota|programme|program|initiative|forum|arrangement|framework|roadmap|sale|loan|plan|proposal|resolution|working group|task force|joint venture|export licence|export license|ceasefire|moratorium|exercise|summit|tax|tribunal|shoal|reef|plant|base|port';
/** In characters; what is longer is no article of the kind, and what is further apart is no name. */
const LONGEST = 60_000;
const MOST_WORDS = 12;
const FEWEST_WORDS = 3;
const WORD = "(?:[\\p{L}\\d$€£¥%][\\p{L}\\d.,$€£¥%’'-]{0,24}(?<![.,]))";
/** "an $11 billion package of arms for Taiwan": a noun with what is before it, and what it is of or for. */
const INTRODUCED = new RegExp(
	`(?<![\\p{L}\\d])(?:[Aa]n?|[Tt]he) ((?:${WORD} ){0,5}?)(${NOUNS})((?: (?:of|on|for|between|against|to) (?:${WORD} ){0,4}?${WORD}){0,2})(?=[.,;:]|$| (?:that|which|who|and|but|in|at|by|from|is|was|were|has|had|will|would|after|before|as|with|worth|it)\\b)`,
	'gu'
);
/** What may follow "the package" that tells already which one is meant. */
const TOLD =
	'(?! (?:of|on|for|between|against|to|that|which|signed|struck|agreed|reached|with|over|about|imposed|announced|worth)\\b)';
/** Words that say no more than the noun itself, or which of several. */
const PLAIN =
	/\b(?:old|latest|next|last|first|second|third|fourth|final|wider|broader|current|existing|previous|former|same|other|another|such|similar|future|recent|whole|entire|this|that)\b/iu;
/** A verb or a pronoun: no name. */
const NO_NAME =
	/\b(?:is|are|was|were|has|have|had|will|would|could|should|may|might|must|not|no|he|she|it|they|his|her|its|their|him|them|this|these|said|says|who|which|that|if|when|while|because|yesterday|today|tomorrow|week|month|year)\b/iu;

/** Of these an article on talks may mean another one, which it calls by a name of its own further on. */
const COMMON = /^(?:agreement|deal|accord|pact|treaty|arrangement|plan|proposal|rule|law|dialogue|mechanism)$/iu;
/** In characters: a paragraph or so. */
const NEAR = 400;

/** "The island", and not "the island nation" or "the island of Kyushu". */
const ISLAND =
	/(?<![\p{L}-])[Tt]he (?:self-ruled |self-governed |democratic )?island(?=['’]s\b|[.,;:]|$| (?:is|was|has|had|will|would|must|should|and|or|in|to|from|by|at|with|as|that|which|may|could|cannot)\b)(?!,? (?:which|where|and the mainland)\b)/gu;
const OTHER_ISLAND =
	/\b[Ii]slands\b|\b(?:Okinawa|Kinmen|Matsu|Cyprus|Jeju|Hainan|Sri Lanka|Greenland|Palau|Tonga|Nauru|Fiji|Luzon|Mindanao|Singapore|Bali|Sentosa|Ireland|Iceland|Malta|Crete|Timor|Guam|Hawaii|Yonaguni|Penang|Madagascar|Maldives|Mauritius|Diego Garcia|Pag-asa|Thitu|Natuna|Batam|Borneo|Java)\b|\p{Lu}\p{L}+ Island\b|\b(?:an?|another|small|this|resort|tropical|uninhabited) island\b/u;

interface Name {
	noun: string;
	/** With what is before and behind the noun, without its article. */
	full: string;
	at: number;
}

/** The full names of things in an article that tells of exactly one thing of the kind. */
export class FirstMentions {
	readonly #names: ReadonlyMap<string, Name>;
	/** Where Taiwan is named at first, in an article that tells of no other island. */
	readonly #taiwan: number;

	/** @param text of the article */
	constructor(text: string) {
		const shown = text.slice(0, LONGEST).replace(/[\u2018\u2019]/g, '’');
		this.#names = namesIn(shown);
		const taiwan = shown.search(/\bTaiwan\b/u);
		this.#taiwan = taiwan < 0 || OTHER_ISLAND.test(shown) ? Infinity : taiwan;
	}

	/**
	 * A statement with the full name of what it calls by its kind alone.
	 * @param statement of the article
	 * @param at where in the text its evidence begins: a name is no name before it was told
	 */
	named(statement: string, at: number): string {
		let text = at > this.#taiwan ? statement.replace(ISLAND, 'Taiwan') : statement;
		for (const name of this.#names.values()) {
			if (name.at >= at || text.includes(name.full)) continue;
			if (COMMON.test(name.noun) && at - name.at > NEAR) continue;
			const bare = new RegExp(`(?<![\\p{L}\\d])([Tt]he) ${escapePattern(name.noun)}(?![\\p{L}’'-])${TOLD}`, 'u');
			text = text.replace(bare, (_, the: string) => `${the} ${name.full}`);
		}
		return text;
	}
}

function namesIn(text: string): Map<string, Name> {
	const names = new Map<string, Name>();
	for (const found of text.matchAll(INTRODUCED)) {
		const [, whole = '', noun = '', behind = ''] = found;
		// "The toll breaches the 1992 agreement": the name begins with the last article before its noun.
		const before = whole.replace(/^.*(?<!\p{L})(?:the|an?) /iu, '');
		const full = `${before}${noun}${behind}`.trim();
		const key = noun.toLowerCase();
		if (names.has(key) || !isName(full, noun, behind)) continue;
		names.set(key, { noun, full, at: found.index });
	}
	return new Map([...names].filter(([, name]) => isOnly(text, name)));
}

/** Whether words name a thing: with a name, a number or what it is of, and nothing that leans on something else. */
function isName(full: string, noun: string, behind: string): boolean {
	const own = full.replace(noun, '');
	const count = wordsOf(full).length;
	if (count < FEWEST_WORDS || count > MOST_WORDS || NO_NAME.test(full) || PLAIN.test(own)) return false;
	return behind !== '' || /\p{Lu}|\d/u.test(own);
}

/** Whether every other mention of such a thing is bare or the same: two packages leave it open which one is meant. */
function isOnly(text: string, { noun, full }: Name): boolean {
	const rest = text.replaceAll(full, ' ');
	const mentions = [...rest.matchAll(new RegExp(`(\\S+) ${escapePattern(noun)}(s?)(?![\\p{L}-])`, 'giu'))];
	return mentions.every(([, before = '', plural]) => plural === '' && /^[“"(]?(?:the|this|that)$/iu.test(before));
}
