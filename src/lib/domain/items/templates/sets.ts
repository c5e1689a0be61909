import { formatDate } from '../../dates.ts';
import type { Person } from '../../facts/entity-schema.ts';
import { BOTH, type Party } from '../../facts/party.ts';
import type { FactSet } from '../../facts/set-schema.ts';
import { capitalise, containsWords, wordsOf } from '../../text.ts';
import { alikeInLength } from '../alike.ts';
import { valuesIn, type ArticleBoard, type Board } from './board.ts';
import { actingIn } from './office-share.ts';
import { isClear } from './agreements.ts';
import { gistOf, shapeOf } from './gists.ts';
import { breaksOff, hasFiniteVerb } from './grammar.ts';
import { askable } from './guard.ts';
import { matterOf, overlap } from './matter.ts';
import { bareTitle, isHead, isOffice, isOfSameSide, isOwned, isThen, mayBeSame, titleOf } from './offices.ts';
import { mentionsParty } from './parties.ts';
import { alone, predicateOf, shortened } from './sentences.ts';
import { isDate, type Told } from './told.ts';

const FEWEST_EVENTS = 3;
const MOST_EVENTS = 5;
const FEWEST_PAIRS = 3;
const MOST_PAIRS = 5;
const FEWEST_SORTED = 4;
const MOST_SORTED = 6;
const FEWEST_OF_EACH = 2;
const MOST_OF_EACH = 3;
const SAME_MATTER = 0.5;
/** A stance that is made of quoted words. */
const SAME_WORDS = 0.8;
const MOST_ENTRY_WORDS = 18;
const MOST_LOOKED_AT = 60;
const PRONOUN = /\b(?:he|she|his|her|him|them|they)\b/i;

/** What an article's facts allow to be asked together. */
export function setsOf(board: Board): FactSet[] {
	return [...board.articles].flatMap(([article, view]) => [
		...timeline(article, valuesIn(board, article, 'date').slice(0, MOST_LOOKED_AT)),
		...offices(article, valuesIn(board, article, 'participant').slice(0, MOST_LOOKED_AT), board),
		...positions(article, view),
		...agreements(article, view, board)
	]);
}

/** A set's common parts: its topic is that of its first fact. */
function base(name: string, article: string, told: readonly Told[], question: (source: string) => string) {
	const [first] = told;
	const source = first?.sources.find((one) => wordsOf(question(one)).length <= 38) ?? first?.label ?? '';
	return {
		id: `${article}-${name}`,
		topic: first?.fact.topic ?? '',
		importance: first?.fact.importance ?? 2,
		question: question(source)
	} as const;
}

interface Dated {
	told: Told;
	date: string;
	text: string;
}

/** Events with full dates, each its own day: earliest first. */
function timeline(article: string, all: readonly Told[]): FactSet[] {
	const dated = all.flatMap((told) => datedEvent(told));
	const entries: Dated[] = [];
	for (const one of dated.sort((a, b) => (a.date < b.date ? -1 : 1))) {
		const own = matterOf(one.text);
		const twin = entries.some((other) => other.date === one.date || overlap(own, matterOf(other.text)) >= SAME_MATTER);
		if (!twin) entries.push(one);
	}
	if (entries.length < FEWEST_EVENTS) return [];
	const chosen = entries.slice(-MOST_EVENTS);
	const told = chosen.map((entry) => entry.told);
	return [
		{
			...base(
				'timeline',
				article,
				told,
				(source) => `In which order, earliest first, does ${source} date these events?`
			),
			form: 'order',
			feedback: `${capitalise(told[0]?.label ?? '')} dates them: ${chosen.map((e) => `${e.text} (${formatDate(e.date)})`).join('; ')}.`,
			entries: chosen.map((entry) => ({ fact: entry.told.fact.id, text: entry.text, when: formatDate(entry.date) }))
		}
	];
}

const DAY = 10;
const DATE_WORDS =
	/\b(?:19|20)\d\d\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/;

/** A preposition whose date was taken out. */
const LOST_DATE =
	/\b(?:for|since|until|by|on|in|from|before|after|of|end) (?:in|was|is|are|were|and|at|to|on|when|by|with)\b/;

