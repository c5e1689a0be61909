import { describe, expect, it } from 'vitest';
import { gradeResponse } from '../grading/grade.ts';
import type { RulingChoice } from '../workbench.ts';
import type { AcceptedFact } from './accepted-fact.ts';
import { accepted, ARTICLE, FACTS, TEXT, workspace } from './fixtures.ts';
import { knowledgeOf } from './knowledge-of.ts';
import { workspaceItems } from './workspace-items.ts';

const itemsOf = (facts: AcceptedFact[]) => workspaceItems(knowledgeOf(workspace({ facts })), new Map()).items;
const byId = (facts: AcceptedFact[], id: string) => itemsOf(facts).find((item) => item.id === id);

function ruled(id: string, choice: RulingChoice, value: string | number): AcceptedFact {
	const fact = FACTS.find((one) => one.id === id)!;
	return { ...fact, ruling: { choice, other: { value, statement: 'It was another one.', article: 'the Ulsan Post' } } };
}

describe('the knowledge of a workspace', () => {
	const knowledge = knowledgeOf(workspace());

	it('places evidence in its paragraph, with offsets and at most ten words', () => {
		const evidence = knowledge.facts.find((fact) => fact.id === 'parts')!.evidence[0]!;
		expect(evidence).toMatchObject({
			source: 'sendai',
			paragraph: 5,
			anchor: 'urged Japan to lift its limits on battery parts'
		});
		expect(TEXT.slice(evidence.span!.start, evidence.span!.end)).toBe(
			'urged Japan to lift its limits on battery parts'
		);
		expect(knowledge.facts.every((fact) => fact.evidence.every((e) => e.anchor.split(' ').length <= 10))).toBe(true);
	});

	it('knows whoever holds something as a party, with what is joint last', () => {
		expect(knowledge.parties?.map((party) => party.id)).toEqual(['japan', 'south-korea', 'both']);
		expect(knowledge.people.find((person) => person.id === 'emi-watanabe')?.side).toBe('japan');
	});

	it('leaves out facts of articles that are not there', () => {
		const stray = { ...FACTS[0]!, id: 'stray', evidence: [{ article: 'gone', start: 0, end: 3 }] };
		expect(knowledgeOf(workspace({ facts: [stray] })).facts).toEqual([]);
	});

	it('keeps facts of one place apart', () => {
		const twice = [FACTS[0]!, { ...FACTS[0]!, id: 'again' }];
		expect(knowledgeOf(workspace({ facts: twice })).facts[0]!.related).toEqual(['again']);
	});
});

describe('a ruling', () => {
	const registry = knowledgeOf(workspace());

	it('that accepts both readings lets both be right and says so', () => {
		const item = byId([ruled('met', 'accept-both', '2031-06-05')], 'met.date')!;
		const form = item.forms.find((one) => one.form === 'date')!;
		for (const text of ['4 June 2031', '5 June 2031', 'June 5, 2031']) {
			expect(gradeResponse(form, { form: 'date', text }, registry).verdict).toBe('correct');
		}
		expect(item.feedback).toContain('the Ulsan Post has 5 June 2031, which counts as well');
	});

	it('never offers the other reading as wrong', () => {
		const item = byId([ruled('met', 'accept-both', '2031-05-28'), ...FACTS.slice(1)], 'met.date')!;
		const choice = item.forms.find((one) => one.form === 'choice')!;
		expect(choice.options.map((option) => option.text)).not.toContain('28 May 2031');
	});

	it('that names the source asks what that source says', () => {
		const item = byId([ruled('met', 'name-source', '2031-06-05')], 'met.date')!;
		expect(item.question).toContain('the Sendai Courier');
		expect(item.contested).toMatchObject([{ contradicts: true, settled: expect.stringContaining('names its source') }]);
	});

	it('that forbids a question leaves no item', () => {
		expect(itemsOf([ruled('met', 'do-not-ask', '2031-06-05')])).toEqual([]);
	});
});

describe('polarity', () => {
	const hedged = (statement: string) =>
		accepted({
			id: 'plan',
			kind: 'figure',
			at: '450',
			statement,
			polarity: 'hedged',
			modality: 'reportedly',
			values: { is: 'figure', of: 'divers', number: 450, unit: 'diver', bound: 'exact' },
			value: 450,
			unit: 'diver'
		});

	it('keeps a hedge in the question', () => {
		const item = byId([hedged('South Korea is expected to train 450 divers.')], 'plan.figure')!;
		expect(item.question).toContain('is expected to');
	});

	it('makes nothing where the hedge would be lost', () => {
		expect(itemsOf([hedged('South Korea trains 450 divers.')])).toEqual([]);
	});

	it('asks no figure, date or deed of what is denied', () => {
		const denied = FACTS.map((one) => ({ ...one, fact: { ...one.fact, polarity: 'negated' as const } }));
		const kinds = new Set(itemsOf(denied).map((item) => item.kind));
		for (const kind of ['date', 'figure', 'event', 'participant', 'quotation', 'agreement'])
			expect(kinds).not.toContain(kind);
	});

	it('asks what was left open of an explicit non-agreement, and never as agreed', () => {
		const item = byId(FACTS, 'line.open')!;
		expect([item.key, item.question]).toEqual(['A new fishing line', expect.stringContaining('leave unsettled')]);
		expect(byId(FACTS, 'line.agreed')).toBeUndefined();
	});
});

