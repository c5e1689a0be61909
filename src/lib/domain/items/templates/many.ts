const COUNTED =
	/\bthe (?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}) (?:[a-z]+ )?(?:leaders|presidents|premiers|prime ministers|foreign ministers|ministers|governments|countries|nations|states|sides|parties|members|partners|allies|powers|capitals|neighbours|neighbors)\b/i;
/** "The United States, Japan and the Netherlands". */
const LISTED = /\p{Lu}[\p{L}.]{1,30}, (?:the )?\p{Lu}[^,.;]{1,40},? and (?:the )?\p{Lu}/u;

/** Whether a sentence is of three or more that act together: "both sides" would be wrong of them. */
export const isOfMany = (sentence: string): boolean => COUNTED.test(sentence) || LISTED.test(sentence);

/** The words with which a sentence counts them: "The three governments". */
export function manyNamed(sentence: string): string | undefined {
	const found = COUNTED.exec(sentence)?.[0];
	return found === undefined ? undefined : `The${found.slice(3)}`;
}
