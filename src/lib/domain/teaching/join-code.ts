/**
 * Letters and digits that can be told apart on a board and over the phone: without 0 and O, 1, I and L, 2 and Z, 5 and S,
 * 8 and B, U and V, M and N, and without vowels, so that no code is a word.
 */
const ALPHABET = 'CDFGHJKMPQRTWXY34679';
const LENGTH = 7;

/**
 * A code by which students join a class: seven characters of twenty, about 1.3 thousand million codes.
 * @param random as many whole numbers from 0 to 255 as are asked for, from a source that cannot be guessed
 */
export function makeJoinCode(random: (count: number) => Uint8Array): string {
	// 240 is the largest multiple of 20 that fits: what lies beyond would make some letters likelier.
	let code = '';
	while (code.length < LENGTH) {
		for (const byte of random(LENGTH * 2)) {
			if (byte < 240 && code.length < LENGTH) code += ALPHABET.charAt(byte % ALPHABET.length);
		}
	}
	return code;
}

/** "CDF-GHJK": how a code is shown and read out. */
export function showJoinCode(code: string): string {
	return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/**
 * A code as a student typed it: case, spaces and dashes do not matter.
 * @returns undefined where it cannot be one
 */
export function readJoinCode(typed: string): string | undefined {
	const code = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s\p{Pd}.]/gu, '');
	return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined;
}
