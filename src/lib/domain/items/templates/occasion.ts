import { formatDate } from '../../dates.ts';
import type { Person } from '../../facts/entity-schema.ts';
import { BOTH, type Party } from '../../facts/party.ts';
import { splitNations } from '../../grading/nations.ts';
import { containsWords, joinNames, wordsOf } from '../../text.ts';
import type { Gathering } from './gathering.ts';
import { manyNamed } from './many.ts';
import { mentionsParty } from './parties.ts';
import { publisherIn } from './publication.ts';
import type { Told } from './told.ts';

/** In characters; a longer name fits no question. */
const LONGEST = 400;
const PAIR = 2;
/** Sentences at an article's beginning that say who met. */
const LEAD = 3;
const BEGINNING = 8;
const NEARLY_ALL = 0.85;
const FEWEST_HELD = 2;
const MOST_TITLE_WORDS = 18;
/** What is left of a longer title has to say what it is about. */
const FEWEST_TITLE_WORDS = 6;
/** A title or sentence that says which meeting is meant. */
const MEETING =
	/\b(?:talks|talked|summits?|meet\p{L}*|met|visit\p{L}*|phone|telephone|calls?|spoke|dialogue|forum|negotiat\p{L}*|deal|accord|agree\p{L}*|pact|consultations?|session|conference|readout|round|truce|memorandum|G7|G20|APEC|ASEAN|BRICS|NATO|COP\d*)\b/iu;
/** "On the Taiwan question", "in Malaysia": what was spoken of, and where, not who spoke. */
const ASIDE =
	/\b(?:on|over|about|in|at|near|outside|under|beside) (?:the )?\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*/gu;
/** "The Taiwan question", "Ukraine aid": a matter between others. */
const MATTER =
	/\b(?:Taiwan|Ukraine|Iran|Gaza|Hong Kong|Tibet|North Korea|Myanmar|Russia) (?:questions?|issues?|tensions?|strains?|strait|policy|arms|aid|war|crisis|rows?|sanctions|peace|talks|deal|drills?)\b/giu;
/** What is about many matters has no two parties of its own. */
const MIXED =
	/\b(?:press conference|regular briefing|newsletter|morning read|five-minute|round-?up|digest|brief on)\b/iu;
/** Capitals that stand for their governments, where nothing says that they are only the place. */
const CAPITALS = new Map(
	Object.entries({
		Beijing: 'China',
		Washington: 'United States',
		Tokyo: 'Japan',
		Seoul: 'South Korea',
		Delhi: 'India',
		Moscow: 'Russia',
		Brussels: 'European Union',
		Taipei: 'Taiwan',
		Hanoi: 'Vietnam',
		Manila: 'Philippines',
		Canberra: 'Australia',
		Ankara: 'Turkey',
		Athens: 'Greece',
		Kyiv: 'Ukraine',
		Tehran: 'Iran',
		Pyongyang: 'North Korea',
		Islamabad: 'Pakistan',
		Ottawa: 'Canada',
		Jakarta: 'Indonesia',
		Berlin: 'Germany',
		Paris: 'France',
		London: 'United Kingdom'
	})
);
const CAPITAL = new RegExp(
	`\\b(${[...CAPITALS.keys()].join('|')})\\b(?! (?:talks|summit|meeting|agreement|round|accord|trade|framework|deal|dialogue|Declaration|forum|communiqu))`,
	'g'
);
/** A name that tells its parties: "on China and the United States". */
const TELLING = /\b(?:on|between) (?:the )?\p{Lu}[^“”]{1,80} and (?:the )?\p{Lu}/u;
/** What agencies and websites put before a title, and what they put behind it. */
const SLUG =
	/^(?:(?:UPDATE|WRAPUP|RPT|REFILE|EXCLUSIVE|FACTBOX|ANALYSIS|INSIGHT|CORRECTED)[ \d]*[-–:] ?)+|\s+[|–—-]\s+[^|–—]{1,40}$/gu;
/** "THE WHITE HOUSE", "Client Alert | Trade", "Marisol Quan": no title of anything told. */
const NO_TITLE =
	/^[^\p{Ll}]*$|\||\b(?:Institute|Center|Centre|Department|Ministry|LLP)\b[^:]{0,40}$|^(?:\p{Lu}\p{L}+ ){1,2}\p{Lu}\p{L}+$/u;

const HOUSE_WORD = /^(?:&|Alert|Briefing|Newsletter|Note)$/u;
const NAME_WORD = /^(?:\p{Lu}.*|&|and|of|for)$/u;

