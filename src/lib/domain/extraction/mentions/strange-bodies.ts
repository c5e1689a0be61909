import { takenTokens, type Ground, type Reading } from './draft.ts';
import { endingAt } from './finds.ts';
import { slug } from './slug.ts';
import { isNoName } from './strangers.ts';
import type { Token } from './tokens.ts';

/** Nouns by which bodies call themselves; of others a run of capitals may be anything. */
const KIND =
	/^(?:Association|Federation|Confederation|Chamber|Council|Alliance|Coalition|Society|Institute|Institution|Foundation|Union|Authority|Agency|Board|Bureau|Commission|Committee|Consortium|Guild|League|Academy|Observatory|Secretariat|Syndicate|Initiative|Network|Forum|Centre|Center)$/;
const SMALL = /^(?:of|for|and|the|on|in|&|de|la|du|des)$/;
const REACH = 10;

/** "The Semiconductor Industry Association said": where a run of capitals begins that a verb of speech follows. */
function bodyRun(tokens: readonly Token[], end: number): number | undefined {
	let at = end;
	while (at > end - REACH) {
		const token = tokens[at - 1];
		const part = token?.kind === 'word' && (token.capital ? !isNoName(token) : SMALL.test(token.text));
		if (!part) break;
		at -= 1;
	}
	while (at < end && SMALL.test(tokens[at]?.text ?? '')) at += 1;
	const kind = tokens.slice(at, end).findIndex(({ text }) => KIND.test(text));
	const closes = kind === end - at - 1 || (kind > 0 && /^(?:of|for|on)$/.test(tokens[at + kind + 1]?.text ?? ''));
	return end - at >= 2 && kind >= 0 && (closes || kind === 0) ? at : undefined;
}

/** Adds bodies that only the text names, where they say something. */
export function nameStrangeBodies({ names, normal }: Ground, reading: Reading): void {
	const { tokens } = reading.line;
	const taken = takenTokens(reading);
	tokens.forEach((token, end) => {
		if (token.kind !== 'word' || token.quoted || !names.speechVerbs.has(token.lower) || token.capital) return;
		const from = bodyRun(tokens, end);
		const [first, last] = [tokens[from ?? end], tokens[end - 1]];
		if (from === undefined || first === undefined || last === undefined) return;
		if (taken[from] || taken[end - 1] || endingAt(reading.finds, end)?.is === 'title') return;
		const name = normal.slice(first.start, last.end).replace(/\s+/g, ' ');
		reading.drafts.push({
			line: reading.line,
			from,
			to: end,
			referent: { is: 'organisation', id: slug(name), name },
			via: 'name',
			confidence: 0.8,
			why: `“${name}” says something and is named as a body`
		});
	});
	reading.drafts.sort((a, b) => a.from - b.from);
}
