/** Starts a guest on a server. @returns her session, as a request's cookie header @throws where the server refuses */
export async function startGuest(origin: string): Promise<string> {
	const response = await fetch(`${origin}/api/guest`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin },
		body: JSON.stringify({ timeZone: 'UTC' })
	});
	const cookie = response.headers.get('set-cookie')?.split(';')[0];
	if (!response.ok || cookie === undefined) throw new Error(`no guest: ${response.status} ${await response.text()}`);
	return cookie;
}
