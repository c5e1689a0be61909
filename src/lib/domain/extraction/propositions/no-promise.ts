import { wordSet } from '../../text.ts';
import type { Reading } from './reading.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { AUXILIARIES, DETERMINERS, isAdverb, MODALS, NEGATORS, RELATIVES } from './words.ts';

/** What is announced and done with: no promise of anything. */
const NEWS = wordSet(
	`investigation investigations probe probes inquiry inquiries result results findings death arrest arrests resignation candidacy visit
	trip figures date dates victory win loss list charges indictment appointment verdict ceasefire-violation end start beginning`
);

/** "announced an anti-dumping investigation into …", "announced its results": news, and no promise. */
export function isNews({ tokens }: Parsed, { hit, content, complement }: Reading): boolean {
	if (hit.entry.stance !== 'announce' || complement.kind !== 'np' || hit.entry.id !== 'announce-np') return false;
	for (let at = content.from; at < Math.min(content.to, content.from + 8); at++) {
		const word = wordAt(tokens, at);
		if (at > content.from && ['', 'to', 'of', 'on', 'for', 'in', 'into', 'that', 'against'].includes(word))
			return false;
		if (NEWS.has(word)) return true;
	}
	return false;
}

/** "when it will start", "whether he will keep": a question within a sentence. */
const ASKS = wordSet('when whether how why what where if which');
const OCCASIONS = wordSet(
	`forum conference dinner lunch luncheon banquet breakfast reception parliament congress assembly ceremony gathering rally audience
	reporters press media lawmakers students lecture speech interview symposium seminar funeral parade plenary dialogue
	delegation guests factory university museum shipyard exhibition fair expo journalists investors executives`
);
/** Verbs of a person's calendar: "will address", "will tour". */
const CALENDAR = wordSet(
	`address open tour join chair host hold give deliver brief lead see receive take sign accompany inspect oversee face run
	succeed replace represent stay drop travel fly start begin end finish go`
);

/** Where "will" tells of a question, a calendar or a line that is not finished, and of nothing promised. */
export function isNoPromise(parsed: Parsed, reading: Reading): boolean {
	const tests = [isAsked, isCalendar, isFragment, isShrug, isForecast, isWayHome];
	return tests.some((test) => test(parsed, reading));
}

function isAsked({ tokens }: Parsed, { subject, content }: Reading): boolean {
	if (!subject || subject.how === 'owner') return false;
	const before = wordAt(tokens, subject.from - 1);
	const asks = ASKS.has(before) && !(before === 'if' && subject.from > 1 && content.to - content.from > 12);
	// "Whether he will keep it is another matter."
	const matter = tokens
		.slice(content.from, content.to)
		.some(({ w }, at, all) => w === 'another' && all[at + 1]?.w === 'matter');
	return asks || matter;
}

/** "Ruto, who will address a forum", "he will tour a factory": a person's calendar. */
function isCalendar({ tokens }: Parsed, { subject, content }: Reading): boolean {
	if (subject?.named.mention.referent?.is !== 'person' || subject.joint) return false;
	let verb = content.from;
	while (isAdverb(wordAt(tokens, verb)) || NEGATORS.has(wordAt(tokens, verb))) verb++;
	if (!CALENDAR.has(wordAt(tokens, verb))) return false;
	const relative = tokens.slice(subject.named.to, content.from).some(({ w }) => RELATIVES.has(w));
	return relative || tokens.slice(verb + 1, Math.min(content.to, verb + 9)).some(({ w }) => OCCASIONS.has(w));
}

/** Verbs that say something without an object. */
const WHOLE = wordSet(
	`resume continue cooperate co-operate collaborate restart reopen comply withdraw disarm disengage retaliate respond ratify
	negotiate consult invest start begin pay reciprocate proceed abide help talk sign follow participate join act`
);

/** "a line that neither leader will draw": a verb whose object stands elsewhere. */
function isFragment({ tokens }: Parsed, { content }: Reading): boolean {
	const words = tokens
		.slice(content.from, content.to)
		.filter(({ w, word }) => word && !isAdverb(w) && !NEGATORS.has(w));
	return words.length === 1 && !WHOLE.has(words[0]?.w ?? '');
}

/** What two are said not to do without forgoing anything. */
const SOFT = wordSet('draw move give go keep help put make admit budge blink say want know win lose see take get');

/** "Neither leader will draw conclusions": nothing is forgone. */
function isShrug({ tokens }: Parsed, { subject, content, scope }: Reading): boolean {
	return (subject?.joint ?? false) && scope.polarity === 'negated' && SOFT.has(wordAt(tokens, content.from));
}

/** "will return home on Friday": where somebody goes. */
function isWayHome({ tokens }: Parsed, { content }: Reading): boolean {
	const [verb, next] = [wordAt(tokens, content.from), wordAt(tokens, content.from + 1)];
	return verb === 'return' && (['home', 'on', 'from', 'next', 'this'].includes(next) || WEEKDAYS.has(next));
}
const WEEKDAYS = wordSet('monday tuesday wednesday thursday friday saturday sunday tomorrow today');

const FORECASTERS = wordSet(
	'analysts analyst experts observers economists investors traders diplomats critics pundits sceptics skeptics'
);
const FORECASTS = wordSet(
	'believe believes think thinks expect expects reckon reckons predict predicts predicted forecast guess say says said estimate fear'
);

/** "…, analysts believe": what others expect of somebody. */
function isForecast({ tokens }: Parsed, { content }: Reading): boolean {
	for (let at = content.from; at < Math.min(tokens.length, content.to + 4); at++) {
		if (tokens[at]?.w !== ',') continue;
		const near = [at + 1, at + 2].find((i) => FORECASTERS.has(wordAt(tokens, i)));
		if (near !== undefined && [1, 2, 3, 4].some((i) => FORECASTS.has(wordAt(tokens, near + i)))) return true;
	}
	return false;
}

const HEARERS = wordSet(
	'parliament reporters lawmakers mps deputies journalists delegates voters senators congress guests colleagues him her them'
);

/** "…, the minister promised parliament.": who was told, and not what was promised. */
export function isTold({ tokens }: Parsed, { hit, content, complement }: Reading): boolean {
	const words = tokens.slice(content.from, content.to).filter(({ word }) => word);
	const last = words.at(-1)?.w ?? '';
	return complement.kind === 'np' && hit.entry.class === 'commit' && words.length < 3 && HEARERS.has(last);
}

/** "obliges the United States to": one state's name is not "all states". */
export function isOneState({ tokens }: Parsed, { hit }: Reading): boolean {
	if (hit.entry.id !== 'treaty-obliges') return false;
	const last = tokens[hit.to - 1];
	return last?.capital === true && DETERMINERS.has(wordAt(tokens, hit.from + 1)) && hit.to - hit.from > 2;
}

/** "assured him that no harm was meant": what is so, and no deed to come; "isn't willing to": a refusal, and no promise. */
export function isView({ tokens }: Parsed, { hit, complement, content }: Reading, denied: boolean): boolean {
	if (hit.entry.id === 'be-ready') return denied;
	if (!['that', 'clause'].includes(complement.kind) || !['guarantee', 'pledge'].includes(hit.entry.stance))
		return false;
	const verbs = tokens.slice(content.from, content.to).filter(({ w }) => AUXILIARIES.has(w));
	return verbs.length > 0 && !verbs.some(({ w }) => MODALS.has(w));
}
