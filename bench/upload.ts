import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { round } from './measure.ts';
import { Visitor } from '../tests/support/visitor.ts';

const FOLDER = 'tests/articles/dev';

export interface UploadTimings {
	/** The first article after a start: the thread has to read its lexicon. */
	firstMs: number;
	/** From sending the file, over the confirmation of its date, to the page that shows its first fact: middle and most. */
	p50: number;
	most: number;
	articles: number;
}

/** A teacher's way from a file to the first fact on the page, over the built server. */
export async function measureUpload(origin: string): Promise<UploadTimings> {
	const teacher = await Visitor.register(origin);
	const workspace = await teacher.send('/workspaces?/create', { name: 'Bench' });
	const times: number[] = [];
	for (const name of readdirSync(FOLDER).filter((file) => /\.(txt|html)$/.test(file))) {
		const file = new File([readFileSync(join(FOLDER, name))], name);
		const start = performance.now();
		const confirm = await teacher.send(`${workspace}/articles/new`, { file });
		const form = { title: name, label: name, publisher: '', author: '', published: '2024-06-14' };
		const page = await teacher.get(await teacher.send(confirm, form));
		if (!/<mark/.test(page)) throw new Error(`${name}: no fact on the page`);
		times.push(performance.now() - start);
	}
	const [firstMs = 0, ...warm] = times;
	const sorted = warm.sort((a, b) => a - b);
	return {
		firstMs: round(firstMs),
		p50: round(sorted[Math.floor(sorted.length / 2)] ?? 0),
		most: round(sorted[sorted.length - 1] ?? 0),
		articles: times.length
	};
}
