import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { hashOf, isStamped, stamp } from './stamp.mjs';

/** Where the messages are written by hand, and what else their code is made of. */
const SOURCES = ['messages', 'project.inlang/settings.json', 'scripts/lib/messages.mjs', 'package-lock.json'];
/** Where their code lies; git does not see it. */
const OUTDIR = 'src/lib/paraglide';
const STAMP = join(OUTDIR, '.stamp');
/** Of what paraglide makes, only the messages are used: the language is found by our own few lines. */
const WANTED = /^(messages\.js|registry\.js|messages[\\/].*\.js)$/;
const RUNTIME = "export * from '../tongue/locale.ts';\n";

/**
 * Makes the functions of `#lib/paraglide/messages.js` from messages/, unless they are up to date. Each message is a
 * module of its own, so that a page carries those it uses. Files that are the same are left alone, and the others are
 * replaced whole: whoever reads them meanwhile never sees half a file.
 */
export async function compileMessages() {
	const state = hashOf(SOURCES);
	if (isStamped(STAMP, state)) return;
	const made = mkdtempSync(join(tmpdir(), 'readout-messages-'));
	try {
		await compile({ project: './project.inlang', outdir: made, outputStructure: 'message-modules', emitReadme: false });
		const files = readdirSync(made, { recursive: true, encoding: 'utf8' }).filter((file) => WANTED.test(file));
		for (const file of files) replace(join(OUTDIR, file), shortened(readFileSync(join(made, file), 'utf8')));
		replace(join(OUTDIR, 'runtime.js'), RUNTIME);
		const kept = new Set([...files, 'runtime.js']);
		for (const file of readdirSync(OUTDIR, { recursive: true, encoding: 'utf8' }))
			if (file.endsWith('.js') && !kept.has(file)) rmSync(join(OUTDIR, file), { force: true });
		stamp(STAMP, state);
	} finally {
		rmSync(made, { recursive: true, force: true });
	}
}

/** A message without variants, as paraglide makes it: its two texts, and the function that chooses between them. */
const PLAIN =
	/const (en|zh_cn2)_\w+ = \/\*\*.*?\*\/ \((?:i)?\) => \{\n\treturn \/\*\*.*?\*\/ \((`(?:[^`\\]|\\.)*`)\)\n\};/gs;
const CHOICE = /export const (\w+) = \/\*\* (@type \{.*?\}) \*\/ \(\(inputs.*$/s;

/**
 * The same message in fewer bytes: both texts are handed to one function of the runtime, which a page has once. A
 * hundred messages of a page weigh half of what they would.
 * @param {string} text a module of one message; any other is left as it is
 */
function shortened(text) {
	const texts = [...text.matchAll(PLAIN)].map(([, , template]) => template);
	const choice = CHOICE.exec(text);
	if (texts.length !== 2 || !choice) return text;
	const [, name = '', type = ''] = choice;
	const types = [...text.matchAll(/^\/\*\* @typedef .*$/gm)].map(([line]) => line).join('\n');
	const inputs = texts.some((template) => template?.includes('${i?.')) ? 'i' : '_';
	const [english, chinese] = texts.map((template) => template?.replaceAll('${i?.', '${i.'));
	const value = `(${inputs}, options) => put(${english}, ${chinese}, options)`;
	return `import { put } from '../runtime.js';\n${types}\nexport const ${name} = /** ${type} */ (/** @type {any} */ (/** @param {any} ${inputs} @param {any} [options] */ ${value}));\n`;
}

/**
 * @param {string} path
 * @param {string} text
 */
function replace(path, text) {
	try {
		if (readFileSync(path, 'utf8') === text) return;
	} catch {
		// Not there yet.
		mkdirSync(dirname(path), { recursive: true });
	}
	const half = `${path}.${process.pid}.half`;
	writeFileSync(half, text);
	renameSync(half, path);
}
