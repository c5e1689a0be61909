import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocket, type AddressInfo, type Server } from 'node:net';

/** What the network between a browser and the server does. `reply-lost`: the server takes what is sent, and nobody hears of it. */
export type Weather = 'fine' | 'down' | 'reply-lost';

/** A network that a test rules: the browser knows the server by its address alone. */
export class Network {
	weather: Weather = 'fine';
	/** The only path that gets through, where the network is there for a moment. */
	only: string | undefined;
	/** The program's version that the browser is told, where it is not the true one. */
	version: string | undefined;
	readonly #arrived: { path: string; body: string }[] = [];
	readonly #server = createServer((incoming, outgoing) => this.#pass(incoming, outgoing));

	private constructor(
		/** Where the server itself is, past this network. */
		readonly target: string
	) {}

	/** Opens a network that leads to a server on a port. */
	static async to(port: number): Promise<Network> {
		const network = new Network(`http://127.0.0.1:${port}`);
		await listening(network.#server);
		return network;
	}

	get origin(): string {
		return `http://127.0.0.1:${portOf(this.#server)}`;
	}

	/** What was sent to the server under a path, and got there. */
	arrived(path: string): string[] {
		return this.#arrived.filter((one) => one.path === path).map(({ body }) => body);
	}

	async close(): Promise<void> {
		const closed = new Promise((done) => this.#server.close(done));
		this.#server.closeAllConnections();
		await closed;
	}

	#pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
		if (this.weather === 'down') return void incoming.socket.destroy();
		const to = new URL(incoming.url ?? '/', this.target);
		if (this.only !== undefined && to.pathname !== this.only) return void incoming.socket.destroy();
		const rewritten = this.version !== undefined && to.pathname === '/service-worker.js';
		const headers = { ...incoming.headers, ...(rewritten ? { 'accept-encoding': 'identity' } : {}) };
		if (rewritten) delete headers['if-none-match'];
		const passed = request(to, { method: incoming.method, headers }, (reply) => {
			if (this.weather === 'reply-lost' && to.pathname === '/api/sync') return void incoming.socket.destroy();
			if (rewritten) return this.#rewrite(reply, outgoing);
			outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
			reply.pipe(outgoing);
		});
		passed.on('error', () => incoming.socket.destroy());
		let body = '';
		incoming.on('data', (part: Buffer) => (body += part.toString()));
		incoming.on('end', () => this.#arrived.push({ path: to.pathname, body }));
		incoming.pipe(passed);
	}

	/** The worker of another version: the same, but for its name. */
	#rewrite(reply: IncomingMessage, outgoing: ServerResponse): void {
		const parts: Buffer[] = [];
		reply.on('data', (part: Buffer) => parts.push(part));
		reply.on('end', () => {
			outgoing.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
			outgoing.end(
				Buffer.concat(parts)
					.toString()
					.replace(/(["'`])\d{13}\1/, JSON.stringify(this.version))
			);
		});
	}
}

/** A port that nobody uses. */
export async function freePort(): Promise<number> {
	const socket = createSocket();
	await listening(socket);
	const port = portOf(socket);
	await new Promise((closed) => socket.close(closed));
	return port;
}

const listening = (server: Server) => new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
const portOf = (server: Server) => (server.address() as AddressInfo).port;
