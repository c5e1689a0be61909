import type { Block, Layout, Span } from '#lib/domain/articles/types.ts';
import { comesAbout, type Context } from './comes-about.ts';
import { heads } from './heads.ts';
import { jointDeeds } from './joint-deeds.ts';
import { labelledOutcomes } from './lists.ts';
import { pairDeeds } from './pairs.ts';
import { promised } from './promised.ts';
import { readSentence } from './read-sentence.ts';
import { saidWhole } from './said.ts';
import type { Parsed } from './sentence.ts';
import { headlineDeed } from './short-lines.ts';
import { states } from './states.ts';
import { cameWith } from './talks-brought.ts';
import { toldBefore, toldBehind } from './told-behind.ts';
import type { Draft } from './types.ts';
import { underDeal } from './under-deal.ts';
import { yields } from './yields.ts';

/** What a label "Outcomes:" lists, or what the sentence says. */
export function labelledOr(
	layout: Layout,
	parsed: Parsed,
	{ label, role }: Block,
	context: Context
): ReturnType<typeof readSentence> {
	const listedOnes = labelledOutcomes(parsed, label);
	if (listedOnes.length > 0) return { drafts: listedOnes, lead: null };
	const read = readSentence(layout, parsed);
	if (read.lead || parsed.tokens.at(-1)?.w === '?') return read;
	// "…, both secretaries confirmed": who only tells of it holds no position of his own.
	const tells = ({ rule, holder }: Draft): boolean => rule.startsWith('position-statement') && holder?.id === 'both';
	const told = read.drafts.some((one) => one.act !== 'position' || (one.holder !== null && !tells(one)));
	if (told) return { ...read, drafts: [...read.drafts, ...besides(parsed, read.drafts, context)] };
	const others = [
		() => headlineDeed(parsed, role === 'bullet'),
		() => underDeal(parsed),
		() => promised(parsed),
		() => heads(parsed, context),
		() => pairs(parsed, context),
		() => yields(parsed, context),
		() => jointDeeds(parsed, context),
		() => cameWith(parsed, context),
		() => comesAbout(parsed, context),
		() => states(parsed, context),
		() => toldBehind(parsed, context),
		() => toldBefore(parsed)
	];
	for (const other of role === 'body' ? others.slice(1) : others) {
		const drafts = other();
		if (drafts.length > 0) return { drafts, lead: null };
	}
	return { drafts: read.drafts.length > 0 ? read.drafts : saidWhole(parsed), lead: null };
}

/** What pairs will do, with what comes about beside it: "Both navies will talk, and a working group is to be convened". */
function pairs(parsed: Parsed, context: Context): Draft[] {
	const found = pairDeeds(parsed, context.paper || context.after);
	if (found.length === 0) return [];
	const apart = (one: Draft): boolean => found.every(({ start, end }) => one.end <= start || one.start >= end);
	return [...found, ...comesAbout(parsed, context).filter(apart)];
}

/** What comes about in other clauses than those that are read. */
function besides(parsed: Parsed, drafts: readonly Draft[], context: Context): Draft[] {
	const come = comesAbout(parsed, context);
	const stand = come.length > 0 ? [] : states(parsed, context);
	const more = [...pairDeeds(parsed, false), ...come, ...stand, ...yields(parsed, context)];
	const apart = (one: Span, other: Span): boolean => one.end <= other.start || one.start >= other.end;
	const joint = jointDeeds(parsed, context).filter((one) => drafts.every((other) => apart(one.content, other.content)));
	const further = more.filter((one) => one.confidence >= 0.48 && drafts.every((other) => apart(one, other)));
	return further.length > 0 ? further : joint;
}
