import type { Knowledge } from '../../facts/knowledge.ts';
import type { RulingCheck } from '../../facts/ruling-schema.ts';
import { gradeResponse } from '../../grading/grade.ts';
import { containsWords, fold } from '../../text.ts';
import type { Item, Typed, DateForm } from '../types.ts';
import type { Finding } from './finding.ts';
import { wrongTexts } from './options.ts';

/** The broken checks of every ruling, as findings that name the ruling. */
export function lintRulings(items: readonly Item[], knowledge: Knowledge): Finding[] {
	return knowledge.rulings.flatMap((ruling) =>
		ruling.checks.flatMap((check) =>
			breaches(check, items, knowledge).map((breach) => ({
				rule: 'ruling' as const,
				item: breach.item,
				message: `${ruling.id} (${check.rule}): ${breach.message}`
			}))
		)
	);
}

interface Breach {
	item: string;
	message: string;
}

/**
 * Where a bank breaks one check of a ruling. A check that finds nothing to look at is broken too: a ruling that
 * guards nothing would pass for ever.
 */
export function breaches(check: RulingCheck, items: readonly Item[], knowledge: Knowledge): Breach[] {
	switch (check.rule) {
		case 'key':
			return one(check, items, (item) => (fold(item.key) === fold(check.key) ? [] : [`the key is "${item.key}"`]));
		case 'accepts':
			return one(check, items, (item) => gradedOtherwise(item, check.answers, check.verdict, knowledge));
		case 'rejects':
			return one(check, items, (item) => gradedOtherwise(item, check.answers, 'wrong', knowledge));
		case 'cites':
			return one(check, items, (item) =>
				check.sources.filter((s) => !item.citations.some((c) => c.source === s)).map((s) => `does not cite ${s}`)
			);
		case 'offers':
			return one(check, items, (item) => {
				const offered = new Set(candidateTexts(item, knowledge).map(fold));
				return check.texts.filter((text) => !offered.has(fold(text))).map((text) => `does not offer "${text}"`);
			});
		case 'never-distractor':
		case 'names-source':
		case 'never-asked':
		case 'stem-contains':
		case 'not-cited':
			return overFacts(check, items, knowledge);
		default:
			return overBank(check, items, knowledge);
	}
}

function one(check: { fact: string; slot: string }, items: readonly Item[], test: (item: Item) => string[]): Breach[] {
	const id = `${check.fact}.${check.slot}`;
	const item = items.find((candidate) => candidate.id === id);
	if (!item) return [{ item: id, message: 'there is no such item to check' }];
	return test(item).map((message) => ({ item: id, message }));
}

function gradedOtherwise(item: Item, answers: readonly string[], verdict: string, knowledge: Knowledge): string[] {
	const form = item.forms.find((f): f is Typed | DateForm => f.form === 'typed' || f.form === 'date');
	if (!form) return ['the item takes no typed answer'];
	return answers.flatMap((text) => {
		const got = gradeResponse(form, { form: form.form, text }, knowledge).verdict;
		return got === verdict ? [] : [`"${text}" is graded ${got}, not ${verdict}`];
	});
}

/** Every distractor that the data offers for an item, chosen or not. */
function candidateTexts(item: Item, knowledge: Knowledge): string[] {
	const [factId, slot] = [item.facts[0], item.id.slice(item.id.indexOf('.') + 1)];
	const ask = knowledge.facts.find((fact) => fact.id === factId)?.asks.find((a) => a.slot === slot);
	return [...Object.values(ask?.distractors ?? {}).flat(), ...wrongTexts(item)];
}

type FactCheck = Extract<RulingCheck, { facts: string[] }>;

