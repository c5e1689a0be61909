import ical from 'ical-generator';
import { addDays } from '#lib/domain/scheduling/clock.ts';
import type { Locale } from '#lib/domain/tongue.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CalendarEntry } from './calendar-days.ts';

const MOST_OCTETS = 75;
/** Characters that no calendar may hold, and that would only be sent to do harm; line breaks become spaces. */
const CONTROLS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

const plain = (name: string): string => name.replace(CONTROLS, ' ').trim();
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

function summaryOf(entry: CalendarEntry, locale: Locale): string {
	if (entry.kind === 'reviews') return m.time_calendar_reviews({ count: entry.count }, { locale });
	const name = plain(entry.name);
	if (entry.kind === 'deadline') return m.time_calendar_deadline({ name }, { locale });
	return entry.kind === 'quiz'
		? m.time_calendar_quiz({ name }, { locale })
		: m.time_calendar_study({ name }, { locale });
}

/** The same for one entry whenever it is asked, so that a calendar moves it instead of adding another. */
function uidOf(entry: CalendarEntry): string {
	return `${entry.kind}-${entry.kind === 'reviews' ? entry.day : entry.id}@readout`;
}

/**
 * A calendar (RFC 5545): days as all-day events, instants in UTC.
 * @param home where the reviews are: the server's own address
 */
export function calendarText(entries: readonly CalendarEntry[], locale: Locale, home: string, now: Date): string {
	const calendar = ical({
		name: 'Readout',
		prodId: { company: 'Readout', product: 'Reviews', language: 'EN' },
		ttl: 3600
	});
	for (const entry of entries) {
		const more = { id: uidOf(entry), summary: summaryOf(entry, locale), stamp: now, url: home };
		if ('at' in entry) calendar.createEvent({ ...more, start: entry.at });
		else
			calendar.createEvent({
				...more,
				start: midnight(entry.day),
				end: midnight(addDays(entry.day, 1)),
				allDay: true
			});
	}
	return fold(calendar.toString());
}

/** Folds lines at 75 octets (RFC 5545, 3.1): the library counts characters, of which a Chinese one has three. */
function fold(text: string): string {
	const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
	return lines.map(foldLine).join('\r\n') + (text.endsWith('\r\n') ? '' : '\r\n');
}

function foldLine(line: string): string {
	if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
	const parts: string[] = [];
	let part = '';
	for (const sign of line) {
		if (Buffer.byteLength(part) + Buffer.byteLength(sign) > MOST_OCTETS) {
			parts.push(part);
			part = ' ';
		}
		part += sign;
	}
	return [...parts, part].join('\r\n');
}
