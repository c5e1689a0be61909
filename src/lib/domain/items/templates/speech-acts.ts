/** What somebody does with words, as a question asks for it and as its answer says it. */
export interface Act {
	/** What is done: two acts of a kind by one holder are told apart by their matter alone. */
	act: string;
	/** The question about a holder: "what did Norway refuse to do about trade". */
	asks: (who: string, on: string) => string;
	/** The answer: "to lift the ban", "that the ban is lawful", "a lasting ceasefire". */
	answer: string;
	/** Whether the question says too little without the matter. */
	needsMatter: boolean;
}

/** Verbs that a clause with "that" follows, and the verb of the question. */
const SAYING = new Map(
	Object.entries({
		warn: 'warn',
		caution: 'warn',
		deny: 'deny',
		complain: 'complain',
		demand: 'demand',
		promise: 'promise',
		pledge: 'pledge',
		vow: 'vow',
		ask: 'ask',
		insist: 'say',
		say: 'say',
		state: 'say',
		argue: 'argue',
		maintain: 'maintain',
		contend: 'argue',
		stress: 'stress',
		emphasise: 'stress',
		emphasize: 'stress',
		underline: 'stress',
		underscore: 'stress',
		reaffirm: 'reaffirm',
		reiterate: 'reaffirm',
		affirm: 'say',
		note: 'say',
		announce: 'announce',
		confirm: 'confirm',
		declare: 'declare',
		explain: 'say',
		clarify: 'say',
		counter: 'say',
		reply: 'say',
		answer: 'say',
		respond: 'say',
		claim: 'claim',
		add: 'say'
	})
);
/** Verbs that "to" and another verb follow, and the verb of the question. */
const INTENDING = new Map(
	Object.entries({
		refuse: 'refuse to do',
		decline: 'decline to do',
		pledge: 'pledge to do',
		promise: 'promise to do',
		vow: 'vow to do',
		undertake: 'undertake to do',
		commit: 'promise to do',
		agree: 'agree to do',
		consent: 'agree to do',
		offer: 'offer to do',
		threaten: 'threaten to do',
		propose: 'propose to do',
		decide: 'decide to do',
		resolve: 'resolve to do'
	})
);
/** Verbs that a thing follows. */
const HANDLING = new Map(
	Object.entries({
		reject: 'reject',
		oppose: 'oppose',
		demand: 'demand',
		request: 'request',
		condemn: 'condemn',
		criticise: 'criticise',
		criticize: 'criticise',
		denounce: 'denounce',
		propose: 'propose',
		deny: 'deny',
		'call for': 'call for',
		'ask for': 'ask for',
		'appeal for': 'appeal for',
		'rule out': 'rule out',
		'turn down': 'turn down',
		dismiss: 'dismiss',
		endorse: 'endorse',
		'object to': 'object to',
		'insist on': 'insist on',
		want: 'want',
		seek: 'seek',
		support: 'support',
		back: 'back',
		'warn against': 'warn against',
		'warn of': 'warn of',
		'voice alarm at': 'voice alarm at',
		'express alarm at': 'express alarm at',
		'voice dissatisfaction with': 'voice dissatisfaction with',
		'express dissatisfaction with': 'express dissatisfaction with',
		'protest against': 'protest against',
		'complain about': 'complain about',
		'press for': 'press for',
		'express concern about': 'express concern about',
		'voice concern about': 'voice concern about',
		'voice concern over': 'voice concern about',
		'express concern over': 'express concern about',
		'raise concerns about': 'raise concerns about',
		'raise concerns over': 'raise concerns about'
	})
);

const IRREGULAR = new Map(
	Object.entries({
		said: 'say',
		undertook: 'undertake',
		undertaken: 'undertake',
		committed: 'commit',
		forbade: 'forbid'
	})
);
const CUT_PARTICLE =
	/ (?:for|out|down|to|on|of|against|about|(?:concerns?|alarm|dissatisfaction) (?:about|over|at|with))$/;

