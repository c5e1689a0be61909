import type { KnownPerson } from './compiled.ts';
import { countryAfter } from './after-names.ts';
import { appositionOf } from './appositions.ts';
import { personDraft, takenTokens, type Draft, type Ground, type Reading } from './draft.ts';
import { endingAt, startingAt } from './finds.ts';
import { giveOffices } from './offices.ts';
import { isDefinite, type Phrase } from './phrase.ts';
import { isNameWord, nameRun, nameRunBack, nameTail, strangerOf } from './strangers.ts';
import type { Token } from './tokens.ts';

/** Adds everybody whom a line names in full: from the gazetteer, by a title, by an apposition, by a verb of speech. */
export function nameInFull(ground: Ground, reading: Reading): void {
	for (const find of reading.finds) {
		if (find.is === 'name' && find.entry.is === 'person') {
			const to = nameTail(reading.line.tokens, reading.finds, find.to);
			const from = nameFront(ground, reading, find.from);
			const draft = namedDraft(reading, from, to, find.entry.person, 'gazetteer');
			crown(reading, draft);
			reading.drafts.push(draft);
		}
	}
	const taken = takenTokens(reading);
	for (const phrase of reading.phrases) nameAfterTitle(ground, reading, phrase, taken);
	for (const phrase of reading.phrases) nameAfterKnown(ground, reading, phrase, taken);
	for (const phrase of reading.phrases) nameBeforeTitle(ground, reading, phrase, taken);
	nameSpeakers(ground, reading, taken);
	nameDescribed(ground, reading, taken);
	reading.drafts.sort((a, b) => a.from - b.from);
	giveOffices(ground, reading);
}

/** "King Abdullah II", where the title is a part of the known name: "Jordan's King" is his office. */
function crown(reading: Reading, draft: Draft): void {
	const { tokens } = reading.line;
	const first = tokens[draft.from];
	if (first === undefined || !/^(king|queen|emperor|sultan|emir|pope)$/.test(first.lower)) return;
	const owner = tokens[draft.from - 1]?.kind === 'possessive' ? draft.from - 1 : draft.from;
	const find = endingAt(reading.finds, owner);
	const entry = find?.is === 'name' ? find.entry : undefined;
	const country = entry?.is === 'country' || entry?.is === 'adjective' ? entry.country : undefined;
	draft.name = { from: draft.from + 1, to: draft.to };
	draft.office = {
		title: country ? `${country.adjective} ${first.text}` : first.text,
		...(draft.person?.country ? { country: draft.person.country } : {}),
		former: false,
		span: { start: tokens[find && country ? find.from : draft.from]?.start ?? first.start, end: first.end }
	};
}

/** "Muhammad Shehbaz Sharif", "Syed Asim Munir": further names before the known one, a given name or behind a title. */
function nameFront(ground: Ground, reading: Reading, from: number): number {
	const { tokens } = reading.line;
	let front = from;
	for (let at = from - 1; at >= from - 2; at--) {
		const token = tokens[at];
		if (!isNameWord(token) || startingAt(reading.finds, at) || tokens[at + 1]?.hyphened) break;
		const titled = endingAt(reading.finds, at)?.is === 'title';
		if (!titled && !ground.names.givenNames.has(token.key)) continue;
		front = at;
		if (titled) break;
	}
	return front;
}

function namedDraft(reading: Reading, from: number, to: number, person: KnownPerson, via: string): Draft {
	return personDraft(reading, { from, to }, person, {
		name: { from, to },
		via,
		confidence: person.stranger ? 0.85 : 1,
		why: person.stranger ? `the name after or before a title or a verb of speech` : `the full name of ${person.name}`
	});
}

const UNSURE_LOWER = new Set([
	'general',
	'major',
	'head',
	'host',
	'author',
	'captain',
	'king',
	'prince',
	'queen',
	'chair',
	'justice',
	'marshal',
	'fellow',
	'expert',
	'official',
	'specialist',
	'owner',
	'partner',
	'leader',
	'dean',
	'academic',
	'minister',
	'mp'
]);

