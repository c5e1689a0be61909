import type { Block, Layout, Sentence } from '#lib/domain/articles/types.ts';
import { butNot } from './but-not.ts';
import type { Context } from './comes-about.ts';
import { readInScope, type Point } from './in-scope.ts';
import { deniedDeeds } from './denied-deeds.ts';
import { goesFurther } from './goes-further.ts';
import { likewise } from './likewise.ts';
import { opensList, pointDraft, type Lead } from './lists.ts';
import { deedLead, futureLead, ownerOf, type Owner } from './leads.ts';
import { isJointTitle } from './joint-said.ts';
import { asksBare, missingIn } from './none.ts';
import { tellsOfTalks } from './occasion.ts';
import { parts } from './parts.ts';
import { labelledOr } from './read-line.ts';
import { readSentence } from './read-sentence.ts';
import { announced, isAllLead, ownerBefore, ownerLabel, scopeOfTitle, titleAfterColon } from './scopes.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import type { Subject } from './subject.ts';
import type { Draft } from './types.ts';
import { withPhrases } from './unmet.ts';
import { wordGiven } from './word-given.ts';
import { PREPOSITIONS } from './words.ts';

/** What the line before says of a list's points: a lead that each of them completes, a title, or whose deeds they are. */
interface Above {
	lead: Lead | null;
	title: Lead | null;
	owner: Owner | null;
	/** The mark of the point that opened the list, where it is itself a point: "7."; its own points have others: "(a)". */
	within?: string;
}
const NOTHING: Above = { lead: null, title: null, owner: null };
/** A point's first sentence with no more tokens than this is its title; what follows belongs to it. */
const TITLE_TOKENS = 6;
/** A text's own title stands within this many lines. */
const TITLE_LINES = 3;
/** Within this many lines an article says whether it is about talks. */
const OPENING_LINES = 5;

/** What holds where the reader stands. */
interface State {
	above: Above;
	/** What the heading says of all below it, up to the next heading. */
	section: Lead | null;
	/** What a sentence announced of the rest of its paragraph. */
	running: { lead: Lead; block: Block } | null;
	/** Whose deeds a bullet tells by its label, and whether that label was a sentence of its own, just read. */
	label: { owner: Owner | null; block: Block; fresh: boolean } | null;
	/** Two issued the text itself, by its title. */
	paper: boolean;
	/** The article tells of talks or of a deal: by its first lines, or by what was found in it. */
	occasion: boolean;
	/** The sentence before, where it asks without a verb, and its paragraph. */
	asked: { parsed: Parsed; block: Block } | null;
	/** The sentence before, if it told of an agreement, and the paragraph in which it stands. */
	agreed: { sentence: number; block: Block } | null;
	/** Parties by the letters of their names, as they were met. */
	names: Map<string, Named>;
}

/** Reads one sentence after the other, and remembers what a heading or a line says of what stands below it. */
export function listReader(layout: Layout): (parsed: Parsed, sentence: Sentence, block: Block) => Draft[] {
	const state: State = {
		above: NOTHING,
		section: null,
		running: null,
		label: null,
		paper: false,
		occasion: false,
		asked: null,
		agreed: null,
		names: new Map()
	};
	return (parsed, sentence, block) => {
		noteNames(layout, parsed, state);
		const opened = sentence.start <= block.content.start && block.role === 'body';
		const bare = state.above.lead !== null && opened && startsDeed(parsed);
		const point = block.role === 'bullet' || isCounted(parsed) || bare;
		const opens = sentence.start <= block.content.start || point !== (block.role === 'bullet');
		const heading = block.role === 'heading' || block.role === 'headline';
		if (heading) state.section = null;
		if (block.role === 'headline' || block.paragraph <= TITLE_LINES)
			state.paper ||= isJointTitle(layout.article.normal.slice(block.start, block.end));
		if (heading || (state.running?.block !== block && !point)) state.running = null;
		const mark = layout.article.normal.slice(block.start, block.content.start).trim();
		const ends = state.above.within !== undefined && opens && sameMark(state.above.within, mark);
		if (!point || ends) state.above = NOTHING;
		if (state.label?.block !== block) state.label = labelOf(state, block);
		state.occasion ||= block.paragraph <= OPENING_LINES && tellsOfTalks(parsed);
		const within = point ? readPoint(layout, parsed, opens, state, block) : inText(layout, parsed, state);
		const read = within ?? readLine(layout, parsed, point, state, block);
		const told = besidesRead(parsed, read);
		const drafts =
			told.length > 0
				? told
				: missingIn(parsed, state.asked?.block === block ? state.asked.parsed : null, state.occasion);
		noteOutcome(parsed, state, block, drafts);
		if (block.role === 'headline' && !state.section) state.section = titleAfterColon(parsed);
		return drafts;
	};
}

