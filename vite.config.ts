import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { chunks } from './scripts/lib/chunks.mjs';
import { compileMessages } from './scripts/lib/messages.mjs';

/** Makes the messages' code before anything is read, and again while a development server runs and one is changed. */
const messages = () => ({
	name: 'readout-messages',
	configResolved: compileMessages,
	watchChange: (path: string) => (/[\\/]messages[\\/][^\\/]+[\\/]\w+\.json$/.test(path) ? compileMessages() : undefined)
});

const tests = (name: string, include: string[], timeout: number, extra: object = {}) => ({
	extends: true as const,
	test: {
		name,
		include,
		environment: 'node' as const,
		expect: { requireAssertions: true },
		testTimeout: timeout,
		hookTimeout: timeout,
		...extra
	}
});

export default defineConfig({
	plugins: [messages(), chunks(), sveltekit()],
	test: {
		projects: [
			tests('unit', ['src/**/*.test.ts', 'tests/architecture/*.test.ts', 'scripts/**/*.test.ts'], 30_000),
			tests('db', ['tests/db/**/*.test.ts'], 120_000, {
				fileParallelism: false,
				globalSetup: 'tests/db/global-setup.ts'
			}),
			tests('faults', ['tests/faults/**/*.test.ts'], 900_000, {
				fileParallelism: false,
				globalSetup: 'tests/db/global-setup.ts'
			})
		]
	}
});
