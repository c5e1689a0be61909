import { utcOffset } from '../scheduling/clock.ts';

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;

/**
 * A date and time as a browser's field has it, on the clock of a zone.
 * @param local "2026-11-23T14:05"; where the clock skips that time it is the one after the gap, where the clock repeats
 * it the first of the two
 * @returns undefined where the text is no date and time
 */
export function fromLocal(local: string, timeZone: string): Date | undefined {
	const parts = LOCAL.exec(local);
	if (!parts) return undefined;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
	const wanted = Date.UTC(year, month - 1, day, hour, minute);
	if (new Date(wanted).toISOString().slice(0, 10) !== local.slice(0, 10) || hour > 23 || minute > 59) return undefined;
	const DAY = 86_400_000;
	const offsets = [wanted - DAY, wanted + DAY].map((at) => utcOffset(timeZone, new Date(at)));
	const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
	const fitting = candidates.find((at) => at + utcOffset(timeZone, new Date(at)) === wanted);
	return new Date(fitting ?? Math.max(...candidates));
}

/** An instant as a browser's field shows it on the clock of a zone: "2026-11-23T14:05". */
export function toLocal(at: Date, timeZone: string): string {
	return new Date(at.getTime() + utcOffset(timeZone, at)).toISOString().slice(0, 16);
}
