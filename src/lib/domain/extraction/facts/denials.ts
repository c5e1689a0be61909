/** Words by which a told clause shows that it is denied or doubtful; what governs a verb is decided before, by the lexicon. */
const DENIED = ['cannot', 'never', 'neither', 'without', 'no longer'];
const DOUBTED = [
	'reportedly',
	'allegedly',
	'supposedly',
	'expected to',
	'likely to',
	'might',
	'could',
	'would',
	'rumou?red',
	'tentatively',
	'possibly',
	'perhaps',
	'plann?(?:ed|s) to',
	'aims? to',
	'hopes? to',
	'if'
];
/** ", who did not attend," and "Without fanfare, ": what stands beside the main clause. */
const ASIDES =
	/, (?:who|which|whose|where|despite|although|though|contrary|unlike|not|but not|and not)\b[^,;]{0,160},|^["\s]*(?:Without|Although|Though|While|Despite|Even though|After|Before|Unlike|Far from|Rather than|Instead of|Not only|No sooner|Contrary to)\b[^,;]{0,160},/g;

/** The words of a clause without what stands beside it and may deny or hedge something else. */
export const mainWords = (words: string): string => words.replace(ASIDES, ' ');

const pattern = (words: readonly string[], more = ''): RegExp => new RegExp(`\\b(?:${words.join('|')})\\b${more}`, 'i');

/** A clause around a date, a figure or an event that denies it: only its own verb's denial counts. */
export const CLAUSE_DENIES = pattern([
	...DENIED,
	'(?:did|was|were|has|have|had|will|could) not',
	"(?:did|was|were|has|have|had|wo)n't",
	...[
		'denied (?:that|having)',
		'(?:untrue|false|not true|incorrect|nonsense|a lie) that',
		'no one',
		'nobody',
		'none of'
	],
	...['(?:yet|failed|refused|declined|unable) to', 'at no (?:point|time)', 'by no means', 'nowhere']
]);
/** A clause around a date, a figure or an event that leaves it open. */
export const CLAUSE_HEDGES = pattern([
	...DOUBTED,
	...['may have', 'said to (?:be|have)', '(?:is|are) said', 'all but', 'almost', 'nearly', 'apparently', 'seems? to'],
	'(?:is|are|was|were) (?:widely )?(?:understood|believed|thought|reported|rumou?red|alleged|known) to',
	'(?:claims?|reports?|rumou?rs|allegations?) (?:that|of)'
]);

/** A statement in which any word keeps a reader from taking what is denied for a fact. */
export const STATEMENT_DENIES = pattern(
	[
		...DENIED,
		...['not', 'no', 'nor', 'none', 'nothing', 'nobody', 'hardly', 'refus\\w+', 'declin\\w+', 'fail\\w*', 'reject\\w*'],
		...['den(?:y|ie[sd]|ying|ial)', 'dismiss\\w*', 'rul(?:e[sd]?|ing) out', 'short of', 'at odds', 'apart', 'divided'],
		...['unresolved', 'yet to', 'unable', 'lack\\w*', 'balk\\w*', 'stall\\w*', 'collapsed?', 'broke (?:down|off)'],
		...[
			'shied away',
			'turned? down',
			'disavow\\w*',
			'disown\\w*',
			'avoid\\w*',
			'refrain\\w*',
			'untrue',
			'false',
			'wrong'
		],
		...['disagree\\w*', 'put (?:off|aside)', 'left (?:out|open|for)', 'turned down', 'absent', 'omitted', 'excluded'],
		...[
			'differ(?:s|ed|ing)?',
			'diverge[sd]?',
			'clash\\w*',
			'resist\\w*',
			'rebuff\\w*',
			'spurn\\w*',
			'brush\\w* (?:aside|off)'
		],
		...[
			'reluctan\\w*',
			'loath',
			'unwilling\\w*',
			'hesitant',
			'averse',
			'instead of',
			'rather than',
			'far from',
			'nowhere'
		],
		...[
			'rarely',
			'seldom',
			'scarcely',
			'barely',
			'anything but',
			'deadlock\\w*',
			'stalemate\\w*',
			'impasse',
			'elus\\w+'
		],
		...[
			'elude[sd]?',
			'shelve[sd]?',
			'set aside',
			'dropped',
			'missing',
			'withh[eo]ld\\w*',
			'empty-handed',
			'dug? in',
			'ignored'
		],
		...[
			'postponed?',
			'deferr?(?:ed)?',
			'foundered',
			'faltered',
			'fizzled',
			'fell (?:through|apart|short)',
			'off the (?:agenda|table)'
		],
		...[
			'un(?:settled|decided|answered|met|heeded|fulfilled|addressed|mentioned)',
			'sticking point',
			'silent',
			'part(?:ed|ing)? (?:ways|company)',
			'unravell?ed',
			'adjourned',
			'gaps?',
			'dispute[sd]?'
		]
	],
	"|n['’]t\\b"
);
/** A statement in which any word shows that somebody else answers for it, or that it is still to come. */
export const STATEMENT_HEDGES = pattern([
	...DOUBTED,
	...['may', 'can', 'should', 'reported\\w*', 'reports?', 'expect\\w*', 'likely', 'said', 'says', 'saying', 'told'],
	...['according', 'claim\\w*', 'hop(?:e[sd]?|ing)', 'plan\\w*', 'consider\\w*', 'unless', 'possible', 'appear\\w*'],
	...['seem\\w*', 'tentative\\w*', 'principle', 'allege\\w*', 'suggest\\w*', 'intend\\w*', 'aim\\w*', 'offer\\w*'],
	...['propos\\w+', 'draft', 'ready', 'willing', 'understood', 'believed', 'thought', 'whether', 'will']
]);
