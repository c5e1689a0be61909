import { inflateRawSync } from 'node:zlib';

export interface ZipEntry {
	name: string;
	method: number;
	/** Bytes as they lie in the archive, and as they are when unpacked. */
	packed: number;
	size: number;
	/** Offset of the entry's own header. */
	offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record is 22 bytes and a comment of at most 64 kB. */
const LONGEST_END = 22 + 0xffff;
const MOST_ENTRIES = 2000;
const MOST_BYTES = 50 * 1024 * 1024;
const HIGHEST_RATIO = 200;
/** Small files of equal bytes pack well without harm. */
const SMALL = 100 * 1024;

function endRecord(view: DataView): number {
	for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END); at -= 1) {
		if (view.getUint32(at, true) === END) return at;
	}
	return -1;
}

/**
 * The entries that a zip archive's central directory lists, without unpacking any.
 * @returns null where it is damaged, of a kind that documents never have (zip64), or lists too many entries
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = endRecord(view);
	if (end === -1) return null;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	if (count > MOST_ENTRIES) return null;
	const entries: ZipEntry[] = [];
	for (let index = 0; index < count; index += 1) {
		if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return null;
		const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
		if (name === undefined || extra === undefined || comment === undefined) return null;
		entries.push({
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
			method: view.getUint16(at + 10, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true)
		});
		at += 46 + name + extra + comment;
	}
	return entries;
}

/** Whether an entry unpacks to no more than its directory says. */
function tellsTheTruth(bytes: Uint8Array, entry: ZipEntry): boolean {
	if (entry.offset + 30 > bytes.length) return false;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
	if (start + entry.packed > bytes.length) return false;
	if (entry.method === 0) return entry.packed === entry.size;
	if (entry.method !== 8) return false;
	try {
		const unpacked = inflateRawSync(bytes.subarray(start, start + entry.packed), { maxOutputLength: entry.size + 1 });
		return unpacked.length === entry.size;
	} catch (error) {
		if (error instanceof Error) return false;
		throw error;
	}
}

/** Whether an archive can be unpacked without harm: at most 2,000 entries, 50 MB, 200 times its size, and no lies. */
export function isSafeZip(bytes: Uint8Array, entries: readonly ZipEntry[]): boolean {
	const total = entries.reduce((sum, { size }) => sum + size, 0);
	if (entries.length > MOST_ENTRIES || total > MOST_BYTES) return false;
	if (entries.some(({ size, packed }) => size > SMALL && size > packed * HIGHEST_RATIO)) return false;
	return entries.every((entry) => entry.size === 0 || tellsTheTruth(bytes, entry));
}
