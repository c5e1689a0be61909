import { DEVICE_CHANNEL } from './status-types.ts';

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(DEVICE_CHANNEL);

/** Tells every page that the device stands otherwise now. */
export const changed = (): void => channel?.postMessage('changed');
