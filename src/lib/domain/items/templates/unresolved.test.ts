import { describe, expect, test } from 'vitest';
import { isEmptyThing, isUnresolved } from './unresolved.ts';

describe('what a text leaves to others', () => {
	test.each([
		'who said that nobody else should have any?',
		'who urged Peru not to take someone else’s?',
		'who said Norway too was ready?',
		'which side insists that the two matters have nothing to do with each other?',
		'who has warned that a sale would make things worse?',
		'which side said that Oslo had asked for a meeting and was waiting?',
		'who expressed the hope that Peru would fulfil its obligation without conditions?',
		'who said that the 2031 target of 45 million tonnes had been met?',
		'which side said that permits are run by one office, are narrowly drawn?',
		'The sweetener brought under free-trade rules',
		'how much will Peru pay of the cost of the crossing?',
		'The first request',
		'which government wants the duty scrapped altogether?',
		'who asked Peru to lift the remaining curbs?',
		'in which month is the northern Peruvian city to host the summit?',
		'how many people have been sent back since the March 2031 agreement?',
		"who set out Peru's well-known position?",
		'who wants taken off the lists of banned firms?',
		'The pause expires',
		'who raised concerns about drills since the inauguration in May 2031?',
		'Norway and Peru set themselves the aim of ____ within five years.',
		'who voiced concerns about buoys, about drills near the Fjord Islands?',
		'who said that more controls were being considered?'
	])('unresolved: %s', (text) => expect(isUnresolved(text)).toBe(true));

	test.each([
		'who pressed Ana Roy to ease licensing rules for cod?',
		'which side opposes a sale of ships to Peru?',
		'who called for a meeting of the foreign ministers in Lima?',
		'who said that the two sides should meet?',
		'who said that more controls on cod were being considered?',
		'who urged Peru to keep its promise to reopen the ports?',
		'which side met its target of 45 million tonnes of cod?',
		'who said that a new crossing would open and that the crossing would be free?',
		'who accused Norway of selling ships, of hiding prices and of breaking its word?',
		'who said that tolls are high, and are paid by all?',
		'who denied that the licensing rules of 4 May 2031 were aimed at Peru?',
		'which side wants the duty on cod scrapped?',
		'who restated Peru’s clear position on cod?',
		'on which date did the ministers meet in the port of Lima?',
		'who signed the 2031 agreement on cod?',
		'Norway and Peru set themselves the aim of ____ in trade.',
		'Norway met its goal of ____ tonnes of cod.',
		'who wants boats taken off the list of banned ships?',
		'who voiced concerns about buoys, about drills and about permits?'
	])('plain: %s', (text) => expect(isUnresolved(text)).toBe(false));

	test.each([
		'a meeting',
		'The first request',
		'To discuss individual names',
		'An initial meeting in the spring at a place to be named',
		'The evening of 19 August 2031',
		'Further talks next month',
		'The licensing regime for cod introduced'
	])('no thing: %s', (key) => expect(isEmptyThing(key)).toBe(true));
	test.each([
		'A meeting of coast guards',
		'A list of banned firms',
		'Talks on cod quotas',
		'A second round of the dialogue on ports'
	])('a thing: %s', (key) => expect(isEmptyThing(key)).toBe(false));

	test('a long text takes no long time', () => {
		expect(isUnresolved('is a, '.repeat(50_000))).toBe(false);
		expect(isEmptyThing('new '.repeat(50_000))).toBe(false);
	});
});
