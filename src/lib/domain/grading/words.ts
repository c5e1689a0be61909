const list = (text: string): string[] => text.trim().split(/\s+/);

/** Words that add nothing to what a phrase says. Directions ("from", "against") and alternatives ("or") are no such words. */
export const STOP_WORDS = new Set(
	list(`
	the a an of in on at to for by with and is are was were be been being am as that this these those it its i he she
	they we their his her our your my will would should shall can could has have had having do does did into
	between within among about upon who which what whose whom there here also so such very just own each other one
	another itself themselves himself herself think called named known answer namely
	`).filter((word) => word !== 'one')
);

/** Words that turn a statement round; they may never be missing or be added. */
export const NEGATORS = new Set(
	list(`
	no not non never none neither nor without un anti except unless instead rather nobody nothing nowhere hardly cannot
	cant dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt hasnt havent hadnt
	`)
);

/** Words that say which way round two things stand: where a key has one, the order of its words counts. */
export const ORDERING = new Set(
	list(`
	before after than over under above below against from into versus vs follow followed following precede preceded then
	first later earlier subsequently afterward next because cause caused due led lead leads result resulted replace
	replaced but while whereas not no without instead rather
	`)
);

/** Words that the question may lend to an answer never include these. */
export const NEVER_LENT = new Set([
	...NEGATORS,
	...ORDERING,
	...list('or end stop ban both only all more less either')
]);

/** British to American, where no rule of endings does it. */
export const SPELLINGS = new Map(
	Object.entries({
		defence: 'defense',
		offence: 'offense',
		licence: 'license',
		practise: 'practice',
		pretence: 'pretense',
		centre: 'center',
		theatre: 'theater',
		fibre: 'fiber',
		metre: 'meter',
		kilometre: 'kilometer',
		litre: 'liter',
		calibre: 'caliber',
		manoeuvre: 'maneuver',
		programme: 'program',
		adviser: 'advisor',
		grey: 'gray',
		judgement: 'judgment',
		acknowledgement: 'acknowledgment',
		catalogue: 'catalog',
		dialogue: 'dialog',
		analogue: 'analog',
		sceptic: 'skeptic',
		sceptical: 'skeptical',
		cheque: 'check',
		tonne: 'ton',
		aluminium: 'aluminum',
		sulphur: 'sulfur',
		fulfil: 'fulfill',
		enrol: 'enroll',
		instalment: 'installment',
		skilful: 'skillful',
		ageing: 'aging',
		artefact: 'artifact',
		tyre: 'tire',
		storey: 'story',
		mould: 'mold',
		plough: 'plow',
		draught: 'draft',
		whilst: 'while',
		amongst: 'among',
		towards: 'toward',
		afterwards: 'afterward',
		okay: 'ok',
		four: 'four',
		hour: 'hour',
		your: 'your'
	})
);

/** What may stand before a person's name. */
export const TITLES = new Set(
	list(`
	mr mister mrs ms miss madam dr sir president vice premier prime minister secretary sec state treasury defense foreign
	finance national security advisor climate envoy special presidential assistant deputy chairman general gen leader
	chief staff speaker house representatives senator sen governor gov ambassador former ex then current affairs
	paramount supreme party communist ccp
	`)
);

/** What may follow "of" or "for" inside a title. */
export const OF_TITLES = new Set(list('state treasury defense house representatives foreign finance staff climate'));

/** What may stand behind a name written in Chinese characters. */
export const CHINESE_TITLES = /(?:主席|国家主席|总统|总理|首相|先生|女士|部长|外长|国务卿|财长|防长|议长|特使)$/u;

/** What may come before a short answer without being part of it. */
export const LEAD_INS = new Set(list('in at on to by it its was is were near around inside'));
