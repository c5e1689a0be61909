import type { Places } from './after-names.ts';
import { giveOffice, personDraft, type Draft, type Ground, type Reading } from './draft.ts';
import { endingAt, startingAt } from './finds.ts';
import { nameRunBack, strangerOf } from './strangers.ts';
import { joinedEnd } from './subject-lists.ts';
import type { Token } from './tokens.ts';

const VERBS = new Map([
	['heads', { title: 'head', former: false }],
	['leads', { title: 'head', former: false }],
	['runs', { title: 'head', former: false }],
	['directs', { title: 'director', former: false }],
	['chairs', { title: 'chair', former: false }],
	['speaks', { title: 'spokesperson', former: false }],
	['headed', { title: 'head', former: true }],
	['ran', { title: 'head', former: true }],
	['led', { title: 'head', former: true }],
	['directed', { title: 'director', former: true }],
	['chaired', { title: 'chair', former: true }],
	['commands', { title: 'commander', former: false }],
	['commanded', { title: 'commander', former: true }],
	['presides', { title: 'president', former: false }],
	['presided', { title: 'president', former: true }]
]);
const BODIES =
	/^(ministry|department|committee|commission|council|bureau|office|agency|institute|institution|bank|navy|army|fleet|brigade|forces|guard|party|parliament|board|command|centre|center|programme|program|fund|authority|corporation|company|foundation|association|desk|division|union|mission|secretariat|group|university|firm|network|bloc|federation|chamber|lobby|research|practice|unit|service|operations|studies|taskforce|council|alliance|consultancy|section|branch|arm)$/;
const REACH = 14;
/** "who used to head the division" */
const USED = new Map([
	['head', { title: 'head', former: true }],
	['lead', { title: 'head', former: true }],
	['run', { title: 'head', former: true }],
	['direct', { title: 'director', former: true }],
	['chair', { title: 'chair', former: true }]
]);
/** "who has led the agency since 2019" */
const PERFECT = new Map([
	['headed', 'head'],
	['led', 'head'],
	['run', 'head'],
	['directed', 'director'],
	['chaired', 'chair']
]);

/** "X, who heads the foreign affairs committee": the office as a noun, where what he heads is a body. */
export function nameHeads(ground: Ground, reading: Reading, places: Places): void {
	const { tokens } = reading.line;
	tokens.forEach((token, at) => {
		if (token.lower !== 'who' || token.kind !== 'word') return;
		const held = portfolioAt(reading, at);
		if (held) return holdPortfolio(ground, reading, places, at, held);
		const adverb = adverbsAt(tokens, at + 1);
		const verb = verbOf(tokens[at + 1]?.lower ?? '', tokens[at + 1 + adverb]?.lower ?? '');
		if (verb === undefined) return;
		const draft = personBefore(ground, reading, places, nameEnd(reading, at));
		if (draft === undefined) return;
		const speaks = verb.title === 'spokesperson' && tokens[at + 2 + adverb]?.lower === 'for';
		if (verb.title === 'spokesperson' && !speaks) return;
		const over = verb.title === 'president' && tokens[at + 2 + adverb]?.lower === 'over';
		if (verb.title === 'president' && !over) return;
		const from = at + 2 + adverb + Number(speaks || over);
		const end = tailEnd(ground, reading, from, bodyEnd(reading, ground, from));
		const start = /^(the|a|an|its|his|her)$/.test(tokens[from]?.lower ?? '') ? from + 1 : from;
		const first = tokens[start];
		const last = tokens[end - 1];
		if (first === undefined || last === undefined || end <= start) return;
		const country = draft.person?.country;
		giveOffice(draft, {
			title: `${verb.title} ${speaks ? 'for' : 'of'} ${ground.normal.slice(first.start, last.end).replace(/\s+/g, ' ')}`,
			...(country === undefined ? {} : { country }),
			former: verb.former,
			span: { start: first.start, end: last.end }
		});
	});
	reading.drafts.sort((a, b) => a.from - b.from);
}

/** Makes whoever is named before "who" the minister of what follows. */
function holdPortfolio(
	ground: Ground,
	reading: Reading,
	places: Places,
	who: number,
	{ from, to, former }: { from: number; to: number; former: boolean }
): void {
	const { tokens } = reading.line;
	const draft = personBefore(ground, reading, places, nameEnd(reading, who));
	const [first, last] = [tokens[from], tokens[to - 1]];
	if (draft === undefined || first === undefined || last === undefined) return;
	const country = draft.person?.country;
	giveOffice(draft, {
		title: `${ground.normal.slice(first.start, last.end).replace(/\s+/g, ' ')} minister`,
		...(country === undefined ? {} : { country }),
		former,
		span: { start: first.start, end: last.end }
	});
}

function verbOf(first: string, word: string): { title: string; former: boolean } | undefined {
	if (first === 'used') return USED.get(word);
	const perfect = first === 'has' ? PERFECT.get(word) : undefined;
	return perfect === undefined ? VERBS.get(word) : { title: perfect, former: false };
}

/** "who holds the water and energy portfolio": a minister's office. */
function portfolioAt(reading: Reading, who: number): { from: number; to: number; former: boolean } | undefined {
	const { tokens } = reading.line;
	const verb = who + 1 + (/^(?:also|now|still|then)$/.test(tokens[who + 1]?.lower ?? '') ? 1 : 0);
	const word = tokens[verb]?.lower ?? '';
	if (!/^(?:holds|held)$/.test(word)) return undefined;
	const from = /^(?:the|her|his|their)$/.test(tokens[verb + 1]?.lower ?? '') ? verb + 2 : verb + 1;
	for (let to = from; to < from + PORTFOLIO_REACH; to++) {
		const { kind, text, lower = '' } = tokens[to] ?? {};
		if (lower === 'portfolio' || lower === 'portfolios')
			return to > from ? { from, to, former: word === 'held' } : undefined;
		if (kind !== 'word' && text !== ',') return undefined;
	}
	return undefined;
}
const PORTFOLIO_REACH = 9;

