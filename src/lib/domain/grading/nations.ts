import { fold } from './normalise.ts';

/** Countries by code: names and adjectives, folded. */
const ACTORS: Record<string, string> = {
	us: 'us|usa|united states|united states of america|america|american|americans|states',
	china: "china|chinese|prc|people's republic of china|peoples republic of china",
	taiwan: 'taiwan|taiwanese|republic of china',
	'south korea': 'south korea|south korean|republic of korea|rok',
	'north korea': 'north korea|north korean|dprk',
	japan: 'japan|japanese',
	russia: 'russia|russian|russian federation',
	uk: 'uk|united kingdom|great britain|britain|british',
	israel: 'israel|israeli',
	iran: 'iran|iranian',
	ukraine: 'ukraine|ukrainian',
	indonesia: 'indonesia|indonesian',
	uae: 'uae|united arab emirates|emirati|emirates',
	australia: 'australia|australian',
	india: 'india|indian',
	germany: 'germany|german',
	france: 'france|french',
	canada: 'canada|canadian',
	mexico: 'mexico|mexican',
	philippines: 'philippines|philippine|filipino',
	vietnam: 'vietnam|vietnamese',
	singapore: 'singapore|singaporean',
	eu: 'eu|european union|european',
	mongolia: 'mongolia|mongolian',
	'hong kong': 'hong kong|hong kong sar|hksar',
	macau: 'macau|macanese|macao',
	italy: 'italy|italian',
	spain: 'spain|spanish',
	portugal: 'portugal|portuguese',
	netherlands: 'netherlands|dutch|holland',
	belgium: 'belgium|belgian',
	luxembourg: 'luxembourg|luxembourgish',
	ireland: 'ireland|irish|republic of ireland',
	austria: 'austria|austrian',
	switzerland: 'switzerland|swiss',
	denmark: 'denmark|danish',
	sweden: 'sweden|swedish',
	norway: 'norway|norwegian',
	finland: 'finland|finnish',
	iceland: 'iceland|icelandic',
	poland: 'poland|polish',
	'czech republic': 'czech republic|czech|czechia',
	slovakia: 'slovakia|slovak',
	hungary: 'hungary|hungarian',
	romania: 'romania|romanian',
	bulgaria: 'bulgaria|bulgarian',
	greece: 'greece|greek',
	cyprus: 'cyprus|cypriot',
	malta: 'malta|maltese',
	croatia: 'croatia|croatian',
	slovenia: 'slovenia|slovenian|slovene',
	serbia: 'serbia|serbian',
	'bosnia and herzegovina': 'bosnia and herzegovina|bosnian|bosnia|bosnia-herzegovina',
	montenegro: 'montenegro|montenegrin',
	'north macedonia': 'north macedonia|macedonian|north macedonian',
	albania: 'albania|albanian',
	kosovo: 'kosovo|kosovar',
	estonia: 'estonia|estonian',
	latvia: 'latvia|latvian',
	lithuania: 'lithuania|lithuanian',
	andorra: 'andorra|andorran',
	monaco: 'monaco|monegasque',
	liechtenstein: 'liechtenstein|liechtensteiner',
	'san marino': 'san marino|sammarinese',
	'vatican city': 'vatican city|vatican|holy see',
	'soviet union': 'soviet union|soviet|ussr',
	belarus: 'belarus|belarusian',
	moldova: 'moldova|moldovan',
	georgia: 'georgia|georgian',
	armenia: 'armenia|armenian',
	azerbaijan: 'azerbaijan|azerbaijani|azeri',
	kazakhstan: 'kazakhstan|kazakh|kazakhstani',
	uzbekistan: 'uzbekistan|uzbek',
	turkmenistan: 'turkmenistan|turkmen',
	kyrgyzstan: 'kyrgyzstan|kyrgyz|kyrgyz republic',
	tajikistan: 'tajikistan|tajik',
	turkey: 'turkey|turkish|turkiye',
	iraq: 'iraq|iraqi',
	syria: 'syria|syrian',
	lebanon: 'lebanon|lebanese',
	palestine: 'palestine|palestinian|state of palestine',
	jordan: 'jordan|jordanian|hashemite kingdom',
	'saudi arabia': 'saudi arabia|saudi|saudi arabian|kingdom of saudi arabia',
	yemen: 'yemen|yemeni',
	oman: 'oman|omani',
	qatar: 'qatar|qatari',
	bahrain: 'bahrain|bahraini',
	kuwait: 'kuwait|kuwaiti',
	egypt: 'egypt|egyptian',
	libya: 'libya|libyan',
	tunisia: 'tunisia|tunisian',
	algeria: 'algeria|algerian',
	morocco: 'morocco|moroccan',
	pakistan: 'pakistan|pakistani|islamic republic of pakistan',
	bangladesh: 'bangladesh|bangladeshi',
	'sri lanka': 'sri lanka|sri lankan',
	nepal: 'nepal|nepali|nepalese',
	bhutan: 'bhutan|bhutanese',
	maldives: 'maldives|maldivian',
	afghanistan: 'afghanistan|afghan',
	laos: 'laos|laotian|lao',
	cambodia: 'cambodia|cambodian',
	thailand: 'thailand|thai',
	myanmar: 'myanmar|burmese|burma',
	malaysia: 'malaysia|malaysian',
	brunei: 'brunei|bruneian',
	'timor-leste': 'timor-leste|timorese|east timor',
	'new zealand': 'new zealand',
	'papua new guinea': 'papua new guinea|papua new guinean',
	fiji: 'fiji|fijian',
	'solomon islands': 'solomon islands|solomon islander',
	vanuatu: 'vanuatu|ni-vanuatu',
	samoa: 'samoa|samoan',
	tonga: 'tonga|tongan',
	kiribati: 'kiribati|i-kiribati',
	tuvalu: 'tuvalu|tuvaluan',
	nauru: 'nauru|nauruan',
	palau: 'palau|palauan',
	'marshall islands': 'marshall islands|marshallese',
	micronesia: 'micronesia|micronesian|federated states of micronesia',
	'cook islands': 'cook islands',
	guatemala: 'guatemala|guatemalan',
	honduras: 'honduras|honduran',
	'el salvador': 'el salvador|salvadoran|salvadorean',
	nicaragua: 'nicaragua|nicaraguan',
	'costa rica': 'costa rica|costa rican',
	panama: 'panama|panamanian',
	belize: 'belize|belizean',
	cuba: 'cuba|cuban',
	haiti: 'haiti|haitian',
	'dominican republic': 'dominican republic|dominican',
	jamaica: 'jamaica|jamaican',
	bahamas: 'bahamas|bahamian',
	barbados: 'barbados|barbadian',
	'trinidad and tobago': 'trinidad and tobago|trinidadian|trinidad',
	dominica: 'dominica',
	grenada: 'grenada|grenadian',
	'saint lucia': 'saint lucia|saint lucian',
	'saint kitts and nevis': 'saint kitts and nevis',
	'saint vincent and the grenadines': 'saint vincent and the grenadines',
	'antigua and barbuda': 'antigua and barbuda|antiguan',
	colombia: 'colombia|colombian',
	venezuela: 'venezuela|venezuelan',
	ecuador: 'ecuador|ecuadorian|ecuadorean',
	peru: 'peru|peruvian',
	bolivia: 'bolivia|bolivian',
	chile: 'chile|chilean',
	argentina: 'argentina|argentine|argentinian|argentinean',
	uruguay: 'uruguay|uruguayan',
	paraguay: 'paraguay|paraguayan',
	brazil: 'brazil|brazilian',
	guyana: 'guyana|guyanese',
	suriname: 'suriname|surinamese',
	'south africa': 'south africa|south african',
	nigeria: 'nigeria|nigerian',
	kenya: 'kenya|kenyan',
	ethiopia: 'ethiopia|ethiopian',
	ghana: 'ghana|ghanaian',
	tanzania: 'tanzania|tanzanian',
	uganda: 'uganda|ugandan',
	rwanda: 'rwanda|rwandan',
	burundi: 'burundi|burundian',
	'democratic republic of the congo':
		'democratic republic of the congo|congolese|democratic republic of congo|dr congo|drc|congo-kinshasa|congo',
	'republic of the congo': 'republic of the congo|republic of congo|congo-brazzaville',
	angola: 'angola|angolan',
	zambia: 'zambia|zambian',
	zimbabwe: 'zimbabwe|zimbabwean',
	mozambique: 'mozambique|mozambican',
	malawi: 'malawi|malawian',
	botswana: 'botswana|botswanan',
	namibia: 'namibia|namibian',
	lesotho: 'lesotho|basotho',
	eswatini: 'eswatini|swazi|swaziland',
	madagascar: 'madagascar|malagasy',
	mauritius: 'mauritius|mauritian',
	seychelles: 'seychelles|seychellois',
	comoros: 'comoros|comorian',
	somalia: 'somalia|somali',
	somaliland: 'somaliland',
	djibouti: 'djibouti|djiboutian',
	eritrea: 'eritrea|eritrean',
	sudan: 'sudan|sudanese',
	'south sudan': 'south sudan|south sudanese',
	chad: 'chad|chadian',
	niger: 'niger|nigerien',
	mali: 'mali|malian',
	'burkina faso': 'burkina faso|burkinabe',
	senegal: 'senegal|senegalese',
	gambia: 'gambia|gambian',
	guinea: 'guinea|guinean',
	'guinea-bissau': 'guinea-bissau|bissau-guinean',
	'sierra leone': 'sierra leone|sierra leonean',
	liberia: 'liberia|liberian',
	'ivory coast': "ivory coast|ivorian|cote d'ivoire",
	togo: 'togo|togolese',
	benin: 'benin|beninese',
	cameroon: 'cameroon|cameroonian',
	'central african republic': 'central african republic|central african',
	gabon: 'gabon|gabonese',
	'equatorial guinea': 'equatorial guinea|equatoguinean',
	'sao tome and principe': 'sao tome and principe|sao tomean',
	'cape verde': 'cape verde|cape verdean|cabo verde',
	mauritania: 'mauritania|mauritanian|islamic republic of mauritania'
};
const NATIONS = new Map(
	Object.entries(ACTORS).flatMap(([code, names]) =>
		names.split('|').map((name): [string, string] => [fold(name), code])
	)
);
const LONGEST = 5;