/** What a sentence tells with the phrases, the further deeds and the contrasts that stand beside what was read. */
function besidesRead(parsed: Parsed, read: readonly Draft[]): Draft[] {
	const further = goesFurther(parsed, deniedDeeds(parsed, wordGiven(parsed, withPhrases(parsed, read))));
	return likewise(parsed, butNot(parsed, further));
}

/** Remembers the parties that a sentence names. */
function noteNames(layout: Layout, parsed: Parsed, { names }: State): void {
	for (const one of parsed.named) {
		const name = layout.article.normal.slice(one.mention.start, one.mention.end).toLowerCase();
		const { referent } = one.mention;
		if (referent?.is === 'party') names.set(name, one).set(referent.name.toLowerCase().replace(/^the /, ''), one);
	}
}

/** Remembers what a sentence told of: an agreement, an outcome of talks, a question without a verb. */
function noteOutcome(parsed: Parsed, state: State, block: Block, drafts: readonly Draft[]): void {
	const agreed = drafts.some(({ act, polarity }) => act === 'agreement' && polarity === 'affirmed');
	if (agreed || state.agreed?.sentence !== parsed.index - 1 || state.agreed.block !== block)
		state.agreed = agreed ? { sentence: parsed.index, block } : null;
	state.asked = asksBare(parsed) ? { parsed, block } : null;
	state.occasion ||= drafts.some(({ act }) => act === 'agreement' || act === 'non-agreement');
}

/** A line that is no point of a list: what it says, and what it says of the points that may follow it. */
function readLine(layout: Layout, parsed: Parsed, point: boolean, state: State, block: Block): Draft[] {
	const read = labelledOr(layout, parsed, block, contextOf(parsed, state, block));
	const mark = layout.article.normal.slice(block.start, block.content.start).trim();
	const within = point ? { within: mark } : {};
	if (!point || read.lead)
		state.above = { ...aboveOf(parsed, block), ...(read.lead ? { lead: read.lead, ...within } : {}) };
	if (block.role === 'heading') state.section = state.above.title;
	if (block.role !== 'body') return read.drafts;
	if (state.above.title) return read.drafts.filter((draft) => !isAllLead(parsed, draft));
	const whole = parsed.tokens.at(-1)?.word === true && (parsed.tokens[0]?.start ?? -1) === block.content.start;
	const title = whole ? scopeOfTitle(parsed) : null;
	if (title) state.section = title;
	if (title) return [];
	const lead = opensList(parsed) ? null : announced(parsed);
	if (!lead) return read.drafts;
	state.running = { lead, block };
	return read.drafts.filter((draft) => !isAllLead(parsed, draft));
}

/** "7." and "8.", "(a)" and "(b)", "•" and "•": marks of one list. */
function sameMark(one: string, other: string): boolean {
	const kind = (mark: string): string => mark.replace(/\d+/g, '1').replace(/[a-z]+/gi, 'a');
	return kind(one) === kind(other);
}

/** Whose deeds a bullet tells by the label before its colon: "China: …". */
function labelOf({ names }: State, block: Block): State['label'] {
	const word = block.label?.toLowerCase().replace(/^(?:by |for |on the part of )?(?:the )?/, '');
	const named = word === undefined ? undefined : names.get(word);
	if (!named) return null;
	const at = { ...named, from: 0, to: 0 };
	const subject = {
		named: at,
		from: 0,
		group: 0,
		skipped: [],
		joint: false,
		how: 'owner',
		confidence: 0.9
	} satisfies Subject;
	return { owner: { subject, words: '' }, block, fresh: false };
}

/** Running text under a heading, or after a sentence that announced it; null where it is read like any. */
function inText(layout: Layout, parsed: Parsed, { section, running }: State): Draft[] | null {
	const lead = running?.lead ?? section;
	if (!lead || opensList(parsed)) return null;
	const drafts = readInScope(layout, parsed, lead, { first: false, bullet: false, owner: null, from: 0 });
	return drafts && drafts.length > 0 ? drafts : null;
}

