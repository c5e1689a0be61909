import type { Complement } from './after-trigger.ts';
import type { Frame } from './frame.ts';
import { groupStart } from './scope.ts';
import { beforeAdverbs, wordAt, type Hit, type Named, type Parsed } from './sentence.ts';
import { nounsParty, possessor, subjectAfter } from './named-subject.ts';
import { inApposition, relativeBefore } from './relative-clause.ts';
import { coordinatedSubject, directSubject, mainSubject, namedBefore, subjectAt, type Subject } from './subject.ts';
import { governed } from './names.ts';
import { ACTING_NOUNS, AUXILIARIES, DETERMINERS, DO, MODALS } from './words.ts';

/** An unresolved pronoun in a reported clause is most likely the speaker: "Kenya said it would". */
export function stated(subject: Subject | null, around: Frame | undefined): Subject | null {
	if (!subject || subject.joint || subject.named.mention.referent || !around?.subject) return subject;
	const { named, joint, confidence } = around.subject;
	return {
		...subject,
		named: { ...named, from: subject.named.from, to: subject.named.to },
		joint,
		confidence: confidence * 0.8
	};
}

export function subjectOf(parsed: Parsed, hit: Hit, frames: readonly Frame[], complement: Complement): Subject | null {
	const giver = hit.entry.whose ? namedFrom(parsed, hit) : null;
	if (giver || tellsOfOther(hit)) return giver;
	if (hit.entry.noun && hit.entry.class === 'commit' && isReceived(parsed, hit)) return nounsParty(parsed, hit);
	if (hit.entry.noun)
		return (
			possessor(parsed, hit) ??
			nounsParty(parsed, hit) ??
			(hit.entry.class === 'agree' ? null : directSubject(parsed, hit)) ??
			// "prefers peace but makes no promise".
			(hit.entry.stance === 'withheld' ? sharedSubject(parsed, hit, frames) : null)
		);
	if (hit.passive && !hit.entry.takes.includes('state')) return subjectAfter(parsed, hit, 'by');
	const quoted = parsed.tokens[hit.from]?.quoted ?? false;
	const before = parsed.tokens[hit.from - 1]?.w;
	const speech = hit.entry.class === 'report' || complement.kind === 'before';
	if (speech && hit.forms.includes('past') && (before === ',' || before === '"')) {
		const quote = before === '"' || parsed.tokens[hit.from - 2]?.w === '"';
		const after = (quote ? null : directSubject(parsed, hit)) ?? subjectAfter(parsed, hit, 'after');
		if (after) return after;
	}
	const clause = hit.forms.includes('ing') && (before === ',' || before === 'while');
	const shared = sharedSubject(parsed, hit, frames);
	if (clause) {
		const main = shared ?? mainSubject(parsed, hit);
		if (main) return main;
	}
	if (groupStart(parsed, hit) === 0 && hit.forms.includes('ing')) return leadingSubject(parsed, hit);
	const relative = relativeSubject(parsed, hit);
	// "the guidance, which warned of": of nobody who is named.
	if (!relative && inApposition(parsed, hit)) return null;
	const direct = relative ?? itself(parsed, hit, frames) ?? directSubject(parsed, hit);
	if (direct) return isPlural(parsed, hit, direct) ? { ...direct, joint: true } : direct;
	if (quoted) return quotedSubject(parsed, hit);
	if (bare(parsed, hit) && !['and', 'but', 'yet', 'nor'].includes(before ?? ''))
		return shared && frames.some((frame) => frame.hit.forms.includes('base') && !frame.hit.forms.includes('past'))
			? shared
			: null;
	return shared ?? (complement.kind === 'quote' ? null : (coordinatedSubject(parsed, hit) ?? mainSubject(parsed, hit)));
}

