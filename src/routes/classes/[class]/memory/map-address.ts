import { fromLocal, toLocal } from '#lib/domain/teaching/local-time.ts';
import { UUID } from '#lib/domain/uuid.ts';

/** What the address of a memory map says. */
export interface MapAddress {
	/** The teacher's own day for which it is asked. */
	on: string;
	today: string;
	/** Now where it is today, noon of a later day. */
	at: Date;
	assignment: string | undefined;
	page: number;
	view: 'picture' | 'table';
}

/** How far ahead a prediction says anything. */
const LAST = '2099-12-31';

/**
 * Reads the address of a memory map; a day that is past or none counts as today.
 * @param timeZone of the teacher
 */
export function readMapAddress({ searchParams }: URL, timeZone: string, now: Date): MapAddress {
	const text = (name: string) => (searchParams.get(name) ?? '').trim();
	const today = toLocal(now, timeZone).slice(0, 10);
	const noon = fromLocal(`${text('on')}T12:00`, timeZone);
	const later = noon !== undefined && text('on') > today && text('on') <= LAST;
	return {
		on: later ? text('on') : today,
		today,
		at: later ? noon : now,
		assignment: UUID.test(text('assignment')) ? text('assignment') : undefined,
		page: Number(text('page') || '1'),
		view: text('view') === 'table' ? 'table' : 'picture'
	};
}
