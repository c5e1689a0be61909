import { simulate, type Plan, type Simulated, type Start } from './simulate.ts';

/** What a retention would cost and give. */
export interface WorkloadPoint {
	/** 0.70 to 0.99. */
	retention: number;
	/** Means over the simulated days. */
	minutesADay: number;
	answersADay: number;
	/** Items that would be recalled at the end. */
	known: number;
}

/** What a number of new items a day would cost and give. */
export interface PacePoint extends Omit<WorkloadPoint, 'retention'> {
	newPerDay: number;
	/** Items met by the end. */
	met: number;
}

export interface Workload {
	/** By retention, rising; the chosen one is among them. */
	points: WorkloadPoint[];
	chosen: WorkloadPoint;
	/** A hundredth more than the chosen one; null at the top. */
	onePointMore: WorkloadPoint | null;
	/** By new items a day, rising, at the chosen retention. */
	paces: PacePoint[];
	/** All items of the simulation, and how many are met by its end. */
	items: number;
	met: number;
	/** Cards that find no room on the last day, at the chosen retention. */
	left: number;
}

/** For so many days ahead a workload may be simulated. */
export const DAYS_AHEAD = [30, 90, 180, 365];

const LOWEST = 70;
const HIGHEST = 99;
/** The picture's points, in percent: closer where the curve is steep. */
const PERCENTS = [70, 72, 74, 76, 78, 80, 82, 84, 86, 88, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99];
const PACES = [5, 10, 15, 20, 30];
/** Of more items only every so many is simulated, with as much less room a day. */
const MOST_SIMULATED = 1500;
/** Fewer items are simulated several times, so that their luck evens out. */
const LEAST_SIMULATED = 500;
const MOST_TIMES = 4;

/**
 * The workload that each retention would bring, all with the same luck, so that only the retention differs.
 * @param plan its retention is the chosen one
 */
export function workload(start: Start, plan: Plan, seed: number): Workload {
	const run = (change: Partial<Plan>) => simulateMean(start, { ...plan, ...change }, seed);
	const chosen = Math.round(Math.min(HIGHEST, Math.max(LOWEST, plan.retention * 100)));
	const byPercent = new Map<number, Simulated>();
	for (const percent of [...new Set([...PERCENTS, chosen, Math.min(HIGHEST, chosen + 1)])].sort((a, b) => a - b))
		byPercent.set(percent, run({ retention: percent / 100 }));
	const points = [...byPercent].map(([percent, one]) => pointOf(percent, one));
	const at = (percent: number) => points.find(({ retention }) => retention === percent / 100);
	const now = byPercent.get(chosen) ?? run({ retention: chosen / 100 });
	const paces = [...new Set([...PACES, plan.newPerDay])].sort((a, b) => a - b);
	return {
		points,
		chosen: at(chosen) ?? pointOf(chosen, now),
		onePointMore: chosen === HIGHEST ? null : (at(chosen + 1) ?? null),
		paces: start.fresh === 0 ? [] : paces.map((newPerDay) => paceOf(newPerDay, run({ newPerDay }))),
		items: start.cards.length + start.fresh,
		met: Math.round(now.met),
		left: Math.round(now.left)
	};
}

function pointOf(percent: number, { minutesADay, answersADay, known }: Simulated): WorkloadPoint {
	return { retention: percent / 100, minutesADay, answersADay, known };
}

function paceOf(newPerDay: number, { minutesADay, answersADay, known, met }: Simulated): PacePoint {
	return { newPerDay, minutesADay, answersADay, known, met: Math.round(met) };
}

/**
 * A simulation of all items: of a part of them where they are many, of several courses where they are few.
 * @param seed as for `simulate`
 */
export function simulateMean(start: Start, plan: Plan, seed: number): Simulated {
	const items = Math.max(1, start.cards.length + start.fresh);
	const part = Math.ceil(items / MOST_SIMULATED);
	const times = Math.min(MOST_TIMES, Math.max(1, Math.floor(LEAST_SIMULATED / items)));
	const cards = start.cards.filter((_, index) => index % part === 0);
	const smaller: Start = { cards, fresh: Math.round(start.fresh / part) };
	const less: Plan = { ...plan, newPerDay: plan.newPerDay / part, reviewsPerDay: plan.reviewsPerDay / part };
	const courses = Array.from({ length: times }, (_, time) => simulate(smaller, less, seed + time));
	const mean = (of: (one: Simulated) => number) => (courses.reduce((sum, one) => sum + of(one), 0) / times) * part;
	return {
		minutesADay: mean(({ minutesADay }) => minutesADay),
		answersADay: mean(({ answersADay }) => answersADay),
		met: mean(({ met }) => met),
		known: mean(({ known }) => known),
		left: mean(({ left }) => left)
	};
}
