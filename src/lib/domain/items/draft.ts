import type { Fact } from '../facts/fact-schema.ts';
import type { Confusion, KeyType, Topic } from '../facts/vocabulary.ts';
import type { AnswerKey, Form, ItemOrigin } from './types.ts';

/** A wrong answer that may be offered, and the mix-up that it stands for. */
export interface Candidate {
	text: string;
	confusion: Confusion;
	/** Sort key among dates and numbers. */
	order?: string | number;
}

/** A question before it is put into forms. */
export interface Draft {
	id: string;
	origin: ItemOrigin;
	/** The fact that it is about comes first. */
	facts: Fact[];
	topic: Topic;
	importance: 1 | 2 | 3;
	relation: boolean;
	question: string;
	key: string;
	feedback: string;
	/** Absent where the form is fixed, as in sets. */
	ask?: {
		type: KeyType;
		answer: AnswerKey;
		/** The fact as a sentence around a gap. */
		cloze?: { before: string; after: string };
		candidates: Candidate[];
		typed: boolean;
	};
	/** Forms that are given, not derived. */
	fixed: Form[];
}
