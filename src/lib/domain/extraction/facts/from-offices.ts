import { capitalise, fold, wordsOf } from '../../text.ts';
import type { Found } from '../found.ts';
import type { ExtractedFact, Mention, MentionOffice } from '../types.ts';
import { makeFact } from './make-fact.ts';
import { isOwnerless, titleWithOwner } from './office-owners.ts';

/**
 * A fact for each person and office that the text gives. The name is the text's own, the fullest that stands there; a
 * rank ("General", "Ambassador") is an office only where the text gives the person no other.
 */
export function factsFromOffices(found: Found): ExtractedFact[] {
	const names = fullNames(found.mentions);
	const officials = new Set(
		found.mentions.filter((mention) => officesOf(mention).some(({ rank }) => !rank)).map(({ referent }) => referent?.id)
	);
	const named = new Set<string>();
	for (const mention of found.mentions) {
		const id = mention.referent?.id;
		if (id !== undefined && !named.has(id) && isNamed(mention)) named.add(id);
	}
	// "the US president", whose name the text never gives, names nobody.
	const told = found.mentions.filter(({ referent }) => referent !== null && named.has(referent.id));
	return told.flatMap((mention) =>
		officesOf(mention)
			.filter(({ rank }) => !rank || !officials.has(mention.referent?.id))
			.flatMap((office) => officeFact(found, mention, office, names))
	);
}

/** "analyst at the consultancy X": what kind of firm it is belongs to no title. */
const KIND_OF_FIRM =
	/\b(at|of|with) (?:(?:the|a) )?(?:[\p{L}-]{1,20} ){0,2}(?:consultancy|law firm|think[- ]tank|brokerage|firm|bank|company|lobby group|pressure group) (?:of )?(?=\p{Lu})/gu;

const officesOf = ({ office, otherOffices = [] }: Mention): MentionOffice[] =>
	office ? [office, ...otherOffices] : [];

/** Whether a mention gives a part of the name itself: "Minister Wang", and not "the minister". */
function isNamed({ referent, detail }: Mention): boolean {
	if (detail?.fullName !== undefined) return true;
	const names = wordsOf(referent?.name ?? '');
	return wordsOf(detail?.written ?? '').some((word) => names.includes(word));
}

/** The first full name that the text itself gives each person; a name in capitals throughout is a headline's. */
function fullNames(mentions: readonly Mention[]): Map<string, string> {
	const names = new Map<string, string>();
	for (const { referent, detail } of mentions) {
		const name = detail?.fullName;
		if (referent?.is !== 'person' || name === undefined || name === name.toUpperCase()) continue;
		if (!names.has(referent.id)) names.set(referent.id, name);
	}
	return names;
}

function officeFact(
	found: Found,
	mention: Mention,
	office: MentionOffice,
	names: ReadonlyMap<string, string>
): ExtractedFact[] {
	const { referent, detail } = mention;
	if (referent?.is !== 'person') return [];
	const own = detail?.fullName;
	const name = (own === own?.toUpperCase() ? undefined : own) ?? names.get(referent.id) ?? referent.name;
	if (!name.includes(' ') && (office.rank || !office.title.includes(' '))) return [];
	if (office.rank && office.former) return [];
	const told = titleWithOwner(found, mention, office);
	if (officesOf(mention).length > 1 && isOwnerless(found, office, told)) return [];
	const said = fold(office.title)
		.split(' ')
		.some((word) => word === 'former' || word === 'retired');
	const words = found.layout.article.normal.slice(office.span.start, office.span.end);
	const over = /^then\b/i.test(words) ? 'then ' : 'former ';
	const role = `${office.former && !said ? over : ''}${told.replace(KIND_OF_FIRM, '$1 ')}`;
	const start = Math.min(mention.start, office.span.start);
	const end = Math.max(mention.end, office.span.end);
	return [
		makeFact(found, {
			kind: 'participant',
			topic: 'summit',
			statement: `${name} is named as ${role}.`,
			value: `${name}, ${capitalise(role)}`,
			values: { is: 'participant', people: [referent.id], role },
			span: { start, end },
			sentence: mention.sentence,
			rule: `office.${mention.via}`,
			confidence: mention.confidence,
			why: `“${words}” beside ${mention.why}`
		})
	];
}
