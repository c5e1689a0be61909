import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

async function messagesFor(file: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath: file });
	return (result?.messages ?? []).filter((m) => m.ruleId === 'no-restricted-imports').map((m) => m.message);
}

describe('a folder may import only from those below it', () => {
	it.each([
		['src/lib/domain/items/planted.ts', "import '#lib/server/db/db.ts';", /server is out of reach/],
		['src/lib/domain/items/planted.ts', "import '../../server/db/db.ts';", /server is out of reach/],
		['src/lib/domain/items/planted.ts', "import 'drizzle-orm';", /domain is pure/],
		['src/lib/domain/items/planted.ts', "import 'node:fs';", /domain is pure/],
		['src/lib/domain/items/planted.ts', "import 'ts-fsrs';", /patches Date\.prototype/],
		['src/lib/server/planted.ts', "import 'ts-fsrs';", /patches Date\.prototype/],
		['src/lib/server/planted.ts', "import 'lucia';", /only server\/auth\/lucia\.ts/],
		['src/lib/server/auth/planted.ts', "import 'lucia';", /only server\/auth\/lucia\.ts/],
		['src/lib/server/planted.ts', "import '#lib/ui/x.ts';", /components are out of reach/],
		['src/lib/client/planted.ts', "import '#lib/server/db/db.ts';", /server is out of reach/],
		['src/lib/ui/planted.ts', "import '#lib/client/api.ts';", /browser code is out of reach/],
		['src/lib/ui/planted.ts', "import '#lib/server/db/db.ts';", /server is out of reach/],
		['src/lib/server/planted.ts', "import '../../routes/x.ts';", /nothing imports routes/],
		['scripts/planted.ts', "import '../src/routes/x.ts';", /nothing imports routes/]
	])('%s refuses %s', async (file, code, reason) => {
		expect((await messagesFor(file, code)).join('\n')).toMatch(reason);
	});

	it.each([
		['src/lib/domain/scheduling/fsrs.ts', "import 'ts-fsrs';"],
		['src/lib/server/auth/lucia.ts', "import 'lucia';"],
		['src/lib/server/planted.ts', "import '#lib/domain/text.ts';"],
		['src/lib/ui/planted.ts', "import '#lib/domain/text.ts';"]
	])('%s may have %s', async (file, code) => {
		expect(await messagesFor(file, code)).toEqual([]);
	});
});

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.(ts|svelte)$/.test(file))
	.map((file) => join('src', file))
	.map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe('the files', () => {
	it('are small enough to read in one go', () => {
		const limitOf = (file: string) => {
			if (/\.test\.ts$|\.svelte\.ts$/.test(file)) return 400;
			if (file.startsWith('src/routes/')) return file.endsWith('.svelte') ? 200 : 80;
			return file.endsWith('.svelte') ? 200 : 300;
		};
		const long = sources
			.map(({ file, text }) => ({ file, lines: text.split('\n').length }))
			.filter(({ file, lines }) => lines > limitOf(file));
		expect(long).toEqual([]);
	});

	it('import each other without a cycle', () => {
		const graph = new Map(
			sources.filter(({ file }) => !file.endsWith('.test.ts')).map(({ file, text }) => [file, importsOf(file, text)])
		);
		expect(findCycle(graph)).toEqual([]);
	});
});

/** The project's own files that a file imports for their values. */
function importsOf(file: string, text: string): string[] {
	const names = [...text.matchAll(/^\s*(?:import|export)\s(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]/gm)].map(
		(match) => match[1]!
	);
	return names.flatMap((name) => {
		if (name.startsWith('#lib/')) return [`src/lib/${name.slice(5)}`];
		return name.startsWith('.') ? [relative(resolve('.'), join(resolve(dirname(file)), name))] : [];
	});
}

/** The first cycle found, as a path; empty when there is none. */
function findCycle(graph: ReadonlyMap<string, string[]>): string[] {
	const done = new Set<string>();
	const path: string[] = [];
	const visit = (file: string): string[] => {
		if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
		if (done.has(file)) return [];
		path.push(file);
		for (const next of graph.get(file) ?? []) {
			const cycle = visit(next);
			if (cycle.length > 0) return cycle;
		}
		path.pop();
		done.add(file);
		return [];
	};
	for (const file of graph.keys()) {
		const cycle = visit(file);
		if (cycle.length > 0) return cycle;
	}
	return [];
}
