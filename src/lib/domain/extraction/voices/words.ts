import { wordSet } from '../../text.ts';

/** Nouns that stand for what somebody holds: "Tokyo's line is that", "the message from Seoul was clear". */
export const POSITION_NOUNS = wordSet(
	`position positions stance line lines view views message answer argument arguments case demand demands condition
	conditions verdict conclusion point points principle policy attitude reading reply response contention thesis
	complaint objection objections concern concerns grievance grievances request requests wish wishes claim assessment
	logic reasoning doctrine mantra refrain warning reasons rationale calculation belief conviction theory
	thinking fear fears feeling worry worries suspicion assumption
	shot boast lament quip prediction riposte rebuttal rejoinder retort assertion proviso caveat hunch bet plea idea`
);
/** What may follow such a noun where it tells nothing of its own: "the message was clear:". */
export const PLAIN_WORDS = wordSet(
	'clear simple blunt plain firm unequivocal unambiguous short brief familiar the same this'
);
/** Verbs of demands that stand in lists: "should respect X, expand Y and handle Z". */
export const LISTED_VERBS = wordSet(
	`abandon abide accept accommodate act address adhere advance allow apply avoid ban block boost bridge bring
	broaden build call cancel carry cease champion choose clarify close co-operate combat come commit compensate
	compete comply condemn conduct confront consolidate consult contain continue control convince cooperate
	coordinate correct create criticise criticize cross cultivate curb curtail cut deepen defend delist deliver
	demonstrate deny detain dial disarm disclose discuss dismantle dispel dissolve distance distinguish drop
	earnestly ease eliminate embrace enable encourage end engage enhance ensure erase establish evacuate exclude
	exempt exercise exert expand expel explain explore extend facilitate find fix focus follow forge foster free
	freeze fulfil fulfill get give go grant guarantee halt hand handle heed help hold honor honour implement impose
	improve increase inform insist inspect intensify interfere interpret intervene invest investigate invite isolate
	join keep lay learn leave let license lift limit link listen live look lower maintain make manage meet mind
	monitor move narrow negotiate normalise normalize notify observe offer offset open oppose opt overcome pause pay
	permit play practice practise preserve press prevent probe proceed promote prosecute protect provide pull punish
	pursue put raise ratify reach reaffirm reassure rebuild recall recognise recognize reconsider recuse redouble
	reduce reflect refrain refuse regulate rein reinstate reject release rely remain remove renew renounce reopen
	repair repatriate repay repeal report resist resolve respect respond restart restore restrain restrict resume
	rethink return reverse review revive revoke roll safeguard scale scrap seek sell send separate serve set settle
	sever share shelve shield shoulder show shun slow solidify solve spare speak speed stand start stay steer step
	stick stop strengthen strive supply support suppress suspend sustain swap tackle take thwart tone train transfer
	translate treat turn undertake unfreeze upgrade uphold urge use vacate verify veto view waive walk weigh welcome
	widen withdraw work yield`
);
/** Those of them that a preposition may follow. */
export const WITH_PREPOSITION = wordSet(
	`abide act adhere cease come comply cooperate co-operate engage focus go hold invest join listen live look move opt
	distance insist interfere intervene play pull rein rely return roll step translate
	proceed refrain refuse continue help learn pledge agree respond seek speak stand stay step stick strive walk work turn`
);
/** Nouns whose owner looks at a thing: "in Tokyo's reading". */
export const VIEW_NOUNS = wordSet(
	`view eyes opinion judgment judgement perspective reading telling account assessment calculation estimation mind
	book books logic words version interpretation standpoint`
);
/** Documents that speak for whom they belong to. */
export const DOCUMENTS = wordSet(
	'readout statement note communique communiqué letter paper text commentary version account'
);
/** Verbs of speech after which it is not the speaker's own view, or that deny it. */
export const NOT_OWN = wordSet(
	`deny denies denied denying dispute disputes disputed disputing ask asks asked asking question questions questioned
	wonder wondered quote quotes quoted quoting cite cites cited citing read reads joke joked jokes deny sign signed`
);
/** Verbs of opinion that take a clause and are no verbs of speech. */
export const OPINION_VERBS = wordSet(
	`believes believe believed believing thinks think thought holds held feels felt contends contended counters countered
	considers finds reckons reckoned insists insisted maintains maintained argues argued knows concludes concluded`
);
/** Main verbs of what happened and no view. */
export const EVENT_VERBS = wordSet(
	`met meets spoke discussed talked held lasted arrived left landed visited travelled traveled visits attended attends
	toured received killed died injured rose fell grew began started opened closed published released posted born came
	went flew telephoned phoned hosted accompanied delivered dined exchanged touched signed joined won voted elected
	appointed resigned took ran continued spent sent gave brought sat stood walked shook ended concluded scheduled
	announced unveiled sank crashed collided fired struck fled occurred happened erupted shot
	launched emerged escaped drowned`
);
/** Their participles, which without an auxiliary belong to a noun: "the speech given in May". */
export const EVENT_PARTICIPLES = wordSet('spoken taken gone given begun come seen driven flown written');
/** Denials without a word like "not", before "that". */
export const UNTRUE = wordSet('untrue false wrong incorrect nonsense impossible inconceivable unthinkable');
/** What opens a sentence that points at something and names nothing. */
export const POINTERS = wordSet('that this it there they these those what some i we he she let you and here');
/** What a side may be told or asked without a verb of its own. */
export const DEMANDING = wordSet(
	'asked urged requested expected required requested told called obliged invited advised'
);
/** Demands, refusals and verdicts beside the lexicon's words of opinion. */
export const STRONG_WORDS = wordSet(
	`must should ought cannot shall need needs belongs belong deserve deserves contradicts contravenes contravene breach
	breaches breached infringes infringe embolden emboldens fuels hollow hollows distorted distorts root counter runs
	betrays betray blame owes owe hypocrites victim victims culprit tool pawn card weapon leverage interests serves serve
	sovereignty stable unstable constructive warmest worst safer worse stronger weaker nothing impossible inalienable
	sacred legal lawful contrary inadmissible unthinkable stretched confession excuse cause causes responsibility fault
	demand refusal price threatened endangers endanger belonged rehearsal hypocrisy farce charade fiction`
);
/** The last word of a name that reports for others and holds no view itself. */
export const PRESS = wordSet(
	`reuters xinhua afp ap bloomberg cnn bbc news times post journal tass ria interfax yonhap kyodo nikkei nhk cctv kcna
	press daily politico axios guardian economist herald globe tribune television tv radio agency media broadcaster network`
);
/** What reporters say of time and place: a sentence with one of them tells, and judges nothing. */
export const NARRATIVE = wordSet(
	`analysts observers experts reporters journalists economists critics diplomats afterwards meanwhile elsewhere
	photographs reportedly sources yesterday`
);
/** Pronouns with which whoever speaks goes on. */
export const SELF = wordSet('he she it its his her their they we our i my');
/** Verbs of speech inside of what is said: it tells of a talk, and is no view of its own. */
export const RETOLD = wordSet('asked assured told said says replied denied informed answered spoken promised invited');
/** What is said to have been: no view, but the meeting itself. */
export const OCCASIONS = wordSet(
	'meeting talks visit call summit statement speech trip session conference delegation dinner event ceremony'
);
/** Last words of a sentence that says only that somebody takes another view, or a firm one. */
export const OTHERWISE = wordSet(
	`otherwise differently adamant unmoved defiant unrepentant cautious gloomy dismissive scathing sceptical skeptical
	unimpressed unconvinced unpersuaded upbeat sanguine wary guarded emphatic disagreed disagrees differs demurred shrugged
	aloof persuaded convinced impressed swayed`
);
