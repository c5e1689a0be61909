import { describe, expect, it } from 'vitest';
import { generateItems } from '#lib/domain/items/generate.ts';
import { lint } from '#lib/domain/items/lint/lint.ts';
import { breaches } from '#lib/domain/items/lint/rulings.ts';
import { reportOn } from '#lib/domain/items/report.ts';
import { FORMS } from '#lib/domain/items/types.ts';
import { loadSeeds } from './seeds.ts';

const knowledge = loadSeeds('seeds');
const items = generateItems(knowledge);
const findings = lint(items, knowledge);
const report = reportOn(items, knowledge, findings);

describe('the shipped bank', () => {
	it('passes every rule of the rubric', () => {
		expect(findings).toEqual([]);
	});

	it('has at least 400 items, all ten forms, all sources, and an item for the facts that matter', () => {
		expect(report.items).toBeGreaterThanOrEqual(400);
		expect(Object.keys(report.byForm).sort()).toEqual([...FORMS].sort());
		expect(Object.keys(report.bySource)).toHaveLength(5);
		expect(report.coverage[1].share).toBe(1);
		expect(report.coverage[2].share).toBeGreaterThanOrEqual(0.95);
	});

	it('asks both sides’ positions about equally often, and a relation in at least three of ten items', () => {
		const { us = 0, china = 0 } = report.positionBalance;
		expect(Math.abs(us - china)).toBeLessThanOrEqual(0.2 * Math.max(us, china));
		expect(report.relationShare).toBeGreaterThanOrEqual(0.3);
	});

	it('gives nothing away by length or place', () => {
		const { longest, shortest, position } = report.cues;
		expect(longest.share).toBeLessThanOrEqual(longest.chance + 0.05);
		expect(shortest.share).toBeLessThanOrEqual(shortest.chance + 0.05);
		expect(position.p).toBeGreaterThan(0.01);
	});

	it('holds all 256 facts of the inventory, each with evidence', () => {
		expect(knowledge.facts).toHaveLength(256);
		expect(knowledge.facts.filter((fact) => fact.evidence.length === 0)).toEqual([]);
	});

	it('is the same however often it is generated', () => {
		expect(JSON.stringify(generateItems(loadSeeds('seeds')))).toBe(JSON.stringify(items));
	});

	it('gives every item and every option an id of its own', () => {
		expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
		for (const form of items.flatMap((item) => item.forms)) {
			if (form.form !== 'choice' && form.form !== 'multiple-response') continue;
			expect(new Set(form.options.map((option) => option.id)).size).toBe(form.options.length);
		}
	});

	it('never offers in a choice what the typed form of the same item would accept', async () => {
		const { gradeResponse } = await import('#lib/domain/grading/grade.ts');
		const clashes = items.flatMap((item) => {
			const typed = item.forms.find((form) => form.form === 'typed' || form.form === 'date');
			const choice = item.forms.find((form) => form.form === 'choice');
			if (!typed || !choice) return [];
			return choice.options
				.filter((option) => option.id !== choice.key)
				.filter(
					(option) => gradeResponse(typed, { form: typed.form, text: option.text }, knowledge).verdict === 'correct'
				)
				.map((option) => `${item.id}: ${option.text}`);
		});
		expect(clashes).toEqual([]);
	});

	it('accepts its own key in every typed form', async () => {
		const { gradeResponse } = await import('#lib/domain/grading/grade.ts');
		const refused = items.flatMap((item) =>
			item.forms.flatMap((form) => {
				if (form.form !== 'typed' && form.form !== 'date' && form.form !== 'cloze') return [];
				const answers = [form.answer.text, ...form.answer.accept];
				return answers
					.filter((text) => gradeResponse(form, { form: form.form, text }, knowledge).verdict !== 'correct')
					.map((text) => `${item.id} ${form.form}: ${text}`);
			})
		);
		expect(refused).toEqual([]);
	});
});

describe('the rulings', () => {
	const wanted = [
		...Array.from({ length: 12 }, (_, index) => `A${index + 1}`),
		...Array.from({ length: 33 }, (_, index) => `B${index + 1}`)
	];

	it('are all there', () => {
		expect(knowledge.rulings.map((ruling) => ruling.id).sort()).toEqual(expect.arrayContaining(wanted));
	});

	for (const ruling of knowledge.rulings) {
		it(`${ruling.id} is honoured: ${ruling.matter}`, () => {
			expect(ruling.checks.flatMap((check) => breaches(check, items, knowledge))).toEqual([]);
		});
	}
});
