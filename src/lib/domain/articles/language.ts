/** Frequent short words that tell a language in Latin letters. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
	en: 'the of and to in that is was for on with as by at from his it an be has are said this which not have were will would their he she they its but or a who had been between after',
	fr: 'le la les de des du et en un une que qui dans pour sur au aux avec par est il elle ce cette ne pas plus son sa ses ont été leurs entre après mais',
	de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um zwischen',
	es: 'el la los las de del y en un una que se por con para su al es lo como más no sus ha entre este esta fue son sobre sin también pero',
	pt: 'o a os as de do da dos das e em um uma que se por com para ao no na nos nas não mais é são foi seu sua entre pelo pela também mas',
	it: 'il lo la gli le di del della dei delle e in un una che per con su al alla non più è sono si da come anche nel nella tra fra ha suo sua',
	nl: 'de het een en van in op te dat is voor met zijn aan door niet er om ook als bij tot uit naar werd heeft maar tussen',
	id: 'yang dan di dengan untuk pada dari ini itu dalam tidak akan oleh ke juga telah adalah kedua sebagai antara',
	tr: 've bir bu ile için da de olarak olan daha çok en gibi kadar sonra ancak iki arasında değil',
	pl: 'i w na z do że się nie o jest to po od za oraz jak dla przez został między które który',
	sv: 'och i att det som en på är av för med till den har de inte om ett men var mellan efter vid',
	vi: 'và của là các trong với cho được không có những một này đã để người khi tại về hai'
};
const BY_WORD = byWord();

function byWord(): ReadonlyMap<string, readonly string[]> {
	const map = new Map<string, string[]>();
	for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
		for (const word of words.split(' ')) map.set(word, [...(map.get(word) ?? []), language]);
	}
	return map;
}

/** Scripts that tell a language, or a family of which letters tell the member. */
const SCRIPTS: readonly [RegExp, (sample: string) => string][] = [
	[/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, () => 'ja'],
	[/\p{Script=Han}/gu, () => 'zh'],
	[/\p{Script=Hangul}/gu, () => 'ko'],
	[/\p{Script=Cyrillic}/gu, (sample) => (/[іїєґ]/i.test(sample) ? 'uk' : 'ru')],
	[/\p{Script=Arabic}/gu, (sample) => (/[ٹڈڑےں]/.test(sample) ? 'ur' : /[پچژگ]/.test(sample) ? 'fa' : 'ar')],
	[/\p{Script=Hebrew}/gu, () => 'he'],
	[/\p{Script=Devanagari}/gu, () => 'hi'],
	[/\p{Script=Bengali}/gu, () => 'bn'],
	[/\p{Script=Tamil}/gu, () => 'ta'],
	[/\p{Script=Thai}/gu, () => 'th'],
	[/\p{Script=Greek}/gu, () => 'el']
];

/** Letters and words beyond these tell nothing new. */
const SAMPLE = 30_000;
const FEWEST_WORDS = 12;
const SMALLEST_SHARE = 0.08;

/** A script is the text's where it has this share of the letters; kana among Chinese characters need far less. */
function byScript(sample: string, letters: number): string | undefined {
	const share = (pattern: RegExp) => (sample.match(pattern)?.length ?? 0) / letters;
	return SCRIPTS.find(([pattern], index) => share(pattern) > (index === 0 ? 0.1 : 0.4))?.[1](sample);
}

function byFunctionWords(sample: string): string {
	const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
	if (words.length < FEWEST_WORDS) return 'und';
	const hits = new Map<string, number>();
	for (const word of words) {
		for (const language of BY_WORD.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
	}
	const [first, second] = [...hits].sort((a, b) => b[1] - a[1]);
	if (first === undefined || first[1] / words.length < SMALLEST_SHARE) return 'und';
	return second !== undefined && first[1] < second[1] * 1.15 ? 'und' : first[0];
}

/**
 * The language of a text as a BCP 47 tag, told by its script or its function words.
 * @returns "und" where the text is too short (under a dozen words) or gives no clear sign
 */
export function detectLanguage(normal: string): string {
	const sample = normal.slice(0, SAMPLE);
	const letters = sample.match(/\p{L}/gu)?.length ?? 0;
	if (letters < 10) return 'und';
	return byScript(sample, letters) ?? byFunctionWords(sample);
}
