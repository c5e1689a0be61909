import type { Token } from './tokens.ts';

/** Small words of English that the mechanisms lean on. */
export const AUXILIARIES = new Set(
	(
		'is are was were be been has have had do does did will would can cannot could shall should may might must wants needs ' +
		"seeks plans hopes remains won't doesn't didn't isn't wasn't hasn't haven't can't wouldn't couldn't shouldn't aren't weren't " +
		'never also not now still again once then says said agreed agree made took gave held kept put sent sees went came became got left met'
	).split(' ')
);
export const PREPOSITIONS = new Set(
	(
		'in at on of to with from by for between against about over under through across near into within without towards toward among ' +
		'after before during since like via despite including regarding concerning alongside beside behind beyond upon until off per ' +
		'than around outside inside throughout amid amidst versus as'
	).split(' ')
);
export const LOCATIVES = new Set([
	'in',
	'at',
	'inside',
	'across',
	'throughout',
	'near',
	'around',
	'outside',
	'within',
	'into',
	'via',
	'off'
]);
export const DETERMINERS = new Set([
	'the',
	'a',
	'an',
	'his',
	'her',
	'its',
	'their',
	'our',
	'both',
	'this',
	'that',
	'these',
	'those'
]);
const VISITS = new Set([
	'visit',
	'visited',
	'visiting',
	'visits',
	'toured',
	'touring',
	'left',
	'leaving',
	'leave',
	'leaves',
	'entered',
	'reached',
	'reaching',
	'capital',
	'city',
	'departed',
	'downtown',
	'central'
]);
const MOVES = new Set(
	(
		'been visit visits visited visiting trip trips travel travels traveled travelled traveling travelling flew fly flies flying flight flights ' +
		'return returns returned returning went go goes going came come arrive arrives arrived arriving arrival tour tours head heads headed ' +
		'heading journey drove drive moved move relocated back flown departed invited invitation'
	).split(' ')
);
/** Nouns before which a country's name is an adjective. */
const NOUNS = new Set(
	(
		'independence unification reunification principle policy policies issue question visit trip summit trade ties relations relationship talks meeting meetings experts watchers strategy ' +
		'market markets tariffs sanctions war crisis conflict deal deals team embassy officials measures controls restrictions exports imports ' +
		'companies firms forces troops interests concerns demands chips goods products envoys airlines businesses allies lawmakers investments ' +
		'efforts actions side delegation government administration military army navy export import investment technology security defence ' +
		'defense foreign economic commitment opposition position stance support drug president leader dollar dollars stocks shares economy ' +
		'negotiators diplomats diplomacy citizens nationals students soil territory airspace waters border borders program programme election ' +
		'elections intelligence pressure oil gas energy nuclear national balloon aid assistance arms weapons warships ships aircraft ' +
		'operation operations base bases alliance partnership dialogue cooperation competition rivalry tensions agreement treaty pact law laws ' +
		'presence downing action claims claim reports report media press affairs studies based led backed made owned brokered'
	).split(' ')
);

/** Whether a name before this word is that word's adjective ("US sanctions") and no actor. */
export function isNounAfterName(token: Token | undefined, after: Token | undefined): boolean {
	if (token === undefined || token.kind !== 'word') return false;
	// "Beijing demands data", "Taipei claims that": a verb unless a verb or a preposition follows.
	if (/^(demands|claims)$/.test(token.lower))
		return (
			after?.kind !== 'word' || PREPOSITIONS.has(after.lower) || /^(and|or|were|are|is|was|have|had)$/.test(after.lower)
		);
	if (NOUNS.has(token.lower))
		return !/^(the|that|a|an|its|on|him|her|them)$/.test(after?.lower ?? '') || token.lower.length > 6;
	return false;
}

/** Whether a lower-case word may be a verb after its subject, as far as its form tells. */
export function looksLikeVerb(token: Token | undefined, speech: ReadonlySet<string>): boolean {
	if (token === undefined || token.kind !== 'word' || token.capital) return false;
	return AUXILIARIES.has(token.lower) || speech.has(token.lower) || /(ed|ly)$/.test(token.lower);
}

/** The token before one, determiners passed over. */
export function beforeDeterminer(tokens: readonly Token[], at: number): Token | undefined {
	const before = tokens[at - 1];
	return before && DETERMINERS.has(before.lower) ? tokens[at - 2] : before;
}

const LOOKS =
	/^(seen|regarded|viewed|perceived|interpreted|views?|arguments?|thinking|fears?|anger|unease|alarm|concern|frustration|resentment|s[ck]+epticism|appetite|suspicion|belief|calculation|assumption|verdict)$/;

/** "in Washington", "visited Taiwan", "arrived in", "a trip to Beijing": the name is a place there. */
export function standsAsPlace(tokens: readonly Token[], from: number): boolean {
	const before = beforeDeterminer(tokens, from);
	if (before === undefined) return false;
	// "is seen in Washington as", "the view in Washington": who looks.
	if (before.lower === 'in' && LOOKS.test(tokens[from - 2]?.lower ?? '')) return false;
	if (LOCATIVES.has(before.lower) || VISITS.has(before.lower)) return true;
	if (before.lower === 'of') return /^(city|capital|outskirts|streets|town|port)$/.test(tokens[from - 2]?.lower ?? '');
	if (before.lower !== 'to' && before.lower !== 'from' && before.lower !== 'for') return false;
	for (let back = from - 2; back >= Math.max(0, from - 6); back--) {
		const token = tokens[back];
		if (token && MOVES.has(token.lower)) return true;
		if (token?.kind === 'mark') return false;
	}
	return false;
}

/** Whether a name is no object of a preposition and owns nothing: it may be the sentence's subject. */
export function mayBeSubject(tokens: readonly Token[], from: number, to: number): boolean {
	if (tokens[to]?.kind === 'possessive') return false;
	const before = beforeDeterminer(tokens, from);
	if (before === undefined) return true;
	if (before.lower === 'to') return tokens[from - 2]?.lower === 'according';
	return !PREPOSITIONS.has(before.lower) || /^(as|after|before|since|until|than)$/.test(before.lower);
}
