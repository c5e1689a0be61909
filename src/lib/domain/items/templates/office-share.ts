import { wordsOf } from '../../text.ts';
import { grouped, type Board } from './board.ts';
import type { Told } from './told.ts';

/** Four of an article, if there are as many other questions: what was agreed and held is worth more. */
const OTHERS_TO_AN_OFFICE = 1;
const FEWEST = 2;
const MOST = 4;
/** Somebody who acts less often is a name among others. */
const FEWEST_ACTS = 1;
const HEAD = /\b(?:president|prime minister|premier|chancellor|king|queen|emperor|taoiseach|secretary-general)\b/i;
const DEPUTY = /\b(?:vice|deputy|former|adviser|advisor|assistant|spokes\p{L}+)\b/iu;

/** Takes the office questions of those who matter least away, until they are four at most and no more than its other questions, or two. */
export function capOffices(told: readonly Told[], board: Board): void {
	for (const facts of grouped(told, (one) => one.article).values()) {
		const offices = facts.filter(({ fact }) => fact.values.is === 'participant' && fact.asks.length > 0);
		const others = facts.filter(({ fact }) => fact.values.is !== 'participant');
		for (const one of offices) if (isTitledIn(one, others, board)) one.fact.asks.length = 0;
		const count = others.reduce((sum, { fact }) => sum + fact.asks.length, 0);
		const most = Math.min(MOST, Math.max(FEWEST, Math.floor(count / OTHERS_TO_AN_OFFICE)));
		const acting = actingIn(facts);
		const weighed = offices.map((one) => ({
			one,
			weight: weightOf(one, board, acting),
			isActing: isActing(one, acting)
		}));
		weighed.sort((a, b) => b.weight - a.weight);
		// Somebody who says and does nothing here is not worth knowing from it.
		for (const [at, { one, isActing }] of weighed.entries()) if (at >= most || !isActing) one.fact.asks.length = 0;
	}
}

/** Whether another question calls the person by the office already: "Foreign Minister Ana Roy holds that …". */
function isTitledIn({ fact }: Told, others: readonly Told[], board: Board): boolean {
	if (fact.values.is !== 'participant') return false;
	const person = board.person.get(fact.values.people[0] ?? '');
	const role = fact.values.role.replace(/^(?:the|an?) /iu, '');
	const named = [person?.name, person?.family].map((name) => `${role} ${name}`.toLowerCase());
	return others.some((other) =>
		other.fact.asks.some(({ question, cloze = '' }) =>
			named.some((name) => `${question} ${cloze}`.toLowerCase().includes(name))
		)
	);
}

const isActing = ({ fact }: Told, acting: ReadonlyMap<string, number>): boolean =>
	fact.values.is === 'participant' && fact.values.people.some((id) => (acting.get(id) ?? 0) >= FEWEST_ACTS);

/** How often each person acts, speaks or takes a stance. */
function actingIn(facts: readonly Told[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { fact, holderId } of facts) {
		const id = fact.values.is === 'quotation' ? fact.values.speaker : holderId;
		if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return counts;
}

function weightOf({ fact, title }: Told, board: Board, acting: ReadonlyMap<string, number>): number {
	const { values } = fact;
	if (values.is !== 'participant') return 0;
	const person = board.person.get(values.people[0] ?? '');
	const isNamed = person !== undefined && wordsOf(title ?? '').includes(person.family.toLowerCase());
	const isHead = HEAD.test(values.role) && !DEPUTY.test(values.role);
	return Number(isNamed) * 2 + Number(isHead) + Math.min(4, acting.get(values.people[0] ?? '') ?? 0);
}
