import { grouped } from './board.ts';
import { matterOf, overlap } from './matter.ts';
import { dropSpoilers } from './spoilers.ts';
import type { Told } from './told.ts';

/** Gaps of one sentence. */
const MOST_OF_A_SENTENCE = 1;
/** What letters stand for, of one article. */
const MOST_LETTERS = 1;
/** Quotations of one speaker. */
const MOST_OF_A_SPEAKER = 2;
/** Beside so many questions of what was agreed, held and counted, one of these may stand. */
const OTHERS_TO_ONE = 3;
const FEWEST_OF_A_KIND = 4;
const GAPS = new Set(['date', 'figure', 'place', 'organisation']);

/** When and where the main meeting was: two things of one sentence that are both worth knowing. */
const isOfMeeting = ({ fact }: Told): boolean => fact.asks.some(({ question }) => MEETING.test(question));
const MEETING = /^(?:On which date|In which city), according to /;
const isOfLetters = ({ fact }: Told): boolean => fact.asks.some((ask) => ask.slot === 'letters');

/** One sentence is not asked again and again with another gap each time. */
export function capGaps(told: readonly Told[]): void {
	for (const letters of grouped(told.filter(isOfLetters), (one) => one.article).values()) {
		for (const one of letters.slice(MOST_LETTERS)) one.fact.asks.length = 0;
	}
	const gaps = told.filter((one) => GAPS.has(one.fact.values.is) && one.fact.asks.length > 0 && !isOfMeeting(one));
	for (const same of grouped(gaps, ({ article, fact }) => `${article} ${fact.statement}`).values()) {
		for (const one of same.slice(MOST_OF_A_SENTENCE)) one.fact.asks.length = 0;
	}
	for (const found of grouped(told, (one) => one.article).values()) {
		// By their places, whatever order a database gave them: of two that are alike the same one stays each time.
		const facts = [...found].sort((a, b) => spanOf(a).start - spanOf(b).start || rankOf(a) - rankOf(b));
		capMeetings(facts);
		capAgreed(facts);
		capDeeds(facts);
		capPlaces(facts);
		capQuotations(facts);
		capKind(facts, 'quotation');
		capKind(facts, 'date');
		capTwins(facts);
		dropSpoilers(facts);
	}
}

/** Few people act: more questions with the same answer, or of one sentence, would be guessed. */
const MOST_OF_A_KEY = 3;
const MOST_OF_A_SIDE = 2;
const WHOSE = new Set(['holder', 'speaker', 'who', 'stance', 'demand']);

/** Of two questions of one sentence with one answer, the first stays, and few with one answer at all. */
function capTwins(facts: readonly Told[]): void {
	const seen = new Set<string>();
	const counts = new Map<string, number>();
	for (const { fact, around } of facts) {
		const ask = fact.asks[0];
		if (ask === undefined) continue;
		const key = `${ask.key} ${around.slice(0, 400)}`;
		const count = (counts.get(ask.key) ?? 0) + 1;
		const most = ask.type === 'side' ? MOST_OF_A_SIDE : MOST_OF_A_KEY;
		const isTwin = seen.has(key) || count > most;
		if (WHOSE.has(ask.slot) && isTwin) {
			fact.asks.length = 0;
			continue;
		}
		seen.add(key);
		counts.set(ask.key, count);
	}
}

/** The day and the place of one meeting are asked once. */
function capMeetings(facts: readonly Told[]): void {
	const met = facts.filter(isOfMeeting);
	for (const same of grouped(met, ({ fact }) => fact.asks[0]?.slot ?? '').values()) {
		for (const one of same.slice(1)) one.fact.asks.length = 0;
	}
}

/** A deed is not asked for where another answer of the article lists it, nor twice with one answer. */
function capDeeds(facts: readonly Told[]): void {
	const keys: string[] = [];
	for (const { fact } of facts) keys.push(...fact.asks.map(({ key }) => key.toLowerCase()));
	for (const { fact } of facts) {
		const key = fact.asks.find(({ slot }) => slot === 'deed')?.key.toLowerCase();
		if (key === undefined || keys.filter((other) => other.includes(key)).length < 2) continue;
		keys.splice(keys.indexOf(key), 1);
		fact.asks.length = 0;
	}
}

/** What was agreed is not asked where a gap of the same sentence tells it. */
function capAgreed(facts: readonly Told[]): void {
	const gaps = new Set(
		facts.filter(({ fact }) => GAPS.has(fact.values.is) && fact.asks.length > 0).map(({ around }) => around)
	);
	for (const { fact, around } of facts) {
		if (gaps.has(around) && fact.asks.some(({ slot }) => slot === 'agreed' || slot === 'stance')) fact.asks.length = 0;
	}
}

/** What was agreed, promised and held comes before what is counted, dated and named in the same words. */
const RANKS = ['agreement', 'non-agreement', 'commitment', 'position', 'quotation'];
const rankOf = ({ fact }: Told): number => (RANKS.indexOf(fact.kind) + RANKS.length + 1) % (RANKS.length + 1);

const spanOf = ({ fact }: Told) => fact.evidence[0]?.span ?? { start: 0, end: 0 };

const SAME_WORDS = 0.8;

