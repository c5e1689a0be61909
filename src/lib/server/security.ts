const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that changes something comes from another site. The framework checks forms alone; this covers JSON
 * too: the browser's own word (Sec-Fetch-Site) first, and where it gives none, the Origin it sends.
 */
export function isCrossSite(request: Request, url: URL): boolean {
	if (SAFE_METHODS.includes(request.method)) return false;
	const site = request.headers.get('sec-fetch-site');
	if (site !== null) return site !== 'same-origin' && site !== 'none';
	const origin = request.headers.get('origin');
	return origin === null || origin !== url.origin;
}

/** What most requests may carry, in bytes; the server itself takes as much as the largest file. */
const MOST_BODY = 512 * 1024;
/** Pages whose forms bring files. */
const FILE_ROUTES = ['/workspaces/[workspace]/articles/new', '/workspaces/[workspace]/sources'];

/** Whether a request says that it brings more than its route has a use for. */
export function isOversized(request: Request, routeId: string | null): boolean {
	if (routeId !== null && FILE_ROUTES.includes(routeId)) return false;
	// Without a length said beforehand, only the server's own limit would count.
	if (request.headers.has('transfer-encoding')) return true;
	return Number(request.headers.get('content-length') ?? 0) > MOST_BODY;
}

/** Headers that every answer carries; pages are private to their learner and never kept by a cache. */
export function withSecurityHeaders(response: Response, url: URL): Response {
	const { headers } = response;
	headers.set('x-content-type-options', 'nosniff');
	headers.set('referrer-policy', 'same-origin');
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('cross-origin-resource-policy', 'same-origin');
	headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
	headers.set('x-frame-options', 'DENY');
	if (url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
	if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
	return response;
}
