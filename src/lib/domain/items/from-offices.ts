import type { Person } from '../facts/entity-schema.ts';
import type { Fact } from '../facts/fact-schema.ts';
import type { Catalog } from './catalog.ts';
import type { Candidate, Draft } from './draft.ts';

/** Both directions of a person's office, where a fact is about one person and no question of its own asks the slot. */
export function draftsFromOffices(catalog: Catalog, fact: Fact): Draft[] {
	if (fact.kind !== 'participant' || fact.values.is !== 'participant' || fact.values.people.length !== 1) return [];
	const { frame } = catalog.knowledge;
	if (!frame) return [];
	const when = `at the time of ${frame.occasion}`;
	const person = catalog.person.get(fact.values.people[0] ?? '');
	const office = person?.offices[0];
	// The occasion may bear the presidents' names: asking who they were would answer itself.
	if (!person || !office || office.former || when.includes(person.family)) return [];
	const slots = new Set(fact.asks.map((ask) => ask.slot));
	const others = catalog.knowledge.people.filter((p) => p.id !== person.id && p.offices.some((o) => !o.former));
	const near = [...others].sort((a, b) => nearness(b, person) - nearness(a, person));
	const drafts: Draft[] = [];
	if (!slots.has('office')) drafts.push(officeDraft({ fact, person, near, when }, office));
	if (!slots.has('person')) drafts.push(personDraft({ fact, person, near, when }, office.title));
	return drafts;
}

/** The same country first: the nearest mix-ups. */
function nearness(other: Person, person: Person): number {
	return other.offices[0]?.country === person.offices[0]?.country ? 1 : 0;
}

const MOST_CANDIDATES = 6;

/** Whose office is asked, the people who may stand beside, and the time for which it is asked. */
interface OfficeAsk {
	fact: Fact;
	person: Person;
	near: readonly Person[];
	when: string;
}

function officeDraft({ fact, person, near, when }: OfficeAsk, office: Person['offices'][number]): Draft {
	const held = new Set(person.offices.flatMap((o) => [o.title, ...o.accept]));
	const candidates = near
		.flatMap((p) => p.offices.filter((o) => !o.former).slice(0, 1))
		.filter((o) => !held.has(o.title))
		.slice(0, MOST_CANDIDATES)
		.map((o): Candidate => ({ text: o.title, confusion: 'other-office' }));
	return {
		...base(fact, 'office'),
		question: `Which office did ${person.name} hold ${when}?`,
		key: office.title,
		feedback: `${person.name} was ${office.title}.`,
		ask: {
			type: 'office',
			answer: {
				type: 'office',
				text: office.title,
				value: person.id,
				accept: person.offices.flatMap((o) => [o.title, ...o.accept]),
				near: {}
			},
			cloze: { before: `${person.name} was `, after: ` ${when}.` },
			candidates,
			typed: true
		}
	};
}

function personDraft({ fact, person, near, when }: OfficeAsk, title: string): Draft {
	return {
		...base(fact, 'person'),
		question: `Who was ${title} ${when}?`,
		key: person.name,
		feedback: `${person.name} was ${title}.`,
		ask: {
			type: 'person',
			answer: { type: 'person', text: person.name, value: person.id, accept: person.aliases, near: {} },
			cloze: { before: '', after: ` was ${title} ${when}.` },
			candidates: near.slice(0, MOST_CANDIDATES).map((p): Candidate => ({ text: p.name, confusion: 'other-person' })),
			typed: true
		}
	};
}

function base(fact: Fact, slot: 'office' | 'person') {
	return {
		id: `${fact.id}.${slot}`,
		origin: slot,
		facts: [fact],
		topic: fact.topic,
		importance: fact.importance,
		relation: false,
		fixed: []
	} satisfies Partial<Draft>;
}
