import type { Gender, KnownPerson } from './compiled.ts';
import { personReferent, type Draft, type Reading } from './draft.ts';
import { beforeDeterminer, mayBeSubject } from './grammar.ts';
import type { Story } from './story.ts';

const LINES_BACK = 3;

/**
 * Gives a pronoun its referent: the subject of the same sentence first, then that of the sentences before. One that
 * cannot be told keeps null; inside a quotation nothing is guessed.
 */
export function resolvePronoun(story: Story, reading: Reading, draft: Draft, word: string): void {
	if (reading.line.tokens[draft.from]?.quoted) return;
	if (word === 'they') return resolveThey(story, reading, draft);
	if (word === 'it') return resolveIt(story, reading, draft);
	const gender = word === 'she' ? 'f' : 'm';
	const here = subjectsOf(reading, draft).filter((one) => isOne(one, gender));
	const found = here.findLast((one) => beginsClause(reading, one)) ?? here[0] ?? objectHere(reading, draft, gender);
	if (found?.person) return settle(draft, found, word, 'same sentence', here.length > 1 ? 0.75 : 0.85);
	const person = newcomer(story, reading, gender);
	if (person !== undefined) return settleOn(draft, person, word, 'brought in by the sentence before', 0.7);
	const before = subjectBefore(story, reading, (one) => isOne(one, gender));
	if (before) return settle(draft, before.draft, word, before.where, before.confidence);
	const only = onlyOneBefore(story, reading, gender);
	if (only !== undefined) settleOn(draft, only, word, 'the only one of the sentences before', 0.55);
}

function settleOn(draft: Draft, person: KnownPerson, word: string, why: string, confidence: number): void {
	Object.assign(draft, { person, referent: personReferent(person), confidence });
	draft.why = `${word} → ${person.name}, ${why}`;
}

/**
 * "A different tone from Li Chenggang, the vice minister. He …": the one whom the sentence before names for the first time,
 * where nobody of that gender is its subject.
 */
function newcomer({ people, subjects, at }: Story, { line }: Reading, gender: Gender): KnownPerson | undefined {
	const fits = (person: KnownPerson) => person.gender === undefined || person.gender === gender;
	const there = people.filter((one) => one.at === at - 1 && one.block === line.block && fits(one.person));
	const fresh = there.filter(({ person }) => !people.some((one) => one.at < at - 1 && one.person.id === person.id));
	const [only] = fresh;
	if (only === undefined || new Set(there.map(({ person }) => person.id)).size > 1) return undefined;
	const subject = subjects.some((one) => line.sentence - one.line.sentence === 1 && isOne(one, gender));
	return subject ? undefined : only.person;
}

/** "Remarks from President Xi, via state television. He …": no subject, but nobody else is named there. */
function onlyOneBefore({ people, at }: Story, { line }: Reading, gender: Gender): KnownPerson | undefined {
	const near = people.filter((one) => at - one.at <= 2 && one.at < at && one.block === line.block);
	const fitting = near.filter(({ person }) => person.gender === undefined || person.gender === gender);
	return new Set(fitting.map(({ person }) => person.id)).size === 1 ? fitting[0]?.person : undefined;
}

const isOne = (draft: Draft, gender: Gender): boolean =>
	draft.person !== undefined && (draft.person.gender === undefined || draft.person.gender === gender);

function settle(draft: Draft, meant: Draft, word: string, where: string, confidence: number): void {
	if (meant.person) {
		draft.person = meant.person;
		draft.referent = personReferent(meant.person);
	} else draft.referent = meant.referent;
	draft.confidence = Math.min(confidence, meant.confidence);
	draft.why = `${word} → ${meant.referent?.name ?? ''}, ${where}`;
}

/** At the start of the sentence, after a mark or a word that joins clauses: no object of the verb before it. */
function beginsClause(reading: Reading, draft: Draft): boolean {
	const before = beforeDeterminer(reading.line.tokens, draft.from);
	return (
		before === undefined ||
		before.kind === 'mark' ||
		/^(that|but|while|when|where|if|because|although|as|said|after|before)$/.test(before.lower)
	);
}

/** Possible subjects of the same sentence before the pronoun. */
function subjectsOf(reading: Reading, draft: Draft): Draft[] {
	const { tokens } = reading.line;
	return reading.drafts.filter(
		(one) =>
			one.to <= draft.from &&
			one.referent !== null &&
			one.via !== 'adjective' &&
			!tokens[one.from]?.quoted &&
			mayBeSubject(tokens, one.from, one.to)
	);
}

/** "According to Biden…, he": somebody after a preposition, where he is the only one in the sentence. */
function objectHere(reading: Reading, draft: Draft, gender: Gender): Draft | undefined {
	const people = reading.drafts.filter((one) => one.to <= draft.from && isOne(one, gender) && one.via !== 'pronoun');
	const [only] = people;
	const opening = only !== undefined && only.from <= 3;
	return people.length === 1 && opening ? only : undefined;
}

interface Before {
	draft: Draft;
	where: string;
	confidence: number;
}

