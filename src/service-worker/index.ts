/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { files, version } from '$service-worker';
import { answerFor, onBackgroundSync } from '#lib/client/offline/worker.ts';
import { dropOthers, keepShell, type Shell } from '#lib/client/offline/shell.ts';
import { onClick, onPush } from './push.ts';

/** The service worker: it answers a review on the device itself, and opens without a network. */

declare const self: ServiceWorkerGlobalScope;

const shell: Shell = { version, files: [...files, '/manifest.webmanifest'] };

// A new version waits until the learner takes it, or until no page of the old one is left.
self.addEventListener('install', (event) => event.waitUntil(keepShell(shell)));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers(shell).then(() => self.clients.claim())));
self.addEventListener('message', (event) => {
	if (event.data === 'take') event.waitUntil(self.skipWaiting());
	if (event.data === 'claim') event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
	const url = new URL(event.request.url);
	if (url.origin !== self.location.origin) return;
	const behind = (work: Promise<unknown>) => event.waitUntil(work);
	const answer = answerFor({ request: event.request, url, behind, later }, shell);
	if (answer) event.respondWith(answer);
});

/** Not every browser has it, and it may be forbidden: pages wake the worker as well. */
const later = async (): Promise<void> => self.registration.sync?.register('readout-send').catch(() => undefined);

self.addEventListener('sync', (event) => {
	event.waitUntil(onBackgroundSync());
});

self.addEventListener('push', onPush);
self.addEventListener('notificationclick', onClick);
