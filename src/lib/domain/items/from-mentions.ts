import type { Mention } from '../facts/entity-schema.ts';
import { capitalise, joinNames } from '../text.ts';
import type { Catalog } from './catalog.ts';
import type { Draft } from './draft.ts';
import { numberWord } from './number-words.ts';
import type { Option } from './types.ts';

/** "Which of the five articles mention …?": one item a matter, a choice where a single source has it. */
export function draftFromMention(catalog: Catalog, mention: Mention): Draft {
	const facts = mention.facts.map((id) => catalog.fact(id));
	const options: Option[] = catalog.knowledge.sources.map((source, index) => ({
		id: 'abcdefgh'.charAt(index),
		text: capitalise(source.label),
		...(mention.sources.includes(source.id) ? {} : { confusion: 'other-source' as const })
	}));
	const isRight = (index: number) => mention.sources.includes(catalog.knowledge.sources[index]?.id ?? '');
	const right = options.filter((_, index) => isRight(index));
	const single = right.length === 1;
	const labels = catalog.knowledge.sources.filter((source) => mention.sources.includes(source.id)).map((s) => s.label);
	const names = capitalise(joinNames(labels));
	const articles = `these ${numberWord(options.length)} articles${occasionOf(catalog)}`;
	const question = single
		? `Which one of ${articles} mentions ${mention.matter}?`
		: `Which of ${articles} mention ${mention.matter}?`;
	return {
		id: `mention.${mention.id}`,
		origin: 'mention',
		facts,
		topic: mention.topic,
		importance: 3,
		relation: true,
		question,
		key: names,
		feedback: mention.feedback,
		fixed: [
			single
				? { form: 'choice', question, options, key: right[0]?.id ?? '', ordered: true }
				: { form: 'multiple-response', question, options, keys: right.map((option) => option.id), ordered: true },
			{ form: 'flashcard', question, back: names }
		]
	};
}

/** " on the Biden–Xi summit", where the bank is about one occasion. */
function occasionOf(catalog: Catalog): string {
	const occasion = catalog.knowledge.frame?.occasion;
	return occasion === undefined ? '' : ` on ${occasion}`;
}
