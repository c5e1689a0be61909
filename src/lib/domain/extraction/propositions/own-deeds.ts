import { wordSet } from '../../text.ts';
import { deedOf } from './deed-words.ts';
import { partyOf } from './names.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { isAdverb, NEGATORS } from './words.ts';

/** Stances that repeat a promise. */
const REPEATS = wordSet('reaffirm affirm confirm reiterate repeat renew');
const OWN = wordSet(
	'side country government administration nation state ministry capital people cabinet delegation leadership'
);

/**
 * "said his side would do its part", "reaffirmed that Japan would invest", "said that licences would be granted": what somebody
 * says of the deeds of his own side is undertaken, and no opinion.
 */
export function asOwnDeed(parsed: Parsed, draft: Draft): Draft {
	const { tokens, lexicon } = parsed;
	if (draft.act === 'agreement' || draft.act === 'commitment') return asBound(parsed, draft);
	if (draft.act !== 'position' || !draft.holder) return draft;
	if (draft.holder.id === 'both') return asAffirmed(parsed, draft);
	const report = draft.rule.startsWith('position-report');
	if (!report && !REPEATS.has(draft.stance)) return draft;
	if (draft.polarity === 'hedged' || parsed.hedges.some(({ entry }) => entry.effect === 'hedged')) return draft;
	const from = tokens.findIndex(({ start }) => start >= draft.content.start);
	const will = tokens.findIndex(({ w }, at) => at > from && at < from + 16 && ['will', 'would', 'shall'].includes(w));
	if (from < 0 || will < 0 || (tokens[will]?.end ?? 0) > draft.content.end) return draft;
	let verb = will + 1;
	while (isAdverb(wordAt(tokens, verb)) || NEGATORS.has(wordAt(tokens, verb))) verb++;
	const own = isOwn(parsed, draft, from, will);
	const word = wordAt(tokens, verb);
	const denied = tokens.slice(will, verb).some(({ w }) => NEGATORS.has(w));
	const known = lexicon.actions.has(word) || (!denied && /^[a-z]{3,}$/.test(word) && !STATIVE.has(word));
	const verbal = known && !SOFT.has(word) && !lexicon.idle.has(word);
	const does = own && (verbal || doesPart(parsed, verb));
	const subject = parsed.named.find(({ index }) => index === draft.subject);
	const party = subject ? partyOf(subject) : null;
	const done = word === 'be' && !own && party !== null && becomes(parsed, { from, will, verb: verb + 1 }, party);
	if (!does && !done) return draft;
	const polarity = denied ? 'negated' : 'affirmed';
	const rule = does ? 'commitment-own-deed' : 'commitment-told-done';
	const why = `${draft.why}, of a deed of its own side`;
	return {
		...draft,
		act: 'commitment',
		stance: 'will',
		polarity,
		modality: denied ? 'not-agreed' : 'announced',
		rule,
		why
	};
}

/** "The deal commits Japan to lift the ban": what a deal binds one side to is that side's. */
function asBound({ tokens, named }: Parsed, draft: Draft): Draft {
	const last = tokens.findLast(({ end }) => end <= draft.trigger.end)?.w ?? '';
	const one = named.find(({ from }) => (tokens[from]?.start ?? -1) === draft.content.start);
	const { referent } = one?.mention ?? {};
	if (!BINDS.has(last) || !one || referent?.is !== 'party' || wordAt(tokens, one.to) !== 'to') return draft;
	const start = tokens[one.to + 1]?.start ?? draft.content.start;
	const content = { start, end: Math.max(start, draft.content.end) };
	const holder = { id: referent.id, name: referent.name };
	const why = `${draft.why}, which binds ${referent.name}`;
	return { ...draft, act: 'commitment', holder, subject: one.index, content, rule: 'commitment-bound', why };
}
const BINDS = wordSet('commits commit committed obliges obliged binds bound requires required');

