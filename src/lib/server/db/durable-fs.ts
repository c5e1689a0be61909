import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Init = NodeFS['init'];
type WasmModule = Parameters<NonNullable<Parameters<Init>[1]['preRun']>[number]>[0];

/**
 * PGlite's start parameters without its `-F`, which turns fsync off. The method must be fsync: the build's fdatasync,
 * PostgreSQL's own choice on Linux, returns without doing anything.
 */
export const DURABLE_START: string[] = [
	...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
	...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync']
];

/** PGlite's file system in a directory, with the fsync that it lacks: without it a commit stays in the page cache. */
export class DurableFS extends NodeFS {
	override async init(...[pg, options]: Parameters<Init>): ReturnType<Init> {
		const { emscriptenOpts } = await super.init(pg, options);
		return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
	}
}

/** Emscripten calls `fsync` of a stream's operations where there is one, and reports success where there is none. */
function addFsync({ NODEFS }: WasmModule): void {
	NODEFS.stream_ops.fsync = (stream: { nfd: number }) => {
		NODEFS.tryFSOperation(() => fsyncSync(stream.nfd));
		return 0;
	};
}
