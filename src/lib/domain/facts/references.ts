import type { Knowledge } from './knowledge.ts';

/** A name that points nowhere, or that stands twice. `where` is "fact:ID", "set:ID", …. */
export interface ReferenceFault {
	where: string;
	field: string;
	message: string;
}

/** Finds ids used twice and references to facts, people, places, organisations and sources that do not exist. */
export function findReferenceFaults(knowledge: Knowledge): ReferenceFault[] {
	const faults: ReferenceFault[] = [];
	const ids = (entries: { id: string }[]) => new Set(entries.map((entry) => entry.id));
	const known = {
		fact: ids(knowledge.facts),
		person: ids(knowledge.people),
		organisation: ids(knowledge.organisations),
		place: ids(knowledge.places),
		source: ids(knowledge.sources),
		mention: ids(knowledge.mentions)
	};
	const need = (where: string, field: string, id: string | undefined, ...kinds: (keyof typeof known)[]) => {
		if (id === undefined || kinds.some((kind) => known[kind].has(id))) return;
		faults.push({ where, field, message: `no ${kinds.join(' or ')} has the id "${id}"` });
	};
	const twice = (name: string, entries: { id: string }[]) => {
		const seen = new Set<string>();
		for (const { id } of entries) {
			if (seen.has(id)) faults.push({ where: `${name}:${id}`, field: 'id', message: `the id "${id}" stands twice` });
			seen.add(id);
		}
	};
	twice('fact', knowledge.facts);
	twice('person', knowledge.people);
	twice('organisation', knowledge.organisations);
	twice('place', knowledge.places);
	twice('source', knowledge.sources);
	twice('mention', knowledge.mentions);
	twice('ruling', knowledge.rulings);
	twice('set', knowledge.sets);

	const paragraphs = new Map(knowledge.sources.map((source) => [source.id, source.paragraphs]));
	const place = (where: string, field: string, source: string, paragraph: number) => {
		need(where, field, source, 'source');
		const count = paragraphs.get(source);
		if (count !== undefined && (paragraph < 1 || paragraph > count)) {
			faults.push({ where, field, message: `${source} has paragraphs 1 to ${count}, not ${paragraph}` });
		}
	};

	for (const fact of knowledge.facts) {
		const where = `fact:${fact.id}`;
		if (fact.holder && !['us', 'china', 'both'].includes(fact.holder))
			need(where, 'holder', fact.holder, 'person', 'organisation');
		for (const [index, e] of fact.evidence.entries()) place(where, `evidence[${index}]`, e.source, e.paragraph);
		for (const [index, e] of fact.contra.entries()) place(where, `contra[${index}]`, e.source, e.paragraph);
		for (const id of fact.related) need(where, 'related', id, 'fact');
		const { values } = fact;
		if (values.is === 'place') need(where, 'values.place', values.place, 'place');
		if (values.is === 'participant') for (const id of values.people) need(where, 'values.people', id, 'person');
		if (values.is === 'organisation') need(where, 'values.organisation', values.organisation, 'organisation');
		if (values.is === 'quotation') need(where, 'values.speaker', values.speaker, 'person', 'organisation');
		twice(
			`fact:${fact.id} ask`,
			fact.asks.map((ask) => ({ id: ask.slot }))
		);
		for (const ask of fact.asks) {
			const field = `asks.${ask.slot}`;
			if (ask.type === 'person' && typeof ask.value === 'string') need(where, `${field}.value`, ask.value, 'person');
			if (ask.type === 'place' && typeof ask.value === 'string') need(where, `${field}.value`, ask.value, 'place');
			if (ask.type === 'organisation' && typeof ask.value === 'string')
				need(where, `${field}.value`, ask.value, 'organisation');
			if (ask.type === 'date' && typeof ask.value !== 'string')
				faults.push({ where, field: `${field}.value`, message: 'a date needs its ISO value in quotes' });
			if (ask.type === 'number' && typeof ask.value !== 'number')
				faults.push({ where, field: `${field}.value`, message: 'a number needs its plain value' });
			need(where, `${field}.namesSource`, ask.namesSource, 'source');
		}
	}
	for (const mention of knowledge.mentions) {
		const where = `mention:${mention.id}`;
		for (const id of mention.sources) need(where, 'sources', id, 'source');
		for (const id of mention.facts) need(where, 'facts', id, 'fact');
	}
	for (const set of knowledge.sets) {
		const where = `set:${set.id}`;
		if (set.form === 'paired') {
			need(where, 'given', set.given, 'fact');
			need(where, 'asked', set.asked, 'fact');
			for (const d of set.distractors) need(where, 'distractors', d.fact, 'fact');
		} else {
			const entries = set.form === 'match' ? set.pairs : set.form === 'multiple-response' ? set.options : set.entries;
			for (const entry of entries) need(where, 'entries', entry.fact, 'fact');
			if (set.form === 'sort') {
				for (const entry of set.entries) {
					if (!set.bins.includes(entry.bin))
						faults.push({ where, field: 'entries', message: `"${entry.bin}" is none of the bins` });
				}
			}
		}
	}
	for (const ruling of knowledge.rulings) {
		const where = `ruling:${ruling.id}`;
		for (const id of ruling.facts) need(where, 'facts', id, 'fact');
		for (const reading of ruling.readings)
			for (const p of reading.paragraphs) place(where, 'readings', reading.source, p);
		for (const check of ruling.checks) {
			if ('fact' in check) need(where, `checks.${check.rule}`, check.fact, 'fact');
			if ('facts' in check) for (const id of check.facts) need(where, `checks.${check.rule}`, id, 'fact');
			if ('mention' in check) need(where, `checks.${check.rule}`, check.mention, 'mention');
			if ('source' in check) place(where, `checks.${check.rule}`, check.source, check.paragraph);
		}
	}
	return faults;
}
