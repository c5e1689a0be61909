import { wordSet } from '../../text.ts';
import { spanOf } from './clause.ts';
import { deed, endOf, type Context } from './comes-about.ts';
import { deedOf } from './deed-words.ts';
import { clauseStart, governed, partyOf, rowStart } from './names.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import { subjectAt } from './subject.ts';
import type { Token } from './tokens.ts';
import type { Draft } from './types.ts';
import { past } from './verb-groups.ts';
import { ACTING_NOUNS, AUXILIARIES, HAVE, NEGATORS, PREPOSITIONS } from './words.ts';

/**
 * What one side gives up or gives, told as done: "Beijing has shelved its rules on magnets", "In return, Washington halved the
 * levy", "The licences that Beijing announced have been frozen for a year". At most one of a sentence.
 */
export function yields(parsed: Parsed, told: Context): Draft[] {
	const { tokens } = parsed;
	if (tokens.at(-1)?.w === '?' || tokens.some(({ w }) => NEGATORS.has(w) || w === 'if' || w === 'unless')) return [];
	// "shelved" of a plan denies it; of a curb it is the deed itself.
	const doubt = parsed.hedges.some(({ from, entry }) => entry.effect !== 'none' && !EASED.has(wordAt(tokens, from)));
	if (doubt || isOld(tokens)) return [];
	return [...active(parsed, told), ...passive(parsed, told)].slice(0, 1);
}

/** "in 2019", "three years ago", "last year": long done. */
export function isOld(tokens: readonly Token[]): boolean {
	return tokens.some(({ w }, at) => {
		const year = /^(?:19|20)\d\d$/.test(w) && ['in', 'since', 'during', 'of'].includes(tokens[at - 1]?.w ?? '');
		return (
			year ||
			w === 'ago' ||
			(w === 'last' && ['year', 'month', 'spring', 'summer', 'autumn'].includes(tokens[at + 1]?.w ?? ''))
		);
	});
}

/** Verbs of giving way, by their past or participle. */
const EASED = wordSet(
	`shelved suspended paused stayed halved cut lowered lifted eased dropped scrapped withdrew withdrawn waived froze frozen relaxed
	reversed rescinded revoked repealed removed unblocked unfroze unfrozen reopened resumed postponed delayed deferred softened loosened
	opened trimmed abandoned narrowed extended exempted restored reinstated released removed slashed reduced ended`
);
const EASES = wordSet(
	'open reopen cut halve reduce shelve suspend pause lower lift ease drop scrap withdraw waive freeze relax rescind revoke repeal remove unfreeze postpone delay exempt soften loosen'
);
/** What is given way on. */
export const CURBS = wordSet(
	`tariff tariffs levy levies duty duties control controls curb curbs ban bans fee fees sanction sanctions restriction restrictions
	rule rules licence licences license licenses licensing probe probes investigation investigations listing listings blacklist
	embargo quota quotas veto objection objections opposition threat threats measures surcharge surcharges tax taxes boycott
	market markets case lawsuit order orders ruling blockade requirement requirements penalties penalty regime moratorium halt claim claims`
);
const SWAPS = ['return', 'exchange', 'turn'];

/** "In return,", "for its part", "as part of the deal": one side's half of a bargain. */
function isHalf(tokens: readonly Token[]): boolean {
	return tokens.some(({ w }, at) => {
		const next = tokens[at + 1]?.w ?? '';
		const third = tokens[at + 2]?.w ?? '';
		if (w === 'in') return SWAPS.includes(next) && third !== 'to';
		if (w === 'for') return ['its', 'his', 'her', 'their'].includes(next) && third === 'part';
		if (w === 'as') return ['agreed', 'promised'].includes(next) || (next === 'part' && third === 'of');
		return w === 'reciprocated' || (w === 'pursuant' && next === 'to');
	});
}

function active(parsed: Parsed, told: Context): Draft[] {
	const { tokens, lexicon } = parsed;
	const half = isHalf(tokens);
	for (const named of parsed.named) {
		if (!isActor(named)) continue;
		const verb = verbOf(parsed, named);
		if (verb === null || governed(tokens, rowStart(parsed, named)) !== null) continue;
		const word = wordAt(tokens, verb.at);
		const own = ['its', 'his', 'her', 'their'].includes(wordAt(tokens, verb.at + 1));
		const curbs = tokens.slice(verb.at + 1, verb.at + 11).some(({ w }) => CURBS.has(w));
		const off = word === 'called' && wordAt(tokens, verb.at + 1) === 'off';
		const eases = off || EASED.has(word) || (!verb.perfect && EASES.has(deedOf(lexicon, word, 's') ?? stemOf(word)));
		const term = hasTerm(tokens.slice(verb.at + 1, verb.at + 14));
		const eased = eases && curbs && (verb.perfect || own || half || term || told.after || !(off || EASED.has(word)));
		const given = half && tokens[verb.at + 1]?.word === true && isGift(lexicon, word, verb.perfect, curbs);
		if (!(given || (eased && (told.occasion || half)))) continue;
		const span = spanOf(tokens, verb.at, endOf(parsed, verb.at + 1, tokens.length));
		const subject = { ...subjectAt(parsed, named, named.to, 'direct', 0.9), joint: false };
		if (!span || subjectAt(parsed, named, named.to, 'direct', 0.9).joint) continue;
		const start = tokens[named.from]?.start ?? span.start;
		const made = deed(parsed, subject, { ...span, from: start, rule: 'yields', sure: half ? 0.7 : 0.6 });
		return [made];
	}
	return [];
}

