/** What a learner set by hand on an item, whether she has met it or not. */
export interface Marks {
	/** Not asked until it is taken up again. */
	suspended: boolean;
	/** Not asked before this day of hers. */
	buriedUntil: string | null;
	/** 0 for none, 1 to 7 for a colour. */
	flag: number;
}

export const NO_MARKS: Marks = { suspended: false, buriedUntil: null, flag: 0 };
