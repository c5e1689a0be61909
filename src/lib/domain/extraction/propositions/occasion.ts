import { wordSet } from '../../text.ts';
import type { Parsed } from './sentence.ts';

const TALKS = wordSet(
	`talks summit meeting met meets meet negotiations negotiators visit visited deal deals agreement agreements agreed accord truce
	treaty memorandum communique communiqué ceasefire pact dialogue consultations call phone understanding declaration hosted hosts
	counterpart bilateral trilateral talk outcome outcomes results leaders presidents ministers premiers envoys`
);

/** Whether a sentence speaks of talks between states, or of what came of them. */
export function tellsOfTalks({ tokens }: Parsed): boolean {
	return tokens.some(({ w }) => TALKS.has(w));
}
