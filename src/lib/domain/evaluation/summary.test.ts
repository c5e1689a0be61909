import { describe, expect, it } from 'vitest';
import { extraction, gold, proposal } from './fixtures.ts';
import { scoreArticle } from './score.ts';
import { sumScores } from './summary.ts';
import { missLines, scoreTable } from './table.ts';

const LEVY = gold('opposes the levy', { holder: 'India', topic: ['taiwan', 'military'] });
const right = proposal('India opposes the levy.', { holder: 'India', topic: 'taiwan', confidence: 0.96 });
const wrong = proposal('France did not agree', { holder: 'India', confidence: 0.4, rule: 'guess' });
const score = scoreArticle(extraction([right, wrong]), [LEVY, gold('reopen consulates', { kind: 'agreement' })]);

describe('sumScores', () => {
	it('adds up articles by kind', () => {
		const summary = sumScores([score, score]);
		expect(summary.kinds.map(({ name, gold: g, predicted, right: r }) => [name, g, predicted, r])).toEqual([
			['agreement', 2, 0, 0],
			['position', 2, 4, 2]
		]);
		expect(summary.kinds[1]).toMatchObject({ precision: 0.5, recall: 1, f1: 2 / 3 });
		expect(summary.kinds[0]).toMatchObject({ precision: null, recall: 0, f1: 0 });
		expect(summary.topics[0]).toMatchObject({ name: 'position: taiwan', gold: 2, predicted: 2, right: 2 });
		expect(summary.topicRight).toEqual({ n: 2, right: 2 });
	});

	it('measures the confidence', () => {
		const { brier, calibration } = sumScores([score]);
		expect(brier).toBeCloseTo((0.04 ** 2 + 0.4 ** 2) / 2);
		expect(calibration.map((bin) => [bin.from, bin.n, bin.right])).toEqual([
			[0, 1, 0],
			[0.8, 0, 0],
			[0.85, 0, 0],
			[0.9, 0, 0],
			[0.95, 1, 1],
			[0.98, 0, 0]
		]);
		expect(sumScores([]).brier).toBeNull();
	});

	it('counts by rule', () => {
		expect(sumScores([score]).rules).toEqual([
			{ rule: 'guess', fired: 1, right: 0 },
			{ rule: 'test', fired: 1, right: 1 }
		]);
	});
});

describe('the printed result', () => {
	it('says when precision is a lower bound', () => {
		expect(scoreTable(sumScores([score]), false).join('\n')).toMatch(/lower bounds/);
		expect(scoreTable(sumScores([score])).join('\n')).not.toMatch(/lower bounds/);
	});

	it('lists every miss and every false proposal', () => {
		const lines = missLines('x.txt', score).join('\n');
		expect(lines).toMatch(/MISSED agreement.*"reopen consulates"/);
		expect(lines).toMatch(/FALSE position India \(guess, 0\.40\).*France did not agree/);
	});
});
