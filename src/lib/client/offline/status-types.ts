import type { ClockDoubt } from '#lib/domain/offline/clock-doubt.ts';
import type { Outbox } from '#lib/domain/offline/outbox.ts';

/** Where the worker tells how the device stands, and is told what to do. */
export const DEVICE_PATH = '/api/device';
/** On which it says that something has changed. */
export const DEVICE_CHANNEL = 'readout-device';

/** How a device stands, as pages show it. */
export interface DeviceStatus {
	ok: true;
	/** Whether it holds what a review needs. */
	ready: boolean;
	/** Its questions were withdrawn: a new quiz may hold them back. */
	recalled: boolean;
	/** Whose session it is; null for nobody's, nothing where the server has not said it yet. */
	owner?: string | null;
	/** Why its clock is not to be believed, where that can be told. */
	clock: ClockDoubt | null;
	/** Names what it asks from; null where it may ask nothing. */
	edition: string | null;
	/** Until when, ISO instant. */
	until: string | null;
	questions: number;
	/** Sources that the questions are from. */
	sources: number;
	account: boolean;
	decks: { name: string; label: string; by: string }[];
	waiting: number;
	/** Of what is kept of the last days. */
	sent: number;
	refused: { id: string; code: string; question: string; at: string }[];
	/** Answers of somebody else that wait on this device. */
	others: number;
	/** Why nothing is sent: no session, or another learner's. */
	stopped: Outbox['stopped'];
	retryAt: number;
	full: boolean;
}
