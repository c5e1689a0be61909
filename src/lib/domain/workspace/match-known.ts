import type { ExtractedFact } from '../extraction/types.ts';
import type { Fact } from '../facts/fact-schema.ts';
import type { Knowledge } from '../facts/knowledge.ts';
import { splitNations } from '../grading/nations.ts';
import { wordsOf as gradedWords } from '../grading/normalise.ts';
import { fold, wordsOf } from '../text.ts';

/** A fact that is known already, of the shipped bank or of the workspace: as much of it as tells what it is about. */
export interface Known {
	id: string;
	kind: Fact['kind'];
	statement: string;
	values: Fact['values'];
	/** Id of its holder, and of the party for which that one speaks. */
	holders: readonly string[];
	gist?: string;
}

export interface Match {
	factId: string;
	relation: 'same' | 'differs';
}

const FEWEST_WORDS = 2;
/** So many facts of one slot are compared: a thousand alike say no more than the first. */
const MOST_A_SLOT = 100;
/** The share of all words of two texts that must be common to both for one matter. */
const ALIKE = 0.6;

/**
 * A fact of a bank as it is compared.
 * @param knowledge tells for which party its holder speaks
 */
export function knownFromBank(
	fact: Fact,
	{ people, organisations }: Pick<Knowledge, 'people' | 'organisations'>
): Known {
	const { id, kind, statement, values, holder, gist } = fact;
	const speaker = people.find((one) => one.id === holder) ?? organisations.find((one) => one.id === holder);
	const holders = [holder, speaker?.side].filter((one) => one !== undefined);
	return { id, kind, statement, values, holders, ...(gist === undefined ? {} : { gist }) };
}

/** A proposal or an accepted fact of a workspace as it is compared. */
export function knownFromWorkspace(id: string, fact: Omit<ExtractedFact, 'id'>): Known {
	const { kind, statement, values, holderId, gist } = fact;
	return {
		id,
		kind,
		statement,
		values,
		holders: holderId === null ? [] : [holderId],
		...(gist === undefined ? {} : { gist })
	};
}

/** Known facts by the slot that they fill. */
export interface KnownIndex {
	add: (known: Known) => void;
	/**
	 * The known facts that say the same as a proposal, or something else in the same slot: another date of the same
	 * event, another figure of the same thing in the same unit, another office of a person, another speaker of the same
	 * words. Where it is not clear that two facts are about one matter, they do not match. Costs the number of facts in
	 * the proposal's slots.
	 */
	match: (proposal: Omit<ExtractedFact, 'id'>) => Match[];
}

/** An index of known facts; more can be added. A fact that is among them matches itself: the caller knows its id. */
export function makeKnownIndex(known: readonly Known[]): KnownIndex {
	const bySlot = new Map<string, Known[]>();
	const add = (fact: Known): void => {
		for (const key of slotsOf(fact)) {
			const slot = bySlot.get(key);
			if (slot && slot.length < MOST_A_SLOT) slot.push(fact);
			else if (!slot) bySlot.set(key, [fact]);
		}
	};
	for (const fact of known) add(fact);
	return {
		add,
		match: (proposal) => {
			const asked = knownFromWorkspace('', proposal);
			const near = new Set(slotsOf(asked).flatMap((key) => bySlot.get(key) ?? []));
			return [...near].flatMap((one): Match[] => {
				const relation = relationOf(asked, one);
				return relation === undefined ? [] : [{ factId: one.id, relation }];
			});
		}
	};
}

/** The matches of one proposal; for many, `makeKnownIndex` once. */
export function matchKnown(proposal: Omit<ExtractedFact, 'id'>, known: readonly Known[]): Match[] {
	return makeKnownIndex(known).match(proposal);
}

/** Words that say nothing of what a text is about. */
const COMMON = new Set(
	'the a an of in on at to for by with and or is are was were be been has have had that this its it as from said says would will according their his her between both after before during about'.split(
		' '
	)
);

function matter(text: string): Set<string> {
	const words = wordsOf(text).filter((word) => !COMMON.has(word));
	return new Set(words.map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word)));
}

/** Keys under which a fact can be found: its kind with each of the rarer (longer) words of what it is about. */
function slotsOf(fact: Known): string[] {
	const { values } = fact;
	switch (values.is) {
		case 'quotation':
			return [`quotation/${wordsOf(values.words).slice(0, 4).join(' ')}`];
		case 'participant':
			return values.people.map((id) => `participant/${id}`);
		case 'place':
			return keys('place', values.of + ' ' + fact.statement);
		case 'date':
			return keys('date', values.event);
		case 'figure':
			return keys(`figure/${values.unit}`, values.of);
		case 'organisation':
			return [`organisation/${values.organisation}`];
		default:
			return keys(DEEDS.has(fact.kind) ? 'deed' : fact.kind, fact.gist ?? fact.statement);
	}
}

const MOST_KEYS = 4;

