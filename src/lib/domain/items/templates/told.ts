import { formatDate } from '../../dates.ts';
import type { Ask, Fact } from '../../facts/fact-schema.ts';
import type { Party } from '../../facts/party.ts';
import type { Confusion, KeyType } from '../../facts/vocabulary.ts';
import type { Polarity } from '../../extraction/types.ts';
import type { RulingChoice } from '../../workbench.ts';
import { capitalise, containsWords, fold, wordsOf } from '../../text.ts';
import { lengthOf } from '../lint/stems.ts';
import { splitNations } from '../../grading/nations.ts';
import { wordsOf as gradedWords } from '../../grading/normalise.ts';
import { tellsParties } from './occasion.ts';
import { mentionsParty } from './parties.ts';

/** A fact as the templates see it: with the article that tells it. */
export interface Told {
	fact: Fact;
	polarity: Polarity;
	/** Name of the holder, or null. */
	holder: string | null;
	holderId: string | null;
	/** The holder's party: itself, or that of the person or body; `both` for what is joint. */
	party: Party | undefined;
	value: string | number | null;
	unit: string | null;
	/** The text at its first evidence. */
	shown: string;
	/** The sentence of the article around it, as it stands there. */
	around: string;
	/** Id and name of the article that tells it. */
	article: string;
	label: string;
	/** Names of the article for statements and feedback, the best one first: where a name tells the key, the next. */
	labels?: readonly string[];
	/** How a question may name the article, the best one first: "Kyodo News (16 March 2023)". */
	sources: readonly string[];
	/** The two parties that the article is about; empty where it does not say so of exactly two. */
	pair?: readonly Party[];
	/** The title names both, or people of both: a name in it tells no answer. */
	isEven?: boolean;
	/** ISO 8601 day of publication, or null. */
	published: string | null;
	/** The article's title. */
	title: string | null;
	/** Shorter statements of what is told in the same place. */
	alternates: readonly string[];
	/** A pronoun was read as somebody where others were named as well. */
	unsure: boolean;
	/** What it is called where its title would tell the answer: by its publisher and date. */
	plainName?: string;
	/** Another reading of the same slot and the teacher's ruling. */
	other?: { value: string | number | null; label: string; choice: RulingChoice };
}

/** Longer texts are no sentences; in characters. */
const LONGEST = { statement: 2000, gist: 600, values: 3000 };

/** Whether a fact's texts are of a length that questions are made of. */
export function isReadable({ fact }: Told): boolean {
	const { statement, gist = '', values } = fact;
	if (statement.length > LONGEST.statement || gist.length > LONGEST.gist) return false;
	return JSON.stringify(values).length <= LONGEST.values;
}

const MOST_WORDS = 38;
/** A question in so many words is read at once. */
const EASY_WORDS = 36;
const TITLE = /“([^”]{1,300})”/;
const CUE_LETTERS = 5;
const NAME_WORDS = 4;

/**
 * The question with the fullest name of the article that leaves it short enough and does not tell the key.
 * @param build makes the question of a name of the article
 * @returns undefined where no name does
 */
export function stem(told: Told, key: string, build: (source: string) => string): string | undefined {
	let long: string | undefined;
	let bare: string | undefined;
	// The fullest name comes first: most often it will do, and no other one is looked at.
	for (const source of [...told.sources, ...(told.plainName === undefined ? [] : [told.plainName])]) {
		const question = build(source);
		const words = lengthOf(question);
		if (words > MOST_WORDS || !isFit(told, key, source, question)) continue;
		// A name without a year or a title is the last to be taken.
		if (!/\d{4}|“/.test(source)) bare ??= question;
		else if (words <= EASY_WORDS) return question;
		else long ??= question;
	}
	return long ?? bare;
}

/** Whether a question with this name of its article tells which one is meant, and not the key. */
function isFit(told: Told, key: string, source: string, question: string): boolean {
	if (tellsKey(source, key) || (isVague(told, source, key) && !MEETING.test(question))) return false;
	if (containsWords(question, key)) return false;
	return TITLE.test(source) || tellsParties(source) || isKnown(told, question) || isDated(source, question);
}

/** A question without the title of its article, where that names people of both parties and so gives none away. */
export const withoutTitle = ({ isEven }: Told, question: string): string =>
	isEven === true ? question.replace(TITLE, '') : question;

