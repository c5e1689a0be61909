import type { Db } from '#lib/server/db/db.ts';
import { FitQueue } from './fit-queue.ts';
import { FittingThread } from './fitting-thread.ts';

/** A picture that takes longer is not worth the wait. */
const PICTURE_MS = 10_000;

let queue: FitQueue | undefined;
let pictures: FittingThread | undefined;

/** The fits of this process. */
export function fitQueue(db: Db): FitQueue {
	return (queue ??= new FitQueue(db));
}

/** The thread of this process that simulates, apart from the one that fits: a picture does not wait for a fit. */
export function pictureThread(): FittingThread {
	return (pictures ??= new FittingThread(PICTURE_MS));
}

/** Ends both, before the database is closed. */
export async function closeFitting(): Promise<void> {
	await queue?.close();
	await pictures?.close();
	queue = undefined;
	pictures = undefined;
}