function keys(kind: string, text: string): string[] {
	const words = [...matter(text)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	return words.slice(0, MOST_KEYS).map((word) => `${kind}/${word}`);
}

/** What two facts in one slot are to each other; undefined where they may be about two matters. */
function relationOf(a: Known, b: Known): Match['relation'] | undefined {
	const [one, two] = [a.values, b.values];
	if (one.is !== two.is) return undefined;
	if (one.is === 'date' && two.is === 'date') {
		if (!onOneMatter(a, b, one.event, two.event)) return undefined;
		return datesAgree(one.date, two.date) ? 'same' : one.date.length === two.date.length ? 'differs' : undefined;
	}
	if (one.is === 'figure' && two.is === 'figure') {
		if (one.unit !== two.unit || !onOneMatter(a, b, one.of, two.of)) return undefined;
		return one.number === two.number ? 'same' : 'differs';
	}
	if (one.is === 'quotation' && two.is === 'quotation') return quotationRelation(one, two);
	if (one.is === 'participant' && two.is === 'participant') return officeRelation(one, two);
	if (one.is === 'place' && two.is === 'place') {
		if (one.place !== two.place) return undefined;
		return about(a.statement, b.statement) ? 'same' : undefined;
	}
	if (one.is === 'organisation' && two.is === 'organisation') {
		return one.relation === two.relation && fold(one.of) === fold(two.of) ? 'same' : undefined;
	}
	return contentRelation(a, b);
}

/** Whether two texts are about one matter: most of the words of both are common. */
function about(a: string, b: string): boolean {
	const [one, two] = [matter(a), matter(b)];
	const shared = [...one].filter((word) => two.has(word)).length;
	const all = one.size + two.size - shared;
	return shared >= FEWEST_WORDS && shared / Math.max(1, all) >= ALIKE;
}

/** As `about`; where the texts are the same but too short to tell, the whole statements have to be about one matter. */
function onOneMatter(a: Known, b: Known, one: string, two: string): boolean {
	return about(one, two) || (fold(one) === fold(two) && about(a.statement, b.statement));
}

/** A coarser date agrees with a finer one that lies in it. */
function datesAgree(a: string, b: string): boolean {
	return a.startsWith(b) || b.startsWith(a);
}

type ValuesOf<K> = Extract<Fact['values'], { is: K }>;

function quotationRelation(a: ValuesOf<'quotation'>, b: ValuesOf<'quotation'>): Match['relation'] | undefined {
	const [one, two] = [fold(a.words), fold(b.words)];
	if (one !== two && !one.startsWith(`${two} `) && !two.startsWith(`${one} `)) return undefined;
	return a.speaker === b.speaker ? 'same' : 'differs';
}

/** One person's office: the same title is the same; another one may be held beside it, unless it has the same rank. */
function officeRelation(a: ValuesOf<'participant'>, b: ValuesOf<'participant'>): Match['relation'] | undefined {
	if (a.people.length !== 1 || b.people.length !== 1 || a.people[0] !== b.people[0]) return undefined;
	const [one, two] = [rankOf(a.role), rankOf(b.role)];
	const same = isWithin(one.words, two.words) || isWithin(two.words, one.words);
	const abroad = one.nations.size > 0 && two.nations.size > 0 && !isWithin(one.nations, two.nations);
	if (same && !abroad) return 'same';
	// Two offices of one kind (two ministers) contradict each other; an office and a part in a meeting do not.
	return [...one.words].some((word) => two.words.has(word)) ? 'differs' : undefined;
}

/** "Chinese President" is "President of China": the countries of a title apart from what else it says. */
function rankOf(role: string): { nations: Set<string>; words: Set<string> } {
	const { nations, rest } = splitNations(gradedWords(role));
	return { nations, words: matter(rest.join(' ')) };
}

const isWithin = (few: ReadonlySet<string>, many: ReadonlySet<string>): boolean =>
	few.size > 0 && [...few].every((word) => many.has(word));

/** Of one holder and on one matter: the same; the reverse, or the same with other numbers (a year, a sum), differs. */
function contentRelation(a: Known, b: Known): Match['relation'] | undefined {
	const nobody = a.holders.length + b.holders.length === 0;
	const held = nobody || a.holders.some((holder) => b.holders.includes(holder));
	if (!held) return undefined;
	const [one, two] = [a.gist ?? a.statement, b.gist ?? b.statement];
	const reversed = isAgainst(a) !== isAgainst(b);
	if (numbersIn(one) === numbersIn(two)) {
		if (!onOneMatter(a, b, one, two)) return undefined;
		if (reversed) return CLAIMS.has(a.kind) ? 'differs' : undefined;
		return a.kind === b.kind ? 'same' : undefined;
	}
	const other = countOf(one) === countOf(two) && fold(withoutNumbers(one)) === fold(withoutNumbers(two));
	return other && !reversed && a.kind === b.kind && about(withoutNumbers(one), withoutNumbers(two))
		? 'differs'
		: undefined;
}

/** What was agreed, promised, or expressly not: they contradict one another across their kinds. */
const DEEDS: ReadonlySet<string> = new Set(['agreement', 'commitment', 'non-agreement']);
const CLAIMS: ReadonlySet<string> = new Set([...DEEDS, 'position']);
/** Each of these words turns a statement round; two of them leave it as it was ("does not oppose"). */
const AGAINST =
	/\b(?:not|never|no|neither|nor|cannot|without|oppos\w+|reject\w*|refus\w+|den(?:y|ies|ied|ying)|declin(?:e|es|ed|ing)|object(?:s|ed|ing)? to|condemn\w*|rul(?:e|es|ed|ing) out|fail(?:s|ed)? to|against)\b|n['’]t\b/giu;

function isAgainst({ statement }: Known): boolean {
	return (statement.match(AGAINST)?.length ?? 0) % 2 === 1;
}

/** The numbers of a text in order: 40 million is not 45 million. */
function numbersIn(text: string): string {
	return (text.match(NUMBER) ?? []).join(' ');
}

const NUMBER = /\d+(?:[.,]\d+)*/g;
const countOf = (text: string) => text.match(NUMBER)?.length ?? 0;
const withoutNumbers = (text: string) => text.replace(NUMBER, ' ');
