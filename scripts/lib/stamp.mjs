import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * One hash for the contents and names of files; a directory stands for every file below it, and what is missing for
 * itself.
 * @param {string[]} paths
 * @param {(path: string) => boolean} [wanted]
 */
export function hashOf(paths, wanted = () => true) {
	const hash = createHash('sha256');
	for (const path of paths.flatMap(filesBelow)) {
		if (!wanted(path)) continue;
		const content = existsSync(path) ? readFileSync(path) : 'missing';
		hash.update(`${path}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
	if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
	const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	return entries.flatMap((entry) => filesBelow(join(path, entry.name)));
}

/**
 * Whether a stamp says that something was made from the given state.
 * @param {string} path
 * @param {string} state
 */
export function isStamped(path, state) {
	return existsSync(path) && readFileSync(path, 'utf8') === state;
}

/**
 * @param {string} path
 * @param {string} state
 */
export function stamp(path, state) {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, state);
}
