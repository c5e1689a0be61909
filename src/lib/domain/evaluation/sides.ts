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
hong kong: hong kong sar, hksar | macau: macanese, macao | luxembourg: luxembourgish
ireland: irish, dublin, republic of ireland | iceland: icelandic, reykjavik | czech republic: czech, prague, czechia
slovakia: slovak, bratislava | romania: romanian, bucharest | bulgaria: bulgarian, sofia | cyprus: cypriot, nicosia
malta: maltese, valletta | croatia: croatian, zagreb | slovenia: slovenian, slovene, ljubljana
bosnia and herzegovina: bosnian, sarajevo, bosnia, bosnia-herzegovina | montenegro: montenegrin, podgorica
north macedonia: macedonian, north macedonian, skopje | albania: albanian, tirana | kosovo: kosovar, pristina
estonia: estonian, tallinn | latvia: latvian, riga | lithuania: lithuanian, vilnius | andorra: andorran
monaco: monegasque | liechtenstein: liechtensteiner, vaduz | san marino: sammarinese
vatican city: vatican, holy see | soviet union: soviet, ussr | moldova: moldovan, chisinau
palestine: palestinian, ramallah, state of palestine | yemen: yemeni, sana'a | oman: omani, muscat
bahrain: bahraini, manama | kuwait: kuwaiti | libya: libyan, tripoli | tunisia: tunisian, tunis
algeria: algerian, algiers | morocco: moroccan, rabat | bhutan: bhutanese, thimphu | maldives: maldivian, male
laos: laotian, lao, vientiane | cambodia: cambodian, phnom penh | brunei: bruneian, bandar seri begawan
timor-leste: timorese, dili, east timor | papua new guinea: papua new guinean, port moresby | fiji: fijian, suva
solomon islands: solomon islander, honiara | vanuatu: ni-vanuatu, port vila | samoa: samoan, apia
tonga: tongan, nuku'alofa | kiribati: i-kiribati, tarawa | tuvalu: tuvaluan, funafuti | nauru: nauruan
palau: palauan, ngerulmud | marshall islands: marshallese, majuro
micronesia: micronesian, palikir, federated states of micronesia | guatemala: guatemalan
honduras: honduran, tegucigalpa | el salvador: salvadoran, salvadorean | nicaragua: nicaraguan, managua
costa rica: costa rican | panama: panamanian | belize: belizean, belmopan | haiti: haitian, port-au-prince
dominican republic: dominican, santo domingo | jamaica: jamaican, kingston | bahamas: bahamian, nassau
barbados: barbadian, bridgetown | trinidad and tobago: trinidadian, port of spain, trinidad | dominica: roseau
grenada: grenadian | saint lucia: saint lucian, castries | saint kitts and nevis: basseterre
saint vincent and the grenadines: kingstown | antigua and barbuda: antiguan | ecuador: ecuadorian, ecuadorean, quito
bolivia: bolivian, la paz | uruguay: uruguayan, montevideo | paraguay: paraguayan, asuncion
guyana: guyanese, georgetown | suriname: surinamese, paramaribo | ghana: ghanaian, accra
tanzania: tanzanian, dodoma | uganda: ugandan, kampala | rwanda: rwandan, kigali | burundi: burundian, gitega
democratic republic of the congo: congolese, kinshasa, democratic republic of congo, dr congo, drc, congo-kinshasa, congo
republic of the congo: brazzaville, republic of congo, congo-brazzaville | angola: angolan, luanda
zambia: zambian, lusaka | zimbabwe: zimbabwean, harare | mozambique: mozambican, maputo | malawi: malawian, lilongwe
botswana: botswanan, gaborone | namibia: namibian, windhoek | lesotho: basotho, maseru
eswatini: swazi, mbabane, swaziland | madagascar: malagasy, antananarivo | mauritius: mauritian, port louis
seychelles: seychellois | comoros: comorian, moroni | somalia: somali, mogadishu | somaliland: hargeisa
djibouti: djiboutian | eritrea: eritrean, asmara | sudan: sudanese, khartoum | south sudan: south sudanese, juba
chad: chadian, n'djamena | niger: nigerien, niamey | mali: malian, bamako | burkina faso: burkinabe, ouagadougou
senegal: senegalese, dakar | gambia: gambian, banjul | guinea: guinean, conakry
guinea-bissau: bissau-guinean, bissau | sierra leone: sierra leonean, freetown | liberia: liberian, monrovia
ivory coast: ivorian, yamoussoukro, cote d'ivoire | togo: togolese, lome | benin: beninese, porto-novo
cameroon: cameroonian, yaounde | central african republic: central african, bangui | gabon: gabonese, libreville
equatorial guinea: equatoguinean, malabo | sao tome and principe: sao tomean
cape verde: cape verdean, praia, cabo verde | mauritania: mauritanian, nouakchott, islamic republic of mauritania
`;

const NATIONS = new Map(
	COUNTRIES.split(/[\n|]/)
		.filter((line) => line.includes(':'))
		.flatMap((line) => {
			const [name = '', others = ''] = line.split(':');
			return [name, ...others.split(',').filter((form) => form.trim() !== '')].map((form): [string, string] => [
				fold(form),
				fold(name)
			]);
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