/** "who also", "who used to": the words between "who" and the verb. */
function adverbsAt(tokens: readonly Token[], at: number): number {
	const word = tokens[at]?.lower ?? '';
	if (word === 'used' && tokens[at + 1]?.lower === 'to') return 2;
	return /^(also|now|currently|once|previously|has)$/.test(word) ? 1 : 0;
}

/** "department for North America | and Oceania", "research | at the consultancy Halden & Pryce": what goes on behind a body. */
function tailEnd(ground: Ground, { line, finds }: Reading, from: number, end: number): number {
	const { tokens } = line;
	if (end <= from) return end;
	const joined = tokens[end]?.lower === 'and' ? joinedEnd({ ...ground, line, finds }, end, true) : undefined;
	if (joined !== undefined) return joined;
	const house = KIND_OF_HOUSE.test(tokens[end - 1]?.lower ?? '') && /^(?:at|the)$/.test(tokens[end - 2]?.lower ?? '');
	if (tokens[end]?.lower !== 'at' && !house) return end;
	let at = house ? end : end + 1;
	while (at < end + 6 && isKindOfHouse(tokens, at)) at += 1;
	let to = at;
	while (to < at + 5 && (tokens[to]?.capital || (to > at && tokens[to]?.text === '&'))) to += 1;
	return to > at ? to : end;
}
/** "the Berlin think-tank": also a place in front of what kind of house it is. */
const isKindOfHouse = (tokens: readonly Token[], at: number): boolean =>
	KIND_OF_HOUSE.test(tokens[at]?.lower ?? '') || KIND_OF_HOUSE.test(tokens[at + 1]?.lower ?? '');
const KIND_OF_HOUSE = /^(the|a|an|based|think|tank|consultancy|firm|law|bank|brokerage|research|risk|advisory|group)$/;

/** Where the name before "who" ends: a comma, or "X, the Republican who", may stand between. */
function nameEnd({ line: { tokens } }: Reading, who: number): number {
	if (tokens[who - 1]?.text === ',') return who - 1;
	for (let at = who - 1; at > who - 7; at--) {
		if (tokens[at]?.text === ',' && /^(the|an?)$/.test(tokens[at + 1]?.lower ?? '')) return at;
		if (tokens[at]?.kind === 'mark') break;
	}
	return who;
}

/** "Tom Cotton | of Arkansas": where a name ends behind which its bearer's home stands. */
function beforeHome({ line: { tokens }, finds }: Reading, to: number): number {
	const home = endingAt(finds, to);
	return home?.is === 'name' && tokens[home.from - 1]?.lower === 'of' ? home.from - 1 : to;
}

/** Whoever is named before a token: one whom only this clause tells of as well. */
function personBefore(ground: Ground, reading: Reading, places: Places, to: number): Draft | undefined {
	const known = places.to.get(to) ?? places.to.get(beforeHome(reading, to));
	if (known !== undefined) return known;
	const from = nameRunBack(reading.line.tokens, reading.finds, to);
	if (to - from < 2 || to - from > 5) return undefined;
	const person = strangerOf(ground, reading.line, from, to);
	const why = 'the name before what somebody heads';
	const draft = personDraft(reading, { from, to }, person, {
		name: { from, to },
		via: 'office',
		confidence: 0.85,
		why
	});
	reading.drafts.push(draft);
	places.to.set(to, draft);
	return draft;
}

/** The end of the body's name, or its beginning where it is none: a team that somebody leads is no office. */
function bodyEnd(reading: Reading, { names }: Ground, from: number): number {
	const { tokens } = reading.line;
	let end = from;
	for (let at = from; at < from + REACH; at++) {
		const token = tokens[at];
		if (token === undefined || (token.kind === 'mark' && token.text !== '&')) break;
		if (token.kind === 'possessive') {
			end = from;
			continue;
		}
		const find = startingAt(reading.finds, at);
		const body =
			(find?.is === 'group' && find.group.kind === 'body') || (find?.is === 'name' && find.entry.is === 'body');
		// "department | of North American and Oceanian affairs"
		const subject =
			end === at && end > from && /^(of|for)$/.test(token.lower) ? subjectEnd(reading, names, at + 1) : at;
		if (subject > at + 1) {
			end = subject;
			at = subject - 1;
		} else if (body) {
			end = find.to;
			at = find.to - 1;
		} else if (BODIES.test(token.lower)) end = at + 1;
		else if (find?.is === 'name' && end === at - 1 && /^(on|of|for)$/.test(tokens[at - 1]?.lower ?? '')) end = find.to;
		else if (end > from && !/^(of|for|on|the|at|and)$/.test(token.lower) && !token.capital) break;
		else if (/^(who|which|that|said|has|is|was|will)$/.test(token.lower)) break;
	}
	return end;
}

/** The end of what a department is for: capitals and subject words, and what "and" joins of them. */
function subjectEnd({ line: { tokens } }: Reading, names: Ground['names'], from: number): number {
	let end = from;
	for (let at = tokens[from]?.lower === 'the' ? from + 1 : from; at < from + SUBJECT_REACH; at++) {
		const token = tokens[at];
		if (token?.kind !== 'word') break;
		if (names.subjectWords.has(token.lower) || token.capital) end = at + 1;
		else if (token.lower !== 'and') break;
	}
	return end;
}
const SUBJECT_REACH = 9;