/** The subject of the last sentences: the first one of each, the nearest sentence first. */
function subjectBefore(story: Story, reading: Reading, fits: (draft: Draft) => boolean): Before | undefined {
	const here = reading.line.sentence;
	let best: Draft | undefined;
	for (let at = story.subjects.length - 1; at >= 0; at--) {
		const draft = story.subjects[at];
		if (draft === undefined) break;
		const distance = here - draft.line.sentence;
		if (distance > LINES_BACK) break;
		if (distance === 0) continue;
		if (best && draft.line.sentence !== best.line.sentence) break;
		if (fits(draft)) best = draft;
	}
	best = tagOf(story, best, fits) ?? mainSubject(story, best, fits) ?? lastClause(story, best, fits) ?? best;
	if (best === undefined) return undefined;
	const distance = here - best.line.sentence;
	const rivals = new Set(
		story.subjects.filter((one) => one.line === best.line && fits(one)).map((one) => one.referent?.id)
	);
	const where = distance === 1 ? 'previous sentence' : `${distance} sentences before`;
	return { draft: best, where, confidence: (distance === 1 ? 0.8 : 0.6) - (rivals.size > 1 ? 0.3 : 0) };
}

/** "Asked whether Xi had promised it, Blinken says …": the subject of the main clause, not that of what opens it. */
function mainSubject(story: Story, best: Draft | undefined, fits: (draft: Draft) => boolean): Draft | undefined {
	const subordinator = best && beforeDeterminer(best.line.tokens, best.from);
	if (best === undefined || subordinator?.lower !== 'whether') return undefined;
	const { tokens } = best.line;
	return story.subjects.find(
		(one) => one.line === best.line && one.from > best.to && tokens[one.from - 1]?.text === ',' && fits(one)
	);
}

/** "Ana asked for it; Jan refused. He …": the subject with which the last clause begins. */
function lastClause(story: Story, best: Draft | undefined, fits: (draft: Draft) => boolean): Draft | undefined {
	const mark = best?.line.tokens.findLastIndex(({ text }) => text === ';') ?? -1;
	if (best === undefined || mark < best.to) return undefined;
	const subject = story.subjects.find((one) => one.line === best.line && one.from > mark && fits(one));
	return subject && subject.from <= mark + NEAR_BEGIN ? subject : undefined;
}
/** A title may stand before the name. */
const NEAR_BEGIN = 6;

/** "…, Xi told his guest.": of a sentence whose end says who spoke all of it the next one tells. */
function tagOf(story: Story, best: Draft | undefined, fits: (draft: Draft) => boolean): Draft | undefined {
	if (best === undefined) return undefined;
	const { tokens } = best.line;
	const last = story.subjects.findLast((one) => one.line === best.line && fits(one));
	if (last === undefined || tokens.length - last.to > LONGEST_TAG) return undefined;
	const before = tokens[last.from - 1]?.text ?? '';
	const at = /^(is|was)$/.test(tokens[last.to]?.lower ?? '') ? last.to + 1 : last.to;
	return /^[,"]$/.test(before) && story.ground.names.speechVerbs.has(tokens[at]?.lower ?? '') ? last : undefined;
}
const LONGEST_TAG = 12;

function resolveThey(story: Story, reading: Reading, draft: Draft): void {
	const many = (one: Draft) => one.referent?.is === 'joint' || one.plural === true;
	const here = subjectsOf(reading, draft).filter(many).at(-1);
	const jointHere = here ?? reading.drafts.findLast((one) => one.to <= draft.from && one.referent?.is === 'joint');
	if (jointHere) return settle(draft, jointHere, 'they', 'same sentence', 0.85);
	const before = subjectBefore(story, reading, many) ?? lastJoint(story);
	if (before) settle(draft, before.draft, 'they', before.where, before.confidence);
}

/** "…, according to officials of both sides. They": a joint mention of the last sentence that was no subject. */
function lastJoint(story: Story): Before | undefined {
	const { joint } = story;
	if (joint === undefined || story.at - joint.at > 1) return undefined;
	return { draft: joint.draft, where: 'named together in the sentence before', confidence: 0.6 };
}

/** "It" as a state or a body; "it is important that" means nobody. */
function resolveIt(story: Story, reading: Reading, draft: Draft): void {
	const { tokens } = reading.line;
	const next = tokens[draft.to]?.lower ?? '';
	const acts = (one: Draft) => one.referent?.is === 'party' || one.referent?.is === 'organisation';
	if (
		/^(is|was|remains|seems|seemed|appears|appeared|has|comes|came|takes|took|marked|marks|follows|followed)$/.test(
			next
		)
	)
		return;
	if (
		/^(for|of|to|with|make|made|makes|making|find|found|that|as|on|by)$/.test(tokens[draft.from - 1]?.lower ?? '') &&
		next !== 'would' &&
		next !== 'will'
	)
		return;
	const here = subjectsOf(reading, draft).findLast(acts);
	if (here) return settle(draft, here, 'it', 'same sentence', 0.75);
	const before = subjectBefore(story, reading, acts);
	if (before) settle(draft, before.draft, 'it', before.where, Math.min(0.6, before.confidence));
}