function nameAfterTitle(ground: Ground, reading: Reading, phrase: Phrase, taken: Uint8Array): void {
	const { tokens } = reading.line;
	const one = isDefinite(phrase) || (/^an?$/.test(phrase.determiner ?? '') && phrase.title.kind !== 'leader');
	const after = one && tokens[phrase.to]?.text === ',' && !isApposition(reading, phrase, taken) ? 1 : 0;
	const from = phrase.to + after;
	if (taken[from] || tokens[from]?.hyphened) return;
	const to = nameRun(tokens, reading.finds, from) + placeNamed(ground, reading, phrase, from);
	if (to === from || (after > 0 && (to - from < 2 || !/^[,.;:)—–]$/.test(tokens[to]?.text ?? '.')))) return;
	// "Office of the President, Press Secretariat": another body, and nobody's name.
	const body = ground.names.bodyWords.has(tokens[to - 1]?.key ?? '');
	if (body && (phrase.to - phrase.from === 1 || (after > 0 && !ground.names.givenNames.has(tokens[from]?.key ?? ''))))
		return;
	const head = tokens[phrase.head];
	const long = phrase.to - phrase.head > 1 && to - from > 1;
	const sure =
		after > 0 ||
		head?.capital ||
		phrase.country !== undefined ||
		phrase.ofBody ||
		long ||
		!UNSURE_LOWER.has(head?.lower ?? '');
	if (!sure || (phrase.title.plural && !['and', ',', 'of'].includes(tokens[to]?.lower ?? ''))) return;
	if (to - from === 1) {
		reading.drafts.push(surnameDraft(reading, from, to, phrase));
	} else {
		const person = strangerOf(ground, reading.line, from, to, phrase);
		reading.drafts.push(namedDraft(reading, from, to, person, phrase.title.kind === 'courtesy' ? 'title' : 'office'));
	}
	taken.fill(1, from, to);
	if (phrase.title.plural) nameOthers(ground, reading, phrase, to, taken);
}

/** "Mayor London Breed", "minister Santiago Cafiero": the length of a name that begins with a city's, else 0. */
function placeNamed({ names }: Ground, { line: { tokens }, finds }: Reading, phrase: Phrase, from: number): number {
	const find = startingAt(finds, from);
	const next = tokens[from + 1];
	if (find?.is !== 'name' || !/^(capital|place)$/.test(find.entry.is) || find.to !== from + 1) return 0;
	if (!tokens[phrase.head]?.capital || phrase.title.plural || from !== phrase.to || !isNameWord(next)) return 0;
	if (next.hyphened || names.bodyWords.has(next.key) || names.subjectWords.has(next.lower)) return 0;
	const to = nameRun(tokens, finds, from + 1);
	return to > from + 1 ? to - from : 0;
}

/** Whether a name stands before the title and its comma: "Steven Mnuchin, the Treasury secretary, …". */
function isApposition(reading: Reading, phrase: Phrase, taken: Uint8Array): boolean {
	const start = appositionOf(reading, phrase)?.end;
	return start !== undefined && taken[start - 1] === 1;
}

/** "Presidents Macron of France and Ana Lindqvist of Ruritania": the first one is known. */
function nameAfterKnown(ground: Ground, reading: Reading, phrase: Phrase, taken: Uint8Array): void {
	const find = phrase.title.plural ? startingAt(reading.finds, phrase.to) : undefined;
	if (find?.is === 'name' && find.entry.is === 'person') nameOthers(ground, reading, phrase, find.to, taken);
}

