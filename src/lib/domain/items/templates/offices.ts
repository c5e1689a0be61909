import type { Person } from '../../facts/entity-schema.ts';
import type { Ask } from '../../facts/fact-schema.ts';
import { partyNamed, type Party } from '../../facts/party.ts';
import { splitNations } from '../../grading/nations.ts';
import { containsWords, fold, wordsOf } from '../../text.ts';
import { alikeInLength } from '../alike.ts';
import { valuesIn, type Board } from './board.ts';
import { isPublicOffice } from './in-office.ts';
import { bareTitle, mayBeSame, officesAccepted } from './office-names.ts';
import { asAsk, stem, type Told } from './told.ts';

const MOST_OTHERS = 6;
const MOST_LOOKED_AT = 60;

/** Which office a person holds. */
export function officeAsks(told: Told, board: Board): Ask[] {
	const { values } = told.fact;
	if (values.is !== 'participant' || values.people.length !== 1 || told.polarity !== 'affirmed') return [];
	const person = board.person.get(values.people[0] ?? '');
	if (!person || !person.name.includes(' ')) return [];
	const title = titleOf(board, person, values.role);
	if (isHead(title) || isOwned(told) || !isPublicOffice(title) || CUT_TITLE.test(title)) return [];
	// "Leader" is no office, and a title with the name in it tells its holder.
	if (
		isInTitle(told, title) ||
		hasAnother(told, board, person, title) ||
		isNoOffice(values.role) ||
		/(?:^|\s)leader$/i.test(values.role) ||
		containsWords(title, person.family)
	)
		return [];
	const asks = officeAsk(told, board, person, title);
	// Without others of the same side a nationality tells the key: then it is recalled, and nothing to choose from.
	if (hasChoice(asks)) return asks;
	return isTold(title, board) ? asks.map((ask) => ({ ...ask, distractors: {} })) : [];
}

/** "Chinese vice premier calls for calm": a title by which other questions name the article tells the office. */
function isInTitle({ title }: Told, office: string): boolean {
	const bare = wordsOf(office.replace(/ of (?:the )?\p{Lu}[^,]*$/u, '').replace(NATIONAL, ''));
	return bare.length > 1 && containsWords((title ?? '').slice(0, MOST_AROUND), bare.join(' '));
}

/** Whether the article gives the person another public office as well, which would be as right an answer. */
const hasAnother = ({ article }: Told, board: Board, { id }: Person, title: string): boolean =>
	(board.articles.get(article)?.roles.get(id) ?? []).some(
		(role) => isPublicOffice(role) && isOffice(role) && !mayBeSame(bareTitle(role), bareTitle(title))
	);

