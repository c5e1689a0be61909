/**
 * Writes a fault as one line of JSON. A failed statement's own message carries its parameters, which are learners'
 * answers, addresses and hashes: of it only the database's reason is told, and the place in the code.
 */
export function logFault(method: string, route: string | null, error: unknown): void {
	const line = { at: new Date().toISOString(), method, route, ...describe(error) };
	console.error(JSON.stringify(line));
}

/** What may be told of whatever was thrown. */
export function describe(error: unknown): { name: string; message: string; stack: string[] } {
	if (!(error instanceof Error)) return { name: 'unknown', message: typeof error, stack: [] };
	const isQuery = 'query' in error && 'params' in error;
	const told = isQuery && error.cause instanceof Error ? error.cause : error;
	const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	const message = isQuery && told === error ? 'a statement failed' : told.message;
	return { name: told.name, message, stack: stack.slice(0, 8).map((line) => line.trim()) };
}
