const NUMBER_WORDS = [
	'zero',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve'
];

const SCALES = new Map([
	['thousand', 1e3],
	['million', 1e6],
	['billion', 1e9],
	['trillion', 1e12]
]);

/** What a word behind the digits makes of them: "1.5 million". */
function scaleAfter(rest: string): number {
	return SCALES.get(/^[ -](thousand|million|billion|trillion)\b/.exec(rest)?.[1] ?? '') ?? 1;
}

/** The first number of an option, in digits or as a word up to twelve. */
export function numberIn(text: string): number | undefined {
	const digits = /\d[\d,]*(\.\d+)?/.exec(text)?.[0];
	if (digits !== undefined)
		return Number(digits.replaceAll(',', '')) * scaleAfter(text.slice(text.indexOf(digits) + digits.length));
	const word = text
		.toLowerCase()
		.split(/[^a-z]+/)
		.find((w) => NUMBER_WORDS.includes(w));
	return word === undefined ? undefined : NUMBER_WORDS.indexOf(word);
}

/** A whole number up to twelve as a word, larger ones in digits. */
export function numberWord(value: number): string {
	return NUMBER_WORDS[value] ?? String(value);
}
