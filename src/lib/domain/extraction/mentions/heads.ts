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
	['presides', { title: 'president', former: false }],
	['presided', { title: 'president', former: true }]
]);
const BODIES =
	/^(ministry|department|committee|commission|council|bureau|office|agency|institute|institution|bank|party|parliament|board|command|centre|center|programme|program|fund|authority|corporation|company|foundation|association|desk|division|union|mission|secretariat|group|university|firm|network|bloc|federation|chamber|lobby|research|practice|unit|service|operations|studies|taskforce|council|alliance|consultancy|section|branch|arm)$/;
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
		const end = tailEnd(ground, reading, from, bodyEnd(reading, from));
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

function verbOf(first: string, word: string): { title: string; former: boolean } | undefined {
	if (first === 'used') return USED.get(word);
	const perfect = first === 'has' ? PERFECT.get(word) : undefined;
	return perfect === undefined ? VERBS.get(word) : { title: perfect, former: false };
}

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
function bodyEnd(reading: Reading, from: number): number {
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
		if (body) {
			end = find.to;
			at = find.to - 1;
		} else if (BODIES.test(token.lower)) end = at + 1;
		else if (find?.is === 'name' && end === at - 1 && /^(on|of|for)$/.test(tokens[at - 1]?.lower ?? '')) end = find.to;
		else if (end > from && !/^(of|for|on|the|at|and)$/.test(token.lower) && !token.capital) break;
		else if (/^(who|which|that|said|has|is|was|will)$/.test(token.lower)) break;
	}
	return end;
}
