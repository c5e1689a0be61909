import { wordSet } from '../../text.ts';

/** Closed classes of English: grammar, not lexicon. */
export const BE = wordSet('be is are was were been being am');
export const HAVE = wordSet('have has had having');
export const DO = wordSet('do does did');
export const MODALS = wordSet('will would shall should may might can could must ought');
export const AUXILIARIES = new Set([...BE, ...HAVE, ...DO, ...MODALS]);
export const PREPOSITIONS = wordSet(
	`in on at with from of to between for by after before during under over about against into upon among amid since
	until through toward towards without within despite alongside beside besides outside inside across near behind beyond
	following regarding concerning including via per like unlike as around along off than except onto versus`
);
export const DETERMINERS = wordSet(
	`the a an this that these those its his her their our my your any some each every all no another such both`
);
export const SUBORDINATORS = wordSet(
	'while whereas although though because since when if unless whether as after before until once so where despite'
);
export const RELATIVES = wordSet('who which whose whom where');
export const NEGATORS = wordSet('not never neither nor no none nobody nothing cannot without hardly scarcely barely');
/** "not only agreed": what follows "not" and takes the denial away. */
export const NOT_ONLY = wordSet('only just merely simply least');
export const PRONOUNS = wordSet('he she it they we i you');
export const ADVERBS = wordSet(
	`also again both each all then now later earlier today yesterday tomorrow still already just even soon once further
	furthermore moreover meanwhile however therefore thus instead too never not ever always often yet together alike
	first second finally lastly respectively since separately nonetheless nevertheless though only
	twice anew afterwards thereby so far long somewhat rather quite very more all either`
);
export const WEEKDAYS = wordSet('monday tuesday wednesday thursday friday saturday sunday');
export const TIME_WORDS = wordSet(
	`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
	october november december jan feb mar apr jun jul aug sept sep oct nov dec last next this week month year today
	yesterday tomorrow morning afternoon evening night late early day days weeks months years ago weekend`
);
/** Nouns that act for the country or person before them: "the Chinese side", "Biden's team". */
export const ACTING_NOUNS = wordSet(
	`side sides government governments administration delegation officials official office ministry spokesman spokeswoman
	spokesperson team envoy envoys negotiators negotiator leaders leader leadership diplomats diplomat authorities cabinet
	president minister ministers parliament congress senate regime military army counterpart readout statement regulators
	regulator lawmakers legislators senators lobby bodies ministries department departments agency agencies`
);

/** An adverb by its ending; "family", "supply" and "reply" are not. */
export function isAdverb(word: string): boolean {
	return ADVERBS.has(word) || (word.length > 4 && word.endsWith('ly') && !NOT_ADVERBS.has(word));
}
const NOT_ADVERBS = wordSet(
	'family supply reply apply ally rally italy july assembly anomaly monopoly imply comply rely'
);

export function isNumeral(word: string): boolean {
	return /^\p{N}/u.test(word);
}
