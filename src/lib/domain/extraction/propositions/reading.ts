import type { Polarity } from '#lib/domain/extraction/types.ts';
import type { Modality } from '#lib/domain/facts/vocabulary.ts';
import type { Complement } from './after-trigger.ts';
import type { Hit } from './sentence.ts';
import type { Scope } from './scope.ts';
import type { Subject } from './subject.ts';
import type { Act } from './types.ts';

export interface Holder {
	id: string;
	name: string;
}
export const BOTH: Holder = { id: 'both', name: 'both sides' };

/** What is known of a trigger when its act is decided. */
export interface Reading {
	hit: Hit;
	subject: Subject | null;
	complement: Complement;
	scope: Scope;
	/** Somebody of another side says it. */
	claimed: boolean;
	/** First and last token of the content. */
	content: { from: number; to: number };
}
export interface Decision {
	act: Act;
	holder: Holder | null;
	modality: Modality;
	polarity: Polarity;
	confidence: number;
	/** Somebody's plain statement: a position only where it speaks of a known topic. */
	plain?: boolean;
}

/** Whose it is: "both" for a joint subject, else the person, country or body; null for what is not known. */
export function holderOf(subject: Subject | null): Holder | null {
	if (!subject) return null;
	if (subject.joint) return BOTH;
	const { referent } = subject.named.mention;
	return referent ? { id: referent.id, name: referent.name } : null;
}