/** The country that a name or an adjective stands for. */
export const nationOf = (text: string): string | undefined => NATIONS.get(fold(text));

/** Splits words into the countries that they name and what remains. */
export function splitNations(words: string[]): { nations: Set<string>; rest: string[] } {
	const nations = new Set<string>();
	const rest: string[] = [];
	let index = 0;
	while (index < words.length) {
		const found = nationAt(words, index);
		if (found) nations.add(found.code);
		else rest.push(words[index] ?? '');
		index += found ? found.length : 1;
	}
	return { nations, rest };
}

/** Words with every country in one form: "American department" as "US department". */
export function withNationCodes(words: string[]): string[] {
	const result: string[] = [];
	let index = 0;
	while (index < words.length) {
		const found = nationAt(words, index);
		result.push(found ? `${found.code.replace(' ', '-')}` : (words[index] ?? ''));
		index += found ? found.length : 1;
	}
	return result;
}

function nationAt(words: string[], index: number): { code: string; length: number } | undefined {
	for (let length = Math.min(LONGEST, words.length - index); length > 0; length--) {
		const code = NATIONS.get(words.slice(index, index + length).join(' '));
		if (code !== undefined) return { code, length };
	}
	return undefined;
}

/** Names from outside the bank that an answer may mean: they are never a mistyped key. */
const OUTSIDE = `
	Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain,
	Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil, Brunei, Bulgaria,
	Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Cape Verde, Chad, Chile, Colombia, Comoros, Congo, Costa Rica,
	Croatia, Cuba, Cyprus, Czechia, Denmark, Djibouti, Dominica, Dominican Republic, Ecuador, Egypt, El Salvador, Eritrea,
	Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany, Ghana, Greece, Grenada,
	Guatemala, Guinea, Guyana, Haiti, Honduras, Hong Kong, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland, Israel,
	Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia,
	Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Macau, Macedonia, Madagascar, Malawi, Malaysia,
	Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco,
	Mozambique, Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, Norway,
	Oman, Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar,
	Romania, Russia, Rwanda, Samoa, San Marino, Saudi Arabia, Senegal, Serbia, Seychelles, Sierra Leone, Singapore,
	Slovakia, Slovenia, Solomon Islands, Somalia, South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname,
	Sweden, Switzerland, Syria, Tajikistan, Tanzania, Thailand, Timor-Leste, Togo, Tonga, Trinidad, Tunisia, Turkey,
	Turkmenistan, Tuvalu, Uganda, Ukraine, United Arab Emirates, United Kingdom, Uruguay, Uzbekistan, Vanuatu, Vatican,
	Venezuela, Vietnam, Yemen, Zambia, Zimbabwe, Republic of China, San Diego, San Jose, San Antonio, Santa Clara,
	OPEC, ASEAN, NATO, BRICS, UN, EU, WTO, WHO, IMF, G7, G8, AUKUS, Quad, COP26, COP27, COP29, ASEM, OECD, APTA, RCEP, CPTPP,
	United Nations, European Union, World Bank, Reuters, Xinhua, Kyodo, Hezbollah, Fatah, Taliban,
	Trump, Donald Trump, Obama, Barack Obama, Kamala Harris, Jill Biden, Hunter Biden, Peng Liyuan, Li Keqiang, Li Qiang,
	Qin Gang, Han Zheng, Li Shangfu, Vladimir Putin, Hu Jintao, Mao Zedong, Deng Xiaoping, Jiang Zemin, Mike Pompeo,
	Kevin McCarthy, Gina Raimondo, Mark Milley, Liu Jianchao, Xie Feng, Qin, Li, Hu, Putin, Harris, Pompeo, Raimondo`;
const OUTSIDERS = new Map(
	OUTSIDE.split(',').map((name): [string, string] => [fold(name), name.replace(/\s+/gu, ' ').trim()])
);

/** The outside name that a folded text is, as it is written. */
export const outsiderNamed = (folded: string): string | undefined => OUTSIDERS.get(folded);
