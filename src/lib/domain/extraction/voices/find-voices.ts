import type { Sentence, Span } from '#lib/domain/articles/types.ts';
import type { Found } from '../found.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { shorten, spanOf } from '../propositions/clause.ts';
import { partyOf } from '../propositions/names.ts';
import { isStatement } from '../propositions/opinions.ts';
import type { Parsed } from '../propositions/sentence.ts';
import type { Proposition } from '../propositions/types.ts';
import { onlyPossible } from '../propositions/verdicts.ts';
import type { Quotation } from '../types.ts';
import { authorFrames, authorOf } from './author.ts';
import { saidFrames } from './frames.ts';
import { goingOn, remember, type Memory } from './going-on.ts';
import { denials, isDenied } from './denials.ts';
import { heraldOf } from './heralds.ts';
import { hasFinite } from './finite.ts';
import { isGeneric } from './generic.ts';
import { isBackshifted, isGrounded, weigh, type Weight } from './judge.ts';
import { piecesOf } from './pieces.ts';
import { predicatesOf, type Predicate } from './predicates.ts';
import { sectionReader } from './sections.ts';
import type { Frame, Judgement, Run } from './types.ts';
import { quotedFrames, viewFrames } from './views.ts';
import { overlaps } from './overlaps.ts';
import { standing } from './standing.ts';
import { splitDemand } from './verb-lists.ts';
import { SELF } from './words.ts';
import { yields } from './yielding.ts';

/** Confidence by manner, for a voice that is certain. */
const SURE = {
	'listed-verb': 0.6,
	said: 0.62,
	held: 0.65,
	quoted: 0.6,
	view: 0.68,
	line: 0.72,
	listed: 0.55,
	'goes-on': 0.5,
	author: 0.6,
	present: 0.5
} as const;
const [LEAST, MOST] = [0.4, 0.75];

/**
 * Claims, judgements, demands and refusals that no trigger tells, each with whose words they are.
 * @param found the article with its mentions, quotations and propositions; a clause that a proposition covers is left out
 * @param author the writer as the byline has it: of an article of opinion what is asked for is the writer's
 * @returns in the order of the text; a clause whose polarity is not certain is left out
 */
export function findVoices(found: Found, lexicon: Pick<Lexicon, 'speech'>, author: string | null = null): Judgement[] {
	const { layout, mentions, sentences } = found;
	const covering = propositionsBySentence(found.propositions);
	const sections = sectionReader(layout, mentions, lexicon.speech);
	const tell = teller(found);
	const writer = authorOf(layout, author, mentions, (index) => sentences.parsed(index));
	const memory: Memory = { voice: null, block: -1, heard: new Map() };
	const judgements: Judgement[] = [];
	for (const [index, sentence] of layout.sentences.entries()) {
		const block = layout.blocks[sentence.block];
		const section = sections.of(sentence.block);
		if (!block || sentence.duplicate) continue;
		const parsed = sentences.parsed(index);
		const known = covering.get(index) ?? [];
		const own = framesOf(parsed, sentences.quotationsIn(index), lexicon);
		const around = { section, memory, known, mentions };
		const herald = own.length === 0 ? heraldOf(parsed) : null;
		if (herald) {
			memory.voice = herald;
			memory.block = sentence.block;
			tell.pass(sentence);
			continue;
		}
		const asked = writer && own.length === 0 && block.role === 'body' ? authorFrames(parsed, writer) : [];
		const written = own.length > 0 ? own : asked;
		const frames =
			written.length > 0 || (writer && !toldOfYesterday(parsed))
				? written
				: goingOn(parsed, sentence, block.role, around);
		remember(frames, around);
		const told = frames.flatMap((frame) => tell.judge(parsed, sentence, frame, known));
		judgements.push(...told);
		if (block.role !== 'headline') judgements.push(...standing(found, index, [...known, ...told], frames));
		const further = known.flatMap((one) => splitDemand(parsed, one, known, mentions)?.further ?? []);
		judgements.push(...further.map((one) => ({ ...one, topic: found.topics.within(one, { sentence }).topic })));
		memory.block = sentence.block;
		tell.pass(sentence);
	}
	return judgements;
}

