import { BOTH } from '../../facts/party.ts';
import type { Board } from './board.ts';
import { contentOf } from './board.ts';
import { matterOf, overlap } from './matter.ts';
import { isOfMatter } from './matters.ts';
import type { Told } from './told.ts';

/** What an open question without a matter asks for: of several such acts nobody knows which one is meant. */
const REFUSING = /^(?:refuse|decline|reject|rule out|turn down|dismiss|deny|resist)/u;
const REFRAINING = /\bnot to do$/u;
const ASKING = /^(?:ask|demand|want|seek|call|press|request|propose|offer|insist|urge|suggest)/u;
const BINDING = /^(?:promise|pledge|vow|undertake|agree|commit|will|intend)/u;
const ASKED = /\b(?:ask|urg|call|demand|press|want|request|propos|offer|insist|suggest|sought|seek)\p{L}*\b/iu;
const REFUSED =
	/\b(?:refus|declin|reject|rul(?:e|ed|es) out|turn(?:ed|s)? down|resist|would not|will not|did not|not)\b/iu;
const SAME = 0.7;
/** In characters. */
const LONGEST = 1000;

type Test = (other: Told) => boolean;

function testOf(act: string): Test | undefined {
	const shown = ({ fact }: Told) => fact.statement.slice(0, LONGEST);
	if (REFRAINING.test(act)) return ({ fact, polarity }) => fact.kind === 'commitment' && polarity === 'negated';
	if (REFUSING.test(act))
		return (other) => other.fact.kind === 'non-agreement' || other.polarity === 'negated' || REFUSED.test(shown(other));
	if (ASKING.test(act)) return (other) => other.fact.kind === 'position' && ASKED.test(shown(other));
	if (BINDING.test(act))
		return (other) => other.fact.kind === 'commitment' || (other.fact.kind === 'agreement' && other.holderId === BOTH);
	return undefined;
}

/** Whether another fact is of the same side: its own, one of its people's, or of both together. */
const isOfSide = (told: Told, other: Told): boolean =>
	other.holderId === told.holderId ||
	other.holderId === BOTH ||
	(told.party !== undefined && other.party === told.party);

/**
 * Whether the article tells of more that the same side refused, asked for or promised: an open question that names
 * none of it, or only its matter, has several answers.
 * @param act the question's verb: "refuse to do"
 * @param matter what the question names; undefined where it names none
 */
export function hasOther(told: Told, board: Board, act: string, matter: string | undefined): boolean {
	const isLike = testOf(act);
	if (isLike === undefined) return false;
	const own = matterOf(contentOf(told));
	return (board.articles.get(told.article)?.told ?? []).some(
		(other) =>
			other.fact.id !== told.fact.id &&
			isOfSide(told, other) &&
			isLike(other) &&
			(matter === undefined || isOfMatter(matter, other.fact.statement)) &&
			overlap(matterOf(contentOf(other)), own) < SAME
	);
}
