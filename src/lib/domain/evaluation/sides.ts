/** Whose a fact is, compared loosely: a person counts as the country that he or she speaks for. */
import { fold } from '../text.ts';

/** Countries by their folded name, with adjectives, short names and the houses that speak for them. */
const COUNTRIES = `
united states: us, usa, america, american, united states of america, washington, white house, biden administration, trump administration
china: chinese, prc, people's republic of china, beijing, zhongnanhai
japan: japanese, tokyo | south korea: south korean, republic of korea, rok, seoul, korea, korean
north korea: north korean, dprk, pyongyang | russia: russian, russian federation, moscow, kremlin
united kingdom: uk, britain, british, great britain, london, downing street | france: french, paris, elysee, elysee palace
germany: german, berlin | india: indian, new delhi, delhi | pakistan: pakistani, islamabad | taiwan: taiwanese, taipei
australia: australian, canberra | canada: canadian, ottawa | mexico: mexican, mexico city | brazil: brazilian, brasilia
kazakhstan: kazakh, astana | uzbekistan: uzbek, tashkent | kyrgyzstan: kyrgyz, bishkek | tajikistan: tajik, dushanbe
turkmenistan: turkmen, ashgabat | turkey: turkish, turkiye, ankara | iran: iranian, tehran | iraq: iraqi, baghdad
israel: israeli, jerusalem | saudi arabia: saudi, riyadh | united arab emirates: uae, emirati, abu dhabi | qatar: qatari, doha
egypt: egyptian, cairo | south africa: south african, pretoria | nigeria: nigerian, abuja | kenya: kenyan, nairobi
ethiopia: ethiopian, addis ababa | indonesia: indonesian, jakarta | malaysia: malaysian, kuala lumpur
philippines: philippine, filipino, manila | vietnam: vietnamese, hanoi | thailand: thai, bangkok | singapore: singaporean
myanmar: burmese | mongolia: mongolian, ulaanbaatar | bangladesh: bangladeshi, dhaka | sri lanka: sri lankan, colombo
nepal: nepali, nepalese, kathmandu | ukraine: ukrainian, kyiv, kiev | poland: polish, warsaw | hungary: hungarian, budapest
serbia: serbian, belgrade | greece: greek, athens | italy: italian, rome | spain: spanish, madrid | portugal: portuguese, lisbon
netherlands: dutch, the hague | belgium: belgian | switzerland: swiss, bern | austria: austrian, vienna | sweden: swedish
norway: norwegian, oslo | finland: finnish, helsinki | denmark: danish, copenhagen | argentina: argentine, argentinian
chile: chilean | peru: peruvian, lima | colombia: colombian, bogota | cuba: cuban, havana | venezuela: venezuelan, caracas
armenia: armenian, yerevan | azerbaijan: azerbaijani, baku | georgia: georgian, tbilisi | belarus: belarusian, minsk
afghanistan: afghan, kabul | syria: syrian, damascus | lebanon: lebanese, beirut | jordan: jordanian, amman
new zealand: wellington | european union: eu, european commission, brussels, european council
`;

const NATIONS = new Map(
	COUNTRIES.split(/[\n|]/)
		.filter((line) => line.includes(':'))
		.flatMap((line) => {
			const [name = '', others = ''] = line.split(':');
			return [name, ...others.split(',')].map((form): [string, string] => [fold(form), fold(name)]);
		})
);
const LONGEST = 4;
const JOINT =
	/^(?:the )?(?:both|joint|all|two|three)(?: (?:sides?|countries|leaders|parties|nations|presidents|governments))?$/;

/** The country that a name, an adjective or a capital stands for, folded; undefined where it is none. */
export const countryOf = (name: string): string | undefined => NATIONS.get(fold(name).replace(/^the /, ''));

/** Folded words split into the countries that they name and the rest. */
export function splitCountries(words: readonly string[]): { countries: Set<string>; rest: string[] } {
	const countries = new Set<string>();
	const rest: string[] = [];
	for (let at = 0; at < words.length;) {
		let length = Math.min(LONGEST, words.length - at);
		while (length > 0 && !NATIONS.has(words.slice(at, at + length).join(' '))) length--;
		const country = NATIONS.get(words.slice(at, at + length).join(' '));
		if (country === undefined) rest.push(words[at] ?? '');
		else countries.add(country);
		at += Math.max(1, length);
	}
	return { countries, rest };
}

/** The countries of people and bodies by their folded names, as the text or the rules tell them. */
export type Allegiances = ReadonlyMap<string, string>;

/** The side that a holder stands for, folded: a country, "both", or the holder's own name. */
export function sideOf(holder: string, allegiances: Allegiances): string {
	const name = fold(holder).replace(/^the /, '');
	if (JOINT.test(name)) return 'both';
	const known = countryOf(name) ?? allegiances.get(name);
	if (known !== undefined) return known;
	const { countries } = splitCountries(name.split(' '));
	return countries.size === 1 ? (Array.from(countries)[0] ?? name) : name;
}

/** Whether two names are one person's: the same words in any order, or one is a part of the other; "S." may be Sarah. */
export function samePerson(a: string, b: string): boolean {
	const [ones, others] = [nameWords(a), nameWords(b)];
	const [few, many] = ones.size <= others.size ? [ones, others] : [others, ones];
	const all = Array.from(many);
	const whole = Array.from(few).filter((word) => word.length > 1);
	const found = (word: string) => many.has(word) || (word.length === 1 && all.some((one) => one.startsWith(word)));
	return whole.length > 0 && Array.from(few).every(found);
}

const TITLES = new Set('mr mrs ms dr president premier minister secretary sir the a an'.split(' '));
const nameWords = (name: string): Set<string> =>
	new Set(
		fold(name)
			.split(' ')
			.filter((word) => word !== '' && !TITLES.has(word))
	);

/** Whether two holders are the same person, body or side; null agrees with null alone. */
export function sameHolder(a: string | null, b: string | null, allegiances: Allegiances): boolean {
	if (a === null || b === null) return a === b;
	return sideOf(a, allegiances) === sideOf(b, allegiances) || samePerson(a, b);
}
