const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const PART =
	'(?:the )?(?:(?:very )?(?:end|start|beginning|close|middle|first half|second half|first quarter|second quarter|third quarter|fourth quarter|last quarter|spring|summer|autumn|fall|winter) of )?(?:early |late |mid-)?';
const DAY = `${PART}(?:(?:\\d{1,2} )?${MONTH}(?: \\d{4})?|(?:the year |the financial year )?(?:19|20)\\d\\d)`;
const NUMBER =
	'(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty-five|sixty|ninety|a further|another|the next|at least \\w+)';
const UNIT = '(?:(?:working |calendar |business )?(?:hours?|days?|weeks?|months?|years?|quarters?))';
const SPAN = `(?:(?:by|until|before|from|in|after|since|through|no later than|starting in|beginning in|with effect from|as of|not later than|on) ${DAY}|(?:within|for|in|over|inside) ${NUMBER} (?:further )?${UNIT}|every (?:\\w+ )?(?:quarter|year|month|week|${UNIT})|(?:once|twice|(?:three|four) times) (?:a|every|each) (?:year|month|quarter|week)|each (?:year|month|quarter)|annually|monthly|quarterly|in real time)`;
/** One or more times behind a thing, at the end of a clause. */
const LAST = new RegExp(`^(.+?)((?:,? ${SPAN})+)$`, 'u');
/** ", within 180 days, " before it. */
const FIRST = new RegExp(`^,? ?(${SPAN}),? (.+)$`, 'u');

const CLAUSE = /\b(?:that|which|who|whose|where|when)\b/u;
const MONTHS = new RegExp(`\\b${MONTH}\\b`, 'u');

/** Times as an article gives them, with "next year" and months without their year, at the beginning of what follows. */
const AT_ONCE = new RegExp(
	`^(?:,? ?(?:${SPAN}|(?:early |late |by |in |until |from |the end of )*(?:next|this|last) (?:year|month|week|spring|summer|autumn|fall|winter|${MONTH})))+`,
	'u'
);

/** What follows without the times with which it begins. */
export const withoutTimes = (after: string): string => after.replace(AT_ONCE, '');

/** A thing, and when or how often it is to be done. */
export interface Timed {
	thing: string;
	/** "by 15 July 2031", "every quarter"; empty where nothing is said of it. */
	time: string;
}

/** Takes apart what follows a verb: "joint drills once a year" is a thing with how often. */
export function timesIn(rest: string): Timed {
	// "A channel that meets every quarter": of the clause beside the thing.
	if (CLAUSE.test(rest)) return { thing: rest, time: '' };
	const [, first, after] = FIRST.exec(rest) ?? [];
	if (first !== undefined && after !== undefined) return { thing: after, time: first };
	const [, thing, time = ''] = LAST.exec(rest) ?? [];
	// "In March": of which year?
	if (thing === undefined || (MONTHS.test(time) && !/\d{4}/u.test(time))) return { thing: rest, time: '' };
	return { thing, time: time.replace(/^,? /u, '') };
}
