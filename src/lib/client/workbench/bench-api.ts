import type { Workbench, WorkbenchAnswer, WorkbenchCommand, WorkbenchFact } from '#lib/domain/workbench.ts';
import { m } from '#lib/paraglide/messages.js';

const TIMEOUT_MS = 30_000;
const UNREACHABLE: WorkbenchAnswer = {
	ok: false,
	code: 'unreachable',
	get message() {
		return m.workbench_unreachable();
	},
	facts: []
};

/** The workbench's endpoint of one article. */
export function makeBenchApi(path: string, send: typeof fetch = (...request) => fetch(...request)) {
	return {
		/** Every fact of the article; nothing where it did not arrive. */
		async all(): Promise<WorkbenchFact[] | undefined> {
			try {
				const answer = await send(path, {
					headers: { accept: 'application/json' },
					signal: AbortSignal.timeout(TIMEOUT_MS)
				});
				if (!answer.ok) return undefined;
				const { facts }: Pick<Workbench, 'facts'> = await answer.json();
				return facts;
			} catch {
				// No connection, a timeout, or an answer that is no JSON: the page goes on with what it has.
				return undefined;
			}
		},
		/** Sends one command. One that did not arrive can be sent again: the facts' counts see that it works once. */
		async run(command: WorkbenchCommand): Promise<WorkbenchAnswer> {
			try {
				const answer = await send(path, {
					method: 'POST',
					headers: { accept: 'application/json', 'content-type': 'application/json' },
					body: JSON.stringify(command),
					signal: AbortSignal.timeout(TIMEOUT_MS)
				});
				const content = await answer.json();
				if (content.ok === true) return content;
				const { code = 'internal', message = m.workbench_went_wrong(), facts = [] } = content;
				return { ok: false, code, message, facts };
			} catch {
				// As above: the command stays with the page.
				return UNREACHABLE;
			}
		}
	};
}
export type BenchApi = ReturnType<typeof makeBenchApi>;
