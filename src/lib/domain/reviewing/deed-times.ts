/** What a device says of its clock when it sends what was done. */
export interface ClockWord {
	/** The device's clock as it sends. */
	now: string;
	/** The server's clock as the device had last heard it before the first of the deeds; null where it had not. */
	heard: string | null;
}

/**
 * When the deeds of one request were done, by the server's clock.
 *
 * A device's clock is off by the difference between its own time of sending and the server's of receiving, and so are
 * the times of its deeds. None is later than the server's clock; none is later than a deed that was done after it, for
 * the clock that sends is that of the last deed, and a clock that was moved in between was wrong before; none is earlier
 * than what the device had heard of the server before, or than the learner. The order is that of her hands.
 * @param ats the device's times of the deeds, in the order of her hands
 * @param now the server's clock
 * @param since no deed of hers can be earlier: when the learner came into being
 */
export function deedTimes(ats: readonly string[], word: ClockWord, now: Date, since: Date): Date[] {
	const latest = now.getTime();
	const error = latest - Date.parse(word.now);
	const heard = word.heard === null ? -Infinity : Math.min(latest, Date.parse(word.heard) + 1);
	// Room for all of them a millisecond apart, so that two deeds are never ordered by their ids.
	const earliest = Math.min(latest - ats.length, Math.max(since.getTime(), heard));
	const times: number[] = [];
	let next = latest + 1;
	for (const at of [...ats].reverse()) {
		next = Math.max(earliest, Math.min(Date.parse(at) + error, next - 1));
		times.push(next);
	}
	let last = earliest - 1;
	return times.reverse().map((time) => {
		last = Math.max(time, last + 1);
		return new Date(last);
	});
}
