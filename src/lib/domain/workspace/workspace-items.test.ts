import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { reportOn } from '../items/report.ts';
import { lintItems } from '../items/lint/lint.ts';
import { ARTICLE, FACTS, workspace } from './fixtures.ts';
import { knowledgeOf } from './knowledge-of.ts';
import { workspaceItems } from './workspace-items.ts';

const knowledge = knowledgeOf(workspace());
const made = workspaceItems(knowledge, new Map());

describe('the items of a workspace', () => {
	it('are many, keep the rubric, and name their source', () => {
		expect(made.items.length).toBeGreaterThanOrEqual(9);
		expect(made.findings).toEqual([]);
		expect(lintItems(made.items, knowledge)).toEqual([]);
		expect(made.items.every((item) => item.question.includes('the Sendai Courier'))).toBe(true);
	});

	it('are the same in every run, with ids of fact and slot', () => {
		const again = workspaceItems(knowledgeOf(workspace()), new Map());
		expect(again.items.map((item) => `${item.id}@${item.version}`)).toEqual(
			made.items.map((item) => `${item.id}@${item.version}`)
		);
		const ids = new Set(FACTS.map((fact) => fact.id));
		for (const { id } of made.items) expect(id.startsWith('set.') || ids.has(id.split('.')[0]!)).toBe(true);
	});

	it('keep their ids when a fact is added or taken away', () => {
		const fewer = workspaceItems(knowledgeOf(workspace({ facts: FACTS.slice(1) })), new Map());
		const ids = new Set(made.items.map((item) => item.id));
		expect(fewer.items.filter((item) => !ids.has(item.id))).toEqual([]);
	});

	it('with an edit stay, whatever the rubric says of them', () => {
		const question = 'Who did NOT say this?';
		const { items, findings } = workspaceItems(knowledge, new Map([['calm.speaker', { question }]]));
		expect(items.find((item) => item.id === 'calm.speaker')?.question).toBe(question);
		expect(findings.map((finding) => [finding.item, finding.rule])).toContainEqual(['calm.speaker', 'positive']);
	});

	it('that the rubric dislikes are left out, each with the reason', () => {
		const long = structuredClone(knowledge);
		const ask = long.facts.find((fact) => fact.id === 'calm')!.asks[0]!;
		ask.question = `${'According to the Sendai Courier of 2031 '.repeat(8)}who said it?`;
		const { items, withheld } = workspaceItems(long, new Map());
		expect(items.some((item) => item.id === 'calm.speaker')).toBe(false);
		expect(withheld).toMatchObject([{ item: 'calm.speaker', rule: 'length' }]);
	});

	it('are reported by party, topic, kind and source', () => {
		const report = reportOn(made.items, knowledge, made.findings);
		expect(report.positionBalance).toMatchObject({ japan: 2, 'south-korea': expect.any(Number) });
		expect(report.byTopic['shipping']).toBeGreaterThan(5);
		expect(report.bySource).toEqual({ sendai: made.items.length });
		expect(Object.keys(report.byKind)).toContain('agreement');
	});
});

describe('a large article', () => {
	it('is asked about in a time that grows with its length', () => {
		const many = Array.from({ length: 80 }, (_, n) => FACTS.map((one) => ({ ...one, id: `${one.id}-${n}` }))).flat();
		const start = cpuTime();
		knowledgeOf(workspace({ facts: many }));
		expect(many.length).toBeGreaterThan(1500);
		expect(cpuTime() - start).toBeLessThan(5000);
	});

	it('is not held up by hostile texts', () => {
		const hostile = ['the '.repeat(50_000), '“'.repeat(20_000), ' '.repeat(200_000), `x${', asked'.repeat(20_000)}`];
		const facts = hostile.flatMap((text, n) =>
			FACTS.map((one) => {
				const fact = { ...one.fact, statement: `${text}.`, gist: text.slice(0, 599) };
				return { ...one, id: `${one.id}-${n}`, fact };
			})
		);
		const sliced = facts.map((one) => ({
			...one,
			id: `${one.id}-s`,
			fact: { ...one.fact, statement: one.fact.statement.slice(-1900) }
		}));
		const articles = [{ ...ARTICLE, title: ' '.repeat(200_000), label: `${'a '.repeat(50_000)}x` }];
		const start = cpuTime();
		workspaceItems(knowledgeOf(workspace({ facts: [...facts, ...sliced], articles })), new Map());
		expect(cpuTime() - start).toBeLessThan(5000);
	});
});
