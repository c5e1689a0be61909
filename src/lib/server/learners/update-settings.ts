import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { learnerSettingsSchema, type LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/**
 * Changes some of a learner's settings; the rest stay as they are.
 * @returns all settings as they now stand, or which field is out of its range
 */
export async function updateSettings(
	db: Db,
	learner: Learner,
	patch: Readonly<Record<string, unknown>>
): Promise<{ ok: true; settings: LearnerSettings } | (Failure & { field: string })> {
	const checked = checkSettings(learner.settings, patch);
	if (!checked.ok) return checked;
	// Only what was changed is written: a model that was fitted meanwhile stays.
	const changed = JSON.stringify(Object.fromEntries(Object.entries(checked.settings).filter(([key]) => key in patch)));
	await db
		.update(learners)
		.set({ settings: sql`${learners.settings} || ${changed}::jsonb` })
		.where(eq(learners.id, learner.id));
	return checked;
}

/** Settings with some of them changed, if each is within its range; nothing is stored. */
export function checkSettings(
	settings: LearnerSettings,
	patch: Readonly<Record<string, unknown>>
): { ok: true; settings: LearnerSettings } | (Failure & { field: string }) {
	const checked = v.safeParse(learnerSettingsSchema, { ...settings, ...patch });
	if (checked.success) return { ok: true, settings: checked.output };
	const field = checked.issues[0].path?.[0]?.key;
	return { ...failure('invalid_settings'), field: typeof field === 'string' ? field : '' };
}