describe('whose stance it is', () => {
	it('is not asked where the other side takes one like it', () => {
		const shared = accepted({
			id: 'also',
			kind: 'position',
			at: 'asked South Korea',
			statement: 'Haruto Ishida urged Japan to lift all limits on battery parts.',
			gist: 'to lift limits on all battery parts',
			holder: 'haruto-ishida',
			values: { is: 'content', content: 'to lift limits on all battery parts', parts: [] }
		});
		expect(byId(FACTS, 'parts.holder')).toBeDefined();
		expect(byId([...FACTS, shared], 'parts.holder')).toBeUndefined();
	});
});

describe('wrong options', () => {
	const items = itemsOf(FACTS);

	it('hold no date of the same matter, and none that is asked', () => {
		const twin = accepted({
			id: 'met-too',
			kind: 'date',
			at: 'on 4 June 2031',
			statement: 'Haruto Ishida met Kang Min-ho in Sendai for talks on 3 June 2031.',
			values: { is: 'date', event: 'Haruto Ishida met Kang Min-ho in Sendai for talks', date: '2031-06-03' },
			value: '2031-06-03'
		});
		const choice = byId([...FACTS, twin], 'met.date')!.forms.find((form) => form.form === 'choice')!;
		expect(choice.options.map((option) => option.text)).not.toContain('3 June 2031');
	});

	it('hold no office that the person has, and nobody who is named in the words', () => {
		for (const item of items.filter((one) => one.id.endsWith('.office'))) {
			const choice = item.forms.find((form) => form.form === 'choice');
			// Without others of the same side an office is recalled, and nothing is there to choose from.
			if (choice === undefined) {
				expect(item.forms.map(({ form }) => form)).toContain('typed');
				continue;
			}
			expect(new Set(choice.options.map((option) => option.text)).size).toBe(choice.options.length);
		}
		const named = accepted({
			id: 'named',
			kind: 'quotation',
			at: 'Talks on data began',
			statement: 'Kang Min-ho said: “We trust Emi Watanabe more than the old maps of the sea”.',
			values: {
				is: 'quotation',
				speaker: 'kang-min-ho',
				words: 'We trust Emi Watanabe more than the old maps of the sea',
				about: 'maps'
			},
			holder: 'kang-min-ho',
			value: 'We trust Emi Watanabe more than the old maps of the sea'
		});
		const speaker = byId([...FACTS, named], 'named.speaker')!;
		expect(speaker.forms.map(({ form }) => form)).toContain('typed');
		expect(JSON.stringify(speaker.forms)).not.toMatch(/"(?:text|shown)":"Emi Watanabe"/);
	});

	it('of an agreement are never what one side promised, which may be a part of it', () => {
		const promised = FACTS.filter((one) => one.fact.kind === 'commitment').map((one) => one.fact.gist ?? '');
		const asked = items.filter((item) => item.id.endsWith('.content'));
		expect(promised.length).toBeGreaterThan(0);
		expect(promised.some((gist) => JSON.stringify(asked).includes(gist))).toBe(false);
	});
});

describe('facts asked together', () => {
	const items = itemsOf(FACTS);
	const formOf = (id: string) => items.find((item) => item.id === id)?.forms[0]?.form;

	it('make a timeline and a choice of several, and no match or sort that a nationality would tell', () => {
		expect(formOf('set.sendai-timeline')).toBe('order');
		expect(formOf('set.sendai-offices')).toBeUndefined();
		expect(formOf('set.sendai-positions')).toBeUndefined();
		expect(formOf('set.sendai-agreed')).toBe('multiple-response');
	});

	it('never tell a date of a timeline in its question', () => {
		const { question } = items.find((item) => item.id === 'set.sendai-timeline')!;
		expect(question).not.toContain('4 June 2031');
	});

	it('make none of these where there are too few', () => {
		expect(itemsOf(FACTS.slice(0, 2)).filter((item) => item.origin === 'set')).toEqual([]);
	});
});

describe('an article without a name of its own', () => {
	it('is called by the talks of which it tells, else by its title and date', () => {
		const articles = [{ ...ARTICLE, label: 'the article' }];
		const { items } = workspaceItems(knowledgeOf(workspace({ articles })), new Map());
		const item = items.find((one) => one.id === 'nets.holder')!;
		expect(item.question).toContain('a report on the talks between Japan and South Korea in Sendai on 4 June 2031');
		const apart = FACTS.filter(({ id }) => id !== 'met' && id !== 'where');
		const dated = workspaceItems(knowledgeOf(workspace({ articles, facts: apart })), new Map());
		expect(dated.items.find((one) => one.id === 'nets.holder')?.question).toContain(
			'the article “Ishida and Kang agree on ferry link at Sendai talks” (5 June 2031)'
		);
	});

	it('is never named by a title that tells the key', () => {
		const articles = [{ ...ARTICLE, label: 'the article', title: 'Kang Min-ho calls for calm words at sea' }];
		const { items } = workspaceItems(knowledgeOf(workspace({ articles })), new Map());
		expect(items.find((one) => one.id === 'calm.speaker')?.question).not.toContain('Kang');
	});
});
