import type { Ask } from '../../facts/fact-schema.ts';
import { beside } from './beside.ts';
import { isCommand } from './grammar.ts';
import { matterOf } from './matter.ts';
import type { Told } from './told.ts';
import { isEmptyThing, isUnresolved } from './unresolved.ts';
import { isQuoteWhole, isWhole } from './whole.ts';

/** In characters. */
const LONGEST = 2000;
/** What has to stand in a statement of a beginning that limits it. */
const MORE = 12;
const PREPOSITION = 'over|of|on|from|with|by|under|for|at|about|against|behind|into|to|tied to';
/** "Over that right", "this tax": of what is told elsewhere. */
const POINTING = new RegExp(
	`\\b(?:${PREPOSITION}) that \\p{Ll}|\\b[Tt]his (?!is\\b)\\p{Ll}|\\bin that (?:regard|respect|case|area|field|matter|year|month|sense)\\b|\\bthat (?:right|front|score|point|drug|sum|year|month|week|day|market|levy|tax|fund|island|law|goal|channel|list|panel|forum|body|ban|tariff|duty|country|region|sector)\\b`,
	'u'
);
/** "The American one": one of which? */
const ONE =
	/\b(?:the|a|an|its|their|each) (?:\p{L}+ )?ones?\b(?![-–]| (?:of|country|China|side|another|half|third|fifth|hundred))/u;
const MONTHS =
	'January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter';
const WHEN = new RegExp(
	`\\b(?:last|next|this|that|the previous|the following|the same) (?:${MONTHS}|year|month|week|day|quarter)\\b(?! of (?:19|20))|\\b(?:${MONTHS.replace('|May', '').replace('|March', '')}) \\d{1,2}(?! ?,? ?(?:19|20)\\d\\d)\\b(?! (?:19|20))`,
	'u'
);
/** "The sides", "the pair", "the visitors", "announced it". */
const WHO =
	/\b[Tt]he (?:sides|pair|duo|signatories|participants|visitors|guests|host|hosts|delegates|newcomers|latter|former)\b(?! of\b)|\b(?:announced|signed|raised|confirmed|denied|did|called|asked|told|said|opposed|backed|dismissed|rejected) (?:it|them|him|her|so)\b|\b(?:its|his|her|their) (?:counterpart\b|opposite numbers?\b)|\bthat that \p{Ll}|\bfollow(?:s|ed)? up\b|\b(?:two|three|four|both) pending\b|\bthe two \p{Ll}{3,20}ed\b/u;
/** "Orders again", "that matters would be settled", "provide a venue": of or for what? */
const BARE =
	/\b(?:that|said|says|on|of|for|to|provide|resume|hold|continue|start|restart|the|and|with|host|keep|pursue|count on) (?:a |an |the )?(?:matters|orders|venue|talks|contacts|consultations|negotiations|deliveries|arrangements|outstanding issues|payments|purchases|shipments|visits|exchanges)(?=$|[?.,;]| (?:again|would|will|could|should|be|were|was|are|is|peacefully|soon|instead)\b)/u;
/** "That sovereignty was not up for negotiation": over what? */
const ABSTRACT =
	/\b(?:that|whose) (?:sovereignty|independence|jurisdiction|reunification|unification|autonomy) (?:is|was|were|will|would|must|had|has)\b/u;
const PEACE = /\b(?:to|for|of|conducive to) peace(?=$|[?.,;])/u;
/** "The ban to be lifted", "the permits serve": which? */
const DEFINITE =
	/\b[Tt]he (?:new |old |current |latest |present |two )?(?:ban|bans|curbs?|duties|duty|tariffs?|rules?|measures?|permits?|licen[cs]es?|fees?|restrictions?|sanctions|clause|paragraph|channel|list|matter|issue|fund|quota|cap|levy|controls|text|memorandum|vote|debate|figures?)\b (?:to be|to the|as|serves?|should|must|at once|in (?:full|force|place)|again|either|anyway|remains?|stays?)\b/u;
/** What a clause that was left out would limit. */
const LIMITING =
	/^\W*(?:For the sake of|Although|Though|Even (?:if|though)|While|Whereas|Unless|Despite|In spite of|If|Provided|As long as|So long as|Yet|Until|Once|Should|Except|Rather than|Instead of|Without|Subject to)\b/u;