/** "Marsh & Quan", "Trade Alert": names alone, and one of a firm's or a letter's. Word by word, or long ones take for ever. */
function isHouseName(title: string): boolean {
	const words = title.split(' ');
	return words.some((word) => HOUSE_WORD.test(word)) && words.every((word) => NAME_WORD.test(word));
}

/** Whoever may be meant by a name in a title or a sentence. */
export interface Acting {
	parties: readonly Party[];
	people: readonly Person[];
}

/** The parties that a text names, by their own names or by their people's, without where and of what was spoken. */
export function partiesIn(text: string, { parties, people }: Acting): Party[] {
	const bare = text.slice(0, LONGEST).replace(/[–—-]/g, ' ');
	const sides = new Set(people.flatMap(({ family, side }) => (containsWords(bare, family) ? (side ?? []) : [])));
	return parties.filter((party) => party.id !== BOTH && (sides.has(party.id) || mentionsParty(bare, party)));
}

/** The parties that words name by any of their names: also by their capitals and by the families of their people. */
export function namedParties(text: string, { parties, people }: Acting): Party[] {
	// "To Lam": a family that is a common word as well.
	return partiesIn(spelt(text), { parties, people: people.filter(({ family }) => text.includes(family)) });
}

/**
 * The two parties that an article is about: those that its title names, or those that a sentence of its beginning
 * says to have met or agreed. None where that is not told of exactly two: a guess would say what is not true.
 * @param lead the first sentences, in their order
 * @param holding how many facts each party holds: two that hold nearly all are meant, if the beginning names both
 */
export function pairOf(
	title: string | null,
	lead: readonly string[],
	acting: Acting,
	holding: ReadonlyMap<Party, number> = new Map()
): Party[] {
	if (MIXED.test((title ?? '').slice(0, LONGEST))) return [];
	const titled = twoIn(title ?? '', acting);
	if (titled === 'more') return [];
	if (titled.length === PAIR) return titled;
	const ruling = rulingPair(holding).filter((_, __, all) => titled.every((party) => all.includes(party)));
	const named = lead.slice(0, BEGINNING).flatMap((sentence) => partiesIn(spelt(sentence), acting));
	if (ruling.length === PAIR && ruling.every((party) => named.includes(party))) return ruling;
	for (const sentence of lead.slice(0, LEAD)) {
		if (!MEETING.test(sentence.slice(0, LONGEST))) continue;
		const found = twoIn(sentence, acting);
		if (found === 'more') return [];
		if (found.length === PAIR) return titled.every((party) => found.includes(party)) ? found : [];
	}
	return [];
}

/** The two that hold nearly all that any party holds. */
function rulingPair(holding: ReadonlyMap<Party, number>): Party[] {
	const counts = [...holding].sort((a, b) => b[1] - a[1]);
	const sum = counts.reduce((total, [, count]) => total + count, 0);
	const [first, second] = counts;
	if (!first || !second || second[1] < FEWEST_HELD || first[1] + second[1] < NEARLY_ALL * sum) return [];
	return [first[0], second[0]];
}

const spelt = (text: string): string => text.slice(0, LONGEST).replace(CAPITAL, (name) => CAPITALS.get(name) ?? name);

/** The parties of a text, or that there are more than two. */
function twoIn(text: string, acting: Acting): Party[] | 'more' {
	const shown = text.slice(0, LONGEST);
	const bare = spelt(shown.replace(ASIDE, ' ').replace(MATTER, ' '));
	const found = partiesIn(bare, acting);
	const nations = splitNations(wordsOf(bare)).nations.size;
	return manyNamed(shown) !== undefined || found.length > PAIR || nations > PAIR ? 'more' : found;
}

/**
 * A fact whose article is named so that it can be found: by the meeting, its place and day, else by its title with its
 * publisher and date. Only an article without a title is named by its date and the two parties that it is about.
 * @param isEven the title names people or states of both parties, so that it gives none of them away
 */
export function withOccasion(told: Told, pair: readonly Party[], gathering?: Gathering, isEven = false): Told {
	const { published } = told;
	const title = titleOf(told.title);
	const dated = published === null ? '' : ` of ${formatDate(published)}`;
	const names = joinNames(pair.map((party) => party.name));
	const known = pair.length === PAIR;
	const met = known && gathering !== undefined ? meetingNames(told, names, gathering, dated) : [];
	// Beside a title, only a question that says by itself who met is asked so.
	const about = known && dated !== '' ? [`${publicationOf(told)}${dated} on ${names}`] : [];
	const sources = [...new Set([...met, ...titledNames(told, title), ...about])];
	const [label] = sources;
	if (label === undefined) {
		const names = bareNames(told, dated);
		return { ...told, pair: [], sources: names, label: isPlain(told) ? (names[0] ?? told.label) : told.label };
	}
	const labels = title === undefined ? sources : sources.filter((name) => !about.includes(name));
	const plainName = isPlain(told) || dated === '' ? undefined : `${articleOf(told)}${dated}`;
	const plain = plainName === undefined ? {} : { plainName };
	return { ...told, pair: known ? pair : [], sources, labels, label, isEven, ...plain };
}

