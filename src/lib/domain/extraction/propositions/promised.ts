import { wordSet } from '../../text.ts';
import { shorten, spanOf } from './clause.ts';
import { holderOf } from './reading.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import { directSubject, subjectAt, type Subject } from './subject.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, DETERMINERS, NEGATORS, PREPOSITIONS } from './words.ts';

/**
 * What somebody promises without a verb that governs it: "Licences, he promised, would come in May", "Hospitals would be
 * spared, Wang assured his guests", "What she has offered is a hotline". At most one of a sentence.
 */
export function promised(parsed: Parsed): Draft[] {
	return [...inserted(parsed), ...cleft(parsed)].slice(0, 1);
}

const AHEAD = wordSet('will would shall');

/** ", he promised,": all of the sentence is what is promised. */
function inserted(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	for (const hit of parsed.hits) {
		if (!(isPledge(hit) || isAssent(hit)) || !closes(tokens, hit.to)) continue;
		const subject = directSubject(parsed, hit);
		if (isAssent(hit) && !subject?.joint) continue;
		if (!subject || subject.how !== 'direct' || tokens[subject.from - 1]?.w !== ',') continue;
		const will = tokens.findIndex(({ w }) => AHEAD.has(w));
		const span = spanOf(tokens, 0, shorten(tokens, 0, tokens.length));
		if (will < 1 || !span || tokens.slice(0, will).some(({ w }) => w === 'that' || w === 'if')) continue;
		const denied = NEGATORS.has(wordAt(tokens, will + 1)) || ['no', 'nothing', 'nobody'].includes(wordAt(tokens, 0));
		// "Kenya will not raise the tariff, its minister assured reporters": whose deed it is.
		const own = parsed.named.find(
			({ from, to, mention }) => from < 2 && to <= will && mention.referent?.is === 'party'
		);
		const whose = own ? subjectAt(parsed, own, will, 'direct', 0.9) : subject;
		const draft = draftOf(parsed, whose, hit, span);
		if (draft) return [{ ...draft, polarity: denied ? 'negated' : 'affirmed' }];
	}
	return [];
}

const isAssent = ({ entry, forms }: Hit): boolean => ['agree', 'decide'].includes(entry.id) && forms.includes('past');

const isPledge = ({ entry, forms, passive }: Hit): boolean =>
	entry.class === 'commit' &&
	!entry.noun &&
	!passive &&
	forms.includes('past') &&
	['pledge', 'guarantee'].includes(entry.stance);

/** Whether nothing but who was told stands behind the verb before a mark. */
function closes(tokens: Parsed['tokens'], from: number): boolean {
	for (let at = from; at < from + 5; at++) {
		const { w, word } = tokens[at] ?? { w: '.', word: false };
		if (!word) return w === ',' || w === '.' || at >= tokens.length;
		if (AUXILIARIES.has(w) || w === 'to' || w === 'that') return false;
	}
	return false;
}

const GAVE = wordSet('offered promised pledged offers promises conceded granted guaranteed settled agreed');

/** "What China has offered is a hotline": the thing behind "is". */
function cleft(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const what = tokens.findIndex(({ w }, at) => at < 3 && w === 'what');
	const named = what < 0 ? undefined : parsed.named.find(({ from }) => from > what && from < what + 4);
	if (!named) return [];
	const verb = tokens.findIndex(({ w }, at) => at >= named.to && at < named.to + 4 && GAVE.has(w));
	const is = tokens.findIndex(({ w }, at) => at > verb && at < verb + 8 && (w === 'is' || w === 'was'));
	const thing = wordAt(tokens, is + 1);
	const noun = DETERMINERS.has(thing) || (thing !== '' && !PREPOSITIONS.has(thing) && !thing.endsWith('ed'));
	if (verb < 0 || is < 0 || !noun || NEGATORS.has(thing) || tokens.slice(what, is).some(({ w }) => NEGATORS.has(w)))
		return [];
	const subject = subjectAt(parsed, named, verb, 'direct', 0.8);
	const content = spanOf(tokens, is + 1, shorten(tokens, is + 1, tokens.length));
	const draft = content && draftOf(parsed, subject, null, content);
	return draft ? [{ ...draft, start: tokens[what]?.start ?? draft.start }] : [];
}

function draftOf(
	parsed: Parsed,
	subject: Subject,
	hit: Hit | null,
	content: { start: number; end: number }
): Draft | null {
	const holder = holderOf(subject);
	if (!holder) return null;
	const trigger = hit ? spanOf(parsed.tokens, hit.from, hit.to) : { start: content.start, end: content.start };
	const joint = subject.joint;
	return {
		...content,
		sentence: parsed.index,
		act: joint ? 'agreement' : 'commitment',
		stance: 'pledge',
		trigger: trigger ?? content,
		triggerId: 'promised',
		subject: subject.named.index,
		holder,
		content,
		polarity: 'affirmed',
		modality: joint ? 'agreed' : 'announced',
		rule: joint ? 'agreement-promised' : 'commitment-promised',
		confidence: Math.round(subject.confidence * 75) / 100,
		why: `what ${subject.named.mention.why} promised stands apart from the verb`
	};
}
