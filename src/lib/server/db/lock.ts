import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';
import { StartFailure, errorCode } from './failure.ts';

const holderSchema = v.object({ pid: v.number(), started: v.string(), host: v.string(), id: v.string() });
/** Who holds a lock: `started` tells a process from a later one with the same pid, `id` one lock file from the next. */
type Holder = v.InferOutput<typeof holderSchema>;
/** A lock file as found; one without a readable holder was cut off by a crash, or its maker is about to write it. */
type Found = { id: string; ageMs: number; holder?: Holder };

export interface DirectoryLock {
	/** Removes the lock file, if it is still this lock's. */
	release(): void;
}

const PATIENCE_MS = 5_000;
const UNFINISHED_MS = 1_000;

/**
 * Takes the only place at a directory, for as long as this process lives or until it is released. PGlite takes no
 * lock of its own, and a second process on its directory silently loses rows.
 *
 * The lock is a file beside the directory, made exclusively. One left behind by a dead process is taken over; one
 * whose process lives never is, nor one from another machine, of which nothing can be known.
 * @throws StartFailure `data_dir_in_use`, which names the process
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
	const path = `${directory}.lock`;
	const me = { pid: process.pid, started: startOf(process.pid) ?? '', host: hostname(), id: randomUUID() };
	for (const deadline = Date.now() + PATIENCE_MS; ; await delay(5 + Math.random() * 20)) {
		if (createExclusively(path, me)) break;
		const found = read(path);
		if (!found) continue;
		if (mayBeLive(found)) {
			if (found.holder || Date.now() > deadline) throw inUse(directory, path, found.holder);
		} else if (takeOver(path, found, me)) break;
	}
	return {
		release() {
			if (read(path)?.id === me.id) unlinkSync(path);
		}
	};
}

/**
 * Replaces the lock of a dead process. The right to replace one particular lock file belongs to whoever creates the
 * first marker named after it, or the next one if that process died too: so two that find the same dead lock never
 * both replace it, and one that comes late finds another lock in its place.
 */
function takeOver(path: string, dead: Found, me: Holder): boolean {
	const marker = (turn: number) => `${path}.${dead.id}.${turn}`;
	let turn = 1;
	while (!createExclusively(marker(turn), me)) {
		const rival = read(marker(turn));
		if (!rival || mayBeLive(rival)) return false;
		turn++;
	}
	if (read(path)?.id !== dead.id) {
		unlinkSync(marker(turn));
		return false;
	}
	renameSync(marker(turn), path);
	while (--turn > 0) rmSync(marker(turn), { force: true });
	return true;
}

function createExclusively(path: string, holder: Holder): boolean {
	let file: number;
	try {
		file = openSync(path, 'wx', 0o600);
	} catch (error) {
		if (errorCode(error) === 'EEXIST') return false;
		throw error;
	}
	try {
		writeSync(file, JSON.stringify(holder));
	} finally {
		closeSync(file);
	}
	return true;
}

function read(path: string): Found | undefined {
	try {
		const { ino, mtimeMs } = statSync(path);
		const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), holderSchema), readFileSync(path, 'utf8'));
		const ageMs = Math.abs(Date.now() - mtimeMs);
		if (parsed.success) return { id: parsed.output.id, ageMs, holder: parsed.output };
		return { id: `unfinished-${ino}-${Math.trunc(mtimeMs)}`, ageMs };
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return undefined;
		throw error;
	}
}

function mayBeLive({ holder, ageMs }: Found): boolean {
	if (!holder) return ageMs < UNFINISHED_MS;
	if (holder.host !== hostname()) return true;
	try {
		process.kill(holder.pid, 0);
	} catch (error) {
		// EPERM: it is there, and another user's.
		return errorCode(error) !== 'ESRCH';
	}
	const started = startOf(holder.pid);
	return started === undefined || holder.started === '' || started === holder.started;
}

/** When a process started, as far as the system tells: a later one with the same pid differs. */
function startOf(pid: number): string | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		// A zombie was killed and waits for its parent to notice: it holds nothing any more.
		if (state === 'Z' || state === 'X') return 'ended';
		return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${rest[18]}`;
	} catch {
		return undefined;
	}
}

function inUse(directory: string, path: string, holder?: Holder): StartFailure {
	const who = holder ? `process ${holder.pid}` : 'a process that is starting';
	const elsewhere = holder && holder.host !== hostname() ? ` on host ${holder.host}` : '';
	const advice = elsewhere ? `, or delete ${path} if nothing there uses it any more` : '';
	return new StartFailure(
		'data_dir_in_use',
		`The data directory ${directory} is in use by ${who}${elsewhere}. Stop that process${advice}, or set DATA_DIR to another directory.`
	);
}
