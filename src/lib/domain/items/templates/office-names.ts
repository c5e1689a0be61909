import type { Person } from '../../facts/entity-schema.ts';
import { splitNations } from '../../grading/nations.ts';
import { fold, wordsOf } from '../../text.ts';

/** A calling that many have: it says whose office it is only where the key says no more either. */
const BARE =
	/^(?:the )?(?:(?:vice|deputy|first|prime|senior|high|assistant|under) )*(?:minister|commissioner|secretary|ambassador|envoy|spokes\p{L}+|representative|chair\p{L}*|head|chief|director|leader|official|governor|senator|negotiator|speaker|adviser|advisor|general|commander)$/iu;
const OF = /^((?:\p{L}+ )*?)((?:vice |deputy |first )?)(minister|secretary) (?:of|for) ((?:the )?\p{L}+)$/iu;
const BEFORE =
	/^((?:\p{L}+ )*?)((?:vice |deputy |first )?)(?!(?:prime|vice|deputy|first|high) )(\p{L}+) (minister|secretary)$/iu;
const FORMER = /^(?:the )?(?:former|then|ex)[- ]/iu;

/** A title without its country, for comparison: the president of one country is no wrong option for that of another. */
export function bareTitle(title: string): string {
	return fold(title.replace(/^former /i, '')).replace('the republic of ', '');
}

/** Whether one title may be the other one told more fully. */
export function mayBeSame(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return ` ${long} `.includes(` ${short} `);
}

/**
 * The other answers that name the office of a person: all that the person is known by and the article says, in both
 * orders ("minister of commerce", "commerce minister"), but for "Minister" alone where the key says of what.
 * @param roles what the article calls the person now; none of an office that is past
 */
export function officesAccepted(person: Person, roles: readonly string[], key: string): string[] {
	const known = person.offices
		.filter((office) => roles.length > 0 || mayBeSame(bareTitle(office.title), bareTitle(key)))
		.filter((office) => office.former !== true || roles.length === 0)
		.flatMap((office) => [office.title, ...office.accept]);
	const now = roles.filter((role) => !FORMER.test(role)).map((role) => role.replace(/^(?:the|an?) /iu, ''));
	const all = [key, ...known, ...now].flatMap((title) => [title, ...turned(title)]);
	const isFull = !BARE.test(key);
	return [...new Set(all)].filter((title) => title !== key && !(isFull && (BARE.test(title) || isOneWord(title))));
}

const isCountry = (word: string): boolean => splitNations(wordsOf(word)).nations.size > 0;
const isOneWord = (title: string): boolean => wordsOf(title).length < 2;

/** "Vice commerce minister" of "vice minister of commerce", and the other way round. */
function turned(title: string): string[] {
	const [, before = '', rank = '', noun = '', what] = OF.exec(title) ?? [];
	// "Commerce minister of Norway" is turned round by no one, and a secretary of state is no "state secretary".
	if (what !== undefined && (isCountry(what) || /^state$/iu.test(what))) return [];
	if (what !== undefined) return [`${before}${rank}${what.replace(/^the /iu, '')} ${noun}`];
	const [, lead = '', grade = '', matter, post = ''] = BEFORE.exec(title) ?? [];
	if (
		matter === undefined ||
		/\band $|, $/u.test(lead) ||
		isCountry(matter) ||
		/^(?:affairs|state|chief|press|deputy|general)$/iu.test(matter)
	)
		return [];
	const whole = /^(?:foreign|home)$/iu.test(matter) ? `${matter} affairs` : matter;
	return [`${lead}${grade}${post} of ${whole}`];
}
