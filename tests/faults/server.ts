import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The production server in a process of its own. */
export interface Server {
	readonly pid: number;
	/** Everything it has printed. */
	output(): string;
	/** Its address, once it says that it is ready; fails where it ends before. */
	readonly ready: Promise<string>;
	/** How it ended. */
	readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
	/** Sends a signal and waits for the end. */
	stop(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts the built server on a free port, with a clean environment but for what is given. */
export function startServer(env: Record<string, string>): Server {
	if (!existsSync(resolve('build', 'handler.js'))) {
		throw new Error('The fault tests run the production build, and there is none: npm run build makes it.');
	}
	const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
	const child = spawn(process.execPath, ['scripts/serve.mjs'], {
		env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), HOST: '127.0.0.1', PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	const ended = new Promise<Awaited<Server['ended']>>((done, failed) => {
		child.once('error', failed);
		child.once('close', (code, signal) => done({ code, signal }));
	});
	const ready = new Promise<string>((done, failed) => {
		const read = (chunk: Buffer) => {
			output += chunk.toString();
			const said = /^Readout is ready at (\S+)$/m.exec(output);
			if (said?.[1]) done(said[1]);
		};
		child.stdout.on('data', read);
		child.stderr.on('data', read);
		void ended.then(() => failed(new Error(`The server ended before it was ready:\n${output}`)));
	});
	// Whoever kills the server while it starts does not wait for it to be ready.
	ready.catch(() => undefined);
	const stop = async (signal: NodeJS.Signals) => {
		child.kill(signal);
		return ended;
	};
	running.add(child);
	void ended.then(() => running.delete(child));
	return { pid: child.pid!, output: () => output, ready, ended, stop };
}

const running = new Set<ChildProcess>();

/** Ends whatever a failed test left running. */
export function killServers(): void {
	for (const child of running) child.kill('SIGKILL');
}
