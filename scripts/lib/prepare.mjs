import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installed, npm, run } from './run.mjs';
import { Trouble, say } from './say.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

// Both stamps lie in what they vouch for: whoever deletes it, or begins to make it anew, takes the stamp with it.
const INSTALL_STAMP = 'node_modules/.readout-installed';
const BUILD_STAMP = 'build/.readout-built';

/** The sources of the build. Seeds and migrations are read when the server starts and need none. */
const SOURCES = [
	'src',
	'messages',
	'project.inlang/settings.json',
	'static',
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json',
	'package.json',
	'package-lock.json'
];

/** What lies among the sources and is made from them. */
const MADE = join('lib', 'paraglide');

/** Ends with a clear message on a Node that is too old for what is installed. */
export function checkNode(version = process.versions.node) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	throw new Trouble(`Node ${version} is too old: Readout needs Node 20.19 or later (https://nodejs.org).`);
}

/** Installs the packages that the lock file names, unless they are there. */
export async function ensureInstalled() {
	const state = [hashOf(['package.json', 'package-lock.json']), process.platform, process.arch, process.version].join(
		' '
	);
	if (isStamped(INSTALL_STAMP, state)) return;
	if (!isInstalled()) {
		say('installing packages (npm ci)…');
		const code = await run(npm('ci', '--include=dev', '--no-audit', '--no-fund'));
		if (code !== 0) throw new Trouble('The packages could not be installed; what npm said stands above.');
	}
	stamp(INSTALL_STAMP, state);
}

/** Builds the server and the pages, unless that was done from the same sources. */
export async function ensureBuilt() {
	const state = hashOf(SOURCES, (path) => !path.endsWith('.test.ts') && !path.includes(MADE));
	if (isStamped(BUILD_STAMP, state)) return say('the build is up to date');
	say('building (vite build)…');
	const code = await run(installed('vite/bin/vite.js', 'build'), { env: { NODE_ENV: 'production' }, quiet: true });
	if (code !== 0) throw new Trouble('The build failed; the reason stands above.');
	stamp(BUILD_STAMP, state);
}

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry
 * @typedef {Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>>} Asked
 */

/**
 * Whether node_modules is what the lock file asks for on this machine, by npm's own record of what it installed: so
 * a package added by hand does not bring a whole installation with it.
 */
function isInstalled() {
	const record = 'node_modules/.package-lock.json';
	if (!existsSync(record)) return false;
	/** @type {Asked} */
	const asked = readJson('package.json');
	/** @type {{ packages: Record<string, Entry & Asked> }} */
	const lock = readJson('package-lock.json');
	/** @type {{ packages: Record<string, Entry> }} */
	const found = readJson(record);
	if (listOf(asked) !== listOf(lock.packages[''])) return false;
	return Object.entries(lock.packages).every(
		([path, entry]) => path === '' || !belongsHere(entry) || found.packages[path]?.version === entry.version
	);
}

/** @param {Asked | undefined} asked */
function listOf(asked = {}) {
	const kinds = [asked.dependencies, asked.devDependencies, asked.optionalDependencies];
	return JSON.stringify(kinds.map((kind) => Object.entries(kind ?? {}).sort()));
}

/**
 * An optional package belongs on the platform it names; one that names none is some other platform's helper.
 * @param {Entry} entry
 */
function belongsHere({ optional, os, cpu, libc }) {
	return !optional || Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && !libc);
}

/** @param {string} path */
function readJson(path) {
	return JSON.parse(readFileSync(path, 'utf8'));
}