/** "Kenya wants a code, yet it refuses to": an "it" or "they" that nobody resolved is who was told of before. */
function itself(parsed: Parsed, hit: Hit, frames: readonly Frame[]): Subject | null {
	const group = groupStart(parsed, hit);
	const pronoun = wordAt(parsed.tokens, group - 1);
	if ((pronoun !== 'it' && pronoun !== 'they') || parsed.endingAt.get(group - 1)?.mention.referent) return null;
	const before = wordAt(parsed.tokens, group - 2);
	const told = frames.findLast(({ subject }) => subject?.how === 'direct' && !subject.joint)?.subject;
	// "Kenyan officials said no, though they": only several are "they".
	if (pronoun === 'they' && !/[^s]s$/.test(wordAt(parsed.tokens, (told?.group ?? 0) - 1))) return null;
	const is = told?.named.mention.referent?.is;
	if (
		!told ||
		!['and', 'but', 'yet', 'as', 'while', 'though'].includes(before) ||
		(is !== 'party' && is !== 'organisation')
	)
		return null;
	const named = { ...told.named, from: group - 1, to: group };
	return { ...told, named, from: group - 1, group, skipped: [], confidence: told.confidence * 0.8 };
}

/** "angered Kenya", "was the verdict of Kenya": held by whom it names behind it, or by nobody. */
function tellsOfOther({ entry }: Hit): boolean {
	return entry.whose === 'after' && entry.noun && entry.class === 'stance';
}

/** "Austin, Wei agree to": a plural verb after one person's name has another one before it. */
function isPlural(parsed: Parsed, hit: Hit, { named, from, how }: Subject): boolean {
	const base = hit.forms.includes('base') && !hit.forms.includes('past') && bare(parsed, hit);
	const person = named.mention.referent?.is === 'person' && named.mention.via !== 'officials';
	const inverted = AUXILIARIES.has(wordAt(parsed.tokens, from - 1));
	return base && person && how === 'direct' && named.to === hit.from && !inverted;
}

/** A present tense ("press", "calls") is a noun unless its subject stands before it. */
function bare(parsed: Parsed, hit: Hit): boolean {
	if (!hit.forms.includes('base') && !hit.forms.includes('s')) return false;
	if (hit.forms.includes('past')) return false;
	const before = wordAt(parsed.tokens, beforeAdverbs(parsed.tokens, hit.from));
	return !MODALS.has(before) && !DO.has(before) && before !== 'to';
}

/** "We oppose …," in quotation marks: the speaker. */
function quotedSubject(parsed: Parsed, hit: Hit): Subject | null {
	const named = parsed.speakerAt(hit.from);
	const first = parsed.tokens[groupStart(parsed, hit) - 1]?.w ?? '"';
	if (!named || !['i', 'we', 'and', '"'].includes(first)) return null;
	const bare = first === 'and' && hit.forms.includes('base');
	if (bare && !parsed.tokens.slice(0, hit.from).some(({ w, quoted }) => quoted && ['i', 'we'].includes(w))) return null;
	const joint = named.mention.referent?.is === 'joint';
	return {
		named,
		from: hit.from,
		group: hit.from,
		skipped: [],
		joint,
		how: 'quoted',
		confidence: 0.8 * named.mention.confidence
	};
}

/** "Stressing X, Kenya urged …": the name after the comma; without one it is a gerund and no participle. */
function leadingSubject(parsed: Parsed, hit: Hit): Subject | null {
	const comma = parsed.tokens.findIndex((token, at) => at > hit.to && token.w === ',');
	if (comma < 0) return null;
	const named = parsed.named.find((one) => one.from > comma && one.from <= comma + 6);
	if (!named || governed(parsed.tokens, named.from) !== null) return null;
	const joint = named.mention.referent?.is === 'joint';
	const confidence = 0.9 * named.mention.confidence;
	return { named, from: hit.from, group: hit.from, skipped: [], joint, how: 'participle', confidence };
}