/** The event of a dated fact without any date, if it can stand as an entry. */
function datedEvent(told: Told): Dated[] {
	const { values } = told.fact;
	if (values.is !== 'date' || values.date.length !== DAY || !isDate(values.date) || told.polarity !== 'affirmed')
		return [];
	const event = alone(values.event);
	const short = event === undefined ? undefined : shortened({ before: '', after: ` ${event}` }, MOST_ENTRY_WORDS);
	const text = short?.after.replace(/\.$/, '').trim();
	if (text === undefined || DATE_WORDS.test(text) || wordsOf(text).length < 3) return [];
	if (LOST_DATE.test(text)) return [];
	if (
		/[“”"]/.test(text) ||
		!hasFiniteVerb(text) ||
		breaksOff(text) ||
		/^(?:In|At|By|With) [^,]{1,60},|^There\b/.test(text)
	)
		return [];
	return [{ told, date: values.date, text: capitalise(text) }];
}

interface Pair {
	told: Told;
	left: string;
	right: string;
	person: Person;
}

/** The most pairs whose people are of one country or side. */
function ofOneSide(pairs: readonly Pair[]): Pair[] {
	const groups = pairs.map(({ person }) =>
		pairs.filter((other) => other.person === person || isOfSameSide(other.person, person))
	);
	return groups.reduce<Pair[]>((most, group) => (group.length > most.length ? group : most), []);
}

/** People and the offices that the article gives them; no office twice. */
function offices(article: string, all: readonly Told[], board: Board): FactSet[] {
	const acting = actingIn(board.articles.get(article)?.told ?? []);
	const pairs: Pair[] = [];
	for (const told of all) {
		const { values } = told.fact;
		const person = values.is === 'participant' ? board.person.get(values.people[0] ?? '') : undefined;
		if (values.is !== 'participant' || !person || told.polarity !== 'affirmed' || !person.name.includes(' ')) continue;
		if (isHead(titleOf(board, person, values.role)) || isOwned(told)) continue;
		if (!isOffice(values.role) || isThen(told) || /^former /i.test(values.role)) continue;
		// An office that has a question of its own, or somebody who does nothing here.
		if (told.fact.asks.length > 0 || !acting.has(person.id)) continue;
		const right = capitalise(titleOf(board, person, values.role));
		const taken = pairs.some((pair) => pair.left === person.name || mayBeSame(bareTitle(pair.right), bareTitle(right)));
		if (!taken && !containsWords(right, person.family)) pairs.push({ told, left: person.name, right, person });
	}
	// A title with its country would match by the nationality alone.
	const chosen = ofOneSide(pairs).slice(0, MOST_PAIRS);
	if (chosen.length < FEWEST_PAIRS) return [];
	const told = chosen.map((pair) => pair.told);
	return [
		{
			...base(
				'offices',
				article,
				told,
				(source) => `Which office does each of these people hold, according to ${source}?`
			),
			form: 'match',
			feedback: `According to ${told[0]?.label ?? ''}: ${chosen.map((pair) => `${pair.left}, ${pair.right}`).join('; ')}.`,
			pairs: chosen.map((pair) => ({ fact: pair.told.fact.id, left: pair.left, right: pair.right })),
			decoys: []
		}
	];
}

interface Stance {
	told: Told;
	text: string;
	party: Party;
}

/** Stances of the two parties that the article tells most of, each told by one of them alone. */
function positions(article: string, view: ArticleBoard): FactSet[] {
	const pair = view.pair.length > 0 ? view.pair : view.acting.slice(0, 2);
	const spoken = (view.byValues.get('quotation') ?? [])
		.slice(0, MOST_LOOKED_AT)
		.map(({ value }) => matterOf(String(value)));
	const stances = view.told
		.flatMap((told) => stanceOf(told, pair))
		.slice(0, MOST_LOOKED_AT)
		.filter(({ text }) => !spoken.some((words) => overlap(words, matterOf(text)) >= SAME_WORDS));
	const clear = stances.filter((one) => {
		const own = matterOf(one.text);
		return !stances.some((other) => other.party !== one.party && overlap(own, matterOf(other.text)) >= SAME_MATTER);
	});
	// An entry that names the other side shows whose it is: those that do not come first.
	const isOpen = (one: Stance) => !pair.some((party) => mentionsParty(one.text, party));
	const ordered = [...clear.filter(isOpen), ...clear.filter((one) => !isOpen(one))];
	const chosen = distinctStances(ordered, pair);
	if (pair.some((party) => !chosen.some((one) => one.party === party && isOpen(one)))) return [];
	const ofEach = pair.map((party) => chosen.filter((stance) => stance.party === party).length);
	if (pair.length < 2 || chosen.length < FEWEST_SORTED || ofEach.some((count) => count < FEWEST_OF_EACH)) return [];
	const told = chosen.map((stance) => stance.told);
	const bins = pair.map((party) => capitalise(party.name));
	const lists = pair.map((party) => {
		const own = chosen.filter((stance) => stance.party === party).map((stance) => stance.text);
		return `${capitalise(party.name)}: ${own.join('; ')}`;
	});
	return [
		{
			...base(
				'positions',
				article,
				told,
				(source) => `Whose is each of these stances and deeds, according to ${source}?`
			),
			form: 'sort',
			feedback: `According to ${told[0]?.label ?? ''}: ${lists.join('. ')}.`,
			bins,
			entries: chosen.map((s) => ({ fact: s.told.fact.id, text: capitalise(s.text), bin: capitalise(s.party.name) }))
		}
	];
}

function stanceOf(told: Told, pair: readonly Party[]): Stance[] {
	const { kind } = told.fact;
	if ((kind !== 'position' && kind !== 'commitment') || told.polarity !== 'affirmed') return [];
	const { party } = told;
	if (!party || party.id === BOTH || !pair.includes(party)) return [];
	const text = predicateOf(askable(told) ?? '')?.predicate;
	if (text === undefined || wordsOf(text).length > MOST_ENTRY_WORDS || PRONOUN.test(text)) return [];
	const holder = told.holder?.split(' ').pop() ?? '';
	return mentionsParty(text, party) || containsWords(text, holder) ? [] : [{ told, text, party }];
}

/** The parties in turn, so that neither has the most of the entries; nothing said twice. */
function distinctStances(stances: readonly Stance[], pair: readonly Party[]): Stance[] {
	const kept: Stance[] = [];
	for (const party of pair) {
		const own: Stance[] = [];
		for (const stance of stances.filter((one) => one.party === party)) {
			const twin = own.some((other) => overlap(matterOf(other.text), matterOf(stance.text)) >= SAME_MATTER);
			if (!twin && own.length < MOST_SORTED / 2) own.push(stance);
		}
		kept.push(...own);
	}
	return kept;
}

/** What was agreed, among what was not. */
function agreements(article: string, view: ArticleBoard, board: Board): FactSet[] {
	const able = (all: readonly Told[]) =>
		all
			.slice(0, MOST_LOOKED_AT)
			.filter((told) => isClear(told, board))
			.flatMap((told) => withGist(told));
	const agreed = able(view.agreed);
	const others = able(view.notAgreed);
	const [first] = agreed;
	if (!first || view.pair.length === 0) return [];
	const fits = (one: { gist: string }) => shapeOf(one.gist) === shapeOf(first.gist);
	const right = apart(agreed.filter(fits)).slice(0, MOST_OF_EACH);
	const wrong = apart(others.filter(fits))
		.filter((one) => alikeInLength([...right, one].map((entry) => entry.gist.length)))
		.slice(0, MOST_OF_EACH);
	if (right.length < FEWEST_OF_EACH || wrong.length < FEWEST_OF_EACH) return [];
	if (!alikeInLength([...right, ...wrong].map((entry) => entry.gist.length))) return [];
	const option = (one: { told: Told; gist: string }) => ({ fact: one.told.fact.id, text: capitalise(one.gist) });
	return [
		{
			...base(
				'agreed',
				article,
				[first.told],
				(source) => `Which of these does ${source} report as agreed by both sides?`
			),
			form: 'multiple-response',
			feedback: `According to ${first.told.label}, this was agreed: ${right.map((one) => one.gist).join('; ')}.`,
			options: [
				...right.map((one) => ({ ...option(one), correct: true })),
				...wrong.map((one) => ({ ...option(one), correct: false, confusion: mixUpOf(one.told) }))
			]
		}
	];
}

function mixUpOf(told: Told): 'not-agreed' | 'one-side-only' {
	return told.fact.kind === 'non-agreement' ? 'not-agreed' : 'one-side-only';
}

function withGist(told: Told): { told: Told; gist: string }[] {
	const gist = gistOf(told);
	return gist === undefined ? [] : [{ told, gist }];
}

/** Without those that may say what an earlier one says. */
function apart<T extends { gist: string }>(entries: readonly T[]): T[] {
	const kept: T[] = [];
	for (const entry of entries) {
		const own = matterOf(entry.gist);
		if (!kept.some((other) => overlap(own, matterOf(other.gist)) >= SAME_MATTER)) kept.push(entry);
	}
	return kept;
}
