import { readDate } from '#lib/domain/dates.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/tongue/locale.ts';
import { dateText, listText, numberText } from '../tongue/format.ts';
import { WHY_FORMS, type PartKind, type WhyForm } from './why-forms.ts';

/** A form as it is recognised in a text: by its English wording, whose places are named groups. */
interface Known {
	form: WhyForm;
	pattern: RegExp;
	kinds: ReadonlyMap<string, PartKind>;
}

const MARK = '\u0001';
/** "the ministry of defence of Japan": the name of a body is as long as can be, other texts as short. */
const LONGEST = '.*';
let known: readonly Known[] | undefined;

/** The forms with their patterns; made when the first reason is put into words. */
const knownForms = (): readonly Known[] => (known ??= WHY_FORMS.map(recognise));

function recognise(form: WhyForm): Known {
	const kinds = new Map<string, PartKind>();
	const place = (name: string, kind: PartKind = 'text') => {
		kinds.set(name, kind);
		return MARK + name + MARK;
	};
	const wording = form(place, { locale: 'en' }).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const named = wording.replace(new RegExp(`${MARK}(\\w+)${MARK}`, 'g'), (_, name: string) => {
		const kind = kinds.get(name);
		return `(?<${name}>${kind === 'number' ? '[\\d.]+' : kind === 'body' ? LONGEST : '.*?'})`;
	});
	return { form, kinds, pattern: new RegExp(`^${named}$`, 's') };
}

/**
 * Why a fact was proposed, in the page's language. The extraction words its reasons in English, and so they are stored:
 * they are put into Chinese where they are shown.
 * @returns undefined where the reason is worded in a way that is not known here
 */
export function whyWord(why: string): string | undefined {
	return getLocale() === 'en' ? why : reasonOf(why);
}

function reasonOf(why: string): string | undefined {
	for (const { form, pattern, kinds } of knownForms()) {
		const match = pattern.exec(why);
		const said = match && partsOf(match.groups ?? {}, kinds);
		if (said) return form((name) => said.get(name) ?? '');
	}
	return isName(why) ? why : undefined;
}

/** The parts of a reason in the page's language; undefined where one of them cannot be read. */
function partsOf(
	parts: Readonly<Record<string, string>>,
	kinds: ReadonlyMap<string, PartKind>
): ReadonlyMap<string, string> | undefined {
	const put = new Map<string, string>();
	for (const [name, kind] of kinds) {
		const text = PARTS[kind](parts[name] ?? '');
		if (text === undefined) return undefined;
		put.set(name, text);
	}
	return put;
}

const PARTS: Readonly<Record<PartKind, (text: string) => string | undefined>> = {
	text: (text) => text,
	name: (text) => (SHORT_NAME.test(text) ? text : undefined),
	why: reasonOf,
	body: (text) => text,
	how: (text) => HOW[text]?.(),
	cues: (text) => listText(text.split(', ').map(cueWord)),
	days: daysText,
	number: (text) => (Number.isFinite(Number(text)) ? numberText(Number(text)) : undefined)
};

/** A name of three words or fewer, none of them small: what "and" joins two of, and not a name that holds an "and". */
const SHORT_NAME = /^(?:the )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u;

/** How a subject stands to its verb. */
const HOW: Readonly<Record<string, () => string>> = {
	direct: m.why_how_direct,
	loose: m.why_how_loose,
	shared: m.why_how_shared,
	participle: m.why_how_participle,
	after: m.why_how_after,
	by: m.why_how_by,
	possessor: m.why_how_possessor,
	quoted: m.why_how_quoted,
	owner: m.why_how_owner
};

const CUES: Readonly<Record<string, () => string>> = {
	inversion: m.why_cue_inversion,
	gerund: m.why_cue_gerund,
	'a request of others': m.why_cue_request
};

/** A word for which a statement counts as denied or as unsure; some stand for what is no word of the text. */
function cueWord(cue: string): string {
	if (cue.startsWith('within: ')) return m.why_cue_within({ cue: cueWord(cue.slice('within: '.length)) });
	if (cue.startsWith('beside: ')) return m.why_cue_beside({ cue: cueWord(cue.slice('beside: '.length)) });
	return CUES[cue]?.() ?? `“${cue}”`;
}

/** "15 November 2023", or two dates with "to" between them. */
function daysText(text: string): string | undefined {
	const days = text.split(' to ').map(readDate);
	return days.every((day) => day !== undefined) ? days.map(dateText).join('–') : undefined;
}

/** A name stands as it is, and so do words between marks. */
function isName(text: string): boolean {
	return /^(?:(?:the )?\p{Lu}[^:→(“”]*|“[^”]*”)$/u.test(text);
}
