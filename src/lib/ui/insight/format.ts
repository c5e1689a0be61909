import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/tongue/locale.ts';
import { momentText, numberText } from '../tongue/format.ts';

/** A share, 0 to 1, as pages show it: "72.5 %"; a dash where there is none. */
export function percent(share: number | null): string {
	if (share === null) return '–';
	const figure = numberText(share * 100, { maximumFractionDigits: 1 });
	return getLocale() === 'en' ? `${figure} %` : `${figure}%`;
}

/** A length of time: "40 s", "12 min", "3 h 5 min". */
export function lengthText(milliseconds: number): string {
	if (milliseconds < 60_000) return m.insight_seconds({ count: numberText(Math.round(milliseconds / 1000)) });
	const minutes = Math.round(milliseconds / 60_000);
	if (minutes < 60) return m.insight_minutes({ count: minutes });
	return m.insight_hours_minutes({ hours: numberText(Math.floor(minutes / 60)), minutes: minutes % 60 });
}

/** Days, whole or with one decimal. */
export function daysText(days: number): string {
	return numberText(days, { maximumFractionDigits: days < 10 ? 1 : 0 });
}

/** An hour of the day: "08:00". */
export function hourText(hour: number): string {
	return `${String(hour).padStart(2, '0')}:00`;
}

/** A weekday, short, 0 for Monday: "Mon"; "周一". */
export function weekdayName(index: number): string {
	// 1 January 2024 was a Monday.
	return momentText(new Date(Date.UTC(2024, 0, 1 + index, 12)), { weekday: 'short', timeZone: 'UTC' });
}

/** A month, short: "Nov"; "11月". */
export function monthName(day: string): string {
	return momentText(new Date(`${day}T12:00:00Z`), { month: 'short', timeZone: 'UTC' });
}
