import { spelling } from './normalise.ts';

/**
 * Words that are words of their own and lie a slip or two away from another: typed in its place they are a wrong answer
 * and not a typing error ("conservation" for "conversation"). Singular, as answers are compared; number words and
 * months are among them, because "fifth" is not "fifty".
 */
export const CONFUSABLE_WORDS: ReadonlySet<string> = new Set(
	`
	three seven eight eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
	sixty seventy eighty ninety hundred thousand million billion trillion first second third fourth fifth sixth seventh
	eighth ninth tenth january february march april august september october november december monday tuesday wednesday
	thursday friday saturday sunday quarter double triple treble quadruple single

	accept access adapt adopt advance advice advise affect agent agree allow amend angel angle appeal appear apply approach
	approve argue arise arrest arrive aspect assert assess asset assist assume assure attach attack attain attempt attend
	attract attribute authority author avert avoid award aware
	ballot banner barrel battle beach blast blame block bloom board border boarder bound brand breach break bread breath
	breathe brief bring broad broken budget build burden business
	capital capitol carrier career casual causal cause cease certain chain chair chance change channel charge chart chase
	cheap check cheer chief child choice civic civil claim class clean clear climate climb close cloth coast collapse
	collect collide collision collusion colony column combat combine comet command commander commend comment commerce
	commission commit common commune communism community communication compact company compare compel compensation compete
	competent competition competitor compile complain complaint complement complete completion complex compliant comply
	compliment compose compound comprise compromise compute conceal concede conceive concept concern concert conclude
	concrete concur condemn condition conduct confer conference confess confide confidence confident configure confine
	confirm conflict conform confront congress connect connection conquer conscious consensus consent conserve
	conservation conservative consider consist console constant constitute constrain construct consult consultation
	consume contact contain contempt contend content contest context continent continue contract contrary contrast
	contribute control converse conversation conversion convert convey convict convince cooperation corporation corporate
	cooperate correct corrupt council counsel count counter country county couple courage course court cover craft crash
	cream create credit crime crisis cross crowd crude cruel crush current custom cycle
	daily dairy damage dance danger death debate debut decade decay deceive decide decision declare decline decrease
	dedicate deduce deduct defeat defect defend defense define definite deflation defy degree delay delegate delegation
	delete deliver demand demean democracy demolish demote denounce deny depart department depend deplete deploy
	deployment deport deposit depress describe desert deserve design desire desist despite dessert destroy detach detail
	detain detect deter determine detract devalue develop deviate device devise devote dialect dialog diary dictate
	dictator differ difficult digest digital dignity dilute diplomat diplomacy diploma direct direction director disable
	disagree disarm disaster discharge discord discount discourse discover discrete discreet discuss discussion disease
	dispel dispatch displace display dispose dispute disrupt dissent dissolve distance distant distinct distort
	distribute district disturb diverse diversion diversity divert divide division doctrine domain domestic dominant
	donate donor draft drain drastic drift drive drone drown
	eager early earth easier eastern ecology economy economic edition editor educate effect effective effort elect
	election elicit elude emerge emission emit emphasis empire employ enable enact encounter endorse endure energy
	enforce engage engine enhance enjoy ensure entail enter entire entitle entity entry envoy envy equal equip erase
	erect error erupt escalate escape essay establish estate ethane ethic ethnic evade evaluate event evict evidence
	evolve exact exceed excel except excess exchange excite exclude excuse execute exempt exercise exert exhaust exile
	exist expand expansion expect expel expend expense expert expire explain explode exploit explore explosion export
	expose express extend extension extensive extent external extinct extract extreme
	facility factor factory faction failure faith false family famine famous fault favor federal fellow fiction field
	fierce fight figure filter final finance finish fiscal fiction flight float flood floor focus follow force foreign
	forge forget forgive formal format former formula forum found founder fraction fracture fragile frame freedom freeze
	freight frequent fresh friend friction front frontier frozen fruit fulfil fuel fundamental funding future
	gather general generate genius gentle genuine global glory goods govern grace grade grain grand grant graph grasp
	grass grave great green greet grief gross ground group growth guard guess guest guide guilt
	habit handle happen harbor hardware harmony harvest hasten health heart heavy hostile hostage hotel house human
	humane humble humid hunger hybrid hydrogen
	ideal idea identify identity ignore illegal image imitate immigrant imminent immune impact impair impart implement
	implicit imply import impose impress improve impulse incite incident include income increase indicate induce industry
	infect infer inflation inflict influence inform infrastructure inhibit initial initiate initiative injure injury
	innovate innovation input inquire inquiry insert inside insist inspect inspection inspire install instance instant
	instead institute instruct insult insurance insure insurgent intact integrate integrity intellect intelligence intend
	intense intensify intensive intent intention interact intercept interest interim internal international interpret
	intervene invade invasion invent invention invest investment invite invoke involve irrigation island isolate issue
	joint judge justice justify knife knock known label labor ladder language large laser latter launch lawyer layer
	leader league learn lease least leave legal legend lesson letter level liable liberal liberty library light limit
	linear liquid listen loose lower loyal loyalty
	magic major manage manner manor manual marine marital maritime market marshal martial master match material matter
	mature maximum measure medal meddle media medium mental mention merge merit metal method methane methanol military
	militia mineral minimum minister ministry minor minority mission missile mistake mobile model modern modest modify
	money monitor monopoly month moral morale motion motive mount mountain movement murder muscle mutual
	nation national native natural nature navigate navigation negate negotiate negotiation neutral normal north notice
	notion notable novel nuclear unclear number object oblige observe obtain occasion occupy occur ocean offense offer
	office official often operate opinion oppose opponent opportunity option order organ origin outcome outlook output
	overcome overlook oversee
	panel paper parity parade parent partial particle partition partner partnership party passage passenger passive
	patent patience patient patrol pause peace penal people perceive percent perfect perform peril period permit persist
	person personal personnel perspective persuade petition petrol phase phone phrase physical picture pilot pirate pitch
	place plain plane planet plant plate platform plead please pledge plenty point poison police policy polite political
	politic poll pollute popular portion position positive possess possible postal potential poverty power practice praise
	precede precedent precious precise precursor predict prefer premier premise prepare prescribe prescription presence
	present preserve preside president press pressure prestige presume pretend prevail prevent previous price pride
	prime prince principal principle print prior prison private prize probe problem proceed process proclaim procure
	produce producer product production productive profess profit profile profound program progress prohibit project
	projection prolong promise promote prompt proof proper property prophet proportion proposal propose proscribe
	proscription prosecute prospect prosper protect protection protest protocol proud prove provide province provision
	provoke public publish pulse punish purchase purpose pursue
	quality quantity queen query quest question quick quiet quite quota quote
	radar radical raise rally range rapid rather ratio rational reach react reaction reactor reader ready reality reason
	rebel rebuild recall receive recent recess recession recite reckon reclaim recognition recognize recommend reconcile
	record recover recruit rectify reduce reduction refer reference refine reform refrain refuge refugee refund refuse
	refute regain regard regime region regional register regret regular regulate regulation regulator reign reject
	rejection relate relation relationship relative relax release relevant reliable relief relieve religion rely remain
	remark remedy remind remit remote removal remove renew renewable renewal renounce rental repair repay repeal repeat
	repel replace replica reply report represent repress reproach reprieve republic repulse request require rescue
	research resent reserve reside resident resign resist resistance resolution resolve resort resource respect respond
	response responsible restore restrain restraint restrict restriction result resume resumption retail retain retaliate
	retire retract retreat retrieve return reunion reunite reveal revenge revenue reverse review revise revision revive
	revoke revolt revolution reward right rigid rival river robust rocket route royal ruler rumor rural
	sacred safety salary sample sanction satellite satisfy scale scandal scarce scene scheme scholar school science scope
	score screen screening seaman search season secret section sector secure security seize select semester senate senior
	sense sentence separate sequence serial series serious serve service session settle settlement severe sever shadow
	shake shape share sharp sheet shelf shell shelter shift shine shock shoot shore short shout shrink siege sight signal
	signature silence silent silicon similar simple since situate skill slave sleep slice slide slope small smart smoke
	smooth social society software soldier solid solution solve source south sovereign space spare spark speak special
	specific specify speech speed spell spend sphere spill spirit split sponsor spread spring stable staff stage stake
	stall stance stand standard staple start state statement station statistic statue status statute steal steam steel
	steep steer stick still stimulate stock storage store storm story strain strange strategy strategic stream street
	strength stress stretch strict strife strike strip strive strong structure struggle student study style subject
	submarine submit subsidy substance suburb succeed success succession suffer suggest summary summit summon superior
	supply support suppose suppress suppression supreme surface surge surgeon surplus surprise surrender surround survey
	survive suspect suspend suspension suspicion sustain sweep sweet swift switch symbol system
	table tackle tactic talent target tariff taste teach technique technology tempo temper temple temporal tempt tenant
	tender tension tenure terminal territory terror testify texture thank theme theory thick thing threat threaten throne
	through throw tidal tight title token tolerate topic torture total touch tough tower toxic trace track tract trade
	tradition traffic tragedy trail train trait traitor transact transfer transform transit transition translate transmit
	transparent transport travel treason treasure treasury treat treaty trend trial tribal tribe tribute tribune trigger
	trouble truce truck trust truth tunnel tutor
	ultimate union unique unite unity universal university update uphold upper upset urban urgent usage usual
	vacant vaccine valid valley value vanish variety various vehicle venue verbal verdict verify version vessel veteran
	viable victim victory video violate violation violence violent virtue virus visible vision visit visitor vital vivid
	voice volume voluntary voter voyage wager waste watch water wealth weapon weather weigh weight welcome welfare western
	whale wheat wheel while white whole widen widow width witness woman wonder world worry worth wound write wrong yacht
	yield young youth
	`
		.split(/\s+/)
		.filter((word) => word !== '')
		.map((word) => spelling(word))
);
