/** An instant on the reader's own clock: "Mon 7 Dec 2026, 14:05". */
export function dateTime(at: Date, timeZone: string): string {
	return new Intl.DateTimeFormat('en-GB', {
		weekday: 'short',
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		timeZone
	}).format(at);
}

/** "45 minutes", "1 hour 30 minutes", "90 seconds". */
export function durationText(seconds: number): string {
	if (seconds < 120) return `${seconds} seconds`;
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.round((seconds % 3600) / 60)];
	const parts = [
		hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '',
		minutes > 0 ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : ''
	];
	return parts.filter((part) => part !== '').join(' ');
}
