import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { SHIPPED_WORKSPACE } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { items, itemVersions, workspaces } from '#lib/server/db/schema/bank.ts';
import { describeOnEachDatabase } from './harness.ts';
import { minutes, MORNING } from './workspace-fixture.ts';

describeOnEachDatabase('a new version of the shipped bank', (on) => {
	it('keeps the memory of what it asks as before, and renews it where it asks something else', async () => {
		const { bank } = await loadBank(on.db, 'seeds', MORNING);
		const typed = bank.items.filter(
			({ forms }) =>
				forms.every(
					({ form }) =>
						form === 'typed' || form === 'flashcard' || form === 'cloze' || form === 'choice' || form === 'true-false'
				) && forms.some(({ form }) => form === 'typed')
		);
		const [same, other, untouched] = typed;
		for (const [item, old] of [
			[same!, { ...same!, version: 'older', feedback: 'In other words.' }],
			[
				other!,
				{
					...other!,
					version: 'older',
					key: 'Something else entirely',
					forms: other!.forms.map((form) =>
						'answer' in form
							? { ...form, answer: { ...form.answer, text: 'Something else entirely', value: undefined } }
							: form
					)
				}
			]
		] as const) {
			const at = { workspaceId: SHIPPED_WORKSPACE, itemId: item.id, version: 'older', createdAt: MORNING };
			await on.db.insert(itemVersions).values({ ...at, content: old });
			const here = and(eq(items.workspaceId, SHIPPED_WORKSPACE), eq(items.id, item.id));
			await on.db.update(items).set({ version: 'older' }).where(here);
		}
		await on.db.update(workspaces).set({ revision: 'older' }).where(eq(workspaces.id, SHIPPED_WORKSPACE));
		const { bank: now, written } = await loadBank(on.db, 'seeds', minutes(1));
		expect(written).toBe(true);
		expect(now.memory(same!.id)).toBeNull();
		expect(now.memory(untouched!.id)).toBeNull();
		expect(now.memory(other!.id)).toMatch(/^[0-9a-f-]{36}$/);
		const again = await loadBank(on.db, 'seeds', minutes(2));
		expect([again.written, again.bank.memory(other!.id)]).toEqual([false, now.memory(other!.id)]);
	});
});
