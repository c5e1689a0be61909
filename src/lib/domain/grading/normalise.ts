import { NEGATORS, SPELLINGS, STOP_WORDS } from './words.ts';

/** Letters that do not decompose into a plain letter and a mark. */
const LETTERS = new Map(Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }));
/** Traditional characters of the names in the bank, with the simplified ones that it uses. */
const SIMPLIFIED = new Map(
	'習习 華华 藍蓝 爾尔 蓋盖 紐纽 國国 灣湾 臺台 東东 聯联 韓韩 烏乌 蘭兰 舊旧 門门 橋桥 龍龙 區区 島岛 約约 錫锡 悅悦 長长 總总 財财 務务 議议 雙双'
		.split(' ')
		.map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)])
);

const APOSTROPHES = /[’‘ʼʹ`´′＇]/gu;
const DOUBLED_L =
	/^(travel|model|label|cancel|level|fuel|signal|channel|counsel|total|marshal|panel|quarrel|rival|dial|equal|initial)l(ed|er|ers|ing|ation|ations)$/u;
const DOTTED_INITIAL = /(?<=(?<![\p{L}\p{N}])\p{L})\. ?(?=\p{L}(?![\p{L}\p{N}]))/gu;

/** Lower case without accents, ligatures, apostrophe variants or invisible characters; punctuation stays. */
export function plain(text: string): string {
	if (/^[ -~]*$/u.test(text)) return text.toLowerCase().replaceAll('`', "'");
	const bare = text
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.toLowerCase()
		.replace(/\p{M}/gu, '');
	return bare
		.replace(/[^\p{ASCII}]/gu, (letter) => LETTERS.get(letter) ?? SIMPLIFIED.get(letter) ?? letter)
		.replace(APOSTROPHES, "'");
}

/**
 * The form in which texts are compared: without accents, case, articles, possessives or punctuation, in one spelling.
 * Two texts with the same form say the same in the same words.
 */
export function fold(text: string): string {
	const bare = plain(text);
	const words = (bare.includes('.') ? bare.replace(DOTTED_INITIAL, '') : bare)
		.replace(/'s(?![\p{L}\p{N}])/gu, '')
		.replace(/'/gu, '')
		.replace(/&/gu, ' and ')
		.replace(/%/gu, ' percent ')
		.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')
		.replace(/(?<=\d)[.,](?=\d)/gu, '·')
		.replace(/[^\p{L}\p{N}·]+/gu, ' ')
		.replace(/·(?!\d)|(?<!\d)·/gu, ' ')
		.replace(/·/gu, '.')
		.split(' ')
		.filter((word) => word !== '');
	return withoutArticles(words).map(spelling).join(' ');
}

/** The words of a text in the form in which they are compared. */
export function wordsOf(text: string): string[] {
	const folded = fold(text);
	return folded === '' ? [] : folded.split(' ');
}

function withoutArticles(words: string[]): string[] {
	const kept = words.filter(
		(word, index) => word !== 'the' && !((word === 'a' || word === 'an') && index < words.length - 1)
	);
	return kept.length > 0 ? kept : words;
}

/** A plain text without quotation marks; an apostrophe inside it stays. */
export const unquoted = (text: string): string => text.replace(/["“”„«»]|^\s*'|'\s*$/gu, ' ').trim();

/** One spelling for British and American variants of a word; applied to both texts, so only equality counts. */
export function spelling(word: string): string {
	const known = SPELLINGS.get(word);
	if (known !== undefined) return known;
	if (word.endsWith('s')) {
		const base = SPELLINGS.get(word.slice(0, -1));
		if (base !== undefined) return `${base}s`;
	}
	if (word.length < 6) return word;
	return word
		.replace(/our(?=(?:s|ed|ing|able|al|ite|ites|hood|hoods)?$)/u, 'or')
		.replace(/is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/u, 'iz')
		.replace(/ys(?=(?:e|ed|es|er|ers|ing)$)/u, 'yz')
		.replace(DOUBLED_L, '$1$2');
}

/** What two folded texts share that differ at most in their spaces ("Wood side", "COP 28"): "1 15" is not "11 5". */
export function textKey(folded: string): string {
	const digits = /\d/u.test(folded) ? (folded.match(/\d+(?:\.\d+)?/gu) ?? []).join(' ') : '';
	return `${folded.replaceAll(' ', '')} ${digits}`;
}

/** Whether folded texts are equal, also where only spaces differ. */
export const sameText = (a: string, b: string): boolean => a === b || textKey(a) === textKey(b);

/** A word without its plural ending, crudely: applied to both texts, so only equality counts. */
export function singular(word: string): string {
	if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/u.test(word)) return word;
	if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
	return /(?:sses|shes|ches|xes|zes)$/u.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** The words that carry the meaning, in their order: no function words, singular. Negations always stay. */
export function contentWords(text: string): string[] {
	return wordsOf(text)
		.filter((word) => !STOP_WORDS.has(word) || NEGATORS.has(word))
		.map(singular);
}
