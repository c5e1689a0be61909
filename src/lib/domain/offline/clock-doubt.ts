import { PACK_DAYS } from './pack-schema.ts';

/**
 * Why a device's clock is not to be believed. `off`: the server's was another when it was last heard. `back`: it was set
 * back since. `long`: the server was not heard for longer than a pack holds, or the clock was set forward.
 */
export type ClockDoubt = 'off' | 'back' | 'long';

/** What is less may be a wrong minute; nobody is told of that. */
const FAR_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Whether a device's clock is far from the truth, as far as the device can tell by itself.
 * @param ahead how far the server's clock was ahead of the device's when it was last heard, in milliseconds
 * @param heard what the server's clock said then; ISO instant, null where it was never heard
 * @param now by the device's clock
 */
export function clockDoubt(
	{ ahead, heard }: { ahead: number; heard: string | null },
	now: Date
): ClockDoubt | undefined {
	if (heard === null) return undefined;
	if (Math.abs(ahead) >= FAR_MS) return 'off';
	const since = now.getTime() + ahead - Date.parse(heard);
	if (since <= -FAR_MS) return 'back';
	return since > PACK_DAYS * DAY_MS ? 'long' : undefined;
}
