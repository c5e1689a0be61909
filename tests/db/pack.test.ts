import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { withGlosses } from '#lib/domain/items/glosses.ts';
import { answerOn } from '#lib/domain/offline/deeds.ts';
import { cardOn, type Device } from '#lib/domain/offline/device.ts';
import type { Pack } from '#lib/domain/offline/pack-schema.ts';
import { nextOn } from '#lib/domain/offline/plan.ts';
import { isRecalled } from '#lib/domain/offline/recall.ts';
import { sameMemory } from '#lib/domain/scheduling/replay.ts';
import { bankFor } from '#lib/server/bank/bank-for.ts';
import type { Bank, Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { classWork } from '#lib/server/classwork/class-work.ts';
import { makePack } from '#lib/server/offline/make-pack.ts';
import { withholdingsOn } from '#lib/server/offline/withheld-ahead.ts';
import { answersSinceQuery, marksQuery } from '#lib/server/offline/pack-rows.ts';
import { answer } from '#lib/server/reviews/answer.ts';
import { nextPrompt } from '#lib/server/reviews/next-prompt.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { cards } from '#lib/server/db/schema/reviews.ts';
import { toCard } from '#lib/server/reviews/card-row.ts';
import { and, eq } from 'drizzle-orm';
import { answerTo, newClass, newQuiz, newStudent, newStudy } from './class-fixture.ts';
import { deviceWith } from './device-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';
import { minutes, MORNING, newLearner } from './workspace-fixture.ts';

const days = (n: number) => minutes(n * 24 * 60);

describeOnEachDatabase('the pack of a device', (on) => {
	let shipped: Shipped;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
	});

	const packOf = (learner: Learner, now: Date, held?: string) =>
		makePack(on.db, shipped, { learner, account: false }, now, held);

	async function visit(student: Learner, now: Date): Promise<{ learner: Learner; bank: Bank }> {
		const work = await classWork(on.db, student.id, now);
		return { learner: { ...student, work }, bank: await bankFor(on.db, shipped, student.id, work) };
	}

	async function storedCard(learnerId: string, itemId: string) {
		const [row] = await on.db
			.select()
			.from(cards)
			.where(and(eq(cards.learnerId, learnerId), eq(cards.itemId, itemId)));
		return row ? toCard(row) : null;
	}

	/** Answers on the device and on the server, step by step, and compares what both ask and make of it. */
	async function both(student: Learner, device: Device, now: Date, most: number): Promise<number> {
		for (let turn = 0; turn < most; turn++) {
			const at = new Date(now.getTime() + turn * 20_000);
			const { learner, bank } = await visit(student, at);
			const deck = device.pack.decks.find(({ name }) => name === 'all')!;
			const asked = nextOn(device, deck, at);
			const served = await nextPrompt(on.db, bank, learner, { by: 'all' }, at);
			// A device always has the Chinese names, which the server sends to Chinese pages alone.
			const named = { ...served, prompt: served.prompt && withGlosses(served.prompt, bank.registry) };
			expect(JSON.parse(JSON.stringify(asked))).toEqual(JSON.parse(JSON.stringify(named)));
			if (!asked.prompt) return turn;
			const { itemId, itemVersion, formIndex, seq } = asked.prompt;
			const form = bank.item(itemId)!.forms[formIndex]!;
			const response = answerTo(form, turn % 4 !== 3);
			const input = { id: randomUUID(), itemId, itemVersion, formIndex, seq, response, retry: true, durationMs: 900 };
			const own = answerOn(device, input, { at, own: at.toISOString(), heard: null });
			if (!own.ok || own.again || !own.keep) throw new Error('the device did not take the answer');
			const told = await answer(on.db, bank, learner, input, at);
			if (!told.ok || told.again) throw new Error('the server did not take the answer');
			expect(own.outcome).toEqual(told.outcome);
			device = { ...device, kept: [...device.kept, { ...own.keep, n: device.kept.length + 1 }] };
			expect(sameMemory(cardOn(device, itemId)!.card, await storedCard(student.id, itemId))).toBe(true);
		}
		return most;
	}

	describe('asks and schedules as the server does', () => {
		it('on the first day of a guest', async () => {
			const guest = await newLearner(on.db, null);
			expect(await both(guest, deviceWith(await packOf(guest, MORNING)), MORNING, 30)).toBe(30);
		}, 240_000);

		it('three days later, from the pack of the first day and from one of that day', async () => {
			const guest = await newLearner(on.db, null);
			await both(guest, deviceWith(await packOf(guest, MORNING)), MORNING, 12);
			const pack = await packOf(guest, minutes(120));
			const later = days(3);
			expect(await both(guest, deviceWith(pack), later, 8)).toBe(8);
			expect(await both(guest, deviceWith(await packOf(guest, days(4))), days(4), 8)).toBe(8);
		}, 240_000);

		it('for a student whose class has her learn items by a date', async () => {
			const seminar = await newClass(on.db);
			const student = await newStudent(on.db, seminar);
			const items = shipped.bank.items.slice(100, 140);
			await newStudy(on.db, seminar, { bank: shipped.bank, items, dueAt: days(6) });
			const pack = await packOf(student, MORNING);
			for (const { id } of items) expect(pack.content!.items.some(({ item }) => item.id === id)).toBe(true);
			expect(await both(student, deviceWith(pack), MORNING, 12)).toBe(12);
		}, 240_000);
	});

	it('holds nothing that a quiz asks now or will ask within seven days, nor what tells of it', async () => {
		const seminar = await newClass(on.db);
		const student = await newStudent(on.db, seminar);
		const [now, soon, far] = [shipped.bank.items[10]!, shipped.bank.items[60]!, shipped.bank.items[110]!];
		await newQuiz(on.db, shipped, seminar, { items: [now] });
		await newQuiz(on.db, shipped, seminar, { items: [soon], rules: { opensAt: days(5).toISOString() } });
		await newQuiz(on.db, shipped, seminar, { items: [far], rules: { opensAt: days(9).toISOString() } });
		const eager = { ...student, settings: { ...student.settings, newPerDay: 500 } };
		const pack = await packOf(eager, MORNING);
		const text = JSON.stringify(pack);
		const ids = new Set(pack.content!.items.map(({ item }) => item.id));
		for (const kept of [now, soon]) {
			expect(ids.has(kept.id)).toBe(false);
			expect(text).not.toContain(kept.feedback);
			expect([...ids].filter((id) => shipped.bank.item(id)!.families.some((f) => kept.families.includes(f)))).toEqual(
				[]
			);
		}
		expect(ids.has(far.id)).toBe(true);
	});

	it('is recalled by a quiz that is published after it and opens on one of its days, and by no other one', async () => {
		const seminar = await newClass(on.db);
		const student = await newStudent(on.db, seminar);
		const items = [shipped.bank.items[10]!];
		const recalled = async (pack: Pack, now: Date) => isRecalled(pack, await withholdingsOn(on.db, student.id, now));
		const first = await packOf(student, MORNING);
		expect(await recalled(first, minutes(1))).toBe(false);
		const far = { opensAt: days(8).toISOString() };
		await newQuiz(on.db, shipped, seminar, { items, rules: far });
		expect(await recalled(first, minutes(1))).toBe(false);
		await newQuiz(on.db, shipped, seminar, { items, rules: { opensAt: days(5).toISOString() } });
		expect(await recalled(first, minutes(2))).toBe(true);
		const second = await packOf(student, minutes(3));
		expect(await recalled(second, minutes(4))).toBe(false);
		// On a day of the second pack the far quiz opens; it is over before that.
		expect(await recalled(second, days(6))).toBe(false);
		await newQuiz(on.db, shipped, seminar, { items });
		expect(await recalled(second, days(6))).toBe(true);
		expect(JSON.stringify(await withholdingsOn(on.db, student.id, days(6)))).not.toContain(items[0]!.id);
		expect(await withholdingsOn(on.db, (await newLearner(on.db, null)).id, MORNING)).toEqual([]);
	});

	it('sends the content once, and again when it is another one', async () => {
		const guest = await newLearner(on.db, null);
		const first = await packOf(guest, MORNING);
		expect(first.content).not.toBeNull();
		expect((await packOf(guest, minutes(5), first.tag)).content).toBeNull();
		const more = { ...guest, settings: { ...guest.settings, newPerDay: 30 } };
		expect((await packOf(more, minutes(6), first.tag)).content).not.toBeNull();
	});

	it('reads by indexes alone', async () => {
		const guest = await newLearner(on.db, null);
		expect(await planOf(on.db, answersSinceQuery(on.db, guest.id, MORNING))).toContain('reviews_time');
		expect(await planOf(on.db, marksQuery(on.db, guest.id))).toMatch(/item_marks_learner_id_item_id_pk/);
	});
});
