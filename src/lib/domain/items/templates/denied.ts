import type { Board } from './board.ts';
import { hasNegation } from './grammar.ts';
import type { Told } from './told.ts';

/** "Did not agree to lift its ban": what is somebody's own nobody else could have granted. */
const REFUSED =
	/^(?:did|does|has|have|had|would) not (?:agree|consent|commit|undertake|pledge|promise|accept|yield|give)\b.{0,80}\bits\b/u;
/** What one side was asked for and did not grant. */
const GRANTED =
	/^(?:did|does|has|have|had|would|will|could) (?:not|never) (?:agree|consent|commit|undertake|pledge|promise|accept|yield|give|offer)\w* .{6,}/u;
/** "Reiterated that nothing had changed": a stance with a denial in it. */
const TOLD_THAT =
	/^(?:said|says|warned|argued|noted|stressed|emphasi[sz]ed|insist(?:ed|s)|reaffirmed|reiterated|underlined|underscored|made clear|maintain(?:ed|s)|declared|pointed out|explained) that /u;

/** "Which side did not promise …?" may be true of many; a refusal or a denial is somebody's own. */
export const isRefused = ({ fact }: Told, predicate: string): boolean =>
	REFUSED.test(predicate) || (fact.kind === 'non-agreement' && GRANTED.test(predicate));

/** Whether a question of who did not do a thing would be true of others as well: of people it always may. */
export function isDenied(told: Told, board: Board, predicate: string, isRefusal: boolean): boolean {
	const isSaid = isRefusal || TOLD_THAT.test(predicate);
	if (told.polarity === 'negated' && hasNegation(predicate) && !isSaid) return true;
	const isNot = /^(?:will|would|did|does|do|has|have|is|was|could|can|may|might) not\b/.test(predicate);
	return isNot && (!isRefusal || board.person.has(told.holderId ?? ''));
}