/** Whether a title says of which country or body it is, so that it can be recalled. */
const isTold = (title: string, board: Board): boolean =>
	wordsOf(title).length <= MOST_TITLE_WORDS &&
	!/['’]s\b/u.test(title) &&
	(BODY.test(title) || board.parties.some((party) => namesParty(title, party)));

const MOST_TITLE_WORDS = 9;

/** "Chair of House select committee", "Under Secretary": a title that lost its article, or what it is of. */
const CUT_TITLE =
	/^general secretary(?: of (?!the |(?:the )?\p{Lu}\S+ (?:Party|Union))|$)| of (?:House|Senate|Congress|Parliament) \p{Ll}|^(?:U\.?S\.? |American |Chinese )?(?:(?:under|deputy|assistant) )*secretary(?: of the (?!(?:treasury|interior|navy|army|air force)\b)[\p{L} ]+)?$|\bambassador$|\bambassador in \p{Lu}|^ambassador to\b|^head of (?!the |state|government)/iu;

/** A head of state or government: everybody knows who that is. */
export const isHead = (title: string): boolean => HEAD.test(title) && !DEPUTY.test(title);

const DEPUTY = /\b(?:vice|deputy|former|acting|advis[eo]r|assistant|spokes\p{L}+)\b/iu;

/** "Trump's press secretary", "the cabinet's chief secretary", "his secretary of state": the office of no country. */
export function isOwned({ fact, around }: Told): boolean {
	if (fact.values.is !== 'participant') return false;
	const role = fact.values.role.replace(/^(?:the |an? )/i, '');
	const at = role === '' ? -1 : around.toLowerCase().indexOf(role.toLowerCase());
	const before = at < 0 ? '' : around.slice(Math.max(0, at - LONGEST_OWNER), at);
	if (/\b(?:his|her|its|their)(?: \p{Ll}+)? $/u.test(before)) return true;
	const owner = /([\p{L}.-]+)['’]s? (?:\p{Ll}+ )?$/u.exec(before)?.[1];
	return owner !== undefined && splitNations([owner.toLowerCase()]).nations.size === 0;
}

const LONGEST_OWNER = 60;
const hasChoice = (asks: readonly Ask[]): boolean =>
	asks.some((ask) => Object.values(ask.distractors).flat().length > 1);

/** A trade, or a post that says nothing without whose it is. */
const NO_OFFICE =
	/^(?:an? |the |former |\p{Lu}[\p{L}.]* |senior |chief |top |leading |veteran )*(?:economist|analyst|professor|lawyer|expert|journalist|(?:\p{Lu}\p{Ll}+ )?scholar|author|historian|researcher|fellow|advis[eo]r|aide|official|diplomat|negotiator|envoy|reporter|editor|partner|director|spokes\p{L}+|lawmaker|senator|congress(?:man|woman)|representative|legislator|deputy|MP|politician|businessman)(?: (?:at|of|with|for|from|on) .*)?$/iu;

/** An office of which a state has one, though its words are those of many posts. */
const SINGLE =
	/^(?:(?!senior|top|leading|chief|former)[\p{L}.]+ )?(?:(?:deputy )?trade representative|(?:deputy )?national security advis[eo]r|(?:international )?trade negotiator|special (?:presidential )?envoy (?:for|on) .+|director of the (?:office|bureau|department) .*\b(?:commission|committee|affairs)\b.*)$/iu;

const isNoOffice = (role: string): boolean => NO_OFFICE.test(role) && !SINGLE.test(role);

/** Whether a role is an office, which one person holds in one country or body. */
const isOffice = (role: string): boolean => !isNoOffice(role);

/** The office with its country: "Prime Minister of Japan". */
function titleOf(board: Board, person: Person, role: string): string {
	const bare = role.replace(/^(?:the |an? )?(?:then[- ])?/i, '').trim();
	const office = person.offices.find((one) => fold(one.title) === fold(bare));
	const party = partyNamed(board.parties, office?.country) ?? board.parties.find((one) => one.id === person.side);
	const named = party === undefined || BODY.test(bare) || NATIONAL.test(bare) || namesParty(bare, party);
	return named || !STATE_OFFICE.test(bare) ? bare : `${bare} of ${party.name}`;
}

/** An office that a state has one of: "House Speaker" and "White House press secretary" name their house already. */
const STATE_OFFICE =
	/^(?:former |acting |deputy |vice[- ]|first |assistant |under )*(?:president|prime minister|premier|chancellor|king|queen|(?:[\p{L}]+,? (?:and )?){0,4}minister|minister (?:of|for) .*|(?:[\p{L}]+ )?secretary|secretary of .*|(?:deputy )?national security advis[eo]r|(?:deputy )?trade representative|state councill?or|attorney general|speaker of .*)$/iu;

/** An adjective of a country at the beginning of a title: "French defence minister". */
const NATIONAL =
	/^(?:former |then-?)?\p{Lu}\p{L}*(?:ish|ese|[^gc]ian|ean|[^a]can|ench|utch|wiss|eek|ani|aeli|raqi|audi|waiti|rati|meni|mani|bek|kh|zech)\b|^(?:former |then-?)?(?:Thai|Greek|Czech|Philippine|Filipino|Cypriot|Somali|Afghan|Lao|Qatari|Emirati|Nepali|Bangladeshi)\b|^(?:U\.?S\.?|UK|EU)\b/u;

/** A title in a body of its own needs no country. */
const BODY =
	/\b(?:of|at|to|for) (?:the )?(?:[\p{L}-]+ ){0,4}(?:Fund|Bank|Organi[sz]ation|Union|Council|Commission|Nations|Agency|Association|Institute|University|Cent(?:er|re)|Group|Forum|NATO|ASEAN|EU|UN|WTO|WHO|IMF|OECD|Foundation|Company)\b|\b(?:ambassador|envoy) to\b/u;

function namesParty(title: string, party: Party): boolean {
	if ([party.name, ...party.answers].some((name) => holds(title, name))) return true;
	return splitNations(wordsOf(title)).nations.size > 0;
}

function holds(title: string, name: string): boolean {
	return ` ${fold(title)} `.includes(` ${fold(name).replace(/^the /, '')} `);
}

function officeAsk(told: Told, board: Board, person: Person, title: string): Ask[] {
	const question = stem(told, title, (source) => `According to ${source}, which office did ${person.name} hold?`);
	const past = /^former /i.test(title);
	if (question === undefined) return [];
	if (isThen(told)) return [];
	const when = past ? 'before' : undefined;
	const asked = when === undefined ? question : question.replace(/ hold\?$/, ` hold ${when}?`);
	const key = title.replace(/^former /i, '');
	const held = { before: `${person.name} ${past ? 'was once' : 'was'} `, after: past ? '' : ' at the time' };
	// The feedback says what the key says, and nothing of an appointment.
	const fact = { ...told.fact, statement: `${held.before}${key}${held.after}.` };
	return [
		asAsk(
			{ ...told, fact },
			{
				slot: 'office',
				type: 'office',
				question: asked,
				key,
				cloze: { before: held.before, after: `${held.after}, according to ${told.label}.` },
				value: person.id,
				accept: officesAccepted(
					person,
					past ? [] : (board.articles.get(told.article)?.roles.get(person.id) ?? []),
					key
				),
				typed: true,
				distractors: { 'other-office': otherOffices(told, board, person, key) }
			}
		)
	];
}

/** "Then House Speaker Nancy Pelosi", "Ana Roy, then the envoy": an office at a time that no question tells. */
const isThen = ({ fact: { values }, around }: Told): boolean =>
	values.is === 'participant' && (/^(?:the )?then[- ]/i.test(values.role) || THEN.test(around.slice(0, MOST_AROUND)));

const THEN = /, (?:then|at the time) (?:the |an? |its |his |her )?\p{L}/u;
/** In characters. */
const MOST_AROUND = 1000;

const HEAD = /^(?:(?!Commission|Council)[\p{L}.]+ ){0,3}(?:president|prime minister|premier|chancellor|king|queen)\b/iu;

/** Everybody else of the same country or side whom the article gives an office: others show by it that they are wrong. */
function holdersBeside(told: Told, board: Board, person: Person): { person: Person; title: string }[] {
	const facts = valuesIn(board, told.article, 'participant').slice(0, MOST_LOOKED_AT);
	const holders = facts.flatMap(({ fact, polarity }) => {
		if (fact.values.is !== 'participant' || polarity !== 'affirmed' || !isOffice(fact.values.role)) return [];
		const other = board.person.get(fact.values.people[0] ?? '');
		return other && other.id !== person.id ? [{ person: other, title: titleOf(board, other, fact.values.role) }] : [];
	});
	return holders.filter((holder) => isOfSameSide(holder.person, person));
}

/** Whether both are known to be of one country, or of one side. */
const isOfSameSide = (a: Person, b: Person): boolean =>
	(a.country !== undefined && a.country === b.country) || (a.side !== undefined && a.side === b.side);

/** Offices of others that the person never held, by any of their names. */
function otherOffices(told: Told, board: Board, person: Person, key: string): string[] {
	const roles = board.articles.get(told.article)?.roles.get(person.id) ?? [];
	const held = [...person.offices.flatMap((office) => [office.title, ...office.accept]), ...roles, key].map(bareTitle);
	const others = holdersBeside(told, board, person).map((holder) => holder.title.replace(/^former /i, ''));
	return (
		[...new Set(others)]
			// Nobody takes a secretary for a president.
			.filter((title) => !isHead(title) && !/\b(?:executive|CEO|founder|professor|analyst)\b/iu.test(title))
			.filter((title) => !held.some((own) => mayBeSame(own, bareTitle(title))))
			.filter((title) => alikeInLength([title.length, key.length]))
			.slice(0, MOST_OTHERS)
	);
}
