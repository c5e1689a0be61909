import { timeText } from '../tongue/format.ts';

/** An hour of the day as a clock says it: "18:00". */
export function hourText(hour: number): string {
	return timeText(new Date(Date.UTC(2000, 0, 1, hour)), 'UTC');
}
