const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUID of version 7: ids sort by the millisecond in which they were made, so new rows land side by side in an index.
 * @param now the instant that the id carries
 * @param random sixteen random bytes, of which 74 bits are used
 */
export function uuidv7(now: Date, random: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
	const bytes = Uint8Array.from(random);
	if (bytes.length !== 16) throw new RangeError('sixteen random bytes are needed');
	let rest = now.getTime();
	if (!(rest >= 0 && rest < 2 ** 48)) throw new RangeError('the instant does not fit into a UUID');
	for (let at = 5; at >= 0; at--) {
		bytes[at] = rest % 256;
		rest = Math.floor(rest / 256);
	}
	bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
	bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
	const hex = Array.from(bytes, (byte) => HEX[byte]).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The instant that a UUID of version 7 carries. */
export function instantOf(id: string): Date {
	return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
