import type { Layout, Span } from '#lib/domain/articles/types.ts';
import type { Decision, Reading } from './reading.ts';
import { shorten, spanOf } from './clause.ts';
import { demands, type Demand } from './demands.ts';
import { openPoints } from './open-points.ts';
import { items, parts } from './parts.ts';
import { clauseStart } from './names.ts';
import { groupStart } from './scope.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Subject } from './subject.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, PREPOSITIONS } from './words.ts';

/**
 * What a reading says, one draft for each thing agreed.
 * @param auxiliary what the line above a list says before the point: "has"
 */
export function draftsOf(
	layout: Layout,
	parsed: Parsed,
	reading: Reading,
	decision: Decision,
	auxiliary?: string
): Draft[] {
	const { hit, subject, complement, content } = reading;
	const { tokens } = parsed;
	const listed = complement.kind === 'colon';
	const split = listed || ['to', 'none', 'np'].includes(complement.kind);
	const nouns =
		hit.entry.id.startsWith('agreements-includ') || (listed && wordAt(parsed.tokens, content.from) !== 'to');
	const divide = nouns ? items : parts;
	const from = listed && wordAt(tokens, content.from) === 'to' ? content.from + 1 : content.from;
	const denied = decision.act === 'non-agreement' && PREPOSITIONS.has(complement.kind);
	const whole = denied ? openPoints(parsed, content.from, content.to) : [content];
	const agreed = split ? divide(parsed, from, content.to) : whole;
	const pieces: Demand[] = decision.act === 'position' ? demands(parsed, reading, decision) : agreed;
	const trigger = spanOf(parsed.tokens, hit.from, hit.to);
	if (!trigger) return [];
	return pieces.flatMap((piece) => {
		const words = spanOf(parsed.tokens, piece.from, shorten(parsed.tokens, piece.from, piece.to));
		if (!words) return [];
		const own = piece === pieces[0];
		const start = Math.min(own ? startOf(parsed, reading) : words.start, words.start);
		const draft = draftOf(layout, parsed, reading, decision, { words, trigger, start, subject });
		if (subject?.how !== 'owner') return [{ ...draft, ...ledBy(layout, parsed, trigger, piece) }];
		const before = layout.article.text.slice(parsed.tokens[0]?.start ?? start, (own ? words : trigger).start).trim();
		return [{ ...draft, lead: [auxiliary, before].filter(Boolean).join(' ') }];
	});
}

/** "called on Kenya to": what stands before a further demand. */
function ledBy(layout: Layout, { tokens }: Parsed, trigger: Span, { leadEnd }: Demand): { lead?: string } {
	const last = leadEnd === undefined ? undefined : tokens[leadEnd - 1];
	return last && last.end > trigger.end ? { lead: layout.article.text.slice(trigger.start, last.end) } : {};
}

function startOf(parsed: Parsed, { hit, subject }: Reading): number {
	const at = groupStart(parsed, hit);
	// "The deal does not commit …": what nobody is named for is told with what stands before the verb.
	const bare = !subject && !hit.entry.noun && AUXILIARIES.has(wordAt(parsed.tokens, at));
	const group = parsed.tokens[bare ? clauseStart(parsed.tokens, at) : at]?.start ?? 0;
	// "did not accept Kenya's proposal": another verb's group.
	if (subject?.how === 'possessor') return parsed.tokens[subject.from]?.start ?? group;
	if (!subject || !['direct', 'loose'].includes(subject.how)) return group;
	// "What Kenya wants is …".
	const what = wordAt(parsed.tokens, subject.from - 1) === 'what' ? 1 : 0;
	return Math.min(parsed.tokens[subject.from - what]?.start ?? group, group);
}

interface Placed {
	words: Span;
	trigger: Span;
	start: number;
	subject: Subject | null;
}

function draftOf(layout: Layout, parsed: Parsed, reading: Reading, decision: Decision, placed: Placed): Draft {
	const { words, trigger, start, subject } = placed;
	const { entry } = reading.hit;
	const shown = layout.article.text.slice(trigger.start, trigger.end);
	const whose = subject ? `, subject ${subject.named.mention.why} (${subject.how})` : ', no subject found';
	const scope = reading.scope.because.length > 0 ? `, ${decision.polarity}: ${reading.scope.because.join(', ')}` : '';
	return {
		start,
		end: Math.max(words.end, trigger.end),
		sentence: parsed.index,
		act: decision.act,
		stance: entry.stance,
		trigger,
		triggerId: entry.id,
		subject: subject?.named.index ?? null,
		holder: decision.holder,
		content: words,
		polarity: decision.polarity,
		modality: decision.modality,
		rule: `${decision.act}-${decision.plain ? 'statement' : entry.class}-${subject?.how ?? 'none'}`,
		confidence: Math.round(Math.min(0.99, decision.confidence) * 100) / 100,
		why: `trigger “${shown}”${whose}${scope}`
	};
}
