import { wordSet } from '../../text.ts';
import { shorten, spanOf } from './clause.ts';
import { clauseStart, partyOf } from './names.ts';
import type { Holder } from './reading.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, DETERMINERS, isAdverb, NEGATORS } from './words.ts';

/** What one side gives its word by. */
const WORDS = wordSet(
	`pledge pledges promise promises commitment commitments assurance assurances undertaking undertakings guarantee guarantees vow vows`
);
/** What is got from another side, in any form. */
const GETS =
	/^(?:obtain|secur|win|won|gain|extract|elicit|receiv|get|got|gotten|wrest|wring|wrung|garner|procur|clinch|bag|land|attain|exact|squeez|prise|pry|coax|draw|earn|achiev|produc|yield|deliver|bring|brought|see|saw|hear|heard|find|found|include|contain|mention|record)(?:e|es|s|ed|d|p?ing|n?ing|t?ing)?$/;
/** What is given by the side itself. */
const GIVES =
	/^(?:giv|gave|mak|made|offer|issu|extend|provid|volunteer|grant|utter|repeat|renew|announc|sign)(?:e|es|s|en|ed|d|ing)?$/;
/** What is only wanted. */
const WANTS =
	/^(?:seek|sought|want|demand|request|expect|await|need|requir|pursu|desir|crav|covet|prefer|long|hop|press|push|call|ask|wait|appeal|look|lobb|angl|plead|argu|bargain|wish|yearn|clamour|clamor|insist|urg|hing|depend|rest)(?:e|es|s|ed|d|ing|y|ies|ied|ying)?$/;
const WANTED = wordSet(
	'demand demands request requests plea pleas call calls appeal appeals bid hope hopes wish need desire push quest search pressure proposal condition price exchange return'
);
const LACKS = wordSet('lack lacks lacked lacking absence absent devoid missing minus omits omitted omitting');
const SHORT = wordSet('short shy instead');
const FAILS = wordSet('fail fails failed failing unable struggled powerless');
const AIMS =
	/^(?:try|tri|attempt|seek|sought|hop|want|aim|wish|plan|press|push|work|striv|strove|expect|long|fight|fought|vow|need|like|prepar|mean|meant|intend)(?:e|es|s|ed|d|ing|ying)?$/;
/** What became of it: "was not forthcoming", "never came". */
const ARRIVES = wordSet(
	`forthcoming given made offered obtained secured granted extended issued come came materialise materialize materialised materialized won
	included contained had extracted found received`
);
const COMES = wordSet('forthcoming come came materialise materialize materialised materialized');
/** So many words of honour of a sentence are looked at. */
const MOST = 8;
/** So far before a noun its governor stands, and so far behind it what became of it. */
const NEAR = 8;
const FAR = 18;

/** How a word of honour stands: not had, only wanted, or got from the side that gave it. */
type Standing = 'lacking' | 'wanted' | 'got';

interface Word {
	at: number;
	from: number;
	owner: Named | null;
	standing: Standing;
}

/**
 * "failed to obtain a Chinese pledge", "without a promise from Kenya", "no assurance was given": a word that was not had is
 * not agreed, of the side that was asked; one that was only wanted is no commitment of anybody.
 * @param drafts of the sentence
 * @returns the drafts, those that took such a word for given replaced
 */
export function wordGiven(parsed: Parsed, drafts: readonly Draft[]): Draft[] {
	const words: Word[] = [];
	for (let at = 0; at < parsed.tokens.length && words.length < MOST; at++) {
		const word = WORDS.has(wordAt(parsed.tokens, at)) ? wordFound(parsed, at) : null;
		if (word) words.push(word);
	}
	return words.reduce<Draft[]>((found, word) => settle(parsed, found, word), [...drafts]);
}

function settle(parsed: Parsed, drafts: readonly Draft[], word: Word): Draft[] {
	const start = parsed.tokens[word.at]?.start ?? 0;
	const holds = ({ trigger }: Draft): boolean => trigger.start <= start && start < trigger.end;
	const given = drafts.filter(({ act }) => act === 'commitment' || act === 'agreement' || act === 'non-agreement');
	const own = given.filter((draft) => holds(draft));
	if (word.standing === 'got')
		return word.owner && own.length === 0 && given.length === 0 ? [...drafts, ...had(parsed, word)] : [...drafts];
	const others = drafts.filter((draft) => !own.includes(draft) && !isCutBy(draft, given, start));
	if (word.standing === 'wanted')
		return drafts.filter((draft) => !own.includes(draft) || draft.act === 'non-agreement');
	if (!word.owner) return drafts.map((draft) => (own.includes(draft) ? withheld(draft) : draft));
	const holder = holderOfNamed(word.owner);
	return holder ? [...others, ...lacking(parsed, word, holder)] : [...drafts];
}

/** "offered no assurance": what the side itself did not promise was not agreed. */
function withheld(draft: Draft): Draft {
	const own = draft.act === 'commitment' && draft.polarity === 'negated' && draft.holder;
	return own ? { ...draft, act: 'non-agreement', modality: 'not-agreed' } : draft;
}

