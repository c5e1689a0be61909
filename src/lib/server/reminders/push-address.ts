import { failure, type Failure } from '#lib/domain/errors.ts';
import {
	isPublicAddress,
	parseUrl,
	pinAddress,
	resolveHost,
	type Address,
	type Resolve
} from '#lib/server/articles/import/guard-address.ts';

/** For tests, whose push service is on this machine: production passes none of it. */
export interface PushGuard {
	resolve?: Resolve;
	isPublic?: (address: string) => boolean;
	ports?: readonly string[];
}

/** Push services stand on the port of https. */
const PORTS = ['', '443'];

/**
 * The address of a browser's push service as far as its words tell: the browser gives it, so anybody may give any. Only
 * https to a public host passes.
 */
export function pushUrl(
	endpoint: string,
	{ isPublic = isPublicAddress, ports = PORTS }: PushGuard = {}
): URL | Failure {
	const url = parseUrl(endpoint, isPublic, ports);
	return typeof url === 'string' || url.protocol !== 'https:' ? failure('push_refused') : url;
}

/**
 * The one public address that a push service's connection is bound to.
 * @returns `push_refused` where any of its addresses is not public, or it has none
 */
export async function pinPush(
	url: URL,
	{ resolve = resolveHost, isPublic = isPublicAddress }: PushGuard = {}
): Promise<Address | Failure> {
	const pinned = await pinAddress(url.hostname, resolve, isPublic);
	return typeof pinned === 'string' ? failure('push_refused') : pinned;
}