/** "for a year", "for 90 days": a deed that two settled on, and no old one. */
const hasTerm = (tokens: readonly Token[]): boolean =>
	tokens.some(({ w }, at) => w === 'for' && [2, 3, 4].some((step) => TERMS.test(tokens[at + step]?.w ?? '')));
const TERMS = /^(?:years?|months?|days|weeks)$/;

/** The verb of "lowering", "easing"; "" of other words. */
function stemOf(word: string): string {
	if (!word.endsWith('ing')) return '';
	const stem = word.slice(0, -3);
	return [stem, `${stem}e`, stem.slice(0, -1)].find((one) => EASES.has(one)) ?? '';
}

const isActor = ({ mention }: Named): boolean =>
	mention.via !== 'pronoun' && ['party', 'person', 'organisation'].includes(mention.referent?.is ?? '');

/** Verbs of telling and of a calendar that are also deeds. */
const TELLS = wordSet(
	'urge stress call tell brief welcome reaffirm support back include announce propose pledge offer thank receive host hold make take address negotiate sign set put keep help give convey express raise note'
);

/** A verb of deeds in the past or the present: of one half of a bargain. */
function isGift(lexicon: Parsed['lexicon'], word: string, perfect: boolean, curbs: boolean): boolean {
	const base = deedOf(lexicon, word, 'participle') ?? (perfect ? null : deedOf(lexicon, word, 's'));
	return base !== null && (!TELLS.has(base) || (curbs && (base === 'keep' || base === 'hold')));
}

/** The verb behind a name: "has since shelved", ", for its part, exempts". */
function verbOf({ tokens }: Parsed, named: Named): { at: number; perfect: boolean } | null {
	let at = named.to;
	// "The Dutch economy minister has suspended": who acts for the adjective's country.
	if (named.mention.via === 'adjective') {
		while (at < named.to + 5 && !ACTING_NOUNS.has(wordAt(tokens, at))) at++;
		if (!ACTING_NOUNS.has(wordAt(tokens, at))) return null;
		at++;
	}
	if (tokens[at]?.w === ',') {
		const close = tokens.findIndex(({ w }, i) => i > at && i < at + 8 && w === ',');
		if (close < 0 || !PREPOSITIONS.has(wordAt(tokens, at + 1))) return null;
		at = close + 1;
	}
	at = past(tokens, at);
	if (HAVE.has(wordAt(tokens, at))) {
		const verb = past(tokens, at + 1);
		return wordAt(tokens, at) === 'had' ? null : { at: verb, perfect: true };
	}
	// "is lowering its duty".
	const going = ['is', 'are'].includes(wordAt(tokens, at)) && wordAt(tokens, past(tokens, at + 1)).endsWith('ing');
	if (going) return { at: past(tokens, at + 1), perfect: false };
	return AUXILIARIES.has(wordAt(tokens, at)) || wordAt(tokens, at) === '' ? null : { at, perfect: false };
}

/** "The licences that Beijing announced have been frozen", "The rule has been stayed by the ministry". */
function passive(parsed: Parsed, told: Context): Draft[] {
	const { tokens } = parsed;
	if (!told.occasion && !told.after) return [];
	const at = tokens.findIndex(
		({ w }, i) => i > 1 && (HAVE.has(w) && w !== 'had' ? tokens[i + 1]?.w === 'been' : false)
	);
	const verb = past(tokens, at + 2);
	if (at < 0 || !EASED.has(wordAt(tokens, verb))) return [];
	const start = clauseStart(tokens, at);
	if (!tokens.slice(start, at).some(({ w }) => CURBS.has(w))) return [];
	const actor = by(parsed, verb + 1) ?? announcer(parsed, start, at) ?? holderIn(parsed, start, at);
	const span = spanOf(tokens, start, endOf(parsed, verb + 1, tokens.length));
	if (!actor || !span) return [];
	const subject = { ...subjectAt(parsed, actor, actor.to, 'by', 0.9), joint: false };
	return [
		deed(parsed, subject, { ...span, from: span.start, rule: 'yields', sure: 0.65, verb: tokens[at]?.start ?? 0 })
	];
}

function by(parsed: Parsed, from: number): Named | null {
	const { tokens } = parsed;
	const at = [0, 1, 2, 3].map((step) => from + step).find((i) => wordAt(tokens, i) === 'by');
	if (at === undefined) return null;
	const named = parsed.startingAt.get(at + 1) ?? parsed.startingAt.get(at + 2);
	return named && isActor(named) && partyOf(named) !== null ? named : null;
}

/** "that Beijing announced", "China imposed in April": whose a measure is by who made it. */
function announcer({ tokens, named }: Parsed, from: number, to: number): Named | null {
	const found = named.find(
		(one) => one.from >= from && one.to < to && isActor(one) && MADE.test(wordAt(tokens, past(tokens, one.to)))
	);
	return found ?? null;
}
const MADE = /^(?:announced|imposed|introduced|issued|unveiled|slapped|enacted|brought|put|placed|has|had)$/;

/** "China's curbs", "The Chinese controls": whose a measure is by its owner, of whom there is one. */
function holderIn({ tokens, named }: Parsed, from: number, to: number): Named | null {
	const own = named.filter(
		(one) =>
			one.from >= from &&
			one.to <= to &&
			one.mention.referent?.is === 'party' &&
			(one.mention.via === 'adjective' || wordAt(tokens, one.to) === "'s")
	);
	const governs = own.filter((one) => !PREPOSITIONS.has(wordAt(tokens, one.from - 1)));
	return governs[0] && new Set(governs.map((one) => partyOf(one))).size === 1 ? governs[0] : null;
}