/** "…, both governments affirmed in a joint note": what two affirm is to be done is agreed. */
function asAffirmed({ tokens }: Parsed, draft: Draft): Draft {
	if (!REPEATS.has(draft.stance) || draft.polarity !== 'affirmed') return draft;
	const inside = tokens.filter(({ start, end }) => start >= draft.content.start && end <= draft.content.end);
	const will = inside.findIndex(({ w }) => ['will', 'shall'].includes(w));
	const be = inside[will + 1]?.w === 'be' && /ed$|left|kept|built|held|set|put/.test(inside[will + 2]?.w ?? '');
	if (will < 1 || !be || inside.some(({ w }) => NEGATORS.has(w))) return draft;
	return { ...draft, act: 'agreement', stance: 'agree', modality: 'agreed', rule: 'agreement-affirmed' };
}

/** Verbs after "will" that are no deeds. */
const STATIVE = wordSet(
	`not never like prefer see want need know think feel seem appear become remain stay stand suffer lose win benefit gain depend
	deserve face cope survive prevail react decide consider judge look hope expect insist argue say reject refuse decline resist
	soon also have continue persist fail try find hear agree talk speak watch wait welcome live come get never meet visit`
);

/** Verbs after "will" that promise little: "would support", "will defend". */
const SOFT = wordSet(
	'compromise negotiate concede yield surrender bargain abandon support oppose accept recognise recognize allow defend back tolerate respond retaliate welcome consider uphold protect safeguard let match'
);

const doesPart = ({ tokens }: Parsed, verb: number): boolean =>
	['do', 'play', 'keep', 'honour', 'honor', 'fulfil', 'fulfill'].includes(wordAt(tokens, verb)) &&
	['its', 'their', 'his', 'her', 'our', 'the'].includes(wordAt(tokens, verb + 1));

/** "his side", "the country", or the holder's own state by its name, right before "would". */
function isOwn(parsed: Parsed, draft: Draft, from: number, will: number): boolean {
	const { tokens } = parsed;
	const first = wordAt(tokens, from);
	const at = wordAt(tokens, from + 1) === 'own' ? from + 2 : from + 1;
	if (['it', 'they'].includes(first) && from + 1 === will) return REPEATS.has(draft.stance) || isBody(parsed, draft);
	if (['his', 'her', 'its', 'their', 'our', 'my'].includes(first))
		return OWN.has(wordAt(tokens, at)) && at + 1 >= will - 1;
	const named = parsed.startingAt.get(from) ?? parsed.startingAt.get(from + 1);
	if (!named || named.to < will - 2 || named.mention.referent?.is !== 'party') return false;
	const subject = parsed.named.find(({ index }) => index === draft.subject);
	const own = subject ? partyOf(subject) : draft.holder?.id;
	return own !== null && partyOf(named) === own;
}

/** Whether a state or a body says it, and no person. */
const isBody = ({ named }: Parsed, draft: Draft): boolean =>
	named.some(({ index, mention }) => index === draft.subject && mention.referent?.is !== 'person');

/** What is said to become of things, and not of a thing that somebody does. */
const VAGUE = wordSet(
	`completed finished concluded finalised finalized published announced resolved solved addressed achieved
	handled tested met judged improved strengthened punished defended used treated considered maintained respected
	protected taken made given held kept put set hit forced affected remembered crushed broken determined
	safeguarded based decided settled run led reunified`
);

/** "licences would be granted": a deed without its doer, of things that are nobody else's. */
export function becomes(
	parsed: Parsed,
	{ from, will, verb }: { from: number; will: number; verb: number },
	own: string
): boolean {
	const { tokens, lexicon } = parsed;
	let at = verb;
	while (isAdverb(wordAt(tokens, at))) at++;
	const word = wordAt(tokens, at);
	const dealt = word === 'dealt' && wordAt(tokens, at + 1) === 'with';
	const easier = word === 'made' && /er$|^(?:free|available|public)$/.test(wordAt(tokens, at + 1));
	const fits = dealt || easier || (deedOf(lexicon, word, 'participle') !== null && !VAGUE.has(word));
	const left = tokens.slice(from, will);
	const noun =
		left.length > 0 &&
		left.every(
			({ w }) => !['he', 'she', 'it', 'they', 'we', 'this', 'that', 'which', 'if', 'there', 'any', 'nobody'].includes(w)
		);
	const strangers = parsed.named.some(
		(one) =>
			one.from >= from &&
			one.to <= will &&
			one.mention.referent?.is !== 'place' &&
			partyOf(one) !== own &&
			wordAt(tokens, one.to) === "'s"
	);
	return fits && noun && !strangers;
}
