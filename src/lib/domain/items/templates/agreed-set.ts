import type { FactSet } from '../../facts/set-schema.ts';
import { capitalise, joinNames } from '../../text.ts';
import { alikeInLength } from '../alike.ts';
import type { ArticleBoard, Board } from './board.ts';
import { isClear } from './clear.ts';
import { gistOf } from './gists.ts';
import { matterOf, overlap } from './matter.ts';
import { nominal } from './nominal.ts';
import { stem, type Told } from './told.ts';
import { lacksContext } from './context.ts';
import { isEmptyThing, isUnresolved } from './unresolved.ts';

const FEWEST_AGREED = 2;
const MOST_OF_EACH = 3;
const FEWEST_OPTIONS = 4;
const MOST_LOOKED_AT = 60;
const SAME_MATTER = 0.5;

interface Entry {
	told: Told;
	text: string;
}

interface Sides {
	right: Entry[];
	wrong: Entry[];
}

/** What was agreed, and what was not, as names of things of a like length. */
function sidesOf(view: ArticleBoard, board: Board): Sides | undefined {
	if (view.pair.length === 0) return undefined;
	const able = (all: readonly Told[]) =>
		all
			.slice(0, MOST_LOOKED_AT)
			.filter((told) => isClear(told, board))
			.flatMap((told) => named(told));
	const right = apart(able(view.agreed), []).slice(0, MOST_OF_EACH);
	const wrong = apart(able(view.notAgreed), right)
		.filter((one) => alikeInLength([...right, one].map(({ text }) => text.length)))
		.slice(0, MOST_OF_EACH);
	if (right.length < FEWEST_AGREED || wrong.length === 0 || right.length + wrong.length < FEWEST_OPTIONS)
		return undefined;
	// A thing among deeds would show itself.
	const deeds = [...right, ...wrong].filter(({ text }) => /^\p{L}+ing\b/u.test(text)).length;
	if (deeds !== 0 && deeds !== right.length + wrong.length) return undefined;
	return alikeInLength([...right, ...wrong].map(({ text }) => text.length)) ? { right, wrong } : undefined;
}

/** Whether an article tells enough of what was agreed and what was not for a question with several right answers. */
export function mayAskMany(view: ArticleBoard, board: Board): boolean {
	const known = many.get(view);
	if (known !== undefined) return known;
	const may = sidesOf(view, board) !== undefined;
	many.set(view, may);
	return may;
}

/** Looked for once for each article. */
const many = new WeakMap<ArticleBoard, boolean>();

/** What was agreed, among what was not. */
export function agreedSet(article: string, view: ArticleBoard, board: Board): FactSet[] {
	const sides = sidesOf(view, board);
	const [first] = sides?.right ?? [];
	if (!sides || !first) return [];
	const { right, wrong } = sides;
	const names = joinNames(view.pair.map(({ name }) => name));
	const keys = right.map(({ text }) => text).join('; ');
	const question = stem(first.told, keys, (source) => `According to ${source}, on which of these did ${names} agree?`);
	if (question === undefined) return [];
	const option = ({ told, text }: Entry) => ({ fact: told.fact.id, text: capitalise(text) });
	return [
		{
			id: `${article}-agreed`,
			topic: first.told.fact.topic,
			importance: first.told.fact.importance,
			question,
			form: 'multiple-response',
			feedback: `According to ${first.told.label}, ${names} agreed on ${joinNames(right.map(({ text }) => text))}.`,
			options: [
				...right.map((one) => ({ ...option(one), correct: true })),
				...wrong.map((one) => ({ ...option(one), correct: false, confusion: mixUpOf(one.told) }))
			]
		}
	];
}

function mixUpOf(told: Told): 'not-agreed' | 'one-side-only' {
	return told.fact.kind === 'non-agreement' ? 'not-agreed' : 'one-side-only';
}

function named(told: Told): Entry[] {
	const gist = gistOf(told);
	const text = gist === undefined || told.polarity === 'hedged' ? undefined : nominal(gist);
	return text === undefined || isEmptyThing(text) || isUnresolved(text) || lacksContext(text)
		? []
		: [{ told, text: text.replace(/^(?:an?|the) (?=(?:extension|resumption)\b)/, 'the ') }];
}

/** Without those that may say what an earlier one says. */
function apart(entries: readonly Entry[], beside: readonly Entry[]): Entry[] {
	const kept: Entry[] = [];
	for (const entry of entries) {
		const own = matterOf(entry.text);
		if (![...beside, ...kept].some((other) => overlap(own, matterOf(other.text)) >= SAME_MATTER)) kept.push(entry);
	}
	return kept;
}
