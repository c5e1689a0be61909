import { fold } from './normalise.ts';

/** Countries that act in the bank's field, by code: names and adjectives, folded. */
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
	eu: 'eu|european union|european'
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
