export type Form = 'base' | 's' | 'past' | 'participle' | 'ing' | 'noun';

/** lemma: past, participle; the -ing form is regular unless a third word gives it. */
const IRREGULAR: Record<string, [string, string, string?]> = {
	say: ['said', 'said'],
	bind: ['bound', 'bound'],
	make: ['made', 'made'],
	tell: ['told', 'told'],
	hold: ['held', 'held'],
	uphold: ['upheld', 'upheld'],
	withhold: ['withheld', 'withheld'],
	take: ['took', 'taken'],
	undertake: ['undertook', 'undertaken'],
	seek: ['sought', 'sought'],
	give: ['gave', 'given'],
	get: ['got', 'got', 'getting'],
	set: ['set', 'set', 'setting'],
	put: ['put', 'put', 'putting'],
	lay: ['laid', 'laid'],
	lie: ['lay', 'lain', 'lying'],
	come: ['came', 'come'],
	become: ['became', 'become'],
	swear: ['swore', 'sworn'],
	speak: ['spoke', 'spoken'],
	withdraw: ['withdrew', 'withdrawn'],
	draw: ['drew', 'drawn'],
	stand: ['stood', 'stood'],
	stick: ['stuck', 'stuck'],
	cling: ['clung', 'clung'],
	understand: ['understood', 'understood'],
	strike: ['struck', 'struck'],
	think: ['thought', 'thought'],
	find: ['found', 'found'],
	see: ['saw', 'seen', 'seeing'],
	oversee: ['oversaw', 'overseen', 'overseeing'],
	agree: ['agreed', 'agreed', 'agreeing'],
	disagree: ['disagreed', 'disagreed', 'disagreeing'],
	leave: ['left', 'left'],
	lead: ['led', 'led'],
	bring: ['brought', 'brought'],
	cut: ['cut', 'cut', 'cutting'],
	fall: ['fell', 'fallen'],
	break: ['broke', 'broken'],
	keep: ['kept', 'kept'],
	send: ['sent', 'sent'],
	begin: ['began', 'begun', 'beginning'],
	meet: ['met', 'met'],
	have: ['had', 'had'],
	be: ['was', 'been'],
	do: ['did', 'done'],
	sink: ['sank', 'sunk'],
	build: ['built', 'built'],
	fight: ['fought', 'fought'],
	spend: ['spent', 'spent'],
	win: ['won', 'won', 'winning'],
	write: ['wrote', 'written'],
	spur: ['spurred', 'spurred', 'spurring'],
	focus: ['focused', 'focused'],
	shake: ['shook', 'shaken'],
	forbid: ['forbade', 'forbidden', 'forbidding'],
	hit: ['hit', 'hit', 'hitting'],
	forswear: ['forswore', 'forsworn'],
	lend: ['lent', 'lent']
};
/** Verbs that double their last letter. */
const DOUBLING =
	/(?:mit|ban|cap|step|stop|plan|drop|pin|slam|scrap|refer|prefer|defer|transfer|ship|rebut|compel|cur|regret|stem|abet|initial|prod|beg|pan|wrap)$/;

/** The forms of a verb with what each can be: "agreed" is past and participle. */
export function inflect(lemma: string): Map<string, Form[]> {
	const forms = new Map<string, Form[]>();
	const add = (word: string, form: Form) => forms.set(word, [...(forms.get(word) ?? []), form]);
	const irregular = IRREGULAR[lemma];
	const stem = DOUBLING.test(lemma) ? lemma + lemma.slice(-1) : lemma;
	const silentE = lemma.endsWith('e');
	const consonantY = /[^aeiou]y$/.test(lemma);
	const regular = silentE ? lemma + 'd' : consonantY ? lemma.slice(0, -1) + 'ied' : stem + 'ed';
	const ing = silentE ? lemma.slice(0, -1) + 'ing' : stem + 'ing';
	add(lemma, 'base');
	add(consonantY ? lemma.slice(0, -1) + 'ies' : /(?:s|x|z|ch|sh|o)$/.test(lemma) ? lemma + 'es' : lemma + 's', 's');
	add(irregular?.[0] ?? regular, 'past');
	add(irregular?.[1] ?? regular, 'participle');
	add(irregular?.[2] ?? ing, 'ing');
	if (lemma === 'be') for (const [word, form] of BE) add(word, form);
	if (lemma === 'have') add('has', 's');
	return forms;
}

const BE = [
	['is', 's'],
	['are', 's'],
	['were', 'past'],
	['am', 's']
] satisfies [string, Form][];