/** What a line says of the points that may follow it. */
function aboveOf(parsed: Parsed, block: Block): Above {
	const heading = block.role === 'heading' || block.role === 'headline';
	if (!heading && parsed.tokens.at(-1)?.w !== ':') return NOTHING;
	const owned = ownerOf(parsed, heading);
	const lead = owned && (futureLead(owned) ?? (owned.promised ? deedLead(owned.owner) : null));
	if (lead) return { ...NOTHING, lead };
	const title = scopeOfTitle(parsed) ?? (heading ? null : announced(parsed));
	if (title) return { ...NOTHING, title };
	return owned ? { ...NOTHING, owner: owned.owner } : NOTHING;
}

/** A point under what stands above it; null where it is read like any sentence. */
function readPoint(layout: Layout, parsed: Parsed, opens: boolean, state: State, block: Block): Draft[] | null {
	const { above, section, running, label } = state;
	// "What each will do: • Kenya will review the list.": a sentence of its own.
	if (above.lead && opens && above.lead.triggerId === 'owner' && tellsOfOne(parsed)) return null;
	if (above.lead) return opens ? listed(parsed, above.lead) : null;
	const title = above.title ?? (above.owner ? null : (running?.lead ?? section));
	if (title && opens) {
		const owner = ownerLabel(parsed);
		if (owner) {
			state.label = { owner, block, fresh: true };
			return [];
		}
	}
	const first = opens || (label?.fresh ?? false);
	if (label) label.fresh = false;
	const before = first && title ? ownerBefore(parsed) : null;
	if (before) state.label = { owner: before.owner, block, fresh: false };
	const { owner = null } = state.label ?? {};
	if (title) return underTitle(layout, parsed, title, { first, bullet: true, owner, from: before?.from ?? 0 }, block);
	const own = above.owner ? readSentence(layout, parsed, first ? above.owner : null).drafts : [];
	if (own.length > 0) return own;
	if (first && above.owner && startsDeed(parsed)) return listed(parsed, deedLead(above.owner));
	return null;
}

/** "Kenya will review …": one side by its name, with a verb of its own. */
function tellsOfOne({ tokens, startingAt }: Parsed): boolean {
	const named = startingAt.get(0) ?? startingAt.get(1);
	if (!named || named.mention.referent?.is === 'joint' || named.mention.via === 'joint') return false;
	return ['will', 'shall', 'would', 'is', 'are', 'has', 'have'].includes(wordAt(tokens, named.to));
}

/** A point under a title; a short one that was not agreed takes in what the bullet says of it further on. */
function underTitle(layout: Layout, parsed: Parsed, title: Lead, point: Point, block: Block): Draft[] | null {
	const drafts = readInScope(layout, parsed, title, point);
	const short = point.first && parsed.tokens.length <= TITLE_TOKENS && title.decision.act === 'non-agreement';
	if (!short || !drafts) return drafts;
	return drafts.map((draft) => (draft.rule.endsWith('-list') ? { ...draft, end: block.content.end } : draft));
}

function listed(parsed: Parsed, lead: Lead): Draft[] {
	const to = parsed.tokens.length;
	const done = startsDeed(parsed) && wordAt(parsed.tokens, 0) !== 'to' && lead.decision.act !== 'non-agreement';
	const pieces = done ? parts(parsed, 0, to) : [{ from: 0, to }];
	return pieces.flatMap((piece) => pointDraft(parsed, lead, piece) ?? []);
}

/** "to lift …", "lift …": an infinitive, and no noun of the same letters ("review of"). */
function startsDeed({ tokens, lexicon }: Parsed): boolean {
	const first = wordAt(tokens, 0);
	if (first === 'to') return wordAt(tokens, 1) !== '';
	const next = wordAt(tokens, 1);
	return lexicon.actions.has(first) && next !== '' && (!PREPOSITIONS.has(next) || ['up', 'down', 'out'].includes(next));
}

const COUNTS = new Set(
	'one two three four five six seven eight nine ten first firstly second secondly third thirdly fourth fourthly fifth fifthly'.split(
		' '
	)
);

/** "One, to resume …": a point of a list that is told in a line of its own. */
function isCounted({ tokens }: Parsed): boolean {
	const open = tokens[0]?.w === '(' ? 1 : 0;
	const mark = tokens[open + 1]?.w ?? '';
	// "ii) …", "(b) …".
	if (mark === ')' && /^(?:[ivx]{1,4}|[a-h])$/.test(wordAt(tokens, open))) return true;
	return COUNTS.has(wordAt(tokens, 0)) && [',', ':', ')'].includes(mark);
}

/** What is known of a sentence by the title of its text and by what stands before it. */
function contextOf(parsed: Parsed, { paper, agreed, occasion }: State, block: Block): Context {
	return { paper, after: agreed?.sentence === parsed.index - 1 && agreed.block === block, occasion };
}