/** "prime ministers A of X, B and C": those after the first one. */
function nameOthers(ground: Ground, reading: Reading, phrase: Phrase, end: number, taken: Uint8Array): void {
	const { tokens } = reading.line;
	let at = end;
	for (let more = 0; more < 12; more++) {
		at = countryAfter(reading, at)?.to ?? at;
		const comma = tokens[at]?.text === ',' ? at + 1 : at;
		const from = tokens[comma]?.lower === 'and' ? comma + 1 : comma;
		if (from === at) return;
		const known = startingAt(reading.finds, from);
		const isKnown = known?.is === 'name' && known.entry.is === 'person';
		const to = isKnown ? known.to : nameRun(tokens, reading.finds, from);
		if (to - from < 2) return;
		if (!taken[from])
			reading.drafts.push(namedDraft(reading, from, to, strangerOf(ground, reading.line, from, to, phrase), 'office'));
		taken.fill(1, from, to);
		at = to;
	}
}

function surnameDraft(reading: Reading, from: number, to: number, phrase?: Phrase): Draft {
	return {
		line: reading.line,
		from,
		to,
		referent: null,
		via: 'surname',
		confidence: 0.9,
		why: 'a family name after a title',
		ask: { kind: 'surname', ...(phrase ? { phrase } : {}) }
	};
}

/** "Ana Lindqvist, Ruritania's foreign minister," */
function nameBeforeTitle(ground: Ground, reading: Reading, phrase: Phrase, taken: Uint8Array): void {
	const start = appositionOf(reading, phrase)?.end ?? counterpartAfter(reading, phrase);
	if (start === undefined || start < 1 || taken[start - 1]) return;
	const from = nameRunBack(reading.line.tokens, reading.finds, start);
	const last = reading.line.tokens[start - 1];
	if (start - from < 2 || start - from > 7 || !(last?.hyphened || isNameWord(last))) return;
	const known = ground.names.givenNames.has(reading.line.tokens[from]?.key ?? '');
	if (!known && (ground.names.bodyWords.has(last.key) || ground.names.subjectWords.has(last.lower))) return;
	const person = strangerOf(ground, reading.line, from, start, phrase);
	reading.drafts.push(namedDraft(reading, from, start, person, 'office'));
	taken.fill(1, from, start);
}

/** "Amna Baloch, his Pakistani counterpart": where the name before it ends. */
function counterpartAfter({ line: { tokens } }: Reading, phrase: Phrase): number | undefined {
	if (phrase.title.kind !== 'counterpart' || !/^(?:his|her|its|their)$/.test(phrase.determiner ?? '')) return undefined;
	const comma = phrase.from - 2;
	const after = tokens[phrase.to];
	const ends = after === undefined || after.kind === 'mark' || after.lower === 'and';
	return tokens[comma]?.text === ',' && ends ? comma : undefined;
}

