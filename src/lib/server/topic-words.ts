import { m } from '#lib/paraglide/messages.js';

/** Topics of the lexicon that the shipped bank has no questions on; `topicWord` knows those that it has. */
const WORDS = new Map([
	['trade', m.topics_trade],
	['nuclear', m.topics_nuclear],
	['north-korea', m.topics_north_korea],
	['ukraine', m.topics_ukraine],
	['middle-east', m.topics_middle_east],
	['south-china-sea', m.topics_south_china_sea],
	['human-rights', m.topics_human_rights],
	['energy', m.topics_energy],
	['migration', m.topics_migration],
	['technology', m.topics_technology],
	['health', m.topics_health],
	['space', m.topics_space],
	['cyber', m.topics_cyber],
	['terrorism', m.topics_terrorism],
	['territorial', m.topics_territorial],
	['defence-cooperation', m.topics_defence_cooperation],
	['finance', m.topics_finance],
	['diplomacy', m.topics_diplomacy],
	['development', m.topics_development],
	['maritime', m.topics_maritime],
	['water', m.topics_water],
	['agriculture', m.topics_agriculture],
	['transport', m.topics_transport],
	['law-enforcement', m.topics_law_enforcement],
	['sanctions', m.topics_sanctions],
	['other', m.topics_other]
]);

/**
 * What a topic of the lexicon is called in the language of the request.
 * @param label what it is called where it stands; a workspace's own name for it goes before ours
 */
export function spokenTopic(id: string, label: string): string {
	const word = WORDS.get(id);
	return word && word({}, { locale: 'en' }) === label ? word() : label;
}