/**
 * Quoted words first: what is said outside the marks does not take them, but for the end of "Their revocation, he said,
 * was “coercion”".
 */
function framesOf(parsed: Parsed, quotations: readonly Quotation[], lexicon: Pick<Lexicon, 'speech'>): Frame[] {
	const told = saidFrames(parsed, lexicon.speech);
	const views = viewFrames(parsed).filter(
		(one) => !told.some(({ from, to }) => from >= one.from && from < one.to && to > from)
	);
	const said = [...told, ...views];
	const asides = said.filter(({ start }) => start !== undefined);
	const quoted = quotedFrames(parsed, quotations).filter(
		(one) =>
			parsed.tokens[one.from]?.capital === true || !asides.some(({ from, to }) => from <= one.from && one.to <= to)
	);
	return [...quoted, ...said.filter((one) => !quoted.some((other) => one.from < other.to && other.from < one.to))];
}

function teller(found: Found) {
	const { layout, mentions, topics } = found;
	let before: { topic: string; block: number } | null = null;
	const judge = (parsed: Parsed, sentence: Sentence, frame: Frame, known: readonly Proposition[]): Judgement[] => {
		const section = layout.blocks[sentence.block]?.section;
		const judged: Judgement[] = [];
		for (const run of predicatesIn(parsed, frame)) {
			const opens = run.from === frame.from ? (frame.start ?? run.from) : run.from;
			const span = spanOf(parsed.tokens, opens, shorten(parsed.tokens, run.from, run.to));
			if (!span || judged.some((one) => overlaps(one, span))) continue;
			const covering = known.filter((one) => overlaps(one, span));
			const loose = ['goes-on', 'listed', 'author'].includes(frame.manner);
			if (loose && opensWithOther(parsed, run, frame)) continue;
			if (
				!covering.every((one) => (loose || one.rule.endsWith('-loose')) && yields(parsed, one, frame.voice, mentions))
			)
				continue;
			const own = topics.own(span);
			const topical = own !== null || namesState(parsed, run);
			const weight = frame.manner === 'held' || run.demanded ? 2 : weigh(parsed, run, topical, frame.manner);
			if (weight === 0 || promises(parsed, run, frame) || !stands(parsed, run, frame, weight, topical)) continue;
			const near = before && { topic: before.topic, near: before.block === sentence.block };
			const context = { sentence, ...(section ? { section } : {}), ...(near ? { before: near } : {}) };
			const { topic } = topics.within(span, context);
			const judgement = judgementOf(parsed, run, { ...span, topic }, frame, weight);
			const lead = run.lead && spanOf(parsed.tokens, run.lead.from, run.lead.to);
			if (judgement) judged.push({ ...judgement, ...(lead ? { lead } : {}), instead: covering });
		}
		return judged;
	};
	return {
		judge,
		/** Remembers what a sentence speaks of, whoever says it. */
		pass(sentence: Sentence): void {
			const topic = topics.own(sentence);
			if (topic !== null) before = { topic, block: sentence.block };
		}
	};
}

/** Of another's words a writer of opinion goes on to tell in the past; what is so today is his own. */
function toldOfYesterday({ tokens }: Parsed): boolean {
	return tokens.some(({ w, quoted }) => !quoted && ['was', 'were', 'would', 'had'].includes(w));
}

/** The clauses and predicates of a frame; the first clause has its subject before an aside, if there is one. */
function predicatesIn(parsed: Parsed, frame: Frame): Predicate[] {
	if (frame.manner === 'held') return piecesOf(parsed, frame);
	return piecesOf(parsed, frame).flatMap((one) =>
		predicatesOf(parsed, one, one.from === frame.from ? (frame.start ?? one.from) : one.from)
	);
}

/** "and former President X has questioned …": what somebody else does is told, and no view of the speaker's. */
function opensWithOther(parsed: Parsed, run: Run, { voice }: Frame): boolean {
	const first = [0, 1, 2, 3].map((step) => parsed.startingAt.get(run.from + step)).find(Boolean);
	if (!first || first.mention.referent?.is !== 'person') return false;
	return first.mention.referent.id !== voice.holder.id && (voice.party === null || partyOf(first) !== voice.party);
}

