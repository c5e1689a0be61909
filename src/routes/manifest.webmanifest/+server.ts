import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/tongue/locale.ts';
import type { RequestHandler } from './$types';

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
	src: `/icons/${name}-${size}.png`,
	sizes: `${size}x${size}`,
	type: 'image/png',
	purpose
});

/** What a home screen needs to hold Readout; in the language of whoever asks. */
export const GET: RequestHandler = () => {
	const lang = getLocale();
	const small = [icon('icon', 192, 'any')];
	const manifest = {
		id: '/',
		name: 'Readout',
		short_name: 'Readout',
		description: m.phone_install_description(),
		...{ lang, dir: 'ltr' },
		start_url: '/review',
		scope: '/',
		display: 'standalone',
		background_color: '#eef1ee',
		theme_color: '#eef1ee',
		categories: ['education', 'news'],
		icons: [
			{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
			...[icon('icon', 192, 'any'), icon('icon', 512, 'any')],
			...[icon('maskable', 192, 'maskable'), icon('maskable', 512, 'maskable')]
		],
		shortcuts: [
			{ name: m.phone_review_now(), url: '/review', icons: small },
			{ name: m.phone_shortcut_due(), url: '/review?deck=due', icons: small }
		]
	};
	const headers = {
		'content-type': 'application/manifest+json',
		'cache-control': 'private, max-age=3600',
		vary: 'accept-language, cookie'
	};
	return new Response(JSON.stringify(manifest), { headers });
};
