/** How often a rule's proposals were met with what, in one workspace. */
export interface RuleCounts {
	/** Proposals it made. */
	fired: number;
	/** Of them those accepted as they stood, or merged. */
	accepted: number;
	/** Those whose words or values a person had to change. */
	edited: number;
	/** Those refused because the rule was at fault; "not worth asking" and "duplicate" are no fault of a rule's. */
	faulted: number;
}

/** How much the measured confidence of the lexicon weighs, in proposals. */
export const PRIOR_WEIGHT = 10;
/** An edited proposal found the place and missed the wording. */
const EDITED_IS_RIGHT = 0.5;

/**
 * How sure a rule is, after what teachers made of its proposals: the mean of a Beta distribution whose prior is the
 * confidence that was measured for it, with the weight of ten proposals.
 * @param prior the confidence without any verdict, 0 to 1
 */
export function ruleConfidence(prior: number, counts: RuleCounts): number {
	const right = counts.accepted + EDITED_IS_RIGHT * counts.edited;
	const judged = counts.accepted + counts.edited + counts.faulted;
	return (prior * PRIOR_WEIGHT + right) / (PRIOR_WEIGHT + judged);
}
