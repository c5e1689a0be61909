/**
 * Measures the rules against gold: `npm run eval -- [DIR…] [--facts FILE] [--misses] [--json]`.
 * Exit status 0, 1 (an article or a gold file cannot be read), 2 (wrong usage).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseGold, type Gold, type GoldProblem } from '#lib/domain/evaluation/gold.ts';
import { goldFromInventory, parseInventory, type InventoryFact } from '#lib/domain/evaluation/inventory.ts';
import { scoreArticle, type ArticleScore } from '#lib/domain/evaluation/score.ts';
import { sumScores } from '#lib/domain/evaluation/summary.ts';
import { missLines, scoreTable } from '#lib/domain/evaluation/table.ts';
import { extractArticle } from '#lib/domain/extraction/extract.ts';
import type { Lexicon } from '#lib/domain/extraction/lexicon/lexicon.ts';
import { FACT_KINDS } from '#lib/domain/facts/vocabulary.ts';
import { readArticle } from '#lib/server/articles/import/read-article.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { SeedError } from '#lib/server/bank/seed-file.ts';

const USAGE = `Usage: eval [DIR…] [--facts FILE] [--misses] [--json] [--seeds DIR]
  DIR        articles NAME.txt or NAME.html with NAME.gold.jsonl beside them (default: tests/articles/dev, held-out)
  --facts    an inventory of facts as gold; an article's file name begins with the number of its evidence
  --misses   also every miss and every false proposal
  --json     all of it as JSON`;
const DIRECTORIES = ['tests/articles/dev', 'tests/articles/held-out'];

class UsageError extends Error {}
class InputError extends Error {}

interface Result {
	article: string;
	score: ArticleScore;
}

async function main(argv: string[]): Promise<void> {
	const { directories, facts, misses, json, seeds } = readArguments(argv);
	const lexicon = loadLexicon(seeds);
	const inventory = facts === undefined ? undefined : readInventory(facts);
	const results: Result[] = [];
	for (const path of directories.flatMap(articlesIn)) {
		const score = await scoreFile(path, lexicon, inventory);
		if (score) results.push({ article: path, score });
	}
	if (results.length === 0) throw new InputError(`no article with gold in ${directories.join(', ')}`);
	const summary = sumScores(results.map((result) => result.score));
	if (json)
		return print(JSON.stringify({ exhaustive: inventory === undefined, summary, articles: results }, null, '\t'));
	const list = misses ? results.flatMap((result) => missLines(result.article, result.score)) : [];
	print([...scoreTable(summary, inventory === undefined), ...list].join('\n'));
}

function readArguments(argv: string[]) {
	try {
		const { values, positionals } = parseArgs({
			args: argv,
			allowPositionals: true,
			options: {
				facts: { type: 'string' },
				seeds: { type: 'string', default: 'seeds' },
				misses: { type: 'boolean', default: false },
				json: { type: 'boolean', default: false }
			}
		});
		return { ...values, directories: positionals.length > 0 ? positionals : DIRECTORIES };
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : ''}\n${USAGE}`);
	}
}

function articlesIn(directory: string): string[] {
	return readFolder(directory)
		.filter((name) => /\.(?:txt|html?)$/.test(name))
		.sort()
		.map((name) => join(directory, name));
}

function readFolder(directory: string): string[] {
	try {
		return readdirSync(directory);
	} catch (error) {
		throw new InputError(`${directory}: ${error instanceof Error ? error.message : 'cannot be read'}`);
	}
}

/** The score of one article; undefined where there is no gold for it. */
async function scoreFile(
	path: string,
	lexicon: Lexicon,
	inventory: InventoryFact[] | undefined
): Promise<ArticleScore | undefined> {
	const gold = inventory === undefined ? goldBeside(path) : undefined;
	if (inventory === undefined && gold === undefined) return undefined;
	const read = await readArticle(readFileSync(path), { name: basename(path) });
	if (!read.ok) throw new InputError(`${path}: ${read.code}`);
	const published = gold?.meta.published;
	const extraction = extractArticle(read.text, lexicon, {
		metadata: read.metadata,
		...(published === undefined ? {} : { published })
	});
	const seed = /^\d+/.exec(basename(path))?.[0] ?? '';
	const facts = gold?.facts ?? goldFromInventory(inventory ?? [], seed, extraction.text);
	return facts.length === 0 ? undefined : scoreArticle(extraction, facts, gold?.meta.kinds ?? FACT_KINDS);
}

function goldBeside(path: string): Gold | undefined {
	const file = path.replace(/\.[^.]+$/, '.gold.jsonl');
	const names = readFolder(join(path, '..'));
	if (!names.includes(basename(file))) return undefined;
	const read = parseGold(readFileSync(file, 'utf8'));
	if (!read.ok) throw new InputError(problemsOf(file, read.problems));
	return read.gold;
}

function readInventory(file: string): InventoryFact[] {
	const read = parseInventory(readFileSync(file, 'utf8'));
	if (!read.ok) throw new InputError(problemsOf(file, read.problems));
	return read.facts;
}

const problemsOf = (file: string, problems: GoldProblem[]): string =>
	problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n');

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

// A reader that has seen enough, such as head, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});

try {
	await main(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof UsageError || error instanceof InputError || error instanceof SeedError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = error instanceof UsageError ? 2 : 1;
}
