import { zipEntries } from './zip-directory.ts';

/** What a file is, told by its bytes. */
export type Content = 'pdf' | 'docx' | 'text' | 'archive' | 'unsupported' | 'binary';

const bytesOf = (text: string) => [...text].map((char) => char.charCodeAt(0));

/** What files begin with, by what they are. */
const MAGIC: readonly [Content, readonly number[], number?][] = [
	['archive', [0x1f, 0x8b]],
	['archive', [...bytesOf('7z'), 0xbc, 0xaf, 0x27, 0x1c]],
	['archive', bytesOf('Rar!')],
	['archive', bytesOf('BZh')],
	['archive', [0xfd, ...bytesOf('7zXZ')]],
	['archive', [0x28, 0xb5, 0x2f, 0xfd]],
	['archive', bytesOf('ustar'), 257],
	['archive', bytesOf('PK\u0005\u0006')],
	['unsupported', bytesOf('{\\rtf')],
	['unsupported', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
	['binary', [0x89, ...bytesOf('PNG')]],
	['binary', [0xff, 0xd8, 0xff]],
	['binary', bytesOf('GIF8')],
	['binary', bytesOf('RIFF')],
	['binary', bytesOf('ID3')],
	['binary', bytesOf('OggS')],
	['binary', bytesOf('fLaC')],
	['binary', [0x7f, ...bytesOf('ELF')]],
	['binary', bytesOf('SQLite format 3')],
	['binary', [0x1a, 0x45, 0xdf, 0xa3]],
	['binary', bytesOf('ftyp'), 4],
	['binary', bytesOf('II*\u0000')],
	['binary', bytesOf('MM\u0000*')],
	['binary', bytesOf('wOF')]
];

/** A PDF's first mark stands within so many bytes. */
const PDF_WITHIN = 1024;
const HTML_START =
	/^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*){0,5}<(?:!doctype\s+html|html|head|body|title|meta|script|article|main|div|section|p|h1|table)\b/i;

const startsWith = (bytes: Uint8Array, magic: readonly number[], at: number) =>
	magic.every((byte, index) => bytes[at + index] === byte);

/** A zip archive with a Word document inside, or any other. */
function zipped(bytes: Uint8Array): Content {
	const entries = zipEntries(bytes);
	if (entries === null) return 'archive';
	const names = new Set(entries.map(({ name }) => name));
	if (names.has('word/document.xml')) return 'docx';
	return names.has('[Content_Types].xml') || names.has('mimetype') ? 'unsupported' : 'archive';
}

/** What a file is by its first bytes; a text's kind is told after decoding, by `isHtml`. */
export function sniff(bytes: Uint8Array): Content {
	if (startsWith(bytes, bytesOf('PK\u0003\u0004'), 0)) {
		return zipped(bytes);
	}
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_WITHIN));
	if (/(?:^|[\r\n¿])%PDF-\d/.test(head)) return 'pdf';
	const known = MAGIC.find(([, magic, at]) => startsWith(bytes, magic, at ?? 0))?.[0];
	return known ?? 'text';
}

/** Whether a text is a web page or a part of one. */
export function isHtml(text: string): boolean {
	return HTML_START.test(text.slice(0, 20_000));
}
