import { fold } from '../../text.ts';

/** What a question calls a topic, and the words by which a statement shows that it is about it. */
const MATTERS = new Map<string, { name: string; words: RegExp }>([
	['taiwan', { name: 'Taiwan', words: /\b(?:taiwan\p{L}*|taipei|one[- ]china|cross-strait|the strait)\b/iu }],
	[
		'export-controls',
		{
			name: 'export controls',
			words:
				/\b(?:export (?:controls?|curbs|bans?|restrictions?|licen[cs]es?|rules)|entity list|blacklist\p{L}*|chips?|semiconductors?|rare[- ]earths?|gallium|germanium|magnets|(?<!driver['’]s |drivers['’] |driving |oil |fishing )licen[cs]\p{L}*|dual-use|processors|lithography)\b/iu
		}
	],
	[
		'trade',
		{ name: 'trade', words: /\b(?:tariff\p{L}*|dut(?:y|ies)|trade|lev(?:y|ies)|imports?|bans?|quotas?|port fees)\b/iu }
	],
	['fentanyl', { name: 'fentanyl', words: /\b(?:fentanyl|opioids?|precursors?|narcotics|drugs)\b/iu }],
	['ukraine', { name: 'the war in Ukraine', words: /\b(?:ukrain\p{L}*|russia\p{L}*|moscow)\b/iu }],
	['ai', { name: 'artificial intelligence', words: /\b(?:artificial intelligence|ai)\b/iu }],
	[
		'human-rights',
		{ name: 'human rights', words: /\b(?:human rights|detain\p{L}*|dissidents?|xinjiang|tibet\p{L}*)\b/iu }
	],
	['climate', { name: 'climate', words: /\b(?:climate|emissions?|methane|carbon|renewables?)\b/iu }],
	['north-korea', { name: 'North Korea', words: /\b(?:north korea\p{L}*|pyongyang|dprk|denuclear\p{L}*)\b/iu }],
	['south-china-sea', { name: 'the South China Sea', words: /\b(?:south china sea|shoal|reef|code of conduct)\b/iu }],
	['maritime', { name: 'maritime matters', words: /\b(?:maritime|shoal|sea|coast guard|vessels?|fish\p{L}*)\b/iu }],
	['territorial', { name: 'the border', words: /\b(?:border|boundary|frontier|airspace)\b/iu }],
	['agriculture', { name: 'agriculture', words: /\b(?:soybeans?|beef|farm\p{L}*|agricult\p{L}*|pork|grain|fish)\b/iu }],
	[
		'energy',
		{ name: 'energy', words: /\b(?:energy|gas|oil|crude|pipelines?|lng|hydrogen|electricity|power plants?|grid)\b/iu }
	],
	['sanctions', { name: 'sanctions', words: /\bsanction\p{L}*\b/iu }],
	['nuclear', { name: 'nuclear matters', words: /\b(?:nuclear|enrich\p{L}*|warheads?|uranium|iaea)\b/iu }],
	['middle-east', { name: 'the Middle East', words: /\b(?:middle east|iran\p{L}*|gaza|israel\p{L}*|red sea)\b/iu }],
	[
		'military',
		{
			name: 'military matters',
			words:
				/\b(?:militar\p{L}*|defen[cs]e (?:talks|contacts|chiefs|ministers)|theat(?:er|re) commanders?|armed forces|drills?|exercises?|patrols?|troops)\b/iu
		}
	],
	[
		'people-to-people',
		{
			name: 'people-to-people contacts',
			words:
				/\b(?:flights?|students?|scholars?|visas?|tourism|tourists?|bus routes?|universit\p{L}*|parliamentary|exchanges of)\b/iu
		}
	],
	[
		'law-enforcement',
		{
			name: 'law enforcement',
			words: /\b(?:law enforcement|extradit\p{L}*|police|smuggl\p{L}*|fraud|crime|criminals?)\b/iu
		}
	],
	['transport', { name: 'transport', words: /\b(?:railways?|rail|roads?|highways?|bridges?|aviation|airlines?)\b/iu }],
	['cyber', { name: 'cyber security', words: /\b(?:cyber\p{L}*|hack\p{L}*)\b/iu }],
	[
		'technology',
		{ name: 'digital services', words: /\b(?:cloud (?:services|storage)|digital|data locali[sz]ation)\b/iu }
	],
	['health', { name: 'health', words: /\b(?:health|vaccin\p{L}*|medicines?|generic drugs|patients?|pandemic)\b/iu }],
	['space', { name: 'space', words: /\b(?:space|satellites?|lunar|astronauts?)\b/iu }],
	[
		'finance',
		{ name: 'finance', words: /\b(?:currenc\p{L}*|banks?|loans?|debts?|payments?|invest(?:ments?|ors?|ing|ed|s)?)\b/iu }
	],
	['water', { name: 'water', words: /\b(?:water|river|dams?|hydrological)\b/iu }]
]);
/** Names so wide that much falls under them: only where the text says so itself. */
const WIDE = new Map([
	[
		'export controls',
		/\b(?:export|controls?|curbs?|licen[cs]\p{L}*|blacklist\p{L}*|entity list|ban(?:s|ned)?|restrict\p{L}*|dual-use)\b/iu
	],
	['finance', /\bfinanc\p{L}*/iu],
	['digital services', /\bdigital\b/iu],
	['trade', /\b(?:trade deficit|trade surplus|trade agreement|trade deal)\b/iu]
]);
/** In characters. */
const LONGEST = 600;

/** Whether a text has words of any of these topics, the countries' own names apart. */
export const isOfAnyMatter = (text: string): boolean => {
	const words = fold(text.slice(0, LONGEST)).replace(/\b(?:russian?s?|moscow|iranian?s?|israelis?)\b/g, '');
	return [...MATTERS.values()].some((matter) => matter.words.test(words));
};

/** What a question may call the topic of a text, where its words show that it is of that topic, or of one other alone. */
export function matterNamed(topic: string, text: string): string | undefined {
	const shown = text.slice(0, LONGEST);
	const matter = MATTERS.get(topic);
	const others = [...MATTERS.values()].filter(({ words }) => words.test(shown));
	const found = matter?.words.test(shown) === true ? matter : others.length === 1 ? others[0] : undefined;
	return found === undefined || WIDE.get(found.name)?.test(shown) === false ? undefined : found.name;
}

/** Whether a text has words of what a question calls its matter. */
export const isOfMatter = (name: string, text: string): boolean => {
	const shown = fold(text.slice(0, LONGEST));
	return [...MATTERS.values()].some((matter) => matter.name === name && matter.words.test(shown));
};
