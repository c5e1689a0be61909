import { refuse } from './codes.ts';
import type { ArticleRefusal } from './codes.ts';

export interface Decoded {
	ok: true;
	text: string;
	/** The encoding's name as TextDecoder knows it. */
	encoding: string;
	/** Some bytes were not of the encoding and stand as U+FFFD. */
	damaged: boolean;
}

const MARKS: readonly [string, readonly number[]][] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];
const SAMPLE = 4096;
/** Share of zero bytes at even or odd places that UTF-16 of Latin letters has. */
const ZEROS = 0.3;
/** Share of broken characters up to which a text still counts as UTF-8. */
const BROKEN = 0.002;
/** Share of control characters from which it is no text. */
const CONTROLS = 0.01;

/** UTF-16 without a mark has its zero bytes all at the even (big-endian) or all at the odd places. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
	const zeros = [0, 0];
	const length = Math.min(bytes.length, SAMPLE);
	for (let at = 0; at < length; at += 1) {
		if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
	}
	const [even = 0, odd = 0] = zeros;
	if (odd > (length / 2) * ZEROS && even < odd / 10) return 'utf-16le';
	return even > (length / 2) * ZEROS && odd < even / 10 ? 'utf-16be' : undefined;
}

/** What Windows-1252 has at 0x80 to 0x9f; some versions of Node leave control characters there. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Windows-1252, of which ISO 8859-1 and ASCII are parts. */
function decodeWestern(bytes: Uint8Array): string {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	return text.replace(/[\u0080-\u009f]/g, (char) => WESTERN.charAt(char.charCodeAt(0) - 0x80));
}

/** Decodes strictly; undefined where the bytes are not of the encoding or nobody knows it. */
function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		const decoder = new TextDecoder(encoding, { fatal: true });
		return decoder.encoding === 'windows-1252' ? decodeWestern(bytes) : decoder.decode(bytes);
	} catch (error) {
		if (error instanceof TypeError || error instanceof RangeError) return undefined;
		throw error;
	}
}

/** The character set that a content type or the page itself declares. */
function declared(bytes: Uint8Array, contentType: string | undefined): string[] {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE));
	const meta = /<meta[^>]{1,200}charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(head)?.[1];
	const xml = /^<\?xml[^>]{1,100}encoding=["']([\w-]{2,40})/i.exec(head)?.[1];
	const type = /charset\s{0,5}=\s{0,5}["']?([\w-]{2,40})/i.exec(contentType ?? '')?.[1];
	return [type, meta, xml].filter((name) => name !== undefined).map((name) => name.toLowerCase());
}

/** UTF-8 with a few broken bytes, as when a file was cut, is still UTF-8. */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
	const text = new TextDecoder('utf-8').decode(bytes);
	const broken = text.match(/\ufffd/g)?.length ?? 0;
	// eslint-disable-next-line no-control-regex -- NUL is the lower bound of ASCII, all of which is left out
	const whole = (text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0) > broken;
	return whole && broken <= Math.max(1, text.length * BROKEN) ? text : undefined;
}

function decodeUnmarked(bytes: Uint8Array, contentType: string | undefined): Omit<Decoded, 'ok'> {
	const names = declared(bytes, contentType);
	// Seven-bit encodings look like ASCII: only their declaration tells them.
	const sevenBit = names.find((name) => name.startsWith('iso-2022'));
	const first = [utf16WithoutMark(bytes), sevenBit, 'utf-8', ...names].filter((name) => name !== undefined);
	for (const encoding of first) {
		const text = decodeAs(bytes, encoding);
		if (text !== undefined) return { text, encoding, damaged: false };
	}
	const mended = mostlyUtf8(bytes);
	if (mended !== undefined) return { text: mended, encoding: 'utf-8', damaged: true };
	return { text: decodeWestern(bytes), encoding: 'windows-1252', damaged: false };
}

/** Zero characters, or many controls, are not in a text. */
function isBinary(text: string): boolean {
	// eslint-disable-next-line no-control-regex -- control characters are what is counted here
	const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
	return text.includes('\u0000') || controls > text.length * CONTROLS;
}

/**
 * The text of a file's bytes: by its byte order mark, else UTF-16 or UTF-8 where the bytes are of it, else the declared
 * character set, else Windows-1252.
 * @param contentType as a server or form declares it ("text/html; charset=gbk")
 * @returns article_binary where it is no text
 */
export function decode(bytes: Uint8Array, contentType?: string): Decoded | ArticleRefusal {
	const mark = MARKS.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
	const decoded =
		mark === undefined
			? decodeUnmarked(bytes, contentType)
			: { text: new TextDecoder(mark[0]).decode(bytes), encoding: mark[0], damaged: false };
	return isBinary(decoded.text) ? refuse('article_binary') : { ok: true, ...decoded };
}