/** The base of each finite form of these verbs. */
const BASES = new Map<string, string>([
	...[...SAYING.keys(), ...INTENDING.keys(), ...HANDLING.keys()].flatMap((whole) => {
		const verb = whole.replace(CUT_PARTICLE, '').split(' ')[0] ?? whole;
		const y = /[^aeiou]y$/.test(verb);
		const past = verb.endsWith('e') ? `${verb}d` : y ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
		const now = y ? `${verb.slice(0, -1)}ies` : /(?:ss|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
		return [past, now].map((form): [string, string] => [form, verb]);
	}),
	...IRREGULAR
]);

const ADVERBS =
	/^(?:again|also|still|further|repeatedly|strongly|firmly|resolutely|flatly|formally|categorically|once more|once again|explicitly|publicly) /u;
const LONGEST = 600;
/** "Voiced deep concern": how deep it was belongs to no question. */
const DEGREE =
	/^((?:has |had )?(?:voic|express|rais)\p{L}*) (?:(?:deep|grave|serious|strong|its|his|her|their|great|renewed) )+(?=(?:concerns?|alarm|dissatisfaction)\b)/u;
/** "Reiterated its backing for", "remains opposed to": what somebody supports or opposes, in several words. */
const SUPPORTING =
	/^(?:has |have |had )?(?:reiterated|reaffirmed|restated|voiced|expressed|pledged|repeated) (?:(?:its|his|her|their) )?(?:full |firm |strong )?(?:backing|support) for (?=\S)/u;
const OPPOSING =
	/^(?:(?:has |have |had )?(?:reiterated|reaffirmed|restated|voiced|expressed|repeated) (?:(?:its|his|her|their) )?(?:firm |strong |resolute )?opposition to|remains (?:firmly )?opposed to) (?=\S)/u;
/** "Given its word that", "takes the view that": a saying in several words. */
const PHRASES: readonly (readonly [RegExp, string, string])[] = [
	[/^(?:has |had )?(?:gave|given) (?:its|his|her|their) word (?=that |not to )/u, 'promise', 'promise'],
	[/^(?:made|makes) (?:it )?clear (?=that )/u, 'say', 'say'],
	[/^(?:pointed|points) out (?=that )/u, 'say', 'say'],
	[SUPPORTING, 'support', 'support'],
	[OPPOSING, 'oppose', 'oppose']
];

/**
 * What a predicate does in words, and the question and answer that it makes: "refused to lift the ban" asks "what did …
 * refuse to do" and answers "to lift the ban".
 * @returns undefined where the verb is none of those that can be asked for
 */
export function actOf(predicate: string): Act | undefined {
	const text = predicate.slice(0, LONGEST).replace(ADVERBS, '').replace(DEGREE, '$1 ');
	for (const [pattern, act, verb] of PHRASES) {
		const start = pattern.exec(text)?.[0];
		if (start !== undefined)
			return { act, asks: asking('did', verb), answer: text.slice(start.length), needsMatter: act === 'say' };
	}
	const accused = accuses(text);
	if (accused !== undefined) return accused;
	const [, has, form = '', rest = ''] = /^(has |have |had )?(?:[a-z]+ly )?([a-z]+) (.+)$/u.exec(text) ?? [];
	const base = BASES.get(form);
	if (base === undefined) return holds(text) ?? willDo(text);
	const isPresent = has === undefined && form.endsWith('s');
	const auxiliary = isPresent ? 'does' : 'did';
	if (/^that /.test(rest)) return said(base, auxiliary, rest);
	const deed = /^(?:not )?to ([a-z]+) /.exec(rest)?.[1];
	const intended = INTENDING.get(base);
	const isRefrained = intended !== undefined && rest.startsWith('not to ');
	// "Pledged not to raise fees": what somebody will not do is the answer.
	if (isRefrained && deed !== undefined && !NO_VERB.test(deed) && / to do$/.test(intended))
		return {
			act: intended.replace(/ to do$/, ' not to do'),
			asks: asking(auxiliary, intended.replace(/ to do$/, ' not to do')),
			answer: rest.slice(4),
			needsMatter: false
		};
	if (intended !== undefined && deed !== undefined && !NO_VERB.test(deed))
		return { act: intended, asks: asking(auxiliary, intended), answer: rest, needsMatter: false };
	return handled(base, auxiliary, rest);
}

/** "Objected to the", "committed to full": no verb behind "to". */
const NO_VERB = /^(?:the|an?|its|his|her|their|full|all|any|more|such)$/;

function said(base: string, auxiliary: string, answer: string): Act | undefined {
	const verb = SAYING.get(base);
	if (verb === undefined) return undefined;
	const isPlain = !/^(?:warn|deny|complain|demand|promise|pledge|vow|ask)$/.test(verb);
	const noun = NOUNS.get(verb);
	const asks = noun === undefined ? asking(auxiliary, ABOUT.get(verb) ?? verb) : giving(auxiliary, noun);
	return { act: isPlain ? 'say' : verb, asks, answer, needsMatter: isPlain };
}

/** Verbs that need a particle where nothing follows them. */
const ABOUT = new Map([['ask', 'ask for']]);

/** What is warned and complained of is a clause: the question asks for it by a noun. */
const NOUNS = new Map([
	['warn', 'warning'],
	['complain', 'complaint']
]);
const giving =
	(auxiliary: string, noun: string) =>
	(who: string, on: string): string =>
		`what ${noun} ${auxiliary} ${who} ${noun === 'warning' ? 'give' : 'make'}${on}`;

function handled(base: string, auxiliary: string, rest: string): Act | undefined {
	for (const [whole, verb] of HANDLING) {
		const [first = '', ...more] = whole.split(' ');
		const particle = more.length === 0 ? '' : `${more.join(' ')} `;
		if (first !== base || !rest.startsWith(particle)) continue;
		const answer = rest.slice(particle.length);
		const isThing = /^(?:an?|the|any|all|its|what|\p{Lu}|\p{L}+(?:s|tion|ment|ing|ity|ness|ence|ance|ship)?\b)/u.test(
			answer
		);
		if (isThing && !NO_THING.test(answer))
			return { act: verb, asks: asking(auxiliary, verb), answer, needsMatter: false };
	}
	return undefined;
}

/** What is no thing behind a verb: a clause, a preposition, a person who is asked. */
const NO_THING =
	/^(?:to|that|on|in|at|by|with|for|from|as|against|over|about|it|them|him|her|whether|how|why|if|and|or)\b/u;

/** "Will resume imports": what is to come of it. */
function willDo(text: string): Act | undefined {
	const [, verb = '', deed = ''] =
		/^(will|is to) (?!be\b|have\b|not\b|never\b|also be\b|rather\b|need\b|like\b)(.{8,})$/u.exec(text) ?? [];
	if (verb === '') return undefined;
	const asks = verb === 'will' ? asking('will', 'do') : asking('is', 'to do');
	return { act: 'will', asks, answer: deed, needsMatter: true };
}

/** "Accused Norway of dumping": what it is accused of. */
function accuses(text: string): Act | undefined {
	const [, form = '', whom = '', what] =
		/^(?:has |had )?(accus(?:ed|es)) ((?:the )?\p{Lu}[^,“”]{1,40}?) of (\S.{8,})$/u.exec(text) ?? [];
	if (what === undefined) return undefined;
	const auxiliary = form.endsWith('s') ? 'does' : 'did';
	const asks = (who: string) => `what ${auxiliary} ${who} accuse ${whom} of`;
	return { act: 'accuse', asks, answer: what, needsMatter: false };
}

const VIEW = /^(?:takes|holds|took|held) the view that (.+)$/u;
const STANDING =
	/^(?:does|do) not (?:support|seek|recogni[sz]e|want|accept|intend)\b|^(?:adheres|keeps|holds|sticks) to (?:its|the) (?=\S+ \S)/u;

/** "Does not support independence": what a state holds. */
function holds(text: string): Act | undefined {
	const asks = (who: string, on: string) => `what is the position of ${who}${on}`;
	if (STANDING.test(text)) return { act: 'position', asks, answer: `it ${text}`, needsMatter: true };
	const [, view] = VIEW.exec(text) ?? [];
	return view === undefined ? undefined : { act: 'position', asks, answer: view, needsMatter: true };
}

/** "what did … refuse to do about …", "what did … say about …", "what did … reject on …". */
const asking =
	(auxiliary: string, verb: string) =>
	(who: string, on: string): string =>
		`what ${auxiliary} ${who} ${verb}${/ do$|^do$|^(?:say|argue|warn|complain|announce|declare)$/.test(verb) ? on.replace(/^ on /, ' about ') : on}`;
