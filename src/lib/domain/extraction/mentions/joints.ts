import { partyOf, takenTokens, type Draft, type Ground, type Reading } from './draft.ts';
import { ministryOf } from './states.ts';
import { endingAt, startingAt } from './finds.ts';
import { looksLikeVerb } from './grammar.ts';
import { guestAt } from './guests.ts';
import type { Phrase } from './phrase.ts';

const NUMBERS = new Map([
	['two', 2],
	['both', 2],
	['three', 3],
	['four', 4],
	['five', 5]
]);
const TOGETHER = new Set(
	(
		'leaders sides countries nations governments parties presidents men capitals delegations powers states economies teams neighbours ' +
		'neighbors allies superpowers rivals heads ministers counterparts premiers chancellors diplomats partners militaries women officials ' +
		'adversaries negotiators pair duo signatories participants peoples emitters statesmen envoys chiefs secretaries republics blocs armies ministries camps generals commanders directors-general lobbies'
	).split(' ')
);
const WITHOUT_NUMBER = new Set(
	'leaders sides parties presidents pair duo ministers premiers counterparts signatories delegations negotiators neighbours neighbors'.split(
		' '
	)
);

/** "neither side", "each country": one of those of whom both are meant. */
const ONE_OF_TWO = new Set(
	'side party country government leader capital nation delegation minister president camp team state'.split(' ')
);

/** Adds "the two leaders", "both sides", "the pair", titles without a name, pronouns: what is asked of the text around. */
export function nameOpenOnes(ground: Ground, reading: Reading): void {
	const taken = takenTokens(reading);
	for (const phrase of reading.phrases) {
		const draft = taken[phrase.head] || phrase.used ? undefined : bareTitle(ground, reading, phrase);
		if (draft === undefined) continue;
		reading.drafts.push(draft);
		taken.fill(1, draft.from, draft.to);
	}
	const { tokens } = reading.line;
	for (let at = 0; at < tokens.length; at++) {
		if (taken[at]) continue;
		const draft = jointAt(ground, reading, at) ?? pronounAt(ground, reading, at) ?? guestAt(reading, at);
		if (draft === undefined || taken[draft.to - 1]) continue;
		reading.drafts.push(draft);
		taken.fill(1, draft.from, draft.to);
	}
	reading.drafts.sort((a, b) => a.from - b.from || b.to - a.to);
}

const open = (reading: Reading, from: number, to: number, ask: NonNullable<Draft['ask']>, via: string): Draft => ({
	line: reading.line,
	from,
	to,
	referent: null,
	via,
	confidence: 0.5,
	why: 'not resolved',
	ask
});

function pronounAt(ground: Ground, reading: Reading, at: number): Draft | undefined {
	const word = reading.line.tokens[at]?.lower ?? '';
	if (!['he', 'she', 'they', 'it'].includes(word)) return undefined;
	if (word === 'it' && !looksLikeVerb(reading.line.tokens[at + 1], ground.names.speechVerbs)) return undefined;
	return open(reading, at, at + 1, { kind: 'pronoun', word }, 'pronoun');
}

/** "the two leaders", "both sides", "the leaders of the two countries", "the two agreed". */
function jointAt(ground: Ground, reading: Reading, at: number): Draft | undefined {
	const { tokens } = reading.line;
	const first = tokens[at]?.lower ?? '';
	if (['either', 'neither', 'each'].includes(tokens[at - 1]?.lower ?? '')) return undefined;
	const single = tokens[at + 1]?.lower ?? '';
	if ((first === 'neither' || first === 'each') && ONE_OF_TWO.has(single))
		return nounJoint(reading, at, at + 2, 2, single);
	const leads = ['the', 'these', 'those', 'both', 'all', 'two', 'three'].includes(first);
	if (!leads) return leadersOfBoth(reading, at);
	const numbered =
		NUMBERS.get(first) !== undefined
			? at
			: ['of', 'two', 'three', 'both', 'four'].includes(tokens[at + 1]?.lower ?? '')
				? at + 1
				: -1;
	const count = NUMBERS.get(tokens[numbered]?.lower ?? '');
	if (first === 'two' || first === 'three') return undefined;
	if (count === undefined) {
		const noun = tokens[at + 1]?.lower ?? '';
		if (first !== 'the' || !WITHOUT_NUMBER.has(noun) || startingAt(reading.finds, at + 1)?.to === at + 3)
			return leadersOfBoth(reading, at);
		return nounJoint(reading, at, at + 2, 2, noun);
	}
	for (let to = numbered + 1; to <= numbered + 5; to++) {
		const token = tokens[to];
		if (token === undefined || token.kind !== 'word') break;
		if (TOGETHER.has(token.lower)) return nounJoint(reading, at, to + 1, count, token.lower);
		if (to === numbered + 1 && (looksLikeVerb(token, ground.names.speechVerbs) || token.lower === 'have')) {
			return nounJoint(reading, at, to, count, '');
		}
	}
	return undefined;
}

