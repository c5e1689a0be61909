import type { Mention } from '#lib/domain/extraction/types.ts';
import type { Parsed } from '../propositions/sentence.ts';
import type { Proposition } from '../propositions/types.ts';
import { isGeneric } from './generic.ts';
import { isDemand } from './judge.ts';
import type { Voice } from './types.ts';

/** In a longer sentence every proposition stands, so that the work stays in proportion to the text. */
const LONGEST = 150;
const PRONOUNS = new Set(['it', 'they', 'this', 'that', 'these']);

/**
 * Whether a proposition of a sentence that goes on with somebody's words is a misreading of them, so that the voice
 * wins: what was only guessed to go on with another's words, what hangs on a demand ("The other side is asked to honour
 * its pledge not to …"), and what "it" will bring about, read as a promise of the side that the pronoun was taken for.
 */
export function yields(parsed: Parsed, one: Proposition, voice: Voice, mentions: readonly Mention[]): boolean {
	if (parsed.tokens.length > LONGEST) return false;
	// Told as words of whoever is heard either way; the voice knows better who that is.
	if (one.rule === 'position-said-on') return true;
	if (isOf(one, voice, mentions)) return false;
	if (one.rule.endsWith('-loose')) return true;
	const trigger = parsed.tokens.findIndex(({ start }) => start >= one.trigger.start);
	const before = { from: 0, to: trigger };
	if (trigger > 0 && isDemand(parsed, before)) return true;
	if (trigger > 0 && one.polarity !== 'hedged' && /-(?:shared|loose)$/.test(one.rule) && isGeneric(parsed, before))
		return true;
	const subject = one.subject === null ? undefined : mentions[one.subject];
	const first = parsed.tokens[0]?.w ?? '';
	return one.act === 'commitment' && PRONOUNS.has(first) && subject?.via === 'pronoun';
}

/** Whether a proposition is already the speaker's own, or his side's. */
function isOf({ holder, subject }: Proposition, voice: Voice, mentions: readonly Mention[]): boolean {
	if (!holder) return false;
	const mention = subject === null ? undefined : mentions[subject];
	const own = holder.id === voice.holder.id || holder.id === voice.party;
	return own || (voice.party !== null && mention?.referent?.is === 'person' && mention.referent.party === voice.party);
}
