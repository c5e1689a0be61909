import { Agent, request } from 'undici';
import webPush from 'web-push';
import type { PushKeys } from '#lib/server/env.ts';
import type { Address } from '#lib/server/articles/import/guard-address.ts';
import { pinPush, pushUrl, type PushGuard } from './push-address.ts';

/** A browser that asked to be reminded, as its push service knows it. */
export interface PushTarget {
	endpoint: string;
	keys: { p256dh: string; auth: string };
}

/** What became of a message: taken; the browser has withdrawn and is not asked again; or not delivered this time. */
export type PushResult = 'sent' | 'gone' | 'failed';

export type PushSender = (target: PushTarget, payload: string) => Promise<PushResult>;

const TIMEOUT_MS = 10_000;
/** A reminder that cannot be delivered within these seconds is of no use any more. */
const TTL_SECONDS = 4 * 60 * 60;

/** For tests: which addresses pass, and whose certificates count. */
interface SenderOptions extends PushGuard {
	ca?: string;
}

function agentFor({ address, family }: Address, ca: string | undefined): Agent {
	return new Agent({
		connections: 1,
		connect: {
			ca,
			lookup: (_host, options, callback) => {
				if (options.all) callback(null, [{ address, family }]);
				else callback(null, address, family);
			}
		}
	});
}

/**
 * What sends messages to browsers (RFC 8030), encrypted for each (RFC 8291) and signed by this server (RFC 8292). The
 * connection goes to the address that was checked, and redirects are not followed.
 */
export function pushSender({ publicKey, privateKey, subject }: PushKeys, options: SenderOptions = {}): PushSender {
	const vapidDetails = { subject, publicKey, privateKey };
	return async (target, payload) => {
		const url = pushUrl(target.endpoint, options);
		if ('code' in url) return 'gone';
		const pinned = await pinPush(url, options);
		if ('code' in pinned) return 'failed';
		const details = webPush.generateRequestDetails(target, payload, { vapidDetails, TTL: TTL_SECONDS });
		const dispatcher = agentFor(pinned, options.ca);
		try {
			const { statusCode, body } = await request(url, {
				...{ dispatcher, method: 'POST', body: details.body ?? undefined },
				headers: Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)])),
				signal: AbortSignal.timeout(TIMEOUT_MS)
			});
			await body.dump();
			if (statusCode === 404 || statusCode === 410) return 'gone';
			return statusCode >= 200 && statusCode < 300 ? 'sent' : 'failed';
		} catch (error) {
			if (error instanceof Error) return 'failed';
			throw error;
		} finally {
			await dispatcher.destroy();
		}
	};
}
