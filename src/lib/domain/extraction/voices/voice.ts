import { partyOf } from '../propositions/names.ts';
import { holderOf } from '../propositions/reading.ts';
import type { Named } from '../propositions/sentence.ts';
import type { Subject } from '../propositions/subject.ts';
import type { Voice } from './types.ts';
import { PRESS } from './words.ts';

/** The voice of a verb's subject; null for nobody who is known, for both sides together and for the press. */
export function voiceOf(subject: Subject | null): Voice | null {
	if (!subject || subject.joint) return null;
	return voiceOfNamed(subject.named, subject.confidence);
}

/**
 * The voice of whoever is named.
 * @param sure how certain it is that he speaks, 0 to 1
 */
export function voiceOfNamed(named: Named, sure: number): Voice | null {
	const { referent } = named.mention;
	if (!referent || referent.is === 'joint' || referent.is === 'place') return null;
	const last = referent.name.toLowerCase().split(' ').pop() ?? '';
	if (referent.is === 'organisation' && PRESS.has(last)) return null;
	const holder = holderOf({ named, from: 0, group: 0, skipped: [], joint: false, how: 'direct', confidence: sure });
	if (!holder) return null;
	return { subject: named.index, holder, party: partyOf(named), sure };
}
