import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import type { UrlCode } from './codes.ts';

export interface Address {
	address: string;
	family: 4 | 6;
}

/** All addresses of a host; rejects where it has none. */
export type Resolve = (host: string) => Promise<Address[]>;

/** Parts of the network that the library counts as public and that are none: documentation, benchmarks, translation. */
const CLOSED = [
	'192.0.0.0/24',
	'192.88.99.0/24',
	'198.18.0.0/15',
	'198.51.100.0/24',
	'203.0.113.0/24',
	'::/96',
	'64:ff9b::/96',
	'64:ff9b:1::/48',
	'100::/64',
	'2001::/23',
	'2001:db8::/32',
	'2002::/16',
	'3fff::/20',
	'5f00::/16',
	'fec0::/10'
].map((range) => ipaddr.parseCIDR(range));

/**
 * Whether an address is one of the public internet: no private, loopback, link-local, shared, multicast, reserved or
 * translated one, and no IPv4 address inside of an IPv6 one.
 */
export function isPublicAddress(address: string): boolean {
	if (!ipaddr.isValid(address)) return false;
	const parsed = ipaddr.parse(address);
	if (parsed.range() !== 'unicast') return false;
	return !CLOSED.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match([range, bits]));
}

const PORTS: readonly string[] = ['', '80', '443'];
/** Names that never stand for a host of the public web. */
const INNER =
	/(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa|localdomain|onion|test|invalid|example)\.?$/i;
const LONGEST_URL = 2000;

/**
 * Parses an address that may be fetched as far as its words tell; the parser turns decimal, hexadecimal and octal hosts
 * into plain ones.
 * @param isPublic tells which addresses are public
 */
export function parseUrl(url: string, isPublic: (address: string) => boolean, ports = PORTS): URL | UrlCode {
	if (url.length > LONGEST_URL || !URL.canParse(url)) return 'url_invalid';
	const parsed = new URL(url);
	if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return 'url_invalid';
	if (parsed.username !== '' || parsed.password !== '') return 'url_forbidden';
	if (!ports.includes(parsed.port)) return 'url_forbidden';
	const host = parsed.hostname.replace(/^\[|\]$/g, '');
	if (ipaddr.isValid(host)) return isPublic(host) ? parsed : 'url_forbidden';
	return INNER.test(host) || !host.includes('.') ? 'url_forbidden' : parsed;
}

/** The system's resolver. */
export const resolveHost: Resolve = async (host) => {
	const found = await lookup(host, { all: true, verbatim: true });
	return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/**
 * The one address that a host's connection is bound to.
 * @returns url_forbidden where any of its addresses is not public, url_unreachable where it has none
 */
export async function pinAddress(
	host: string,
	resolve: Resolve,
	isPublic: (address: string) => boolean
): Promise<Address | UrlCode> {
	const bare = host.replace(/^\[|\]$/g, '');
	if (ipaddr.isValid(bare)) return { address: bare, family: bare.includes(':') ? 6 : 4 };
	try {
		const found = await resolve(bare);
		const [first] = found;
		if (first === undefined) return 'url_unreachable';
		return found.every(({ address }) => isPublic(address)) ? first : 'url_forbidden';
	} catch (error) {
		if (error instanceof Error) return 'url_unreachable';
		throw error;
	}
}
