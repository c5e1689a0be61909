import { fold } from '../../text.ts';

/** What a question calls a topic, and the words by which a statement shows that it is about it. */
const MATTERS = new Map<string, { name: string; words: RegExp }>([
	['taiwan', { name: 'Taiwan', words: /\b(?:taiwan\p{L}*|taipei|one[- ]china|cross-strait|the strait)\b/iu }],
	[
		'export-controls',
		{
			name: 'export controls',
			words:
				/\b(?:export (?:controls?|curbs|bans?|restrictions?|licen[cs]es?|rules)|entity list|blacklist\p{L}*|chips?|semiconductors?|rare[- ]earths?|gallium|germanium|magnets|licen[cs]\p{L}*|dual-use|processors|lithography)\b/iu
		}
	],
	[
		'trade',
		{ name: 'trade', words: /\b(?:tariff\p{L}*|dut(?:y|ies)|trade|lev(?:y|ies)|imports?|quotas?|port fees)\b/iu }
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
	['energy', { name: 'energy', words: /\b(?:energy|gas|oil|pipelines?|lng|hydrogen)\b/iu }],
	['sanctions', { name: 'sanctions', words: /\bsanction\p{L}*\b/iu }],
	['nuclear', { name: 'nuclear matters', words: /\b(?:nuclear|enrich\p{L}*|warheads?|uranium|iaea)\b/iu }],
	['middle-east', { name: 'the Middle East', words: /\b(?:middle east|iran\p{L}*|gaza|israel\p{L}*|red sea)\b/iu }],
	['water', { name: 'water', words: /\b(?:water|river|dams?|hydrological)\b/iu }]
]);
/** In characters. */
const LONGEST = 600;

/** What a question may call the topic of a text, where its words show that it is of that topic. */
export function matterNamed(topic: string, text: string): string | undefined {
	const matter = MATTERS.get(topic);
	return matter?.words.test(text.slice(0, LONGEST)) === true ? matter.name : undefined;
}

/** Whether a text has words of a topic. */
export const isOfMatter = (topic: string, text: string): boolean =>
	MATTERS.get(topic)?.words.test(fold(text.slice(0, LONGEST))) === true;