function overFacts(check: FactCheck, items: readonly Item[], knowledge: Knowledge): Breach[] {
	const slotOf = (item: Item) => item.id.slice(item.id.indexOf('.') + 1);
	const about = items.filter(
		(item) =>
			check.facts.includes(item.facts[0] ?? '') &&
			(check.rule === 'not-cited' || !check.slots || check.slots.includes(slotOf(item))) &&
			item.origin !== 'set'
	);
	if (check.rule === 'never-asked') return about.map((item) => ({ item: item.id, message: 'is asked' }));
	if (about.length === 0) return [{ item: check.facts.join(', '), message: 'there is no item to check' }];
	return about.flatMap((item) => factBreaches(check, item, knowledge).map((message) => ({ item: item.id, message })));
}

function factBreaches(check: FactCheck, item: Item, knowledge: Knowledge): string[] {
	switch (check.rule) {
		case 'never-distractor': {
			if (check.unless !== undefined && containsWords(item.question, check.unless)) return [];
			const bad = new Set(check.texts.map(fold));
			return wrongTexts(item)
				.filter((text) => bad.has(fold(text)))
				.map((text) => `offers "${text}"`);
		}
		case 'names-source': {
			const labels = knowledge.sources.map((source) => source.label.replace(/^the /, ''));
			const named =
				item.origin === 'mention' ||
				labels.some((label) => item.question.includes(label)) ||
				/which (?:one )?of the (?:five )?(?:articles|reports|sources)|which (?:article|report|source)|both (?:lists|reports|articles)/i.test(
					item.question
				);
			return named ? [] : [`names no source: ${item.question}`];
		}
		case 'stem-contains':
			return check.any.some((text) => item.question.toLowerCase().includes(text.toLowerCase()))
				? []
				: [`contains none of ${check.any.join(', ')}: ${item.question}`];
		case 'not-cited':
			return item.citations.some((c) => c.source === check.source && c.paragraph === check.paragraph)
				? [`cites ${check.source} p${check.paragraph}`]
				: [];
		default:
			return [];
	}
}

type BankCheck = Extract<
	RulingCheck,
	{ rule: 'no-question-matches' | 'is-contested' | 'holder' | 'sources-exactly' | 'same-origin' }
>;

function overBank(check: BankCheck, items: readonly Item[], knowledge: Knowledge): Breach[] {
	switch (check.rule) {
		case 'no-question-matches':
			return matching(new RegExp(check.pattern, 'i'), items);
		case 'is-contested': {
			const about = items.filter((item) => item.facts.includes(check.fact));
			const shown = about.length > 0 && about.every((item) => item.contested.length > 0);
			return unless(shown, check.fact, 'its drawer shows no readings');
		}
		case 'holder': {
			const holder = knowledge.facts.find((fact) => fact.id === check.fact)?.holder;
			return unless(holder === check.holder, check.fact, `is held by ${holder ?? 'nobody'}`);
		}
		case 'sources-exactly': {
			const sources = knowledge.mentions.find((mention) => mention.id === check.mention)?.sources ?? [];
			const same = [...sources].sort().join() === [...check.sources].sort().join();
			return unless(same, `mention.${check.mention}`, `lists ${sources.join(', ')}`);
		}
		case 'same-origin': {
			const [a, b] = [originOf(knowledge, check), originOf(knowledge, check.as)];
			const places = `${check.source} p${check.paragraph} and ${check.as.source} p${check.as.paragraph}`;
			return unless(a !== undefined && a === b, 'bank', `${places} count twice`);
		}
	}
}

function unless(kept: boolean, item: string, message: string): Breach[] {
	return kept ? [] : [{ item, message }];
}

/** Questions and statements in which a pattern is found. */
function matching(pattern: RegExp, items: readonly Item[]): Breach[] {
	return items.flatMap((item) => {
		const statements = item.forms.flatMap((form) => (form.form === 'true-false' ? [form.statement] : []));
		const found = [item.question, ...statements].filter((text) => pattern.test(text));
		return found.map((message) => ({ item: item.id, message }));
	});
}

function originOf(knowledge: Knowledge, at: { source: string; paragraph: number }): string | undefined {
	return knowledge.origins.find(({ places }) =>
		places.some((place) => place.source === at.source && place.paragraph === at.paragraph)
	)?.origin;
}
