import type { Fact } from '../facts/fact-schema.ts';
import type { Knowledge } from '../facts/knowledge.ts';
import { capitalise } from '../text.ts';
import { makeCatalog, type Catalog } from './catalog.ts';
import type { Draft } from './draft.ts';
import { citationsOf, contestedOf, corroborationOf } from './evidence.ts';
import { formsOf } from './forms.ts';
import { draftsFromAsks } from './from-asks.ts';
import { draftsFromAttribution } from './from-attribution.ts';
import { draftFromMention } from './from-mentions.ts';
import { draftsFromOffices } from './from-offices.ts';
import { draftFromSet } from './from-sets.ts';
import { introductionOrder } from './introduction.ts';
import { withoutBanned } from './rulings.ts';
import { sideOf } from './sides.ts';
import type { Item } from './types.ts';
import { withVersion } from './version.ts';

/**
 * Makes every item of a bank from its facts. The same knowledge gives the same items, and an item's id depends only
 * on the fact (or set) and the slot that it asks, so that an edit keeps every learner's memory.
 * @returns the items in the order in which new ones are introduced: important first, topics taking turns
 */
export function generateItems(knowledge: Knowledge): Item[] {
	const catalog = makeCatalog(knowledge);
	const drafts = [
		...knowledge.facts.flatMap((fact) => draftsOfFact(catalog, fact)),
		...knowledge.mentions.map((mention) => draftFromMention(catalog, mention)),
		...knowledge.sets.map((set) => draftFromSet(catalog, set))
	];
	return introductionOrder(drafts.map((draft) => toItem(catalog, withoutBanned(catalog, draft))));
}

function draftsOfFact(catalog: Catalog, fact: Fact): Draft[] {
	if (fact.avoid !== undefined) return [];
	return [
		...draftsFromAsks(catalog, fact),
		...draftsFromAttribution(catalog, fact),
		...draftsFromOffices(catalog, fact)
	];
}

function toItem(catalog: Catalog, draft: Draft): Item {
	const [main] = draft.facts;
	if (!main) throw new Error(`${draft.id} stands on no fact`);
	const content: Omit<Item, 'version'> = {
		id: draft.id,
		facts: draft.facts.map((fact) => fact.id),
		families: familiesOf(catalog, draft),
		origin: draft.origin,
		topic: draft.topic,
		kind: main.kind,
		importance: draft.importance,
		modality: main.modality,
		side: sideOf(catalog, main),
		relation: draft.relation,
		question: draft.question,
		key: capitalise(draft.key),
		feedback: draft.feedback,
		citations: citationsOf(catalog, draft.facts),
		corroboration: corroborationOf(catalog, main),
		contested: contestedOf(catalog, draft.facts),
		forms: formsOf(draft)
	};
	return withVersion(content);
}

/** A set meets the items of each of its facts; an item of one fact meets those of related facts too. */
function familiesOf(catalog: Catalog, draft: Draft): string[] {
	return draft.facts.length === 1
		? draft.facts.flatMap((fact) => catalog.families(fact.id))
		: draft.facts.map((fact) => fact.id);
}
