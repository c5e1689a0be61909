/** Verbs that take an object, with the past where it is no "-ed": what an article's sentence can be turned round with. */
const TRANSITIVE =
	'accept|abandon|discuss|accompany|add|adjust|adopt|align|allocate|amend|announce|answer|appoint|approve|arrest|attend|authorise|authorize|back|ban|bar|blacklist|block|boost|brief|cancel|cap|carry out:carried out|cede|certify|clear|close|combat|commission|complete|conclude|condemn|consider|contribute|control|convene|coordinate|create|curb|cut:cut|decide|defer|delay|deliver|demand|deploy|detain|develop|dispatch|double|draft|draw up:drew up|drop|ease|elevate|employ|enact|end|endorse|enforce|establish|examine|exchange|exempt|expand|expel|explore|export|extend|extradite|fast-track|file|finance|finish|fine|form|found|freeze:froze|fund|gain|grant|halt|halve|hand over|harmonise|host|hold:held|identify|implement|import|impose|include|increase|inform|inspect|introduce|invest|investigate|invite|invoke|issue|join|launch|lease|lend:lent|levy|license|lift|limit|list|lodge|lose:lost|lower|maintain|make public:made public|monitor|name|normalise|notify|offer|open|order|organise|patrol|pause|pay:paid|permit|place|plant|pledge|police|pool|postpone|prepare|present|process|produce|prohibit|prolong|promise|propose|prosecute|protect|provide|publish|purchase|buy:bought|put off:put off|quadruple|raise|ratify|receive|recognise|recognize|reduce|refer|register|reinstate|reject|relax|release|relocate|remove|renew|reopen|repatriate|replace|report|request|rescind|resettle|restart|restore|restrict|resume|retain|return|review|revise|revive|revoke|roll back|scrap|screen|seize|sell:sold|send:sent|set up:set up|share|shelve|shut:shut|sign|speed up|spend:spent|sponsor|stage|start|step up|stop|strengthen|strike off:struck off|submit|supply|support|suspend|switch on|take:took|target|tear down:tore down|test|tighten|train|transfer|treble|triple|turn down|undertake:undertook|unveil|update|upgrade|uphold:upheld|use|veto|waive|welcome|widen|win:won|withdraw:withdrew|withhold:withheld|suspend|sanction|summon|simplify|digitise|modernise|phase out|follow|draw down:drew down|build:built|lay:laid|give:gave|relaunch|hit:hit|see:saw|reach|exceed|prevent|promote|preserve|facilitate|deepen|discuss|lead:led|visit|acknowledge|conduct|dismantle|shut down:shut down|swap|tackle|pilot|map|subsidise|designate|nominate|keep:kept|apply|allow|hold off:held off|take back:took back|fast-track|tax|train|equip|co-host|reimburse|write off:wrote off|restructure|co-finance|install|inaugurate|house|ship';
/** Verbs without an object. */
const INTRANSITIVE =
	'rise:rose|fall:fell|grow:grew|expire|lapse|run out:ran out|begin:began|end|start|resume|open|close|shrink:shrank|drop|climb|decline|stand:stood|amount|come into force:came into force|enter into force|take effect:took effect|take place:took place|travel|arrive|meet:met|speak:spoke|leave:left|accede|vote|increase|decrease|double|halve|jump|slip|surge|tumble|plunge|withdraw:withdrew|sit:sat|last|apply|account|retire|go into force:went into force|join|return|fly:flew|convene|reconvene|cease';
/** Verbs that "to" and another verb follow. */
const TO_DO =
	'agree|pledge|promise|undertake:undertook|commit|decide|resolve|consent|offer|refuse|decline|vow|plan|intend|want|propose|threaten';
const DOUBLED =
	/^(?:ban|bar|cap|cut|drop|plan|refer|transfer|scrap|stop|ship|commit|submit|permit|swap|map|equip|ship|slip|control|patrol|cancel|level|veto|set)$/u;

function past(base: string): string {
	const [verb = '', ...particle] = base.split(' ');
	const ended = verb.endsWith('e')
		? `${verb}d`
		: /[^aeiou]y$/.test(verb)
			? `${verb.slice(0, -1)}ied`
			: DOUBLED.test(verb) && !/^(?:veto|set)$/.test(verb)
				? `${verb}${verb.slice(-1)}ed`
				: `${verb}ed`;
	return [ended, ...particle].join(' ');
}

/** What a finite form is of, and whether its verb may have an object. */
export interface Verb {
	base: string;
	takesObject: boolean;
	takesNone: boolean;
	takesDeed: boolean;
}

function tableOf(): { pasts: Map<string, Verb>; bases: Map<string, Verb> } {
	const pasts = new Map<string, Verb>();
	const bases = new Map<string, Verb>();
	const lists = [
		[TRANSITIVE, 'takesObject'],
		[INTRANSITIVE, 'takesNone'],
		[TO_DO, 'takesDeed']
	] as const;
	for (const [list, use] of lists) {
		for (const entry of list.split('|')) {
			const [base = '', irregular] = entry.split(':');
			const known = bases.get(base) ?? { base, takesObject: false, takesNone: false, takesDeed: false };
			const verb = { ...known, [use]: true };
			bases.set(base, verb);
			pasts.set(irregular ?? past(base), verb);
		}
	}
	return { pasts, bases };
}

const { pasts, bases } = tableOf();
const LONGEST_VERB = 3;

/** The verb with which some words begin, longest first: "set up a fund" begins with "set up". */
function startOf(
	words: readonly string[],
	known: ReadonlyMap<string, Verb>
): { verb: Verb; count: number } | undefined {
	for (let count = Math.min(LONGEST_VERB, words.length); count > 0; count--) {
		const verb = known.get(words.slice(0, count).join(' '));
		if (verb !== undefined) return { verb, count };
	}
	return undefined;
}

/** The verb in the past with which words begin, and how many of them it is. */
export const pastVerb = (words: readonly string[]): { verb: Verb; count: number } | undefined => startOf(words, pasts);

/** The verb in its plain form with which words begin, and how many of them it is. */
export const plainVerb = (words: readonly string[]): { verb: Verb; count: number } | undefined => startOf(words, bases);
