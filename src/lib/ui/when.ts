/** A moment to come, in words of the learner's own clock: "in 12 minutes", "at 18:40", "tomorrow", "on Friday, 3 May". */
export function whenText(iso: string, now: Date, timeZone: string): string {
	const at = new Date(iso);
	const minutes = Math.max(1, Math.round((at.getTime() - now.getTime()) / 60_000));
	if (minutes < 60) return `in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
	const days = Math.round((Date.parse(dayIn(at, timeZone)) - Date.parse(dayIn(now, timeZone))) / 86_400_000);
	const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
	if (days <= 0) return `at ${time}`;
	return dayText(dayIn(at, timeZone), days);
}

/** A day that lies some days ahead. */
export function dayText(day: string, ahead: number): string {
	if (ahead === 1) return 'tomorrow';
	const format = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
	return `on ${format.format(new Date(`${day}T00:00:00Z`))}`;
}

function dayIn(at: Date, timeZone: string): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
