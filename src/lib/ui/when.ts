import { m } from '#lib/paraglide/messages.js';
import { longWeekday, timeText } from './tongue/format.ts';

/** A moment to come, in words of the learner's own clock: "in 12 minutes", "at 18:40", "tomorrow", "on Friday 3 May". */
export function whenText(iso: string, now: Date, timeZone: string): string {
	const at = new Date(iso);
	const minutes = Math.max(1, Math.round((at.getTime() - now.getTime()) / 60_000));
	if (minutes < 60) return m.common_in_minutes({ count: minutes });
	const days = Math.round((Date.parse(dayIn(at, timeZone)) - Date.parse(dayIn(now, timeZone))) / 86_400_000);
	if (days <= 0) return m.common_at_time({ time: timeText(at, timeZone) });
	return dayText(dayIn(at, timeZone), days);
}

/** A day that lies some days ahead. */
export function dayText(day: string, ahead: number): string {
	return ahead === 1 ? m.common_tomorrow() : m.common_on_day({ day: longWeekday(day) });
}

/** Whether a moment lies on the learner's calendar day of another. */
export function sameDay(iso: string, now: Date, timeZone: string): boolean {
	return dayIn(new Date(iso), timeZone) === dayIn(now, timeZone);
}

function dayIn(at: Date, timeZone: string): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