const LIMITED =
	/^[”"’']?,? (?:yet|although|though|even (?:if|though)|so long as|as long as|provided|on condition|if only|pending|subject to)\b/u;

/** Whether a text says something that only what stands before it in its article makes plain. */
export function lacksContext(text: string): boolean {
	const shown = text.slice(0, LONGEST);
	return (
		[POINTING, ONE, WHEN, WHO, BARE, ABSTRACT, PEACE, DEFINITE].some((pattern) => pattern.test(shown)) ||
		!isQuoteWhole(shown)
	);
}

/** Whether a statement is cut out of a sentence whose beginning or end limits it. */
export function isCutOut(told: Told): boolean {
	const { before, after } = beside(told);
	const text = `${before}${told.shown}`.slice(0, LONGEST).trim();
	const opening = LIMITING.exec(text)?.[0].trim() ?? '';
	if (opening !== '' && !told.fact.statement.includes(text.slice(0, opening.length + MORE))) return true;
	return LIMITED.test(after) || losesMatter(told, before);
}

/** "On the situation in the Sudan, both leaders called for …": what it was about stands before. */
const ABOUT =
	/^\W*(?:On|Regarding|Concerning|As (?:for|to|regards)|With (?:regard|respect) to|In the case of|Turning to|Over|About) ([^,]{3,100}),/u;

/** Whether a statement leaves out the matter that its sentence names first. */
function losesMatter({ fact, shown }: Told, before: string): boolean {
	const matter = ABOUT.exec(`${before}${shown}`.slice(0, LONGEST))?.[1];
	if (matter === undefined || /\d/.test(matter)) return false;
	const words = [...matterOf(matter)].filter((word) => !/^(?:situation|question|issue|matter|other|both)/.test(word));
	const own = matterOf(fact.statement);
	return words.length > 0 && words.every((word) => !own.has(word));
}

/** Words of a question without the name of the article, whose title may say what it likes. */
function withoutSources(question: string, told: Told): string {
	const names = [...told.sources, told.label].sort((a, b) => b.length - a.length);
	const bare = names.reduce((text, name) => text.replaceAll(name, 'it all'), question);
	return bare
		.replace(/“[^”]{0,400}”/g, '“”')
		.replace('this statement from', 'a statement from')
		.replaceAll(/\{\{|\}\}/g, '');
}

/** The questions that stand alone, with their statements. */
export const withContext = (asks: readonly Ask[], told: Told): Ask[] =>
	asks.filter((ask) => {
		const texts = [ask.question, ask.cloze ?? '', ask.type === 'phrase' ? ask.key : ''];
		if (![...texts, ask.feedback].every((text) => isWhole(withoutSources(text, told)))) return false;
		if (ask.type === 'phrase' && isEmptyThing(ask.key)) return false;
		return !texts.some((text) => {
			const bare = withoutSources(text, told);
			return lacksContext(bare) || isUnresolved(bare);
		});
	});

const EMPHATIC =
	/\bdid,? (?:however,? |nevertheless,? )?(agree|commit|promise|pledge|undertake|accept|consent|confirm|offer|announce|urge|warn|ask|welcome|approve|sign)\b/gu;
const PAST = new Map([
	['commit', 'committed'],
	['undertake', 'undertook']
]);

/** "Did commit to lift" as "committed to lift": the stress leans on a sentence before. */
export const plainPast = (text: string): string =>
	text
		.slice(0, LONGEST)
		.replace(EMPHATIC, (whole, verb: string, at: number) =>
			/\b(?:what|which|why|when|where|how|nor|neither|never|if|not)\b[^,.]{0,60}$/iu.test(
				text.slice(Math.max(0, at - 80), at)
			)
				? whole
				: (PAST.get(verb) ?? (verb.endsWith('e') ? `${verb}d` : `${verb}ed`))
		) + text.slice(LONGEST);

/** "Marco Rubio, his secretary of state, has denied": whose is not told. */
export const withoutHis = (text: string): string =>
	text.replace(/^((?:\p{Lu}[\p{L}.’'-]* ){0,4}\p{Lu}[\p{L}.’'-]*), (?:his|her|their|its) [^,]{2,80}, /u, '$1 ');

/** "Ana Roy, the trade minister, said": who somebody is stands between the name and the verb. */
export const withoutTitles = (text: string): string =>
	text.replace(
		/^((?:\p{Lu}[\p{L}.’'-]* ){0,4}\p{Lu}[\p{L}.’'-]*), (?:the|an?|its|now|then) [^,“”]{3,80}, (?=\p{Ll})(?!(?:and|or|but|who|which|whose)\b)/u,
		'$1 '
	);

/** "Agreed hold the first meeting": the "to" stood once, before a list. */
const BEFORE_THING = /\bagreed \p{Ll}+ (?:an?|the|its|their|each)\b/u;

/** "Agreed on the following: a pause", of a list, and "agreed open new routes", of a translation. */
export const plainList = (text: string): string =>
	text
		.replace(/\b(agreed|settled|decided|reached (?:a )?consensus) on the following:? (?=\p{Ll})/u, 'agreed on ')
		.replace(/\bon (to \p{Ll})/u, '$1')
		.replace(
			/\bagreed (?:up)?on (\p{Ll}+) (?=(?:an?|the|its|their|each|all|more|new|joint)\b)/u,
			(whole, verb: string) => (isCommand(verb) ? `agreed to ${verb} ` : whole)
		)
		.replace(/\bagreed (\p{Ll}+)\b/u, (whole, verb: string) =>
			isCommand(verb) &&
			(!/^(?:support|work|review|exchange|train|return|note|map|file|cut|delay|issue|permit|host|hold)$/.test(verb) ||
				BEFORE_THING.test(text))
				? `agreed to ${verb}`
				: whole
		);
