import type { FactSet } from '../facts/set-schema.ts';
import { shuffle } from '../hash.ts';
import type { Catalog } from './catalog.ts';
import type { Draft } from './draft.ts';
import type { Form, Option } from './types.ts';

type SetOf<F extends FactSet['form']> = Extract<FactSet, { form: F }>;

/** The item of a set: several facts asked together in one form. */
export function draftFromSet(catalog: Catalog, set: FactSet): Draft {
	switch (set.form) {
		case 'order':
			return orderDraft(catalog, set);
		case 'match':
			return matchDraft(catalog, set);
		case 'sort':
			return sortDraft(catalog, set);
		case 'multiple-response':
			return responseDraft(catalog, set);
		case 'paired':
			return pairedDraft(catalog, set);
	}
}

function base(catalog: Catalog, set: FactSet, entries: readonly { fact: string }[], key: string, fixed: Form[]): Draft {
	return {
		id: `set.${set.id}`,
		origin: 'set',
		facts: [...new Set(entries.map((entry) => entry.fact))].map((id) => catalog.fact(id)),
		topic: set.topic,
		importance: set.importance,
		relation: true,
		question: set.question,
		key,
		feedback: set.feedback,
		fixed
	};
}

/** A shuffled order that is not the right one. */
function mixed<T>(entries: readonly T[], seed: string): T[] {
	for (let turn = 0; ; turn++) {
		const order = shuffle(entries, `${seed}/${turn}`);
		if (entries.length < 2 || order.some((entry, index) => entry !== entries[index])) return order;
	}
}

const letter = (index: number): string => 'abcdefghijkl'.charAt(index);

function orderDraft(catalog: Catalog, set: SetOf<'order'>): Draft {
	const shown = mixed(set.entries, set.id).map((entry, index) => ({ entry, id: letter(index) }));
	const key = set.entries.map((entry) => shown.find((s) => s.entry === entry)?.id ?? '');
	const form: Form = {
		form: 'order',
		question: set.question,
		entries: shown.map(({ entry, id }) => ({ id, text: entry.text, when: entry.when })),
		key
	};
	const words = set.entries.map((entry) => `${entry.text} (${entry.when})`).join(' → ');
	return base(catalog, set, set.entries, words, [form]);
}

function matchDraft(catalog: Catalog, set: SetOf<'match'>): Draft {
	const lefts = set.pairs.map((pair, index) => ({ id: `l${index + 1}`, text: pair.left }));
	const rights = shuffle([...set.pairs.map((pair) => pair.right), ...set.decoys], set.id).map((text, index) => ({
		id: letter(index),
		text
	}));
	const key = Object.fromEntries(
		set.pairs.map((pair, index) => [`l${index + 1}`, rights.find((right) => right.text === pair.right)?.id ?? ''])
	);
	const words = set.pairs.map((pair) => `${pair.left} – ${pair.right}`).join('; ');
	const form: Form = { form: 'match', question: set.question, lefts, rights, key };
	return base(catalog, set, set.pairs, words, [form]);
}

function sortDraft(catalog: Catalog, set: SetOf<'sort'>): Draft {
	const bins = set.bins.map((text, index) => ({ id: `b${index + 1}`, text }));
	const shown = mixed(set.entries, set.id).map((entry, index) => ({ entry, id: letter(index) }));
	const key = Object.fromEntries(
		shown.map(({ entry, id }) => [id, bins.find((bin) => bin.text === entry.bin)?.id ?? ''])
	);
	const words = set.bins
		.map(
			(bin) =>
				`${bin}: ${set.entries
					.filter((entry) => entry.bin === bin)
					.map((entry) => entry.text)
					.join('; ')}`
		)
		.join(' · ');
	const form: Form = {
		form: 'sort',
		question: set.question,
		bins,
		entries: shown.map(({ entry, id }) => ({ id, text: entry.text })),
		key
	};
	return base(catalog, set, set.entries, words, [form]);
}

function responseDraft(catalog: Catalog, set: SetOf<'multiple-response'>): Draft {
	const shown = shuffle(set.options, set.id);
	const options: Option[] = shown.map((option, index) => ({
		id: letter(index),
		text: option.text,
		...(option.correct ? {} : { confusion: option.confusion ?? 'other-agreement' })
	}));
	const keys = options.filter((_, index) => shown[index]?.correct === true).map((option) => option.id);
	const right = set.options.filter((option) => option.correct);
	const form: Form = { form: 'multiple-response', question: set.question, options, keys, ordered: false };
	// The first fact is a right one: the wrong options' facts are evidence that they are wrong.
	const entries = [...right, ...set.options];
	return base(catalog, set, entries, right.map((option) => option.text).join('; '), [form]);
}

function pairedDraft(catalog: Catalog, set: SetOf<'paired'>): Draft {
	return {
		...base(catalog, set, [{ fact: set.asked }, { fact: set.given }], set.key, []),
		ask: {
			type: 'phrase',
			answer: { type: 'phrase', text: set.key, accept: [], near: {} },
			candidates: set.distractors.map(({ text, confusion }) => ({ text, confusion })),
			typed: false
		}
	};
}
