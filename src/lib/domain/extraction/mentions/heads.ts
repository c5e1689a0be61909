import type { Places } from './after-names.ts';
import { giveOffice, personDraft, type Draft, type Ground, type Reading } from './draft.ts';
import { startingAt } from './finds.ts';
import { nameRunBack, strangerOf } from './strangers.ts';

const VERBS = new Map([
	['heads', { title: 'head', former: false }],
	['leads', { title: 'head', former: false }],
	['runs', { title: 'head', former: false }],
	['directs', { title: 'director', former: false }],
	['chairs', { title: 'chair', former: false }],
	['speaks', { title: 'spokesperson', former: false }],
	['headed', { title: 'head', former: true }],
	['ran', { title: 'head', former: true }],
	['chaired', { title: 'chair', former: true }]
]);
const BODIES =
	/^(ministry|department|committee|commission|council|bureau|office|agency|institute|institution|bank|party|parliament|board|command|centre|center|programme|program|fund|authority|corporation|company|foundation|association|desk|division|union|mission|secretariat|group|university|firm|network|bloc)$/;
const REACH = 14;
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
		const adverb = /^(also|now|currently|once|previously|has)$/.test(tokens[at + 1]?.lower ?? '') ? 1 : 0;
		const verb = verbOf(tokens[at + 1]?.lower ?? '', tokens[at + 1 + adverb]?.lower ?? '');
		if (verb === undefined) return;
		const draft = personBefore(ground, reading, places, nameEnd(reading, at));
		if (draft === undefined) return;
		const speaks = verb.title === 'spokesperson' && tokens[at + 2 + adverb]?.lower === 'for';
		if (verb.title === 'spokesperson' && !speaks) return;
		const from = at + 2 + adverb + Number(speaks);
		const end = bodyEnd(reading, from);
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
	const perfect = first === 'has' ? PERFECT.get(word) : undefined;
	return perfect === undefined ? VERBS.get(word) : { title: perfect, former: false };
}

/** Where the name before "who" ends: a comma, or "X, the Republican who", may stand between. */
function nameEnd({ line: { tokens } }: Reading, who: number): number {
	if (tokens[who - 1]?.text === ',') return who - 1;
	for (let at = who - 1; at > who - 7; at--) {
		if (tokens[at]?.text === ',' && /^(the|an?)$/.test(tokens[at + 1]?.lower ?? '')) return at;
		if (tokens[at]?.kind === 'mark') break;
	}
	return who;
}

/** Whoever is named before a token: one whom only this clause tells of as well. */
function personBefore(ground: Ground, reading: Reading, places: Places, to: number): Draft | undefined {
	const known = places.to.get(to);
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
