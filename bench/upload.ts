import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { round } from './measure.ts';

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

/** Somebody with an account and a cookie. */
class Visitor {
	readonly #origin: string;
	#cookie = '';

	private constructor(origin: string) {
		this.#origin = origin;
	}

	static async register(origin: string): Promise<Visitor> {
		const visitor = new Visitor(origin);
		const email = `bench-${process.pid}@example.org`;
		await visitor.send('/register', { name: 'Bench', email, password: 'four words that go', timeZone: 'UTC' });
		return visitor;
	}

	/** Sends a form; returns where it leads. */
	async send(path: string, fields: Record<string, string | File>): Promise<string> {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields)) body.set(name, value);
		const headers = { accept: 'text/html', cookie: this.#cookie, origin: this.#origin };
		const response = await fetch(this.#origin + path, { method: 'POST', body, headers, redirect: 'manual' });
		const location = response.headers.get('location');
		if (location === null) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 300)}`);
		this.#cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie;
		return location;
	}

	async get(path: string): Promise<string> {
		const response = await fetch(this.#origin + path, { headers: { cookie: this.#cookie } });
		if (!response.ok) throw new Error(`${path}: ${response.status}`);
		return response.text();
	}
}
