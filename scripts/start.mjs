import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { explain } from './lib/say.mjs';

/** `npm start`: makes what is missing, then is the server. */
process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
try {
	checkNode();
	await ensureInstalled();
	await ensureBuilt();
	// Only now: the server needs installed packages.
	const { serve } = await import('./serve.mjs');
	await serve();
} catch (error) {
	console.error(explain(error));
	process.exit(1);
}
