import { isFull } from './db.ts';

/** The page that opens without a network: one document with all that it loads, kept under the program's version. */

export const SHELL_PATH = '/offline';
const PREFIX = 'readout-';

export interface Shell {
	/** The program's version. */
	version: string;
	/** Small files that belong to it: icons, the manifest. */
	files: readonly string[];
}

const nameOf = ({ version }: Pick<Shell, 'version'>) => PREFIX + version;

/**
 * Fetches the page and what it loads. The page names everything itself; other pages' parts are not fetched.
 * @throws TypeError without a network: the worker is then not installed, and is tried again
 */
export async function keepShell(shell: Shell): Promise<void> {
	const page = await fetch(SHELL_PATH, { cache: 'no-store' });
	if (!page.ok || page.redirected) throw new TypeError(`the page to keep was answered with ${page.status}`);
	const named = [page.headers.get('link') ?? '', await page.clone().text()].flatMap(filesIn);
	const cache = await caches.open(nameOf(shell));
	await cache.addAll([...new Set([...named, ...shell.files])]);
	await cache.put(SHELL_PATH, page);
}

/** The parts of the program that a page names: in its elements, in its script, or in the header that has them fetched early. */
function filesIn(text: string): string[] {
	return [...text.matchAll(/["'<]([^"'<>\s]*\/_app\/immutable\/[^"'<>\s]+)["'>]/g)].map(
		([, address = '']) => new URL(address, new URL(SHELL_PATH, location.href)).pathname
	);
}

/** Fetches the page again, in another language for instance; the present one stays where that fails. */
export async function renewShell(shell: Shell): Promise<void> {
	try {
		await keepShell(shell);
	} catch (error) {
		if (!(error instanceof TypeError) && !isFull(error)) throw error;
	}
}

/** Whether the kept page speaks a language, by its tag. */
export async function isShellIn(shell: Shell, tag: string): Promise<boolean> {
	const page = await openShell(shell);
	return page !== undefined && (await page.text()).includes(`<html lang="${tag}"`);
}

/** The kept page, if there is one. */
export async function openShell(shell: Shell): Promise<Response | undefined> {
	const cache = await caches.open(nameOf(shell));
	return cache.match(SHELL_PATH);
}

/** A file of the program: from what is kept, of whatever version, else from the network. */
export async function openFile(request: Request): Promise<Response> {
	return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** Removes what other versions kept. */
export async function dropOthers(shell: Pick<Shell, 'version'>): Promise<void> {
	const names = await caches.keys();
	await Promise.all(
		names.filter((name) => name.startsWith(PREFIX) && name !== nameOf(shell)).map((name) => caches.delete(name))
	);
}
