/** The command line. Exit status 0; 1: refused, code and message on standard error; 2: wrong usage. */
import { generateItems } from '#lib/domain/items/generate.ts';
import { lint } from '#lib/domain/items/lint/lint.ts';
import { reportOn } from '#lib/domain/items/report.ts';
import { itemsOfExtraction } from '#lib/domain/workspace/items-of-extraction.ts';
import { SeedError } from '#lib/server/bank/seed-file.ts';
import { loadSeeds } from '#lib/server/bank/seeds.ts';
import { StartFailure } from '#lib/server/db/failure.ts';
import { readArguments, UsageError, type Arguments } from './arguments.ts';
import { extractFile, Refused } from './article.ts';
import { extractionJson, extractionLines } from './print-facts.ts';
import { itemLines, reportLines } from './print.ts';

async function main(argv: string[]): Promise<number> {
	const args = readArguments(argv);
	if (args.command === 'reports') {
		// The database is opened for this command alone.
		const { aboutReports } = await import('./reports.ts');
		print(await aboutReports(args));
		return 0;
	}
	if (args.file !== undefined) return aboutArticle(args, args.file);
	return args.command === 'bank' ? printReport(args) : printBank(args);
}

async function aboutArticle(args: Arguments, file: string): Promise<number> {
	const extraction = await extractFile(file, args.seeds, args.published);
	if (args.command === 'extract') {
		print(args.json ? json(extractionJson(extraction)) : extractionLines(extraction).join('\n'));
		return 0;
	}
	const { items, findings } = itemsOfExtraction(extraction, extraction.source.publisher ?? 'the article');
	print(args.json ? json(items) : items.flatMap(itemLines).join('\n'));
	for (const finding of findings) process.stderr.write(`${finding.rule} · ${finding.item}: ${finding.message}\n`);
	return 0;
}

function printBank({ seeds, json: asJson }: Arguments): number {
	const items = generateItems(loadSeeds(seeds));
	print(asJson ? json(items) : items.flatMap(itemLines).join('\n'));
	return 0;
}

function printReport({ seeds, json: asJson }: Arguments): number {
	const knowledge = loadSeeds(seeds);
	const items = generateItems(knowledge);
	const report = reportOn(items, knowledge, lint(items, knowledge));
	print(asJson ? json(report) : reportLines(report).join('\n'));
	return report.lint.findings === 0 ? 0 : 1;
}

const json = (value: unknown): string => JSON.stringify(value, null, '\t');

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

// A reader that has seen enough, such as head, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	if (error instanceof UsageError) {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 2;
	} else if (error instanceof Refused || error instanceof StartFailure) {
		process.stderr.write(`${error.code}: ${error.message}\n`);
		process.exitCode = 1;
	} else if (error instanceof SeedError) {
		process.stderr.write(`invalid_seeds: the data does not fit its schema\n${error.message}\n`);
		process.exitCode = 1;
	} else throw error;
}
