import type { Fact } from '../facts/fact-schema.ts';
import { joinNames, withoutStop } from '../text.ts';
import type { Catalog } from './catalog.ts';
import type { Candidate, Draft } from './draft.ts';
import { sideOf } from './sides.ts';
import type { ItemOrigin } from './types.ts';

/** What each rung of the speech-act ladder is called in options. */
const STANDINGS = {
	agreed: 'As agreed by both sides',
	announced: 'As promised by one side',
	claimed: 'As claimed by one side',
	'not-agreed': 'As left without agreement'
} as const;
type Standing = keyof typeof STANDINGS;
const isStanding = (modality: string): modality is Standing => modality in STANDINGS;

/** The attribution items that a fact allows: who holds it, who said it, how firmly it stands. */
export function draftsFromAttribution(catalog: Catalog, fact: Fact): Draft[] {
	return fact.derive.flatMap((what) => {
		if (what === 'holder') return holderDraft(catalog, fact);
		if (what === 'speaker') return speakerDraft(catalog, fact);
		return standingDraft(catalog, fact);
	});
}

interface Attribution {
	slot: Extract<ItemOrigin, 'holder' | 'speaker' | 'standing'>;
	question: string;
	key: string;
	cloze: { before: string; after: string };
	type: 'side' | 'person' | 'term';
	value?: string;
	accept?: string[];
	candidates: Candidate[];
	typed: boolean;
}

function draft(catalog: Catalog, fact: Fact, a: Attribution): Draft {
	return {
		id: `${fact.id}.${a.slot}`,
		origin: a.slot,
		facts: [fact],
		topic: fact.topic,
		importance: fact.importance,
		relation: true,
		question: a.question,
		key: a.key,
		feedback: feedbackOf(catalog, fact),
		ask: {
			type: a.type,
			answer: { type: a.type, text: a.key, value: a.value, accept: a.accept ?? [], near: {} },
			cloze: a.cloze,
			candidates: a.candidates,
			typed: a.typed
		},
		fixed: []
	};
}

/** The statement with the sources that carry it, unless it names them itself. */
function feedbackOf(catalog: Catalog, fact: Fact): string {
	const sources = catalog.knowledge.sources.filter((source) => fact.evidence.some((e) => e.source === source.id));
	if (sources.some((source) => fact.statement.includes(source.label.replace(/^the /, '')))) return fact.statement;
	return `${withoutStop(fact.statement)}, according to ${joinNames(sources.map((source) => source.label))}.`;
}

function holderDraft(catalog: Catalog, fact: Fact): Draft[] {
	const side = sideOf(catalog, fact);
	const party = catalog.party.get(side ?? '');
	const { frame, parties = [] } = catalog.knowledge;
	if (!party || !frame || fact.gist === undefined) return [];
	const [noun, verb, done] =
		fact.kind === 'position' ? ['position', 'takes', 'taken'] : ['commitment', 'makes', 'made'];
	return [
		draft(catalog, fact, {
			slot: 'holder',
			question: `In reports on ${frame.occasion}, which side ${verb} this ${noun}: ${fact.gist}?`,
			key: party.option,
			type: 'side',
			value: party.id,
			accept: party.answers,
			cloze: {
				before: `In reports on ${frame.occasion}, this ${noun} is ${done} by `,
				after: `: ${fact.gist}.`
			},
			candidates: parties
				.filter((other) => other !== party)
				.map((other) => ({ text: other.option, confusion: 'wrong-side' })),
			typed: false
		})
	];
}

function speakerDraft(catalog: Catalog, fact: Fact): Draft[] {
	const { values } = fact;
	const source = fact.evidence[0]?.source;
	if (values.is !== 'quotation' || source === undefined) return [];
	const key = speakerName(catalog, values.speaker);
	const label = catalog.source(source).label;
	const dated = fact.asOf?.startsWith('2023-11') === true && !/20\d\d/.test(values.about);
	const when = dated ? ' in November 2023' : '';
	return [
		draft(catalog, fact, {
			slot: 'speaker',
			question: `According to ${label}, who used the words “${values.words}”${when}, speaking about ${values.about}?`,
			key,
			type: 'person',
			value: values.speaker,
			cloze: {
				before: `According to ${label}, `,
				after: ` used the words “${values.words}”${when}, speaking about ${values.about}.`
			},
			candidates: otherSpeakers(catalog, fact, values.speaker),
			typed: catalog.person.has(values.speaker)
		})
	];
}

function speakerName(catalog: Catalog, id: string): string {
	return catalog.person.get(id)?.name ?? catalog.organisation.get(id)?.name ?? id;
}

/** Everyone else whom the bank quotes on the other side, or on none: a side's own institution may have said it too. */
function otherSpeakers(catalog: Catalog, fact: Fact, speaker: string): Candidate[] {
	const side = catalog.person.get(speaker)?.side ?? catalog.organisation.get(speaker)?.side;
	const quoted = catalog.knowledge.facts.flatMap((f) => (f.values.is === 'quotation' ? [f.values.speaker] : []));
	const others = [...new Set([...quoted, ...(catalog.knowledge.frame?.speakers ?? [])])].filter((id) => {
		const other = catalog.person.get(id)?.side ?? catalog.organisation.get(id)?.side;
		const bothPeople = catalog.person.has(id) && catalog.person.has(speaker);
		return id !== speaker && (other !== side || bothPeople);
	});
	const words = fact.values.is === 'quotation' ? `${fact.values.words} ${fact.values.about}` : '';
	return others
		.map((id) => speakerName(catalog, id))
		.filter((name) => !words.includes(name))
		.map((text) => ({ text, confusion: 'other-person' }));
}

function standingDraft(catalog: Catalog, fact: Fact): Draft[] {
	const { frame } = catalog.knowledge;
	if (fact.gist === undefined || !frame || !isStanding(fact.modality)) return [];
	const standing = fact.modality;
	const source = fact.evidence[0]?.source;
	if (source === undefined) return [];
	const { label } = catalog.source(source);
	const others = (['agreed', 'announced', 'claimed', 'not-agreed'] as const).filter((s) => s !== standing);
	return [
		draft(catalog, fact, {
			slot: 'standing',
			question: `Writing on ${frame.occasion}, how did ${label} present the following: ${fact.gist}?`,
			key: STANDINGS[standing],
			type: 'term',
			cloze: {
				before: `Writing on ${frame.occasion}, ${label} presented the following `,
				after: `: ${fact.gist}.`
			},
			candidates: others.map((s) => ({
				text: STANDINGS[s],
				confusion: s === 'not-agreed' ? 'not-agreed' : 'one-side-only'
			})),
			typed: false
		})
	];
}