/** Whether a gap's sentence says all that another question of the same sentence asks. */
function tells(gap: Told, other: Told): boolean {
	if (!GAPS.has(gap.fact.values.is) || gap.around !== other.around) return false;
	const own = matterOf(other.fact.statement);
	return overlap(own, matterOf(gap.fact.asks[0]?.question ?? '')) >= SAME_WORDS && own.size > 2;
}

/** Of two questions whose words in the article overlap, the weightier one stays. */
function capPlaces(facts: readonly Told[]): void {
	const asking = facts.filter(({ fact }) => fact.asks.length > 0);
	const kept: { one: Told; start: number; end: number }[] = [];
	for (const one of [...asking].sort((a, b) => rankOf(a) - rankOf(b))) {
		const { start, end } = spanOf(one);
		if (isOfMeeting(one)) continue;
		const isGap = GAPS.has(one.fact.values.is);
		const overlapping = kept.filter((other) => start < other.end && other.start < end);
		if (
			overlapping.some((other) => isGap || other.one.holderId === one.holderId) ||
			kept.some((other) => tells(one, other.one))
		)
			one.fact.asks.length = 0;
		else kept.push({ one, start, end });
	}
}

/** One quotation of a sentence, and few of a speaker: the longest says the most. */
function capQuotations(facts: readonly Told[]): void {
	const quoted = facts.filter(({ fact }) => fact.values.is === 'quotation' && fact.asks.length > 0);
	const lengthOf = ({ value }: Told) => String(value).length;
	const ordered = [...quoted].sort((a, b) => lengthOf(b) - lengthOf(a));
	for (const same of grouped(ordered, ({ around }) => around).values()) {
		for (const one of same.slice(1)) one.fact.asks.length = 0;
	}
	const left = ordered.filter(({ fact }) => fact.asks.length > 0);
	for (const same of grouped(left, ({ holderId }) => String(holderId)).values()) {
		for (const one of same.slice(MOST_OF_A_SPEAKER)) one.fact.asks.length = 0;
	}
}

/** What a meeting brought about, and what is to come of it. */
const SUBSTANCE =
	/\b(?:agree\p{L}*|sign\p{L}*|accord|pact|deal|treaty|truce|talks|summit|meeting|met|visit\p{L}*|tariffs?|dut(?:y|ies)|controls?|sanctions?|licen[cs]\p{L}*|suspend\p{L}*|take effect|took effect|expire\p{L}*|resume\p{L}*|until|deadline|ban(?:ned|s)?)\b/iu;
/** Long since. */
const OLD = 2;

/** Keeps the weightiest of a kind, in proportion to an article's other questions. */
function capKind(facts: readonly Told[], kind: 'quotation' | 'date'): void {
	const asking = facts.filter(({ fact }) => fact.asks.length > 0);
	const own = asking.filter(({ fact }) => fact.values.is === kind);
	const most = Math.max(FEWEST_OF_A_KIND, Math.floor((asking.length - own.length) / OTHERS_TO_ONE));
	const weighed = own.map((one) => ({ one, weight: weightOf(one) })).sort((a, b) => b.weight - a.weight);
	for (const { one } of weighed.slice(most)) one.fact.asks.length = 0;
}

/** Told of the matter, and of this year: 0 to 2. */
function weightOf({ fact, published }: Told): number {
	const { values } = fact;
	const year = values.is === 'date' ? Number(values.date.slice(0, 4)) : undefined;
	const isOld = year !== undefined && published !== null && Number(published.slice(0, 4)) - year >= OLD;
	return Number(SUBSTANCE.test(fact.statement)) + Number(!isOld);
}

/** Those who did it, said it or hold it: the shorter question is kept of two that ask the same. */
const WHO = ['speaker', 'holder', 'who'];
const SAME = { speaker: 0.4, other: 0.7 };

/** Takes away what asks after the same person with the words of another question of the article. */
export function dropRewordings(told: readonly Told[]): void {
	const asking = told.flatMap((one) => {
		const ask = one.fact.asks.find(({ slot }) => WHO.includes(slot));
		return ask === undefined ? [] : [{ one, key: ask.key, rank: WHO.indexOf(ask.slot), matter: matterOf(saidIn(one)) }];
	});
	for (const same of grouped(asking, ({ one, key }) => `${one.article} ${key}`).values()) {
		const kept: (typeof same)[number][] = [];
		for (const entry of same.sort((a, b) => a.rank - b.rank)) {
			if (kept.some((other) => other.one !== entry.one && isSame(other, entry))) entry.one.fact.asks.length = 0;
			else kept.push(entry);
		}
	}
}

interface Asked {
	rank: number;
	matter: ReadonlySet<string>;
}

function isSame(kept: Asked, later: Asked): boolean {
	let shared = 0;
	for (const word of kept.matter) if (later.matter.has(word)) shared++;
	if (kept.rank === later.rank) return false;
	if (kept.rank === 0) return shared >= SAME.speaker * later.matter.size;
	return shared >= SAME.other * Math.min(kept.matter.size, later.matter.size);
}

/** The words of a quotation, else the statement. */
const saidIn = ({ fact }: Told): string => (fact.values.is === 'quotation' ? fact.values.words : fact.statement);
