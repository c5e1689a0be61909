import * as v from 'valibot';
import { deedSchema } from '#lib/domain/reviewing/sync.ts';
import type { ChangeDeed } from '#lib/server/reviews/change-card.ts';

/** The change that a form asks for, or undefined where it is none. */
export function readChange(form: FormData, itemId: string, now: Date): ChangeDeed | undefined {
	const kind = form.get('kind');
	const read = v.safeParse(deedSchema, {
		...{ kind, id: form.get('id'), at: now.toISOString(), itemId },
		...(kind === 'suspend' ? { suspended: form.get('suspended') === 'true' } : {}),
		...(kind === 'bury' ? { until: form.get('until') === '' ? null : form.get('until') } : {}),
		...(kind === 'flag' ? { flag: form.get('flag') === null ? undefined : Number(form.get('flag')) } : {}),
		...(kind === 'set-due' ? { day: form.get('day') } : {})
	});
	if (!read.success) return undefined;
	const deed = read.output;
	return deed.kind === 'answer' || deed.kind === 'amend' || deed.kind === 'undo' ? undefined : deed;
}