/** Without a verb of speech only a plain view is taken, or what "her government" is said to hold. */
function stands(parsed: Parsed, run: Predicate, { manner, start }: Frame, weight: Weight, topical: boolean): boolean {
	if (weight === 2)
		return (manner === 'goes-on' || manner === 'listed') && !run.demanded
			? isGrounded(parsed, run) || isGeneric(parsed, run)
			: true;
	const statement = isStatement(parsed, run);
	if (manner === 'quoted')
		return statement || topical || SPEAKER.has(parsed.tokens[run.from]?.w ?? '') || isGeneric(parsed, run);
	const that = parsed.tokens[run.from - 1]?.w === 'that' || start !== undefined || run.lead !== undefined;
	if (manner === 'said') return run.to - run.from > 2 && (that || hasFinite(parsed, run));
	if (manner === 'view' || manner === 'line') return run.to - run.from > 3;
	const hedged = parsed.hedges.some(({ entry }) => entry.effect === 'hedged');
	if (manner === 'goes-on' && !hedged && isGeneric(parsed, run)) return true;
	return isBackshifted(parsed, run) || (statement && SELF.has(parsed.tokens[run.from]?.w ?? ''));
}

/** "Washington will strike it off the list", of Washington's words: what a side says that it will do is no view. */
function promises(parsed: Parsed, run: Run, { voice }: Frame): boolean {
	const will = parsed.tokens.slice(run.from, Math.min(run.to, run.from + 6)).findIndex(({ w }) => w === 'will');
	if (will < 0 || isDenied(parsed, run)) return false;
	const own = parsed.named.some(
		(one) => one.from >= run.from && one.from < run.from + 3 && partyOf(one) === voice.party
	);
	return own || ['we', 'he', 'she', 'i', 'they'].includes(parsed.tokens[run.from]?.w ?? '');
}

function judgementOf(
	parsed: Parsed,
	run: Run,
	{ start, end, topic }: Span & { topic: string },
	frame: Frame,
	weight: Weight
): Omit<Judgement, 'instead'> | null {
	if (denials(parsed, run) + (frame.denies ? 1 : 0) > 1) return null;
	if (frame.manner === 'held' && isDenied(parsed, run)) return null;
	const hedged =
		frame.hearsay === true ||
		onlyPossible(parsed, run) ||
		parsed.hedges.some(
			({ from, to, entry }) =>
				entry.effect === 'hedged' &&
				(entry.scope === 'sentence' || (entry.scope === 'clause' && from >= run.from && to <= run.to))
		);
	const sure = SURE[frame.manner] * frame.voice.sure * (weight === 2 ? 1 : 0.8) * (hedged ? 0.85 : 1);
	return {
		start,
		end,
		sentence: parsed.index,
		manner: frame.manner,
		voice: frame.voice,
		polarity: hedged ? 'hedged' : isDenied(parsed, run) || frame.denies ? 'negated' : 'affirmed',
		modality: hedged ? 'reportedly' : 'claimed',
		topic,
		rule: `position.voice-${frame.manner}`,
		confidence: Math.round(Math.min(MOST, Math.max(LEAST, sure)) * 100) / 100,
		why: frame.why
	};
}

/** What opens a quoted clause that tells what the speaker's side wants, is or does not do. */
const SPEAKER = new Set(['we', 'you', 'our', 'they', 'nobody', 'those']);

function namesState(parsed: Parsed, { from, to }: Run): boolean {
	return parsed.named.some(
		(one) => one.from >= from && one.to <= to && ['party', 'joint'].includes(one.mention.referent?.is ?? '')
	);
}

function propositionsBySentence(propositions: readonly Proposition[]): Map<number, Proposition[]> {
	const map = new Map<number, Proposition[]>();
	for (const one of propositions) {
		if (one.act === 'cause') continue;
		const list = map.get(one.sentence);
		if (list) list.push(one);
		else map.set(one.sentence, [one]);
	}
	return map;
}
