import type { Board } from './board.ts';

/** In characters. */
const LONGEST = 200;
const PUBLIC =
	/\b(?:president|premier|prime minister|chancellor|king|queen|ministers?|secretary|spokes\p{L}+|ambassador|envoy|representative|commissioner|senator|governor|general|admiral|commander|negotiator|speaker|lawmaker|congress(?:man|woman)|legislator|mayor|adviser|advisor|attorney general|chief of staff|director of|head of|chair\p{L}* of the (?:house|senate|joint)|foreign affairs|press secretary|MP|opposition leader|leader of the opposition|chair\p{L}* of (?:the )?(?:Kuomintang|party|\p{Lu}\S+ [Pp]arty)|diplomat|official|taoiseach|head of (?:state|government)|general secretary|party (?:chief|leader)|national leader|chair of (?:the )?European Council|high representative|counsellor|councill?or)\b/iu;
const PRIVATE =
	/\b(?:professor|author|analyst|economist|researcher|fellow|scholar|lecturer|historian|expert|lawyer|partner|executive|CEO|founder|chief economist|institute|university|think[- ]tank|chamber|association|company|corporation|group|firm|federation|union of|columnist|writer|journalist|editor|reporter|correspondent|retired|former|ex-|then|late|once|honorary|emeritus|consult\p{L}*|strategist|shareholder|farmer|student|activist)\b/iu;

/** Whether a title is a public office that its holder has now: nobody asks a scholar to lift a tariff. */
export const isPublicOffice = (title: string): boolean =>
	PUBLIC.test(title.slice(0, LONGEST)) && !PRIVATE.test(title.slice(0, LONGEST));

/** Whether an article, or what is known of a person where it is silent, gives the person a public office. */
export function holdsOffice(board: Board, article: string, id: string): boolean {
	const roles = board.articles.get(article)?.roles.get(id) ?? [];
	if (roles.length > 0)
		return roles.some(isPublicOffice) && !roles.some((role) => PRIVATE.test(role.slice(0, LONGEST)));
	const person = board.person.get(id);
	const offices = person?.offices ?? [];
	// Somebody known to act for a state, of whom no other calling is told.
	if (offices.length === 0) return person?.side !== undefined;
	return offices.some(({ title, former }) => !former && isPublicOffice(title));
}
