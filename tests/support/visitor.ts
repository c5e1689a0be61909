import { randomUUID } from 'node:crypto';

/** Somebody with a cookie, as a browser without script. */
export class Visitor {
	#origin: string;
	#cookie = '';

	constructor(origin: string) {
		this.#origin = origin;
	}

	/** Goes on with a server that was started again, perhaps at another address. */
	follow(origin: string): void {
		this.#origin = origin;
	}

	/** Somebody with an account of her own. */
	static async register(origin: string): Promise<Visitor> {
		const visitor = new Visitor(origin);
		const email = `bench-${randomUUID()}@example.org`;
		await visitor.send('/register', { name: 'Bench', email, password: 'four words that go', timeZone: 'UTC' });
		return visitor;
	}

	/** Sends a form; returns where it leads. */
	async send(path: string, fields: Record<string, string | File | readonly string[]>): Promise<string> {
		const body = new FormData();
		for (const [name, value] of Object.entries(fields))
			for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
		const headers = { accept: 'text/html', cookie: this.#cookie, origin: this.#origin };
		const response = await fetch(this.#origin + path, { method: 'POST', body, headers, redirect: 'manual' });
		const location = response.headers.get('location');
		if (location === null) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 300)}`);
		this.#cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie;
		return location;
	}

	/** Sends JSON to an endpoint; what it answers. */
	async post(path: string, content: unknown): Promise<unknown> {
		const headers = { 'content-type': 'application/json', cookie: this.#cookie, origin: this.#origin };
		const response = await fetch(this.#origin + path, { method: 'POST', body: JSON.stringify(content), headers });
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
		return response.json();
	}

	async get(path: string): Promise<string> {
		const response = await fetch(this.#origin + path, { headers: { cookie: this.#cookie } });
		if (!response.ok) throw new Error(`${path}: ${response.status}`);
		return response.text();
	}
}
