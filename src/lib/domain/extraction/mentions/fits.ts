import { inYear } from './cast.ts';
import type { KnownPerson } from './compiled.ts';
import type { Ground } from './draft.ts';
import type { Phrase } from './phrase.ts';
import type { Line } from './tokens.ts';
import type { Fit, Fitting, Story } from './story.ts';

/** The better fit first. */
export const FITS: readonly Fit[] = ['told', 'known', 'class'];
export const LEADING = ['president', 'leader', 'prime-minister', 'chancellor', 'monarch', 'general-secretary'];

/** Words before which a title is another, lower one: "vice president" is no president, "prime minister" no minister. */
const OTHER =
	/\b(?:vice|deputy|assistant|under|prime|chief|general|party|press|cabinet|executive|principal|permanent|parliamentary|joint|committee|provincial)[ -]$/;
/** Titles of these classes name one office by many names; of the others only the words count: a deputy consul is no ambassador. */
const ALIKE =
	/^(minister-|president$|prime-minister|chancellor|monarch|leader|national-security-adviser|trade-representative|climate-envoy|vice-president|vice-premier|spokesperson|secretary-general|executive)/;

const MILITARY = ['rank', 'commander', 'chief-of-staff'];

/** The title's own words without country and status, lower case: "foreign minister" of "the visiting Chinese foreign minister". */
function ownWords({ normal }: Ground, line: Line, phrase: Phrase): string {
	const first = line.tokens[phrase.head];
	const last = line.tokens[phrase.to - 1];
	const deputy = /\b(?:deputy|vice|assistant|under|shadow|junior)\b/i.exec(phrase.words)?.[0] ?? '';
	const own = first && last ? normal.slice(first.start, last.end) : phrase.words;
	const whole = own.toLowerCase().startsWith(deputy.toLowerCase()) ? own : `${deputy} ${own}`;
	return whole.toLowerCase().replace(/\s+/g, ' ');
}

/** Everybody of the text whom the title of a phrase fits; for "counterpart" the office of its owner counts. */
export function fittingOf(story: Story, line: Line, phrase: Phrase, owner?: KnownPerson): Fitting {
	const { kind } = phrase.title;
	const words = ownWords(story.ground, line, phrase);
	const key = kind === 'counterpart' ? `counterpart of ${owner?.id ?? ''}` : `${phrase.title.class}|${words}`;
	const known = story.fitting.get(key);
	if (known) return known;
	const fitting: Fitting = { told: [], known: [], class: [] };
	const fit = kind === 'counterpart' ? counterpartFit(story, owner) : titleFit(story, phrase, words);
	for (const person of story.cast.people) {
		const how = fit(person);
		if (how) fitting[how].push(person);
	}
	story.fitting.set(key, fitting);
	return fitting;
}

/** The classes of office that a title may mean beside its own words. */
export function meantBy({ title, words, to, bare }: Phrase): readonly string[] {
	if (title.kind === 'leader') return LEADING;
	if (title.kind === 'rank') return MILITARY;
	const plain = to === bare && !/\b(?:deputy|assistant|shadow|junior)\b/i.test(words);
	return ALIKE.test(title.class) && plain ? [title.class] : [];
}

type HowFit = (person: KnownPerson) => Fit | undefined;

function counterpartFit({ cast }: Story, owner: KnownPerson | undefined): HowFit {
	const held = new Set(owner ? cast.classes.get(owner.id) : []);
	const leads = LEADING.some((one) => held.has(one));
	return (person) => {
		const classes = Array.from(cast.classes.get(person.id) ?? []);
		if (person.id === owner?.id) return undefined;
		if (classes.some((one) => held.has(one))) return 'told';
		return leads && classes.some((one) => LEADING.includes(one)) ? 'class' : undefined;
	};
}

function titleFit(story: Story, phrase: Phrase, words: string): HowFit {
	const { cast, ground } = story;
	// "The vice minister" is short for a vice foreign minister.
	const pattern = new RegExp(`\\b${words.replace(/[^a-z ]/g, '.').replaceAll(' ', ' (?:[a-z]{1,20} ){0,2}')}\\b`);
	const meant = meantBy(phrase);
	const isSaid = (title: string): boolean => contains(title.toLowerCase(), words, pattern);
	return (person) => {
		const classes = cast.classes.get(person.id);
		if (phrase.title.kind !== 'rank' || classes?.has('rank')) {
			if (Array.from(cast.titles.get(person.id) ?? []).some(isSaid)) return 'told';
			const now = person.offices.filter((office) => inYear(office, ground.year));
			if (now.some(({ title }) => isSaid(title))) return LEADING.includes(phrase.title.class) ? 'told' : 'known';
		}
		return meant.some((one) => classes?.has(one)) ? 'class' : undefined;
	};
}

/** Whether a held title has the said one in it as a whole word and is no lower office. */
function contains(title: string, said: string, pattern: RegExp): boolean {
	const at = title.search(pattern);
	if (at < 0 || OTHER.test(title.slice(0, at))) return false;
	return !/^[ -](?:general|secretary)/.test(title.slice(at + said.length));
}
