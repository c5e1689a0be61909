/** The command line: `readout bank [--json]` and `readout items [--json]`. Exit status 0, 1 (refused), 2 (wrong usage). */
import { parseArgs } from 'node:util';
import { generateItems } from '#lib/domain/items/generate.ts';
import { lint } from '#lib/domain/items/lint/lint.ts';
import { reportOn } from '#lib/domain/items/report.ts';
import { SeedError } from '#lib/server/bank/seed-file.ts';
import { loadSeeds } from '#lib/server/bank/seeds.ts';
import { itemLines, reportLines } from './print.ts';

const USAGE = `Usage: readout bank [--json] [--seeds DIR]    what the bank holds and what the lint says of it
       readout items [--json] [--seeds DIR]   every item with its forms, keys, distractors, feedback, citations`;

class UsageError extends Error {}

function main(argv: string[]): number {
	const { command, json, seeds } = readArguments(argv);
	const knowledge = loadSeeds(seeds);
	const items = generateItems(knowledge);
	if (command === 'items') {
		print(json ? JSON.stringify(items, null, '\t') : items.flatMap(itemLines).join('\n'));
		return 0;
	}
	const report = reportOn(items, knowledge, lint(items, knowledge));
	print(json ? JSON.stringify(report, null, '\t') : reportLines(report).join('\n'));
	return report.lint.findings === 0 ? 0 : 1;
}

function readArguments(argv: string[]): { command: 'bank' | 'items'; json: boolean; seeds: string } {
	try {
		const { values, positionals } = parseArgs({
			args: argv,
			allowPositionals: true,
			options: { json: { type: 'boolean', default: false }, seeds: { type: 'string', default: 'seeds' } }
		});
		const [command, ...rest] = positionals;
		if ((command !== 'bank' && command !== 'items') || rest.length > 0) throw new UsageError(USAGE);
		return { command, json: values.json, seeds: values.seeds };
	} catch (error) {
		throw error instanceof UsageError
			? error
			: new UsageError(`${error instanceof Error ? error.message : ''}\n${USAGE}`);
	}
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

// A reader that has seen enough, such as head, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});

try {
	process.exitCode = main(process.argv.slice(2));
} catch (error) {
	if (error instanceof UsageError) {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 2;
	} else if (error instanceof SeedError) {
		process.stderr.write(`invalid_seeds: the bank's data does not fit its schema\n${error.message}\n`);
		process.exitCode = 1;
	} else throw error;
}
