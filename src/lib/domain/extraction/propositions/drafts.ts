import type { Layout, Span } from '#lib/domain/articles/types.ts';
import type { Decision, Reading } from './acts.ts';
import { shorten, spanOf } from './clause.ts';
import { items, parts } from './parts.ts';
import { clauseStart } from './names.ts';
import { groupStart } from './scope.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Subject } from './subject.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES } from './words.ts';

export function draftsOf(layout: Layout, parsed: Parsed, reading: Reading, decision: Decision): Draft[] {
	const { hit, subject, complement, content } = reading;
	const split = complement.kind === 'to' || complement.kind === 'none' || complement.kind === 'np';
	const divide = hit.entry.id.startsWith('agreements-includ') ? items : parts;
	const pieces = split && decision.act !== 'position' ? divide(parsed, content.from, content.to) : [content];
	const trigger = spanOf(parsed.tokens, hit.from, hit.to);
	if (!trigger) return [];
	return pieces.flatMap((piece) => {
		const words = spanOf(parsed.tokens, piece.from, shorten(parsed.tokens, piece.from, piece.to));
		if (!words) return [];
		const own = piece === pieces[0];
		const start = Math.min(own ? startOf(parsed, reading) : words.start, words.start);
		return [draftOf(layout, parsed, reading, decision, { words, trigger, start, subject })];
	});
}

function startOf(parsed: Parsed, { hit, subject }: Reading): number {
	const at = groupStart(parsed, hit);
	// "The deal does not commit …": what nobody is named for is told with what stands before the verb.
	const bare = !subject && !hit.entry.noun && AUXILIARIES.has(wordAt(parsed.tokens, at));
	const group = parsed.tokens[bare ? clauseStart(parsed.tokens, at) : at]?.start ?? 0;
	if (!subject || !['direct', 'loose', 'possessor'].includes(subject.how)) return group;
	return Math.min(parsed.tokens[subject.from]?.start ?? group, group);
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
