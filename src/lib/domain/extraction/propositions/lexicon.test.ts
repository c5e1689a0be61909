import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TOPICS } from '../../facts/vocabulary.ts';
import { compileTopics, topicsSchema } from '../lexicon/topics.ts';
import { compilePropositions, hedgesSchema, triggersSchema } from '../lexicon/triggers.ts';
import { topicsOf, propositionsIn } from './fixtures.ts';

const yaml = (file: string): unknown => parse(readFileSync(`seeds/lexicon/${file}.yaml`, 'utf8'));
const triggers = v.parse(triggersSchema, yaml('triggers'));
const hedges = v.parse(hedgesSchema, yaml('hedges'));
const topics = v.parse(topicsSchema, yaml('topics'));
const compiled = compileTopics(topics);
const lexicon = compilePropositions(triggers, hedges, compiled);

const denialOf = ({ denies, act }: { denies: boolean; act?: string }) =>
	denies || act === 'non-agreement' ? 'negated' : 'affirmed';

describe('the lexicon of triggers', () => {
	it('has at least 150 entries, each with an id of its own', () => {
		expect(triggers.triggers.length).toBeGreaterThanOrEqual(150);
		expect(new Set(triggers.triggers.map(({ id }) => id)).size).toBe(triggers.triggers.length);
	});

	it.each(triggers.triggers)('$id: $test', (entry) => {
		const found = propositionsIn(entry.test, lexicon).find((one) => one.triggerId === entry.id);
		const polarity = entry.polarity ?? (entry.hedges ? 'hedged' : undefined) ?? denialOf(entry);
		expect(found).toMatchObject({ act: entry.act, stance: entry.stance, polarity });
		if (entry.content !== undefined) expect(found?.words).toBe(entry.content);
	});
});

describe('the lexicon of hedges', () => {
	it.each(hedges.hedges)('$id: $test', (entry) => {
		const found = propositionsIn(entry.test, lexicon);
		if (entry.polarity === 'none') expect(found).toEqual([]);
		else expect(found.map(({ polarity }) => polarity)).toContain(entry.polarity);
		if (entry.polarity === 'affirmed') return;
		expect(found.filter((one) => one.polarity === 'affirmed' && one.act !== 'position')).toEqual([]);
	});
});

describe('the lexicon of topics', () => {
	it('has the topics of the shipped bank', () => {
		expect(topics.topics.map(({ id }) => id)).toEqual(expect.arrayContaining([...TOPICS]));
	});

	it.each(topics.topics)('$id: $test', ({ id, test }) => {
		expect(topicsOf(test, compiled).of({ start: 0, end: test.length }, undefined)).toEqual({ topic: id, words: null });
	});

	it('takes the section for what has no words of a topic, and the key phrase for what has no section', () => {
		const text = 'such actions aim to slow the country down';
		const span = { start: 0, end: text.length };
		expect(topicsOf(text, compiled).of(span, 'Taiwan issue')).toEqual({ topic: 'taiwan', words: null });
		expect(topicsOf(text, compiled).of(span, undefined)).toEqual({ topic: 'other', words: 'actions aim' });
	});
});
