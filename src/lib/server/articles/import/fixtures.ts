import JSZip from 'jszip';
import { readArticle } from './read-article.ts';

/** A sentence that is told to be English. */
export const PROSE =
	'The two ministers met in Vienna and said that they would resume the talks on trade with each other.';
export const utf8 = (text: string) => new TextEncoder().encode(text);
/** The format that a file is read as, or why it cannot be read. */
export const codeOf = async (bytes: Uint8Array) => {
	const read = await readArticle(bytes, {});
	return read.ok ? read.format : read.code;
};

export const XML = '<?xml version="1.0" encoding="UTF-8"?>';
/** A Word document with this body. */
export async function docx(body: string, extra: Record<string, string> = {}): Promise<Uint8Array> {
	const zip = new JSZip();
	zip.file(
		'[Content_Types].xml',
		`${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	);
	zip.file(
		'_rels/.rels',
		`${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	);
	zip.file(
		'word/document.xml',
		`${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
	);
	for (const [name, content] of Object.entries(extra)) zip.file(name, content);
	return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
export const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A PDF with the given lines on each page, one below the other, and whatever else its trailer says. */
export function pdf(pages: string[][], trailer = ''): Uint8Array {
	const objects: string[] = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'',
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
	];
	const kids: string[] = [];
	for (const lines of pages) {
		const content = `BT /F1 11 Tf 72 760 Td 14 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
		objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
		const contents = objects.length;
		objects.push(
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${contents} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`
		);
		kids.push(`${objects.length} 0 R`);
	}
	objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
	let out = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const at = out.length;
		out += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(at).padStart(10, '0')} 00000 n \n`;
	});
	const table = out.length;
	out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${table}\n%%EOF`;
	return utf8(out);
}
