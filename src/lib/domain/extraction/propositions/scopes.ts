import { holderOf, type Decision } from './reading.ts';
import type { Lead } from './lists.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import { subjectAt, type Subject } from './subject.ts';
import { leadOf, promiseOf, type Owner } from './leads.ts';
import { isNumeral, NEGATORS } from './words.ts';
import { wordSet } from '../../text.ts';

/** What a title calls agreed, open or promised; a word of the first kind that is denied is of the second. */
const AGREED = wordSet(
	`outcome outcomes agreement agreements deliverables deliverable results consensus agreed settled decided understandings
	understanding resolved solved achievements accepted adopted approved concluded signed endorsed achieved common-ground accords convergence`
);
const OPEN = wordSet(
	`open unresolved unsettled undecided outstanding sticking stumbling contention disagreement disagreements differences gaps
	absent missing unanswered omitted excluded rejected refused deferred shelved parked disputed deadlock divergences dispute failed`
);
const PROMISED = wordSet(
	`promised promises pledged pledges commitments commitment committed undertakings undertaking undertook offered offers
	concessions conceded assurances`
);
/** What else a title of such a list may hold: a title with any other word speaks of something of its own. */
const TREATED = wordSet('covered addressed touched included mentioned');
const FILLER = wordSet(
	`the a an of from at in on by between for to and & what was were is are has have had been be did does do they both sides side two
	three four five parties party leaders ministers governments government presidents capitals delegations neighbours neighbors
	countries teams each other one only here still main key joint summit major concrete important specific other talks meeting visit
	round dialogue items item points point areas area issues issue matters matter measures steps step questions question topics topic
	list summary following reached upon on made unilateral unilaterally bilateral mutual principal formally jointly so far yet remains remain
	remaining left out up things it their s 's not no nothing never text deal statement communique document paper agree day today
	tentative provisional initial final first common ground blocks not with alone off block table new also fact sheet
	covered addressed touched included mentioned discussed where`
);
/** A title with more words than this is a sentence. */
const LONGEST = 12;

/** What a heading, a label or a line with a colon says of all below it, where its words say nothing else; else null. */
export function scopeOfTitle(parsed: Parsed): Lead | null {
	const { tokens } = parsed;
	const count = tokens.reduce((sum, { word }) => sum + (word ? 1 : 0), 0);
	if (count === 0 || count > LONGEST || tokens.at(-1)?.w === '?') return null;
	for (const [at, { w, word }] of tokens.entries()) {
		const known = !word || FILLER.has(w) || AGREED.has(w) || OPEN.has(w) || PROMISED.has(w) || isNumeral(w);
		if (!known && !parsed.named.some(({ from, to }) => from <= at && at < to)) return null;
	}
	const words = tokens.flatMap(({ w, word }) => (word ? [w] : []));
	return scopeFrom(parsed, words);
}

/** The scope that the words of an announcement open: denied before promised, promised before agreed. */
function scopeFrom(parsed: Parsed, words: readonly string[]): Lead | null {
	const said = words.join(' ');
	const denied = words.some((w) => NEGATORS.has(w));
	if (words.some((w) => PROMISED.has(w))) {
		const joint = words.some((w) => ['both', 'joint', 'mutual', 'common', 'jointly'].includes(w));
		if (joint && !denied) return leadOf('agreement', 'agree', said);
		return promiseOf(ownerIn(parsed), denied, said);
	}
	const agreed = words.some((w) => AGREED.has(w)) || / common ground/.test(` ${said}`);
	const left = / agree(?: |$)/.test(said) || words.some((w) => TREATED.has(w));
	if (words.some((w) => OPEN.has(w)) || (denied && (agreed || left)) || / left out/.test(` ${said}`))
		return leadOf('non-agreement', 'no-agreement', said);
	return agreed ? leadOf('agreement', 'agree', said) : null;
}

/** The only party that is named, as the owner; null where none or more are. */
export function ownerIn(parsed: Parsed): Owner | null {
	const named = parsed.named.filter(({ mention }) => mention.referent && mention.referent.is !== 'joint');
	const ids = new Set(named.map(({ mention }) => mention.referent?.id));
	const [first] = named;
	return first && ids.size === 1 ? ownerOfNamed(parsed, first) : null;
}

/** A party that is named, as the one whose deeds follow. */
function ownerOfNamed(parsed: Parsed, named: Named): Owner {
	const subject: Subject = { ...subjectAt(parsed, named, 0, 'owner', 0.9), from: 0, joint: false };
	return { subject, words: '' };
}

const LIST = wordSet(
	'following points items steps measures things areas matters issues agreements decisions undertakings'
);
const COUNT = wordSet('two three four five six seven eight nine ten several various number series these the');
const LISTS = wordSet(
	'lists list records contains sets spells enumerates details names provides includes covers registers comprises notes'
);
/** Words after which nothing has been agreed yet, or only in somebody's wish. */
const NOT_YET = wordSet(
	`if unless may might could should must would want wants wanted demand demands demanded seek seeks sought propose proposes proposed
	ask asks asked call calls called urge urges urged hope hopes hoped draft condition conditions can whether expected
	likely reportedly possible once`
);
const TWO = wordSet(
	'both two joint neighbours neighbors sides parties together leaders ministers delegations governments'
);

