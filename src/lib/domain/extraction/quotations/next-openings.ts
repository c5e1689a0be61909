/** How a sentence begins that says whose words the sentence before was: "That from Biden", "So said Biden". */
const OPENINGS: readonly RegExp[] = [
	/^(?:that|this|these) (?:was |is |were |came |comes |words came |came as )?(?:from|according to) /,
	/^(?:so|thus) (?:said|says|spoke|speaks|wrote|argued|declared|insisted|insists|warned|warns|concluded|concludes|claimed|explained|replied|answered|told us|ran|ended) /,
	/^(?:that|this|those|these|such) (?:was|were|is|are) (?:how|the (?:words|view|verdict|message|line|warning|conclusion|answer|assessment|summary|response|reaction|position|account) (?:of|from)) /,
	/^(?:the|those) (?:words|voice|quote|line|verdict) (?:is|are|was|were) (?:that of |those of )?/,
	/^with (?:these|those|that|such) (?:words )?(?:, )?/,
	/^(?:the (?:speaker|author|man|woman)) (?:is|was|:) /
];

/** The length in words of a beginning that says whose the words before are, or 0. */
export function opening(text: string): number {
	const match = OPENINGS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
	return match === undefined ? 0 : match.trim().split(' ').length;
}
