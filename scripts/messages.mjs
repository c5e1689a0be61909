import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileMessages } from './lib/messages.mjs';

/** `node scripts/messages.mjs`: makes the messages' code; builds and tests do so by themselves. */
process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
await compileMessages();