/**
 * What a sentence announces of what follows: "records consensus on four items:", "Also accepted by X and Y were:", "lists what the
 * neighbours will do together.". A sentence without a colon must announce a list in words. Null for any other.
 */
export function announced(parsed: Parsed): Lead | null {
	const { tokens } = parsed;
	const colon = tokens.at(-1)?.w === ':';
	if (tokens.length > 45 || (!colon && !tellsOfList(parsed))) return null;
	const words = tokens.flatMap(({ w, word }) => (word ? [w] : []));
	if (words.some((w) => NOT_YET.has(w))) return null;
	const lead = scopeFrom(parsed, words);
	if (!colon && lead && lead.decision.act !== 'agreement') return null;
	if (lead) return lead;
	const will = words.some((w, at) => ['will', 'shall'].includes(w) && words.slice(at, at + 4).includes('do'));
	return will && words.some((w) => TWO.has(w)) ? leadOf('agreement', 'agree', words.join(' ')) : null;
}

/** "on the following.", "on four points.", "lists what … will do". */
function tellsOfList({ tokens }: Parsed): boolean {
	const last = tokens.findLastIndex(({ word }) => word);
	const counted = [last - 1, last - 2, last - 3].some((at) => COUNT.has(wordAt(tokens, at)));
	if (LIST.has(wordAt(tokens, last)) && (counted || wordAt(tokens, last) === 'following')) return true;
	const opens = COUNT.has(wordAt(tokens, 0)) && LIST.has(wordAt(tokens, 1)) && last < 8;
	return opens || tokens.some(({ w }, at) => LISTS.has(w) && tokens.slice(at + 1, at + 4).some((t) => t.w === 'what'));
}

/** Whether a sentence says no more than that a list follows: "Four points were agreed." */
export function isAllLead(parsed: Parsed, { content }: { content: { start: number; end: number } }): boolean {
	return parsed.tokens.every(
		({ w, word, start }) =>
			!word ||
			start < content.start ||
			start >= content.end ||
			FILLER.has(w) ||
			LIST.has(w) ||
			COUNT.has(w) ||
			AGREED.has(w)
	);
}

/** A bullet's first sentence that is a party's name alone ("China.", "By Kosovo –"), as the owner of the rest. */
export function ownerLabel(parsed: Parsed): Owner | null {
	const words = parsed.tokens.filter(({ word }) => word);
	const owner = words.length > 0 && words.length < 8 ? ownerIn(parsed) : null;
	if (!owner) return null;
	const light = new Set(['by', 'for', 'the', 'on', 'from', 'side', "'s", 'part']);
	const other = parsed.tokens.some(
		({ w, word }, at) => word && !light.has(w) && !parsed.named.some(({ from, to }) => from <= at && at < to)
	);
	return other ? null : owner;
}

/** "United States: tariffs drop": a party's name before a colon, as the owner of what stands after it; null where it is none. */
export function ownerBefore(parsed: Parsed): { owner: Owner; from: number } | null {
	const named = parsed.startingAt.get(0) ?? parsed.startingAt.get(1);
	const mark = named && parsed.tokens[named.to]?.w;
	if (!named || !mark || ![':', '—', '–', '--', '-'].includes(mark) || named.mention.referent?.is === 'joint')
		return null;
	const light = named.from === 0 || ['by', 'for', 'the'].includes(wordAt(parsed.tokens, 0));
	return light ? { owner: ownerOfNamed(parsed, named), from: named.to + 1 } : null;
}

/** A scope with another owner: what is promised is then that party's. */
export function ownedBy(lead: Lead, owner: Owner | null): Lead {
	const { decision } = lead;
	if (!owner || decision.act !== 'commitment') return lead;
	const made: Decision = { ...decision, holder: holderOf(owner.subject) };
	return { ...lead, decision: made, subject: owner.subject.named.index };
}

/** "China and Bhutan: what was agreed": a headline whose words after the colon are a title of what stands below it. */
export function titleAfterColon(parsed: Parsed): Lead | null {
	const colon = parsed.tokens.findIndex(({ w }) => w === ':');
	const rest = parsed.tokens.slice(colon + 1).flatMap(({ w, word }) => (word ? [w] : []));
	if (colon < 0 || rest.length === 0 || rest.length > 6 || parsed.tokens.at(-1)?.w === '?') return null;
	if (!rest.every((w) => FILLER.has(w) || AGREED.has(w)) || rest.some((w) => NEGATORS.has(w))) return null;
	return rest.some((w) => AGREED.has(w)) && rest[0] === 'what' ? leadOf('agreement', 'agree', rest.join(' ')) : null;
}
