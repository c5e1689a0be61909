import { wordSet } from '../../text.ts';
import { JOINTLY } from './joint-acts.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { AUXILIARIES } from './words.ts';

/** What two sign or publish together. */
export const PAPERS = wordSet(
	`statement communique communiqué declaration deal agreement accord pact treaty memorandum mou protocol truce framework roadmap
	arrangement arrangements plan document text terms programme understanding settlement compromise package bargain minutes charter
	documents agreements accords pacts treaties memorandums memoranda mous deals protocols declarations contracts papers communiques understandings`
);
export const DEALS = wordSet(
	'deal agreement accord pact treaty memorandum truce protocol communique communiqué bargain settlement'
);
export const TALKERS = wordSet(
	'secretaries chiefs envoys premiers chancellors negotiators ministers governments sides parties leaders delegations presidents capitals countries officials diplomats'
);
const AGREE = wordSet(
	'agreed announced said says states reads decided declared confirmed agree say announce confirm resolved settled decide pledged'
);
export const READS = wordSet(
	'says said states stated reads read provides provided declares declared announces announced stipulates specifies adds added notes'
);
/** How far behind a verb group a report of both is looked for, in tokens. */
const REACH = 40;

/** "according to a joint statement", "under the accord", ", negotiators agreed": both say it behind the verb. */
export function saidByBoth({ tokens }: Parsed, from: number): boolean {
	for (let at = from; at < Math.min(tokens.length, from + REACH); at++) {
		const word = wordAt(tokens, at);
		const according = word === 'according' && wordAt(tokens, at + 1) === 'to';
		const under = ['under', 'per', 'pursuant'].includes(word);
		const near = tokens.slice(at + 1, at + 8).map(({ w }) => w);
		if (under && near.some((w) => PAPERS.has(w))) return true;
		if (according && near.some((w) => PAPERS.has(w)) && near.some((w) => JOINTLY.has(w) || DEALS.has(w))) return true;
		if (tokens[at]?.w !== ',') continue;
		const verb = near.findIndex((w) => AGREE.has(w));
		const tail = near.slice(0, Math.max(0, verb));
		const agrees = ['agreed', 'agree', 'decided', 'resolved', 'decide', 'settled'].includes(near[verb] ?? '');
		const both = tail.some((w) => ['both', 'two', 'it', 'three'].includes(w));
		const talkers = tail.some((w) => TALKERS.has(w)) && agrees;
		const paper = tail.some((w) => JOINTLY.has(w)) && tail.some((w) => PAPERS.has(w) || w === 'note');
		if (verb > 0 && (paper || talkers || (both && (tail.some((w) => TALKERS.has(w)) || agrees)))) return true;
	}
	return false;
}

/**
 * "The joint communiqué says", "According to the joint statement,", "Under the accord,": the index behind such words at a
 * sentence's begin; -1 where it begins otherwise.
 */
export function saidInFront({ tokens }: Parsed): number {
	const both = bothConfirm(tokens);
	if (both > 0) return both;
	const first = wordAt(tokens, 0);
	const opens = ['under', 'per', 'in', 'according', 'pursuant'].includes(first);
	let joint = false;
	let paper = false;
	for (let at = 0; at < Math.min(tokens.length, 18); at++) {
		const { w = '', word = false } = tokens[at] ?? {};
		joint ||= JOINTLY.has(w) || DEALS.has(w) || (first === 'under' && PAPERS.has(w));
		paper ||= PAPERS.has(w);
		if (!word && w !== ',') return -1;
		if (opens && w === ',') return joint && paper ? at + 1 : -1;
		if (!opens && joint && paper && READS.has(w)) return wordAt(tokens, at + 1) === 'that' ? at + 2 : at + 1;
		if (AUXILIARIES.has(w)) return -1;
	}
	return -1;
}

/** "Officials on both sides confirmed that": the index behind it; -1 where a sentence begins otherwise. */
function bothConfirm(tokens: Parsed['tokens']): number {
	const at = tokens.findIndex(({ w }, i) => i < 5 && TALKERS.has(w));
	const joins = at >= 0 && ['on', 'from', 'of'].includes(wordAt(tokens, at + 1));
	const both = wordAt(tokens, at + 2) === 'both' || wordAt(tokens, at + 3) === 'two';
	if (!joins || !both) return -1;
	const verb = tokens.findIndex(({ w }, i) => i > at + 2 && i < at + 7 && AGREE.has(w));
	if (verb < 0) return -1;
	return wordAt(tokens, verb + 1) === 'that' ? verb + 2 : verb + 1;
}

const TITLES =
	/\b(?:joint (?:press )?(?:statement|communiqu[eé]|declaration|outcome document)|agreed minutes|communiqu[eé])\b/i;
const ABOUT =
	/\b(?:no|without|after|despite|against|condemns?|slams?|says?|reacts?|over|absent|missing|fail\w*|lack\w*)\b/i;

/** Whether a title is that of a paper which two issued: "Joint Statement of the Visit of …". */
export const isJointTitle = (title: string): boolean => TITLES.test(title) && !ABOUT.test(title);
