import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { hash } from '../hash.ts';
import type { Rating } from './card.ts';
import { DEFAULT_PARAMETERS, intervalFor, nextMemory, type Memory } from './fsrs.ts';

type Binding = typeof import('@open-spaced-repetition/binding');
type Random = () => number;

/** Another implementation of FSRS-6, in Rust and single precision; it is not made for every platform. */
function loadBinding(): Binding | undefined {
	try {
		return createRequire(import.meta.url)('@open-spaced-repetition/binding') as Binding;
	} catch {
		return undefined;
	}
}
const binding = loadBinding();

const LONGEST = 36500;
/** What each weight may be (fsrs-rs, parameter_clipper.rs). */
const LEAST = [0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0];
const MOST = [100, 100, 100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8];
const BOUNDS = MOST.map((most, index) => ({ least: [...LEAST, 0.01, 0.1][index]!, most }));

const likeTheDefaults = (random: Random) =>
	BOUNDS.map(({ least, most }, index) =>
		Math.min(most, Math.max(least, DEFAULT_PARAMETERS[index]! * (0.7 + 0.6 * random())))
	);
const anyLegal = (random: Random) =>
	BOUNDS.map(({ least, most }, index) =>
		index < 4 ? least * (most / least) ** random() : least + random() * (most - least)
	);

interface Step {
	ours: Memory;
	stability: number;
	difficulty: number;
	interval: { ours: number; theirs: number };
}

/** Random sequences in both implementations, each going on from its own state. */
function compare({ FSRSBinding }: Binding, weightsOf: (random: Random) => number[], sequences: number): Step[] {
	let drawn = 0;
	const random = () => hash(`agreement/${drawn++}`) / 2 ** 53;
	return Array.from({ length: sequences }).flatMap(() => {
		const weights = weightsOf(random);
		const rust = new FSRSBinding(weights);
		const retention = 0.7 + random() * 0.29;
		let ours: Memory | null = null;
		let theirs: Parameters<typeof rust.nextStates>[0] = null;
		return Array.from({ length: 4 + Math.floor(random() * 25) }, () => {
			const rating = (1 + Math.floor(random() * 4)) as Rating;
			const days = ours === null || random() < 0.25 ? 0 : Math.floor(Math.exp(random() * 6));
			const states = rust.nextStates(theirs, retention, days);
			const { memory, interval } = [states.again, states.hard, states.good, states.easy][rating - 1]!;
			theirs = memory;
			ours = nextMemory(ours, days, rating, weights);
			const { stability, difficulty } = memory;
			const whole = Math.min(LONGEST, Math.max(1, Math.round(interval)));
			const own = Math.min(LONGEST, intervalFor(ours.stability, retention, weights));
			return { ours, stability, difficulty, interval: { ours: own, theirs: whole } };
		});
	});
}

const apart = ({ ours, stability }: Step) => Math.abs(ours.stability - stability) / stability;
const most = (steps: readonly Step[], of: (step: Step) => number) =>
	steps.reduce((sum, step) => Math.max(sum, of(step)), 0);
const share = (steps: readonly Step[], of: (step: Step) => boolean) => steps.filter(of).length / steps.length;
const differs = ({ interval }: Step) => interval.ours !== interval.theirs;

describe.runIf(binding)('10,000 random sequences beside the scheduler in Rust', () => {
	it.each([
		['the default weights', () => [...DEFAULT_PARAMETERS]],
		['weights as the optimiser finds them', likeTheDefaults]
	] as const)('give the same with %s', (_, weightsOf) => {
		const steps = compare(binding!, weightsOf, 10_000);
		expect(steps.length).toBeGreaterThan(150_000);
		expect(most(steps, apart)).toBeLessThan(1e-4);
		expect(most(steps, ({ ours, difficulty }) => Math.abs(ours.difficulty - difficulty))).toBeLessThan(1e-4);
		expect(share(steps, differs)).toBeLessThan(0.0005);
	});

	it('give the same with any legal weights, first stabilities from 0.001 day, but for single precision', () => {
		const steps = compare(binding!, anyLegal, 10_000);
		expect(steps.filter(({ ours }) => ours.stability < 0.1).length).toBeGreaterThan(8000);
		expect(share(steps, (step) => apart(step) > 1e-4)).toBeLessThan(0.001);
		expect(most(steps, apart)).toBeLessThan(1e-3);
		// A single float knows days only up to an interval of some years.
		const within = steps.filter(({ interval }) => interval.theirs <= 365);
		expect(within.length).toBeGreaterThan(50_000);
		expect(share(within, differs)).toBeLessThan(0.0005);
	});
});

interface Vectors {
	sequences: { parameters: number[] | null; retention: number; reviews: [number, Rating, number, number, number][] }[];
}

describe('200 sequences recorded from the scheduler in Rust', () => {
	const { sequences } = JSON.parse(readFileSync('tests/vectors/fsrs-6.json', 'utf8')) as Vectors;

	it('come out the same, some with a first stability that the library would raise', () => {
		expect(sequences.length).toBe(200);
		const low = sequences.filter(({ parameters, reviews }) => reviews[0]![2] < 0.1 && parameters);
		expect(low.length).toBeGreaterThan(5);
		for (const { parameters, retention, reviews } of sequences) {
			let memory: Memory | null = null;
			for (const [days, rating, stability, difficulty, interval] of reviews) {
				memory = nextMemory(memory, days, rating, parameters ?? undefined);
				expect(Math.abs(memory.stability - stability) / stability).toBeLessThan(1e-4);
				expect(Math.abs(memory.difficulty - difficulty)).toBeLessThan(1e-4);
				const own = intervalFor(memory.stability, retention, parameters ?? undefined);
				expect(Math.abs(own - Math.max(1, interval))).toBeLessThanOrEqual(0.5 + interval * 1e-4);
			}
		}
	});
});