/** Whether a question says by itself between whom it was: an article's plain name does not. */
const isKnown = ({ pair }: Told, question: string): boolean =>
	!isOfUnnamed(question) &&
	(pair?.length === 0 ? namesAny(question) : (pair ?? []).every((party) => mentionsParty(question, party)));

/** An article without a title and a pair is known by its date, where the question names a country at least. */
const namesAny = (question: string): boolean =>
	/\d{4}/.test(question) && splitNations(gradedWords(question)).nations.size > 0;

/** "The two leaders": whoever met; only a title says who. */
const UNNAMED =
	/\b(?:the two|the|both) (?:leaders|presidents|men|women|premiers|ministers|foreign ministers|sides|countries|neighbou?rs|governments|nations|parties|capitals|powers|allies|rivals|delegations)\b(?! of\b)/i;

/** Whether a text speaks of the two that met without their names; "as agreed by both sides" is an answer. */
const isOfUnnamed = (text: string): boolean => UNNAMED.test(text.replace(/agreed by both sides/g, ''));

/** A sentence around a gap with its source at the end, where it does not say that already. */
export function attributed(
	told: Told,
	{ before, after }: { before: string; after: string }
): {
	before: string;
	after: string;
} {
	// Whom the article cites is no name of the article: every form says where it is from.
	if (/according to/i.test(before + after) || /[”"]\.?$/.test(after))
		return { before: `According to ${told.label}: ${before}`, after };
	return { before, after: after.replace(/\.$/, `, according to ${told.label}.`) };
}

const stemOf = (word: string): string => (word.length >= CUE_LETTERS ? word.replace(/(?:ing|ed|es|s)$/, '') : word);

/** "Kang", "Xi": a name of few letters. */
const SHORT_NAME = /\b(?!The\b|As\b|And\b|For\b|To\b|Of\b)\p{Lu}[\p{Ll}-]{1,3}\b/gu;

/** "Fjord Press's article of 4 May 2031": known by itself, where the question does not speak of "the two". */
const isDated = (source: string, question: string): boolean =>
	/[’']s? article of \d/u.test(source) && !isOfUnnamed(question);

/** "An article of 4 May 2031 on Norway and Peru", of an article that has a title which does not tell the key. */
const isVague = (told: Told, source: string, key: string): boolean =>
	told.sources.some((name) => TITLE.test(name) && !tellsKey(name, key)) && / article of \d/.test(source);

/** When and where two people met: whom it is about is told in the question. */
const MEETING = /^(?:On which date|In which city), according to /;

/** An article's title may share a word with the key that gives it away. */
function tellsKey(source: string, key: string): boolean {
	const title = new Set(wordsOf(TITLE.exec(source)?.[1] ?? '').map(stemOf));
	const names = wordsOf([...key.matchAll(SHORT_NAME)].map(([name]) => name).join(' '));
	const words = wordsOf(key);
	// Countries that met are named by titles as by answers: in a longer answer they tell nothing.
	const isLong = words.length > NAME_WORDS;
	const cues = words.filter(
		(word) => (word.length >= CUE_LETTERS || /^\d/.test(word)) && !(isLong && splitNations([word]).nations.size > 0)
	);
	return [...names, ...cues].some((word) => title.has(stemOf(word)));
}

/** What a template says of a question; the rest follows. */
export interface Asking {
	slot: string;
	type: KeyType;
	question: string;
	key: string;
	/** The sentence around the key. */
	cloze?: { before: string; after: string };
	value?: string | number;
	unit?: string;
	accept?: readonly string[];
	typed: boolean;
	distractors?: Partial<Record<Confusion, string[]>>;
	relation?: boolean;
}

/** A question as the bank keeps it, with the statement and its source as feedback. */
export function asAsk(plain: Told, asking: Asking): Ask {
	const { slot, type, question, key, value, unit, typed, distractors = {} } = asking;
	const told = namedAlike(plain, question);
	// A statement shows no title that would tell who is meant.
	const cloze = asking.cloze && statedWithout(told, key, renamed(asking.cloze, plain.label, told.label));
	const other = told.other?.choice === 'accept-both' ? otherText(told, type) : undefined;
	return {
		slot,
		type,
		question,
		...(cloze === undefined ? {} : { cloze: `${cloze.before}{{${key}}}${cloze.after}` }),
		key,
		...(value === undefined ? {} : { value }),
		...(unit === undefined ? {} : { unit }),
		accept: distinctFrom(key, [...(asking.accept ?? []), ...(other === undefined ? [] : [other])]),
		near: {},
		typed,
		distractors: withoutOther(distractors, told, type),
		feedback: feedbackOf(told, other),
		relation: asking.relation ?? false,
		namesSource: told.article,
		closed: true
	};
}

/** The fact with the name of its article that its question bears: statement and feedback call it the same. */
function namedAlike(told: Told, question: string): Told {
	const [label] = told.sources.filter((name) => question.includes(name)).sort((a, b) => b.length - a.length);
	return label === undefined ? told : { ...told, label };
}

const renamed = ({ before, after }: { before: string; after: string }, from: string, to: string) => ({
	before: before.replace(from, to),
	after: after.replace(from, to)
});

/** A statement whose article has a name that does not tell the key; none where nothing says who "the two" are. */
function statedWithout(told: Told, key: string, { before, after }: { before: string; after: string }): Asking['cloze'] {
	if (isOfUnnamed(before + after)) return undefined;
	const { label, labels = [] } = told;
	if (!tellsKey(label, key) && !containsWords(before + after, key)) return { before, after };
	const other = labels.find((name) => !tellsKey(name, key) && !containsWords(name, key));
	if (other === undefined) return undefined;
	const gap = { before: before.replace(label, other), after: after.replace(label, other) };
	return containsWords(gap.before + gap.after, key) ? undefined : gap;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is an ISO date of a year, month or day, and no span of two. */
export const isDate = (text: string): boolean => DATE.test(text);

/** The other reading as it would be answered. */
export function otherText(told: Told, type: KeyType): string | undefined {
	const value = told.other?.value;
	if (value === null || value === undefined) return undefined;
	return type === 'date' && isDate(String(value)) ? formatDate(String(value)) : String(value);
}

/** A reading that is accepted is no wrong option; nor is one that a teacher would not have asked about. */
function withoutOther(
	distractors: Partial<Record<Confusion, string[]>>,
	told: Told,
	type: KeyType
): Ask['distractors'] {
	const other = told.other?.choice === 'name-source' ? undefined : otherText(told, type);
	if (other === undefined) return distractors;
	const kept = Object.entries(distractors).map(([mixUp, texts]) => [mixUp, texts.filter((text) => text !== other)]);
	return Object.fromEntries(kept);
}

/** "According to Kyodo News: …", with the other reading where it counts too. */
function feedbackOf(told: Told, other: string | undefined): string {
	const statement = endedWithStop(readable(told.fact.statement));
	const said = `According to ${told.label}: ${statement}`;
	if (other === undefined || !told.other) return said;
	return `${said.replace(/[.!?]$/, '')}; ${told.other.label} has ${other}, which counts as well.`;
}

/** Without words that lean on the sentence before: it stands alone in feedback. */
const readable = (statement: string): string =>
	capitalise(statement.replace(/^(?:But|And|So|Yet),? /, ''))
		.replace(/\bthe following (?=\p{Ll})/u, 'the following: ')
		.replace(/^Denied: /, '')
		.replace(/[;,]? (?:and|or)\.?$/, '.')
		.replace(/^((?:(?:\p{Lu}[^\s,]{0,40}|of|the|and) ){1,9})(?:also|nevertheless|meanwhile|then|thus) (?=[a-z])/u, '$1')
		.replace(/, (?:however|for (?:its|his|her|their) part|too|meanwhile|in turn),/, '');

/** A statement with its stop, whichever marks it ends in. */
export function endedWithStop(statement: string): string {
	return /[.!?]”?$/.test(statement) ? statement : `${statement}.`;
}

/** Answers that are no other writing of the key or of an earlier one. */
function distinctFrom(key: string, answers: readonly string[]): string[] {
	const seen = new Set([fold(key)]);
	return answers.filter((answer) => {
		const folded = fold(answer);
		if (seen.has(folded)) return false;
		seen.add(folded);
		return true;
	});
}
