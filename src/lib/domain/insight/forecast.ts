import { addDays, daysBetween } from '../scheduling/clock.ts';

export interface Forecast {
	/** Cards that fell due before today. */
	backlog: number;
	/** Cards that fall due on each day, the first being today; the backlog is none of them. */
	days: { day: string; count: number }[];
	/** Cards that fall due after that. */
	later: number;
}

/**
 * When cards come back, if nothing is answered meanwhile.
 * @param dueDays the learner's own day on which each card falls due
 * @param length how many days are looked ahead, today being the first
 */
export function forecast(dueDays: readonly string[], today: string, length: number): Forecast {
	const days = Array.from({ length }, (_, ahead) => ({ day: addDays(today, ahead), count: 0 }));
	const found = { backlog: 0, later: 0 };
	for (const due of dueDays) {
		const ahead = daysBetween(today, due);
		const entry = days[ahead];
		if (ahead < 0) found.backlog++;
		else if (entry) entry.count++;
		else found.later++;
	}
	return { ...found, days };
}
