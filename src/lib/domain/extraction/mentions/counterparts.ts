import type { MentionOffice } from '../types.ts';
import type { Ground, Reading } from './draft.ts';
import type { Phrase } from './phrase.ts';

/** Offices that are called alike in every country; a head of state's counterpart may be a premier or a king. */
const ALIKE =
	/^(minister-|deputy-minister|national-security-adviser|trade-representative|climate-envoy|president|prime-minister)/;
/** What other countries call the American and British secretaries. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
	[/^(secretary of state|foreign secretary|top diplomat|chief diplomat)$/i, 'foreign minister'],
	[/^(secretary of (?:war|defen[cs]e)|war secretary|pentagon chief)$/i, 'defense minister'],
	[
		/^(secretary of the treasury|treasury (?:secretary|chief)|chancellor of the exchequer|treasurer)$/i,
		'finance minister'
	],
	[/^(.{2,40}) secretary$/i, '$1 minister']
];

/** "Turkey's defence minister met his Greek counterpart, X": X has the office that was named last, for his own country. */
export function counterpartOffice(ground: Ground, reading: Reading, phrase: Phrase): MentionOffice | undefined {
	const { country } = phrase;
	const { tokens } = reading.line;
	if (country === undefined || phrase.title.plural) return undefined;
	const model = reading.phrases.findLast(
		({ to, title, former }) => to <= phrase.from && title.kind === 'office' && !title.plural && !former
	);
	const [first, last] = [tokens[model?.head ?? -1], tokens[(model?.bare ?? 0) - 1]];
	if (model === undefined || first === undefined || last === undefined || !ALIKE.test(model.title.class))
		return undefined;
	if (model.country?.id === country.id) return undefined;
	const own = ground.normal.slice(first.start, last.end).replace(/\s+/g, ' ');
	const [pattern, name] = ELSEWHERE.find(([said]) => said.test(own)) ?? [/$^/, ''];
	const [begin, end] = [tokens[phrase.from], tokens[phrase.to - 1]];
	if (begin === undefined || end === undefined) return undefined;
	const title = `${country.adjective} ${own.replace(pattern, name)}`;
	return { title, country: country.id, former: false, span: { start: begin.start, end: end.end } };
}
