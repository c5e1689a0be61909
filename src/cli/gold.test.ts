import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseGold, type GoldFact } from '#lib/domain/evaluation/gold.ts';
import { locate, plainGlyphs } from '#lib/domain/evaluation/spans.ts';
import { readArticle } from '#lib/server/articles/import/read-article.ts';

/** The articles that the rules are made with, in full and in short, and those that their authors do not look at. */
const FOLDERS = ['tests/articles/dev', 'tests/articles/short', 'tests/articles/held-out'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const paths = FOLDERS.flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => /\.(txt|html)$/.test(name))
		.map((name) => `${folder}/${name}`)
);
const goldOf = (path: string) => parseGold(readFileSync(path.replace(/\.\w+$/, '.gold.jsonl'), 'utf8'));
const factsOf = (path: string): GoldFact[] => {
	const read = goldOf(path);
	return read.ok ? read.gold.facts : [];
};
/** The weekday that a date's words name, if they name one. */
const namedDay = ({ match }: GoldFact): string | undefined =>
	WEEKDAYS.find((day) => (typeof match === 'string' ? match : JSON.stringify(match)).includes(day));

describe('the gold of the articles', () => {
	it.each(paths)('%s: every line fits the schema and its words occur', async (path) => {
		expect(goldOf(path)).toMatchObject({ ok: true });
		const read = await readArticle(readFileSync(path), { name: path });
		const text = read.ok ? read.text : '';
		const lost = factsOf(path).filter((fact) => locate(fact, plainGlyphs(text)).length === 0);
		expect(lost.map((fact) => fact.id)).toEqual([]);
	});

	it.each(paths)('%s: every date is one, and a weekday is that day', (path) => {
		const facts = factsOf(path);
		expect(facts.length).toBeGreaterThan(path.includes('/short/') ? 1 : 30);
		const dates = facts.filter((fact) => fact.kind === 'date');
		const days = dates.flatMap((fact) => String(fact.value).split('/'));
		expect(days.filter((day) => !/^\d{4}(-\d\d){0,2}$/.test(day) || Number.isNaN(Date.parse(day)))).toEqual([]);
		const weekdays = dates.filter((fact) => /^\d{4}-\d\d-\d\d$/.test(String(fact.value)) && namedDay(fact));
		const wrong = weekdays.filter((fact) => WEEKDAYS[new Date(String(fact.value)).getUTCDay()] !== namedDay(fact));
		expect(wrong.map((fact) => fact.id)).toEqual([]);
	});
});
