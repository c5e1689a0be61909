import { m } from '#lib/paraglide/messages.js';
import { momentText } from '../tongue/format.ts';

/** An instant on the reader's own clock: "Mon, 7 Dec 2026, 14:05". */
export function dateTime(at: Date, timeZone: string): string {
	return momentText(at, {
		weekday: 'short',
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
		timeZone
	});
}

/** "45 minutes", "1 hour 30 minutes", "90 seconds". */
export function durationText(seconds: number): string {
	if (seconds < 120) return m.results_seconds({ count: seconds });
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.round((seconds % 3600) / 60)];
	const parts = [
		hours > 0 ? m.results_hours({ count: hours }) : '',
		minutes > 0 ? m.results_minutes({ count: minutes }) : ''
	];
	return parts.filter((part) => part !== '').join(' ');
}
