import type { Rating } from '#lib/domain/scheduling/card.ts';
import { addDays } from '#lib/domain/scheduling/clock.ts';
import type { CountedReview } from '#lib/domain/scheduling/fit/history.ts';
import { BOUNDS } from '#lib/domain/scheduling/fit/parameters.ts';
import { drawer } from '#lib/domain/scheduling/fit/random.ts';
import { DEFAULT_PARAMETERS, intervalFor, nextMemory, recallAfter, type Memory } from '#lib/domain/scheduling/fsrs.ts';

export const FIRST_DAY = '2026-01-01';

/** The log of somebody whose memory follows `truth`, while her cards are scheduled by the defaults. */
export function logOf(truth: readonly number[], seed: number, cards: number, days: number): CountedReview[] {
	const log: (CountedReview & { at: number })[] = [];
	for (let card = 0; card < cards; card++) {
		const draw = drawer(seed, card);
		let day = Math.floor(draw() * days * 0.6);
		let last = day;
		let mind: Memory | null = null;
		let planned: Memory | null = null;
		const answer = (rating: Rating) => {
			log.push({ itemId: `i${card}`, rating, day: addDays(FIRST_DAY, day), begins: mind === null, at: day });
			mind = nextMemory(mind, day - last, rating, truth);
			planned = nextMemory(planned, day - last, rating);
			last = day;
			return planned;
		};
		const chance = () => (mind ? recallAfter(day - last, mind.stability, truth) : 0.7);
		while (day < days) {
			const recalled = draw() < chance();
			let after = answer(recalled ? (draw() < 0.15 ? 2 : draw() < 0.9 ? 3 : 4) : 1);
			if (!recalled) after = answer(3);
			day += intervalFor(after.stability, 0.9);
		}
	}
	return log.sort((a, b) => a.at - b.at);
}

/** Parameters away from the defaults by a factor of up to two and a half, within their bounds. */
export function otherTruth(seed: number): number[] {
	const draw = drawer(99, seed);
	return DEFAULT_PARAMETERS.map((value, index) => {
		const [least, most] = BOUNDS[index]!;
		return Math.min(most, Math.max(least, value * Math.exp((draw() * 2 - 1) * 0.9)));
	});
}