/** Of an article without a title: its publisher with the date, and nothing where not even that is known. */
function bareNames(told: Told, dated: string): readonly string[] {
	const publisher = publisherIn(told.title);
	if (isPlain(told)) {
		if (dated === '') return [];
		return [`${publisher === undefined ? 'an article' : `a publication of ${publisher}`}${dated}`];
	}
	return told.title === null ? told.sources : [`${articleOf(told)}${dated}`];
}

/** "the article “Cod and copper” (Fjord Press, 4 May 2031)", and shorter names for where that tells too much. */
function titledNames(told: Told, title: string | undefined): string[] {
	if (title === undefined) return [];
	const owner = isPlain(told) ? undefined : ownerIn(told.label);
	const date = told.published === null ? undefined : formatDate(told.published);
	const full = [owner, date].filter((part) => part !== undefined).join(', ');
	const named = [full, date ?? '', owner ?? '', ''].map((beside) => (beside === '' ? '' : ` (${beside})`));
	return [...new Set(named)].map((beside) => `the article “${title}”${beside}`);
}

/** "Ana Roy" of "Ana Roy’s article". */
const ownerIn = (label: string): string => bareLabel(label).replace(/[’']s? (?:article|report)$/, '');

const bareLabel = (label: string): string =>
	label.replace(/ \([^()]*\)$/, '').replace(/\b(?:Dr|Prof|Mr|Mrs|Ms)\.? (?=\p{Lu})/gu, '');

const isPlain = ({ label }: Told): boolean => /^(?:an? (?:undated )?|the )(?:article|report)\b/i.test(label);

/** "an article", "Fjord Press’s article", "Ana Roy’s article". */
function articleOf(told: Told): string {
	if (isPlain(told)) return 'an article';
	const bare = bareLabel(told.label);
	return /[’']s? article\b/.test(bare) ? bare : `${ownerOf(bare)} article`;
}

/** The same, or by whoever stands at its head. */
function publicationOf(told: Told): string {
	const publisher = isPlain(told) ? publisherIn(told.title) : undefined;
	return publisher === undefined ? articleOf(told) : `a publication of ${publisher}`;
}

const ownerOf = (name: string): string => `${name}${/s$/.test(name) ? '’' : '’s'}`;

/** "a report on the talks between Norway and Peru in Oslo on 10 March 2031", and the same without its day and place. */
function meetingNames(told: Told, names: string, { isCall, place, day }: Gathering, dated: string): string[] {
	const report = isPlain(told) ? 'a report' : articleOf(told).replace(/ article$/, ' report');
	const talks = isCall ? `the telephone call between ${names}` : `the talks between ${names}`;
	const where = place === undefined ? '' : ` in ${place}`;
	const when = day === undefined ? '' : ` on ${day}`;
	const both = [`${report}${day === undefined ? dated : ''} on ${talks}${where}${when}`];
	if (when !== '') both.push(`${report} on ${talks}${when}`);
	// Without a day nobody knows which talks are meant.
	return [...new Set(both)].filter((name) => /\d{4}/.test(name));
}

/** A title in full, or up to where it may end; undefined where it says nothing. */
function titleOf(title: string | null): string | undefined {
	const bare = (title ?? '').slice(0, LONGEST).replace(SLUG, '').replace(/[“”"]/g, '').replace(/\s+/g, ' ').trim();
	if (bare === '' || NO_TITLE.test(bare) || isHouseName(bare)) return undefined;
	if (wordsOf(bare).length <= MOST_TITLE_WORDS) return bare;
	const start = bare.split(' ').slice(0, MOST_TITLE_WORDS).join(' ');
	const end = Math.max(...[': ', '; ', ' – ', ' — ', ', '].map((mark) => start.lastIndexOf(mark)));
	const cut = start.slice(0, Math.max(0, end));
	return wordsOf(cut).length >= FEWEST_TITLE_WORDS ? cut : undefined;
}

/** Whether a question says who the two sides are. */
export const tellsParties = (question: string): boolean => TELLING.test(question);
