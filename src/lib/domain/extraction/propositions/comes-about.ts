import { spanOf } from './clause.ts';
import { JOINTLY } from './joint-acts.ts';
import { clauseStart } from './names.ts';
import { BOTH, holderOf } from './reading.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Subject } from './subject.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, HAVE, isAdverb, NEGATORS } from './words.ts';

interface Told {
	start: number;
	end: number;
	/** Where the evidence begins. */
	from: number;
	rule: string;
	/** How sure it is, 0 to 1; 0.7 unless told. */
	sure?: number;
}

/** What somebody will do, or both will where nobody is named, as a proposition. */
export function deed(parsed: Parsed, subject: Subject | null, { start, end, from, rule, sure = 0.7 }: Told): Draft {
	const joint = subject?.joint ?? true;
	const act = joint ? 'agreement' : 'commitment';
	return {
		start: Math.min(from, start),
		end,
		sentence: parsed.index,
		act,
		stance: 'will',
		trigger: { start, end: start },
		triggerId: rule,
		subject: subject?.named.index ?? null,
		holder: subject && !joint ? holderOf(subject) : BOTH,
		content: { start, end },
		polarity: 'affirmed',
		modality: joint ? 'agreed' : 'announced',
		rule: `${act}-${rule}`,
		confidence: Math.round((subject?.confidence ?? 0.8) * sure * 100) / 100,
		why: subject ? `“to” after ${subject.named.mention.why}` : 'what takes two, or a deal says, comes about'
	};
}

const RETURNS = new Set('resume restart reopen recommence continue'.split(' '));
const BEGINS = new Set('start begin follow come open take enter go'.split(' '));
/** What is done when two have agreed: "was announced", "has been set up". */
const DONE = new Set(
	(
		'announced agreed established launched created signed initialled initialed formed restored reopened inaugurated approved ' +
		'endorsed adopted concluded sealed set revived renewed finalised finalized unveiled extended opened completed'
	).split(' ')
);
const PAPERS = new Set(
	(
		'statement communique declaration deal agreement accord pact treaty memorandum mou protocol truce framework roadmap arrangement ' +
		'arrangements plan document text terms programme understanding'
	).split(' ')
);
const TALKERS = new Set(
	'negotiators ministers governments sides parties leaders delegations presidents capitals countries officials diplomats'.split(
		' '
	)
);
const AGREE = new Set(
	'agreed announced said says states reads decided declared confirmed agree say announce confirm'.split(' ')
);

interface Group {
	/** The first auxiliary. */
	at: number;
	/** The token after the verb. */
	end: number;
	is: 'returns' | 'begins' | 'passive' | 'done';
	/** "is to", not "will". */
	planned: boolean;
}

/** "will resume", "is to be set up", "has been launched": the first verb group of those that come about, or null. */
function groupAt({ tokens }: Parsed, at: number): Group | null {
	const word = wordAt(tokens, at);
	const planned = ['is', 'are'].includes(word) && wordAt(tokens, at + 1) === 'to';
	let verb = planned ? at + 2 : at + 1;
	const past = (n: number): number => {
		let i = n;
		while (isAdverb(wordAt(tokens, i)) && !NEGATORS.has(wordAt(tokens, i))) i++;
		return i;
	};
	verb = past(verb);
	const made = (is: Group['is'], end: number): Group => ({ at, end, is, planned });
	if (word === 'will' || word === 'shall' || planned) {
		const one = wordAt(tokens, verb);
		const next = past(verb + 1);
		if (one === 'be') return isParticiple(wordAt(tokens, next)) ? made('passive', next + 1) : null;
		if (RETURNS.has(one) || (one === 'start' && wordAt(tokens, verb + 1) === 'again')) return made('returns', verb + 1);
		return BEGINS.has(one) ? made('begins', verb + 1) : null;
	}
	if (word === 'was' || word === 'were') return DONE.has(wordAt(tokens, verb)) ? made('done', verb + 1) : null;
	if (!HAVE.has(word) || wordAt(tokens, verb) !== 'been') return null;
	const participle = past(verb + 1);
	return DONE.has(wordAt(tokens, participle)) ? made('done', participle + 1) : null;
}

const STRONG = new Set(
	'set cut held sent built made given brought put opened sold kept paid withdrawn begun'.split(' ')
);
const isParticiple = (word: string): boolean => (word.length > 4 && word.endsWith('ed')) || STRONG.has(word);

