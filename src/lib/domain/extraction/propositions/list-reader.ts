import type { Block, Layout, Sentence } from '#lib/domain/articles/types.ts';
import { comesAbout } from './comes-about.ts';
import { labelledOutcomes, pointDraft, type Lead } from './lists.ts';
import { deedLead, futureLead, ownerOf, titleLead, type Owner } from './leads.ts';
import { readSentence } from './read-sentence.ts';
import { saidWhole } from './said.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { headlineDeed } from './short-lines.ts';
import type { Draft } from './types.ts';
import { underDeal } from './under-deal.ts';
import { AUXILIARIES, PREPOSITIONS } from './words.ts';

/** What the lines before say of a list's points: a lead that each of them completes, a title, or whose deeds they are. */
interface Above {
	lead: Lead | null;
	title: Lead | null;
	owner: Owner | null;
}
const NOTHING: Above = { lead: null, title: null, owner: null };
/** A point's first sentence with no more tokens than this is its title; what follows belongs to it. */
const TITLE_TOKENS = 6;

/** Reads one sentence after the other, and remembers what a line says of the points below it. */
export function listReader(layout: Layout): (parsed: Parsed, sentence: Sentence, block: Block) => Draft[] {
	let above = NOTHING;
	return (parsed, sentence, block) => {
		const point = block.role === 'bullet' || isCounted(parsed);
		if (!point) above = NOTHING;
		const first = sentence.start <= block.content.start || point !== (block.role === 'bullet');
		if (point && above !== NOTHING) {
			const drafts = readPoint(layout, parsed, first, above, block);
			if (drafts) return drafts;
		}
		const read = labelledOr(layout, parsed, block);
		if (!point || read.lead) above = { ...aboveOf(parsed, block), ...(read.lead ? { lead: read.lead } : {}) };
		return read.drafts;
	};
}

/** What a line says of the points that may follow it. */
function aboveOf(parsed: Parsed, block: Block): Above {
	const heading = block.role === 'heading' || block.role === 'headline';
	if (!heading && parsed.tokens.at(-1)?.w !== ':') return NOTHING;
	const title = titleLead(parsed);
	if (title) return { ...NOTHING, title };
	const owned = ownerOf(parsed, heading);
	if (!owned) return NOTHING;
	const lead = futureLead(owned) ?? (owned.promised ? deedLead(owned.owner) : null);
	return lead ? { ...NOTHING, lead } : { ...NOTHING, owner: owned.owner };
}

/** A point under what stands above it; null where it is read like any sentence. */
function readPoint(layout: Layout, parsed: Parsed, first: boolean, above: Above, block: Block): Draft[] | null {
	if (above.lead) return first ? listed(parsed, above.lead) : null;
	const own = readSentence(layout, parsed, first ? above.owner : null).drafts;
	if (own.length > 0) return own;
	if (!first) return null;
	if (above.owner && startsDeed(parsed)) return listed(parsed, deedLead(above.owner));
	if (!above.title) return null;
	const denied = above.title.decision.act === 'non-agreement';
	const comma = parsed.tokens.findIndex(({ w }) => w === ',');
	const main = comma < 0 ? parsed.tokens : parsed.tokens.slice(0, comma);
	if (!denied && main.some(({ w }) => AUXILIARIES.has(w)) && !startsDeed(parsed)) return null;
	const short = parsed.tokens.length <= TITLE_TOKENS;
	return listed(parsed, above.title).map((draft) => (short && denied ? { ...draft, end: block.content.end } : draft));
}

function listed(parsed: Parsed, lead: Lead): Draft[] {
	const draft = pointDraft(parsed, lead);
	return draft ? [draft] : [];
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

/** What a label "Outcomes:" lists, or what the sentence says. */
function labelledOr(layout: Layout, parsed: Parsed, { label, role }: Block): ReturnType<typeof readSentence> {
	const listedOnes = labelledOutcomes(parsed, label);
	if (listedOnes.length > 0) return { drafts: listedOnes, lead: null };
	const read = readSentence(layout, parsed);
	if (read.drafts.length > 0 || read.lead) return read;
	const others = [() => headlineDeed(parsed, role === 'bullet'), () => underDeal(parsed), () => comesAbout(parsed)];
	for (const other of role === 'body' ? others.slice(1) : others) {
		const drafts = other();
		if (drafts.length > 0) return { drafts, lead: null };
	}
	return { drafts: saidWhole(parsed), lead: null };
}
