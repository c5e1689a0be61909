import type { KnownPerson } from './compiled.ts';
import type { MentionOffice } from '../types.ts';
import type { Draft, Ground } from './draft.ts';
import type { Phrase } from './phrase.ts';
import type { Token } from './tokens.ts';
import { keyOf } from './tokens.ts';
import { classOf } from './compile-people.ts';

/** Everybody whom the text names in full, by family name, with the titles that the text gives. */
export interface Cast {
	families: Map<string, KnownPerson[]>;
	/** Classes of titles by the person's id, as the text gives them. */
	classes: Map<string, Set<string>>;
	/** The titles that the text itself gives, lower case: what "the secretary" is short for. */
	titles: Map<string, Set<string>>;
	people: KnownPerson[];
}

/** Who is named in full anywhere in the text. */
export function castOf(ground: Ground, drafts: readonly Draft[]): Cast {
	const cast: Cast = { families: new Map(), classes: new Map(), titles: new Map(), people: [] };
	for (const draft of drafts) {
		if (!draft.person) continue;
		const { office } = draft;
		const own = office && !isBorrowed(ground, office);
		join(ground, cast, draft.person, office?.title, own);
		for (const { title } of draft.otherOffices ?? []) join(ground, cast, draft.person, title);
	}
	return cast;
}

/** "His Chinese counterpart": the text itself does not call him a minister. */
const isBorrowed = ({ normal }: Ground, { span }: MentionOffice): boolean =>
	/counterpart|opposite number/i.test(normal.slice(span.start, span.end));

/** Adds a person, or a title of one who is there; `told` where the text itself gives it. */
export function join(ground: Ground, cast: Cast, person: KnownPerson, title?: string, told = true): void {
	const known = cast.classes.get(person.id);
	const classes = known ?? new Set(person.offices.map((office) => office.class));
	const titles = cast.titles.get(person.id) ?? new Set();
	if (title) {
		classes.add(classOf(title, ground.names.titles));
		if (told) titles.add(title.toLowerCase());
	}
	cast.titles.set(person.id, titles);
	if (known) return;
	cast.classes.set(person.id, classes);
	cast.people.push(person);
	const key = keyOf(person.family);
	const family = cast.families.get(key) ?? [];
	family.push(person);
	cast.families.set(key, family);
}

export interface Choice {
	person: KnownPerson;
	confidence: number;
	why: string;
}

/** Who a family name alone means: of the text first, then of the gazetteer. `last` gives who was named last. */
export function bySurname(
	ground: Ground,
	cast: Cast,
	token: Token,
	phrase: Phrase | undefined,
	last: (ids: ReadonlySet<string>) => KnownPerson | undefined
): Choice | undefined {
	const here = cast.families.get(token.key) ?? [];
	const fitting = here.filter((person) => fits(ground, cast, person, phrase));
	const [only] = fitting;
	if (only && fitting.length === 1)
		return { person: only, confidence: 0.95, why: `the family name of ${only.name}, who is named in full` };
	if (fitting.length > 1) {
		const person = last(new Set(fitting.map(({ id }) => id))) ?? fitting[0];
		return (
			person && {
				person,
				confidence: 0.6,
				why: `${fitting.length} people of this family name; ${person.name} was named last`
			}
		);
	}
	const [one] = here;
	if (one && here.length === 1 && !contradicts(one, phrase))
		return { person: one, confidence: 0.85, why: `the family name of ${one.name}` };
	return fromGazetteer(ground, token, phrase);
}

/** Whether country, title and gender do not speak against a person. */
function fits(ground: Ground, cast: Cast, person: KnownPerson, phrase: Phrase | undefined): boolean {
	if (phrase === undefined) return true;
	if (contradicts(person, phrase)) return false;
	if (phrase.title.kind !== 'office') return true;
	const classes = cast.classes.get(person.id);
	if (classes === undefined || classes.size === 0) return true;
	return classes.has(phrase.title.class) || Array.from(classes).some((one) => sameRank(one, phrase.title.class));
}

/** "Minister", "Secretary" and "Chairman" alone are short for a longer title. */
function sameRank(held: string, said: string): boolean {
	if (said === 'minister' || said === 'secretary')
		return /^(minister|vice-premier|deputy-minister|secretary)/.test(held);
	return said === 'chairman' && held === 'president';
}

function contradicts(person: KnownPerson, phrase: Phrase | undefined): boolean {
	if (phrase?.country && person.country && phrase.country.id !== person.country) return true;
	return phrase?.title.gender !== undefined && person.gender !== undefined && phrase.title.gender !== person.gender;
}

function fromGazetteer(ground: Ground, token: Token, phrase: Phrase | undefined): Choice | undefined {
	const family = (ground.names.families.get(token.key) ?? []).filter((person) => !contradicts(person, phrase));
	const titled =
		phrase && /^(office|rank)$/.test(phrase.title.kind)
			? family.filter((person) => holds(person, phrase.title.class))
			: family;
	const now = titled.filter((person) => person.offices.some((office) => inYear(office, ground.year)));
	const [only] = titled.length === 1 ? titled : now.length === 1 ? now : now.filter(leads);
	if (only === undefined) return undefined;
	const sole = titled.length === 1;
	return {
		person: only,
		confidence: sole ? 0.85 : 0.6,
		why: `the family name of ${only.name}, who is not named in full`
	};
}

const holds = (person: KnownPerson, kind: string): boolean =>
	person.offices.some((office) => office.class === kind || sameRank(office.class, kind));

/** Whether an office was held in a year; offices without years are held in every year. */
export function inYear(office: { from?: number; to?: number }, year: number | undefined): boolean {
	if (year === undefined) return office.to === undefined;
	return (office.from ?? 0) <= year && year <= (office.to ?? 9999);
}

const leads = (person: KnownPerson): boolean =>
	person.offices.some((office) =>
		['president', 'prime-minister', 'chancellor', 'leader', 'monarch'].includes(office.class)
	);
