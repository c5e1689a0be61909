import { spawn } from 'node:child_process';

/**
 * Runs a program and waits for its end. A signal that comes meanwhile goes to the program too, and ends this one when
 * it has ended.
 * @param {string[]} command the program and its arguments
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] `env` is added to the environment; a `quiet`
 * program's output is shown only where it fails
 * @returns {Promise<number>} its exit code
 */
export function run([program = '', ...args], { env = {}, quiet = false } = {}) {
	return new Promise((done, failed) => {
		const stdio = quiet ? 'pipe' : 'inherit';
		const child = spawn(program, args, { stdio: ['ignore', stdio, stdio], env: { ...process.env, ...env } });
		/** @type {Buffer[]} */
		const output = [];
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
		/** @param {NodeJS.Signals} signal */
		const pass = (signal) => {
			child.once('exit', () => process.exit(signal === 'SIGINT' ? 130 : 143));
			child.kill(signal);
		};
		process.once('SIGINT', pass).once('SIGTERM', pass);
		child.once('error', failed);
		child.once('close', (code, signal) => {
			process.off('SIGINT', pass).off('SIGTERM', pass);
			if (code !== 0) process.stderr.write(Buffer.concat(output));
			done(code ?? (signal ? 1 : 0));
		});
	});
}

/**
 * The command that runs npm: the very npm that runs this script, where there is one.
 * @param {string[]} args
 */
export function npm(...args) {
	const script = process.env.npm_execpath ?? '';
	return /npm-cli\.c?js$/.test(script) ? [process.execPath, script, ...args] : ['npm', ...args];
}

/**
 * The command that runs a program of an installed package.
 * @param {string} script its path below node_modules
 * @param {string[]} args
 */
export function installed(script, ...args) {
	return [process.execPath, `node_modules/${script}`, ...args];
}
