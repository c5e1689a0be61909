import { parseArgs } from 'node:util';

export const USAGE = `Usage: readout bank [--json] [--seeds DIR]          what the shipped bank holds and what the lint says of it
       readout items [FILE] [--json] [--seeds DIR]  every item of the bank, or of an article, with forms, keys, feedback
       readout extract FILE [--json] [--seeds DIR]  the facts of an article with their evidence
       readout reports [--json] [--settle ID --outcome fixed|retired|no-fault]
                                                    what learners reported of shipped questions, in the database that
                                                    DATABASE_URL or DATA_DIR name; or the end of one report
  FILE         .txt, .html, .docx or .pdf; "-" reads standard input
  --published  YYYY-MM-DD, the article's day of publication: weekdays and "last year" are counted from it
  --seeds      the folder of the bank's data and of the lexicon`;

/** Wrong usage: exit status 2. */
export class UsageError extends Error {}

export interface Arguments {
	command: 'bank' | 'items' | 'extract' | 'reports';
	file?: string;
	json: boolean;
	seeds: string;
	published?: string;
	/** The report that is to be settled, and how. */
	settle?: { id: string; outcome: Outcome };
}

const OUTCOMES = ['fixed', 'retired', 'no-fault'] as const;
type Outcome = (typeof OUTCOMES)[number];

/**
 * The command line as typed values.
 * @throws UsageError with the usage text
 */
export function readArguments(argv: string[]): Arguments {
	const { values, positionals } = parse(argv);
	const [command, file, ...rest] = positionals;
	if (!isCommand(command)) throw new UsageError(USAGE);
	const wantsFile = command === 'extract' ? file !== undefined : command === 'items' || file === undefined;
	if (!wantsFile || rest.length > 0) throw new UsageError(USAGE);
	if (values.published !== undefined) {
		if (file === undefined) throw new UsageError(`--published goes with an article\n${USAGE}`);
		if (!isDay(values.published))
			throw new UsageError(`--published wants a day as YYYY-MM-DD, not "${values.published}"`);
	}
	const settle = settleOf(command, values);
	return { command, file, json: values.json, seeds: values.seeds, published: values.published, settle };
}

function isCommand(text: string | undefined): text is Arguments['command'] {
	return text === 'bank' || text === 'items' || text === 'extract' || text === 'reports';
}

function settleOf(
	command: Arguments['command'],
	{ settle, outcome }: { settle?: string; outcome?: string }
): Arguments['settle'] {
	if (settle === undefined && outcome === undefined) return undefined;
	const known = OUTCOMES.find((one) => one === outcome);
	if (command !== 'reports' || settle === undefined || known === undefined)
		throw new UsageError(`--settle goes with "reports" and an --outcome\n${USAGE}`);
	return { id: settle, outcome: known };
}

function parse(argv: string[]) {
	try {
		return parseArgs({
			args: argv,
			allowPositionals: true,
			options: {
				json: { type: 'boolean', default: false },
				seeds: { type: 'string', default: 'seeds' },
				published: { type: 'string' },
				settle: { type: 'string' },
				outcome: { type: 'string' }
			}
		});
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : ''}\n${USAGE}`);
	}
}

/** Whether a text is a day of the calendar as YYYY-MM-DD. */
export function isDay(text: string): boolean {
	const day = new Date(`${text}T00:00:00Z`);
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
