import { hasFiniteVerb } from './grammar.ts';
import { predicateOf } from './sentences.ts';

/** Titles before a name; in characters. */
const LONGEST_TITLE = 90;
const LONGEST = 700;
/** Behind a name: another script, who somebody is, and what leans on the sentence before. */
const BESIDE = [
	/^ \([^()]{1,40}\)/u,
	/^, (?:(?:an?|the|its|his|her|then|former|incoming|himself|herself|now|who|spokes\p{L}+|researcher|deputy|director|president|minister|chair\p{L}*|head|chief|professor|\p{Lu}[\p{L}.’']*) [^,“”]{2,120}|then [^,]{2,80}), /u,
	/^, (?:by contrast|for (?:its|his|her|their) part|however|in turn|meanwhile|too|though), /u,
	/^, (?:in|at|on|during|through|via|speaking) [^,“”]{2,80}, /u,
	/^ (?:in turn|meanwhile|nonetheless|nevertheless|further|for (?:its|his|her) part) /u
];
const OPENING = /\b(?:if|when|while|as|after|before|because|although|though|in|on|at|by|asked|speaking)\b/iu;

/**
 * What a statement says of its holder, where titles stand before the name and who it is behind it: "called it off" of
 * "The trade envoy Ana Roy, a former judge, called it off.".
 * @returns undefined where the sentence does not begin with the holder
 */
export function saidBy(statement: string, holder: string | null): ReturnType<typeof predicateOf> {
	const found = predicateOf(statement);
	const at = holder === null || statement.length > LONGEST ? -1 : statement.indexOf(holder);
	if (found !== undefined || holder === null || at < 0 || at > LONGEST_TITLE) return found;
	const title = statement.slice(0, at);
	if (/[“”"]/.test(title) || OPENING.test(title) || hasFiniteVerb(title)) return undefined;
	let rest = statement.slice(at + holder.length);
	for (const beside of BESIDE) rest = rest.replace(beside, ' ').replace(/^ {2}|^ (?=,)/, (gap) => gap.slice(1));
	return predicateOf(`${holder.replace(/^(?:the|\p{Ll})/u, (letter) => letter.toUpperCase())}${rest}`);
}