/** "according to a joint statement", "under the accord", ", negotiators agreed": both say it behind the verb. */
function saidByBoth({ tokens }: Parsed, from: number): boolean {
	for (let at = from; at < Math.min(tokens.length, from + 40); at++) {
		const word = wordAt(tokens, at);
		const according = word === 'according' && wordAt(tokens, at + 1) === 'to';
		const under = ['under', 'per', 'pursuant'].includes(word);
		const near = tokens.slice(at + 1, at + 8).map(({ w }) => w);
		if (under && near.some((w) => PAPERS.has(w))) return true;
		if (according && near.some((w) => PAPERS.has(w)) && near.some((w) => JOINTLY.has(w) || DEALS.has(w))) return true;
		if (tokens[at]?.w !== ',') continue;
		const verb = near.findIndex((w) => AGREE.has(w));
		const tail = near.slice(0, verb);
		const both = tail.some((w) => w === 'both' || w === 'two' || w === 'it');
		const talkers = tail.some((w) => TALKERS.has(w)) && ['agreed', 'agree', 'decided'].includes(near[verb] ?? '');
		const paper = tail.some((w) => JOINTLY.has(w)) && tail.some((w) => PAPERS.has(w) || w === 'note');
		if (verb > 0 && (paper || talkers || (both && (tail.some((w) => TALKERS.has(w)) || near[verb] === 'agreed'))))
			return true;
	}
	return false;
}
const DEALS = new Set('deal agreement accord pact treaty memorandum truce'.split(' '));

/**
 * "Talks between the two militaries are to resume", "A joint survey was announced", "Tariffs are to be phased out under the
 * accord": nobody is named who does it, and it takes two, or a deal or both sides say it. At most one of a sentence.
 */
export function comesAbout(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	for (let at = 1; at < tokens.length; at++) {
		const group = groupAt(parsed, at);
		if (!group) continue;
		const start = clauseStart(tokens, at);
		const left = tokens.slice(start, at);
		const hedged = parsed.hedges.some(({ to, entry }) => to <= at && entry.effect !== 'none');
		if (hedged || left.some(({ w }) => NEGATORS.has(w) || AUXILIARIES.has(w)) || left.length === 0) continue;
		const sure = sureness(
			parsed,
			group,
			left.map(({ w }) => w)
		);
		const span = sure > 0 ? spanOf(tokens, start, group.end) : null;
		if (span) return [deed(parsed, null, { ...span, from: span.start, rule: 'comes-about', sure })];
	}
	return [];
}

/** What is to be done to a report, a case or a guest is in the calendar, and was not agreed. */
const CALENDAR = new Set(
	(
		'published released broadcast buried received sworn named elected decided discussed presented unveiled heard tried held ' +
		'announced welcomed expected inaugurated questioned sentenced interviewed awarded honoured screened'
	).split(' ')
);

/** How sure it is that both agreed what a verb group says of its subject; 0: they did not say so. */
function sureness(parsed: Parsed, group: Group, left: readonly string[]): number {
	// "Two were approved" counts; "the two agencies" belong together.
	const two = left
		.slice(0, -1)
		.some((w, at) => JOINTLY.has(w) || (w === 'working' && /^(?:group|party)/.test(left[at + 1] ?? '')));
	// "Kenya's two ministers will be received", "by both": who acts is named.
	const actor = parsed.tokens.slice(group.end, group.end + 12).some(({ w }) => w === 'by');
	const said = saidByBoth(parsed, group.end);
	switch (group.is) {
		case 'returns':
			return two || said ? 0.7 : group.planned && !owned(parsed, group.at) ? 0.45 : 0;
		case 'begins':
			return said ? 0.6 : 0;
		case 'passive':
			if (actor && !said) return 0;
			if (said || two) return 0.65;
			return group.planned && !CALENDAR.has(wordAt(parsed.tokens, group.end - 1)) && !owned(parsed, group.at) ? 0.5 : 0;
		case 'done':
			return !actor && (two || said || isPaper(parsed, group, left)) ? 0.55 : 0;
	}
}

/** "A contract on gas was signed": it takes two, unless a year says that it was long ago. */
function isPaper({ tokens }: Parsed, { end }: Group, left: readonly string[]): boolean {
	const signed = ['signed', 'initialled', 'initialed', 'concluded', 'sealed'].includes(wordAt(tokens, end - 1));
	const old = tokens.slice(end, end + 12).some(({ w }) => /^(?:19|20)\d\d$/.test(w));
	return signed && !old && left.some((w) => PAPERS.has(w) || w === 'contract' || w === 'contracts');
}

/** Whether somebody's own thing is spoken of: "China's tariffs are to be lifted", "Brazilian beef". */
function owned({ named, tokens }: Parsed, at: number): boolean {
	const start = clauseStart(tokens, at);
	return named.some(({ from, to, mention }) => {
		const inside = from >= start && to <= at;
		return inside && (mention.via === 'adjective' || mention.referent?.is === 'person' || wordAt(tokens, to) === "'s");
	});
}