/** "…," said Ana Lindqvist; Ana Lindqvist said: two or three capitalised words that nobody knows. */
function nameSpeakers(ground: Ground, reading: Reading, taken: Uint8Array): void {
	const { tokens } = reading.line;
	tokens.forEach((token, at) => {
		if (token.kind !== 'word' || !ground.names.speechVerbs.has(token.lower)) return;
		const to = nameRun(tokens, reading.finds, at + 1);
		if (isPersonRun(ground, reading, at + 1, to, taken) && /^["',]$/.test(tokens[at - 1]?.text ?? ''))
			return add(at + 1, to);
		const end = beforeDescription(ground, reading, beforeAdverbs(tokens, at));
		const from = nameRunBack(tokens, reading.finds, end);
		if (isPersonRun(ground, reading, from, end, taken)) add(from, end);
	});
	function add(from: number, to: number): void {
		reading.drafts.push(namedDraft(reading, from, to, strangerOf(ground, reading.line, from, to), 'speech'));
		taken.fill(1, from, to);
	}
}

/** "Ana Lindqvist | once told", "Ana Lindqvist | likes to say": where adverbs and helping verbs begin. */
function beforeAdverbs(tokens: readonly Token[], verb: number): number {
	let at = verb;
	while (at > verb - 4 && ADVERB.test(tokens[at - 1]?.text ?? '')) at--;
	return at;
}
const ADVERB =
	/^(?:once|later|also|then|now|often|always|famously|recently|has|had|would|likes|liked|used|to|just|simply|only|even|\p{Ll}{2,}ly)$/u;

/** So many tokens may stand between a name and the verb whose subject it is. */
const DESCRIPTION = 16;

/** "Ana Lindqvist | of the Oslo Centre said", "Ana Lindqvist |, the senior senator, said": where the name before a verb ends. */
function beforeDescription({ names }: Ground, { line: { tokens }, finds }: Reading, verb: number): number {
	const mark = tokens[verb - 1]?.text ?? '';
	if (/^[,—–-]$/.test(mark)) {
		let open = verb - 2;
		while (open > verb - DESCRIPTION && tokens[open]?.kind !== 'mark') open--;
		if (tokens[open]?.text !== mark) return verb;
		const first = tokens[open + 1]?.lower ?? '';
		// "The superintendent, Ana Lindqvist, said": the name itself stands between the commas.
		if (mark === ',' && nameRunBack(tokens, finds, verb - 1) === open + 1) return verb - 1;
		return DESCRIBES.test(first) || /^(?:of|from|at|with|she|he)$/.test(first) ? open : verb;
	}
	let body = false;
	for (let at = verb - 1; at > verb - DESCRIPTION / 2; at--) {
		const token = tokens[at];
		if (token?.kind !== 'word' || !(token.capital || /^(of|at|from|for|and|on|the|in)$/.test(token.lower))) return verb;
		const find = startingAt(finds, at);
		body ||= names.bodyWords.has(token.key) || (find?.is === 'name' && find.entry.is === 'body');
		if (body && /^(of|at|from)$/.test(token.lower) && isNameWord(tokens[at - 1])) return at;
	}
	return verb;
}

/** "Helena Marquardt, who now heads …": a known given name with another, and somebody is described. */
function nameDescribed(ground: Ground, reading: Reading, taken: Uint8Array): void {
	const { tokens } = reading.line;
	tokens.forEach((token, at) => {
		if (taken[at] || token.quoted || !isNameWord(token)) return;
		const given = ground.names.givenNames.has(token.key);
		// "Ana Lindqvist, who": a person, whatever the name.
		if (!given && isNameWord(tokens[at - 1])) return;
		const to = nameRun(tokens, reading.finds, at);
		const word = tokens[to + 1]?.lower ?? '';
		const housed = given && isHoused(ground, reading, to);
		if (!housed && (tokens[to]?.text !== ',' || !(given ? DESCRIBES.test(word) : /^whom?$/.test(word)))) return;
		if (isNameWord(tokens[at - 1]) || !isPersonRun(ground, reading, at, to, taken)) return;
		reading.drafts.push(namedDraft(reading, at, to, strangerOf(ground, reading.line, at, to), 'description'));
		taken.fill(1, at, to);
	});
}
/** "Ana Lindqvist | of the Oslo Forum marked the day": somebody with a house of his own. */
function isHoused({ names }: Ground, { line: { tokens } }: Reading, at: number): boolean {
	if (!/^(?:of|at|from)$/.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.lower !== 'the') return false;
	let to = at + 2;
	while (to < at + DESCRIPTION / 2 && tokens[to]?.kind === 'word' && tokens[to]?.capital) to++;
	return to > at + 3 && names.bodyWords.has(tokens[to - 1]?.key ?? '');
}
const DESCRIBES = /^(?:who|whose|whom|an?|the|his|her|their|one|now|then|formerly|himself|herself|\p{N}+)$/u;

function isPersonRun(ground: Ground, reading: Reading, from: number, to: number, taken: Uint8Array): boolean {
	if (to - from < 2 || to - from > 3 || taken[from] || taken[to - 1]) return false;
	if (to - from === 2 && reading.line.tokens[from]?.raw.length === 1) return false;
	const last = reading.line.tokens[to - 1];
	return last !== undefined && !ground.names.bodyWords.has(last.key);
}
