import { describe, expect, it } from 'vitest';
import { loadSeeds } from '#lib/server/bank/seeds.ts';
import type { Knowledge } from '../facts/knowledge.ts';
import { generateItems } from './generate.ts';
import { lint } from './lint/lint.ts';
import type { RuleName } from './lint/finding.ts';
import type { Choice, Item } from './types.ts';

const shipped = loadSeeds('seeds');
const items = generateItems(shipped);

/** The shipped knowledge with one fact changed. */
function withFact(id: string, change: (fact: Knowledge['facts'][number]) => void): Knowledge {
	const copy = structuredClone(shipped);
	change(copy.facts.find((fact) => fact.id === id)!);
	return copy;
}

describe('generating again after an edit', () => {
	const asked = shipped.facts.find((fact) => fact.asks.length > 0 && !fact.avoid)!;
	const id = `${asked.id}.${asked.asks[0]!.slot}`;

	it('keeps the id and changes the version of what was edited', () => {
		const after = generateItems(
			withFact(asked.id, (fact) => (fact.asks[0]!.feedback = 'Another sentence, for another reason.'))
		);
		const [old, now] = [items, after].map((list) => list.find((item) => item.id === id)!);
		expect(now!.feedback).toBe('Another sentence, for another reason.');
		expect(now!.version).not.toBe(old!.version);
	});

	it('leaves every other item as it was', () => {
		const after = generateItems(
			withFact(asked.id, (fact) => (fact.asks[0]!.feedback = 'Another sentence, for another reason.'))
		);
		const versions = (list: Item[]) =>
			list.filter((item) => !item.facts.includes(asked.id)).map((item) => `${item.id}@${item.version}`);
		expect(versions(after)).toEqual(versions(items));
	});

	it('keeps all ids when a new fact is added', () => {
		const copy = structuredClone(shipped);
		copy.facts.unshift({ ...structuredClone(asked), id: 'a-new-fact', related: [] });
		const after = new Set(generateItems(copy).map((item) => item.id));
		expect(items.every((item) => after.has(item.id))).toBe(true);
	});

	it('makes no item from a fact that a ruling forbids', () => {
		const after = generateItems(withFact(asked.id, (fact) => (fact.avoid = 'A9')));
		expect(after.some((item) => item.id === id)).toBe(false);
	});
});

describe('the order of introduction', () => {
	it('begins with what is important and changes topic at each step', () => {
		const first = items.slice(0, 11);
		expect(new Set(first.map((item) => item.importance))).toEqual(new Set([1]));
		expect(new Set(first.map((item) => item.topic)).size).toBeGreaterThanOrEqual(9);
	});
});

describe('the lint', () => {
	const sample = items.find(
		(item) => item.origin === 'ask' && item.kind === 'position' && item.forms.some((form) => form.form === 'choice')
	)!;
	const choiceOf = (item: Item): Choice => item.forms.find((form) => form.form === 'choice')!;

	function rulesAfter(change: (item: Item) => void): Set<RuleName> {
		const item = structuredClone(sample);
		change(item);
		const others = items.filter((other) => other.id !== sample.id);
		return new Set(lint([...others, item], shipped).map((finding) => finding.rule));
	}

	const setQuestion = (text: string) => (item: Item) => {
		item.question = text;
		for (const form of item.forms) if ('question' in form) form.question = text;
	};

	const planted: [RuleName, string, (item: Item) => void][] = [
		['length', 'a question of forty words', setQuestion(`${'Xi Jinping of China says '.repeat(9)}what?`)],
		['positive', 'a NOT question', setQuestion('Which of these did Xi Jinping NOT demand of the United States?')],
		['stands-alone', 'a bare surname', setQuestion('What did Yellen demand of China in 2023?')],
		['stands-alone', 'a pronoun at the start', setQuestion('He demanded what of Xi Jinping in 2023?')],
		['stands-alone', 'an occasion without a name', setQuestion('What was promised at the meeting by the US side?')],
		['attributed', 'a position of nobody', setQuestion('Are arms sales to the island harmful for peace?')],
		['key-in-stem', 'a key in the stem', (item) => setQuestion(`Did Xi Jinping ask for this: ${item.key}?`)(item)],
		[
			'one-key',
			'a wrong option that is the key',
			(item) => {
				const choice = choiceOf(item);
				choice.options.find((option) => option.id !== choice.key)!.text = item.key;
			}
		],
		[
			'parallel',
			'an option four times as long',
			(item) => {
				const choice = choiceOf(item);
				choice.options.find((option) => option.id !== choice.key)!.text =
					'A very long option that says much more than any of the other options do, and so stands out';
			}
		],
		[
			'option-words',
			'all of the above',
			(item) => {
				choiceOf(item).options[0]!.text = 'All of the above';
			}
		],
		[
			'confusion',
			'a wrong option without a mix-up',
			(item) => {
				const choice = choiceOf(item);
				delete choice.options.find((option) => option.id !== choice.key)!.confusion;
			}
		],
		['evidence', 'no citation', (item) => (item.citations = [])],
		[
			'recognisable',
			'nothing to recognise',
			(item) => (item.forms = item.forms.filter((form) => form.form === 'flashcard'))
		],
		['worthwhile', 'a byline', setQuestion('Which byline does the copyright line of Xi Jinping’s portrait name?')]
	];
	for (const [rule, name, change] of planted) {
		it(`finds ${name}`, () => {
			expect(rulesAfter(change)).toContain(rule);
		});
	}

	it('finds two items that ask the same', () => {
		const twin = { ...structuredClone(sample), id: `${sample.id}-again` };
		expect(lint([...items, twin], shipped).map((finding) => finding.rule)).toContain('duplicate');
	});

	it('finds keys that are always longest, and keys that stand in one place', () => {
		const cued = structuredClone(items);
		for (const form of cued.flatMap((item) => item.forms)) {
			if (form.form !== 'choice') continue;
			const at = form.options.findIndex((option) => option.id === form.key);
			const key = form.options.splice(at, 1)[0]!;
			form.options.unshift({ ...key, text: `${key.text}, as all sources say` });
		}
		const rules = lint(cued, shipped).map((finding) => finding.rule);
		expect(rules).toContain('length-cue');
		expect(rules).toContain('position-cue');
	});

	it('finds a fact of importance 1 that nothing asks', () => {
		const lone = shipped.facts.find((fact) => fact.importance === 1 && !fact.avoid)!.id;
		const without = items.filter((item) => !item.facts.includes(lone));
		expect(lint(without, shipped).map((finding) => finding.rule)).toContain('coverage');
	});
});