function nounJoint(reading: Reading, from: number, to: number, count: number, noun: string): Draft {
	const { tokens } = reading.line;
	const heads = noun === 'heads' && tokens[to]?.lower === 'of' ? to + 2 : to;
	const more = tokens[heads]?.lower === 'of' ? ofBothEnd(reading, heads + 1) : undefined;
	const owners =
		more === undefined
			? undefined
			: NUMBERS.get(tokens.slice(heads + 1, more).find((token) => NUMBERS.has(token.lower))?.lower ?? '');
	return open(reading, from, more ?? heads, { kind: 'joint', count: owners ?? count, noun }, 'joint');
}

/** "of the two countries", "of both nations": the end of it. */
function ofBothEnd(reading: Reading, from: number): number | undefined {
	const { tokens } = reading.line;
	const start = tokens[from]?.lower === 'the' ? from + 1 : from;
	const at = tokens[start]?.lower === 'world' && tokens[start + 1]?.kind === 'possessive' ? start + 2 : start;
	if (!NUMBERS.has(tokens[at]?.lower ?? '')) return undefined;
	for (let to = at + 1; to <= at + 3; to++) if (TOGETHER.has(tokens[to]?.lower ?? '')) return to + 1;
	return undefined;
}

/** "Leaders of the three countries" without an article. */
function leadersOfBoth(reading: Reading, at: number): Draft | undefined {
	const { tokens } = reading.line;
	const from = tokens[at]?.lower === 'the' ? at + 1 : at;
	const noun = tokens[from]?.lower ?? '';
	if (!TOGETHER.has(noun) || tokens[from + 1]?.lower !== 'of') return undefined;
	const end = ofBothEnd(reading, from + 2);
	const number = tokens.slice(from + 2, end).find((token) => NUMBERS.has(token.lower))?.lower ?? '';
	return end === undefined
		? undefined
		: open(reading, at, end, { kind: 'joint', count: NUMBERS.get(number) ?? 2, noun }, 'joint');
}

/** A title without a name: whose it is, is asked; "Chinese diplomats" are the party's officials. */
function bareTitle(ground: Ground, reading: Reading, phrase: Phrase): Draft | undefined {
	const { tokens } = reading.line;
	const start = phrase.determiner === undefined ? phrase.from : phrase.from - 1;
	if (/^(no|any|every|first|next|another|each|some)$/.test(tokens[phrase.from - 1]?.lower ?? '')) return undefined;
	const both = phrase.title.plural ? adjectivesJoint(ground, reading, phrase) : undefined;
	if (both) return both;
	const { kind, plural } = phrase.title;
	if (kind === 'courtesy') return undefined;
	if (phrase.title.class === 'executive' && !/^(?:group )?(?:chief executive|ceo)$/i.test(phrase.words))
		return undefined;
	if (plural) return phrase.country && !phrase.ofBody ? officials(reading, phrase, start) : undefined;
	const definite = /^(the|his|her|its|their)$/.test(phrase.determiner ?? '') || phrase.possessive;
	if (kind === 'role' || (phrase.country && !definite && phrase.determiner !== undefined)) {
		if (phrase.country) return officials(reading, phrase, start);
		return definite && kind === 'role'
			? open(reading, start, phrase.to, { kind: 'title', phrase }, 'title')
			: undefined;
	}
	if (!definite && phrase.country === undefined) return undefined;
	if (!definite && (tokens[phrase.to]?.capital || tokens[phrase.to]?.hyphened)) return undefined;
	return open(reading, start, phrase.to, { kind: 'title', phrase }, 'title');
}

/** "Chinese diplomats", "a Chinese foreign ministry spokesperson". */
function officials(reading: Reading, phrase: Phrase, from: number): Draft | undefined {
	if (phrase.country === undefined) return undefined;
	const ministry = /\b(foreign|defen[cs]e|commerce|finance) ministry/i.exec(phrase.words)?.[0].toLowerCase();
	return {
		line: reading.line,
		from,
		to: phrase.to,
		referent: ministry ? ministryOf(phrase.country, ministry) : partyOf(phrase.country),
		via: 'officials',
		confidence: 0.85,
		why: `“${phrase.words}” of ${phrase.country.name}`,
		plural: phrase.title.plural
	};
}

/** "the Chinese and American leaders", "U.S. and Chinese officials": both parties. */
function adjectivesJoint(ground: Ground, reading: Reading, phrase: Phrase): Draft | undefined {
	const { tokens } = reading.line;
	if (phrase.country === undefined || tokens[phrase.from - 1]?.lower !== 'and') return undefined;
	const find = endingAt(reading.finds, phrase.from - 1);
	if (find?.is !== 'name' || !('country' in find.entry) || find.entry.country.id === phrase.country.id)
		return undefined;
	const from = tokens[find.from - 1]?.lower === 'the' ? find.from - 1 : find.from;
	const parties = [find.entry.country, phrase.country];
	return {
		line: reading.line,
		from,
		to: phrase.to,
		referent: { is: 'joint', id: 'both', name: nameOf(ground, parties), parties: parties.map(({ id }) => id) },
		via: 'joint',
		confidence: 0.9,
		why: 'two countries before one noun in the plural'
	};
}

const nameOf = (_: Ground, parties: { name: string }[]): string => parties.map(({ name }) => name).join(' and ');