/** "failed to win" of "failed to win a pledge": half of what was not had. */
const isCutBy = (draft: Draft, given: readonly Draft[], start: number): boolean =>
	given.includes(draft) && draft.act === 'non-agreement' && draft.start < start && start <= draft.end + 40;

function holderOfNamed({ mention: { referent } }: Named): Holder | null {
	return referent ? { id: referent.id, name: referent.name } : null;
}

function wordFound(parsed: Parsed, at: number): Word | null {
	const { tokens } = parsed;
	const before = ownerBefore(parsed, at);
	const owner = before?.named ?? ownerAfter(parsed, at) ?? shortOf(parsed, at);
	let from = before?.from ?? at;
	while (from > at - 5 && isOfPhrase(tokens, from - 1)) from--;
	const standing = standingOf(parsed, from, at, owner !== null);
	const whose = owner ?? (standing === 'got' ? ownerBeyond(parsed, at) : null);
	return standing && (!whose || partyOf(whose) !== null) ? { at, from, owner: whose, standing } : null;
}

/** Determiners and adjectives before the noun. */
function isOfPhrase(tokens: Parsed['tokens'], at: number): boolean {
	const word = wordAt(tokens, at);
	if (DETERMINERS.has(word)) return true;
	if (GETS.test(word) || GIVES.test(word) || WANTS.test(word)) return false;
	return /(?:al|ous|ic|ive|ear|irm|ew|ble|ding|ten|lid|rete|uch|ague|formal|clear|public|written)$/.test(word);
}

/** "a Chinese pledge", "Xi's promise". */
function ownerBefore({ tokens, endingAt }: Parsed, at: number): { named: Named; from: number } | null {
	for (let back = at - 1; back > at - 4 && back >= 0; back--) {
		const named = endingAt.get(back);
		if (named) {
			const owns = named.mention.via === 'adjective' || wordAt(tokens, named.to) === "'s" || named.to === at;
			return owns && named.mention.via !== 'pronoun' ? { named, from: named.from } : null;
		}
		const word = wordAt(tokens, back);
		if (word !== "'s" && !isOfPhrase(tokens, back)) return null;
		if (DETERMINERS.has(word)) return null;
	}
	return null;
}

/** "a promise from Xi", "a commitment by the Chinese side". */
function ownerAfter({ tokens, startingAt }: Parsed, at: number): Named | null {
	if (!['from', 'by'].includes(wordAt(tokens, at + 1))) return null;
	const first = DETERMINERS.has(wordAt(tokens, at + 2)) ? at + 3 : at + 2;
	return startingAt.get(first) ?? startingAt.get(first + 1) ?? null;
}

/** "Kenya stopped short of a pledge": who did not give it. */
function shortOf({ tokens, endingAt }: Parsed, at: number): Named | null {
	let of = at - 1;
	while (of > at - 4 && isOfPhrase(tokens, of)) of--;
	if (wordAt(tokens, of) !== 'of' || !SHORT.has(wordAt(tokens, of - 1))) return null;
	return endingAt.get(of - 3) ?? endingAt.get(of - 4) ?? null;
}

/** "came home with a promise of faster licences from Kenya", "with a promise of Kenyan purchases": whose it is, further on. */
function ownerBeyond({ tokens, named }: Parsed, at: number): Named | null {
	if (wordAt(tokens, at + 1) !== 'of') return null;
	const near = named.filter(({ from }) => from > at + 1 && from < at + NEAR);
	return (
		near.find(({ from }) => wordAt(tokens, from - 1) === 'from') ??
		near.find(({ from, mention }) => mention.via === 'adjective' && from < at + 5) ??
		null
	);
}

const HOME = wordSet('came comes returned left leaves emerged flew walked went home back away');
/** "came home with a promise". */
const isBrought = (tokens: Parsed['tokens'], at: number): boolean =>
	wordAt(tokens, at) === 'with' && HOME.has(wordAt(tokens, at - 1));

function standingOf(parsed: Parsed, from: number, at: number, owned: boolean): Standing | null {
	const { tokens } = parsed;
	const own = tokens.slice(from, at).map(({ w }) => w);
	const no = own[0] === 'no' || wordAt(tokens, from - 1) === 'no';
	let left = from - 1;
	while (left > from - 4 && (tokens[left]?.w === ',' || isAdverb(wordAt(tokens, left)) || isOfPhrase(tokens, left)))
		left--;
	const governor = wordAt(tokens, left);
	if (GETS.test(governor) || GIVES.test(governor)) return byVerb(parsed, left, no, owned);
	if (isBrought(tokens, left)) return no ? 'lacking' : 'got';
	if (no || ['without', 'nor', 'neither'].includes(governor)) return isCondition(tokens, from) ? 'wanted' : 'lacking';
	if (
		LACKS.has(governor) ||
		(governor === 'of' && (LACKS.has(wordAt(tokens, left - 1)) || SHORT.has(wordAt(tokens, left - 1))))
	)
		return 'lacking';
	if (['was', 'is', 'were'].includes(governor) && LACKS.has(wordAt(tokens, left - 1))) return 'lacking';
	const joined = governor === 'for' || governor === 'on' || governor === 'of' || governor === 'with';
	const word = joined ? wordAt(tokens, left - 1) : governor;
	if (owned && (WANTS.test(word) || (joined && (WANTED.has(word) || WANTS.test(wordAt(tokens, left - 2))))))
		return 'wanted';
	return fate(tokens, at);
}

