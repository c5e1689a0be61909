import { expect, it } from 'vitest';
import { readMapAddress } from './map-address.ts';

const now = new Date('2026-03-02T23:30:00Z');
const read = (query: string, zone = 'UTC') => readMapAddress(new URL(`https://x.org/m?${query}`), zone, now);

it('a later day is asked for at its noon on the teacher’s clock', () => {
	expect(read('on=2026-07-01', 'America/New_York')).toMatchObject({
		on: '2026-07-01',
		at: new Date('2026-07-01T16:00:00Z')
	});
});

it('today is now, by the teacher’s own calendar', () => {
	expect(read('', 'Europe/Berlin')).toMatchObject({ on: '2026-03-03', at: now });
	expect(read('on=2026-03-03', 'Europe/Berlin')).toMatchObject({ at: now });
	expect(read('on=2026-03-03')).toMatchObject({ at: new Date('2026-03-03T12:00:00Z') });
});

it.each(['on=2020-01-01', 'on=soon', 'on=2026-02-31', 'on=9999-01-01'])('%s counts as today', (query) => {
	expect(read(query)).toMatchObject({ on: '2026-03-02', at: now });
});

it('what is not asked for is the first page of the picture over everything', () => {
	expect(read('assignment=%27&view=x')).toMatchObject({ assignment: undefined, page: 1, view: 'picture' });
	expect(read('page=3&view=table')).toMatchObject({ page: 3, view: 'table' });
});