/** "Taipei, which rejects the claims, …": whom an apposed relative clause tells of. */
function relativeSubject(parsed: Parsed, hit: Hit): Subject | null {
	const pronoun = inApposition(parsed, hit) ? relativeBefore(parsed.tokens, hit.from) : null;
	if (pronoun === null) return null;
	let at = pronoun - 2;
	while (at > pronoun - 5 && !parsed.endingAt.has(at) && ACTING_NOUNS.has(wordAt(parsed.tokens, at))) at--;
	const who = wordAt(parsed.tokens, pronoun) === 'who';
	const named =
		parsed.endingAt.get(at) ?? namedBefore(parsed, at) ?? (who ? describedBefore(parsed, pronoun) : undefined);
	const is = named?.mention.referent?.is;
	const fits = who ? is === 'person' : is === 'party' || is === 'organisation';
	if (!named || !fits || (named.mention.via === 'adjective' && at === pronoun - 2)) return null;
	return subjectAt(parsed, named, pronoun + 1, 'direct', 0.95);
}

/** "Ann Lee, Japan's minister of trade and industry, who": the person whose office stands between the commas. */
function describedBefore(parsed: Parsed, pronoun: number): Named | undefined {
	for (let at = pronoun - 2; at > Math.max(0, pronoun - 24); at--) {
		const { w = ';' } = parsed.tokens[at] ?? {};
		if (w === ';' || w === '"' || AUXILIARIES.has(w)) return undefined;
		const named = w === ',' ? parsed.endingAt.get(at - 1) : undefined;
		if (named?.mention.referent?.is === 'person') return named;
	}
	return undefined;
}

/** "commitments from Kenya to …". */
function namedFrom(parsed: Parsed, hit: Hit): Subject | null {
	const article = DETERMINERS.has(wordAt(parsed.tokens, hit.to)) || parsed.tokens[hit.to]?.capital === true;
	const named = parsed.startingAt.get(hit.to) ?? (article ? parsed.startingAt.get(hit.to + 1) : undefined);
	// A town holds nothing.
	if (!named || named.mention.referent?.is === 'place') return null;
	const joint = named.mention.referent?.is === 'joint';
	return { named, from: hit.from, group: hit.from, skipped: [], joint, how: 'by', confidence: 0.9 };
}

/** ", the agency reported,": its subject is nobody else's. */
function isParenthesis(parsed: Parsed, { hit, subject }: Frame): boolean {
	if (hit.entry.class !== 'report' || !subject || parsed.tokens[hit.to]?.w !== ',') return false;
	return parsed.tokens.slice(Math.max(0, subject.from - 8), subject.from).some(({ w }) => w === ',');
}

/** What a coordinated verb or a participle takes over from the verb before it. */
function sharedSubject(parsed: Parsed, hit: Hit, frames: readonly Frame[]): Subject | null {
	const previous = [...frames]
		.reverse()
		.find(
			(frame) =>
				frame.subject &&
				frame.subject.how !== 'possessor' &&
				frame.hit.to <= hit.from &&
				(hit.forms.includes('ing') || !isParenthesis(parsed, frame))
		);
	if (!previous?.subject) return null;
	const between = parsed.tokens.slice(previous.hit.to, hit.from).some(({ w }) => w === ';');
	if (between) return null;
	// "announced a pact that cuts … and scraps …": a verb in the singular has no two for its subject.
	if (previous.subject.joint && hit.forms.every((form) => form === 's')) return null;
	const how = hit.forms.includes('ing') ? 'participle' : 'shared';
	return { ...previous.subject, how, skipped: [], confidence: previous.subject.confidence * 0.95 };
}

const RECEIVED = new Set(
	'received receiving obtained got secured extracted sought won gained demanded demands wants seeks awaits'.split(' ')
);

/** "had received assurances that": the verb's subject is not whose word it is. */
function isReceived(parsed: Parsed, hit: Hit): boolean {
	return parsed.tokens.slice(Math.max(0, hit.from - 4), hit.from).some(({ w }) => RECEIVED.has(w));
}