/** "Without a Chinese promise, the tariffs will stay": a condition, and nothing told. */
function isCondition(tokens: Parsed['tokens'], from: number): boolean {
	return from < 3 && tokens.some(({ w }) => ['will', 'would', 'cannot', 'could', 'can'].includes(w));
}

/** By the verb that has the word for its object: what denies it, and what it is only aimed at by. */
function byVerb({ tokens }: Parsed, verb: number, no: boolean, owned: boolean): Standing | null {
	const gives = GIVES.test(wordAt(tokens, verb));
	if (no) return 'lacking';
	for (let at = verb - 1; at > Math.max(-1, verb - NEAR); at--) {
		const { w = '', word = false } = tokens[at] ?? {};
		if (!word && w !== ',') break;
		if (FAILS.has(w) || NEGATORS.has(w) || w === 'vain') return 'lacking';
		if (SHORT.has(w) && wordAt(tokens, at + 1) === 'of') return 'lacking';
		if (AIMS.test(w) && wordAt(tokens, at + 1) === 'to')
			return isVain(tokens, at) ? 'lacking' : owned ? 'wanted' : null;
		if (w === 'that' || w === 'and' || w === 'but') break;
	}
	return gives || !owned || !/(?:ed|won|got|wrung|saw|ought)$/.test(wordAt(tokens, verb)) ? null : 'got';
}

const isVain = (tokens: Parsed['tokens'], at: number): boolean =>
	wordAt(tokens, at - 1) === 'vainly' || tokens.slice(at, at + 4).some(({ w }) => w === 'vain' || w === 'vainly');

/** "… was not forthcoming", "… never came", "… could not be obtained". */
function fate(tokens: Parsed['tokens'], noun: number): Standing | null {
	let clause = false;
	for (let at = noun + 1; at < Math.min(tokens.length, noun + FAR); at++) {
		const { w = '', word = false } = tokens[at] ?? {};
		if ((!word && w !== ',') || w === 'which') return null;
		clause ||= w === 'that';
		if (w !== 'not' && w !== 'never') continue;
		const near = tokens.slice(at + 1, at + 4).filter((one) => !AUXILIARIES.has(one.w) && !isAdverb(one.w));
		const arrives = clause ? COMES : ARRIVES;
		return arrives.has(near[0]?.w ?? '') ? 'lacking' : null;
	}
	return null;
}

function lacking(parsed: Parsed, { at }: Word, holder: Holder): Draft[] {
	const { tokens } = parsed;
	const first = clauseStart(tokens, at);
	// "sought, but failed to obtain, a pledge": half of a sentence is told whole.
	const from = tokens.slice(0, first).some(({ w }) => ';:—'.includes(w)) ? first : 0;
	const to = Math.max(at + 1, shorten(tokens, from, tokens.length));
	return drafted(
		parsed,
		{ from, to, at },
		{
			act: 'non-agreement',
			stance: 'withheld',
			holder,
			polarity: 'negated',
			modality: 'not-agreed',
			why: `a word that ${holder.name} was asked for was not had`
		}
	);
}

function had(parsed: Parsed, { at, owner }: Word): Draft[] {
	const { tokens } = parsed;
	const holder = owner && holderOfNamed(owner);
	const told = {
		act: 'commitment',
		stance: 'pledge',
		polarity: 'affirmed',
		modality: 'announced'
	} satisfies Partial<Draft>;
	const to = Math.max(at + 1, shorten(tokens, 0, tokens.length));
	const whole = parsed.hedges.every(({ entry }) => entry.effect === 'none') && !tokens.some(({ w }) => NEGATORS.has(w));
	if (!holder || !whole) return [];
	return drafted(parsed, { from: 0, to, at }, { ...told, holder, why: `a word got from ${holder.name}` });
}

type Told = Pick<Draft, 'act' | 'stance' | 'holder' | 'polarity' | 'modality' | 'why'>;

function drafted(
	{ tokens, index }: Parsed,
	{ from, to, at }: { from: number; to: number; at: number },
	told: Told
): Draft[] {
	const content = spanOf(tokens, from, to);
	const trigger = spanOf(tokens, at, at + 1);
	if (!content || !trigger) return [];
	return [
		{
			...told,
			...content,
			sentence: index,
			trigger,
			triggerId: 'word-given',
			subject: null,
			content,
			rule: `${told.act}-word`,
			confidence: 0.6
		}
	];
}
