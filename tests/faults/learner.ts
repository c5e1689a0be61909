import { randomUUID } from 'node:crypto';
import type { Response as Answer } from '../../src/lib/domain/grading/types.ts';
import type { Prompt, Question } from '../../src/lib/domain/items/present.ts';

/** A whole number from 0 up to, but without, a limit. */
export type Random = (limit: number) => number;

/** Random numbers that a seed makes come again (mulberry32). */
export function seeded(seed: number): Random {
	let state = seed;
	return (limit) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
	};
}

/** What is sent for one answer; sent again as it is, it counts once. */
export type Sent = Pick<Prompt, 'itemId' | 'itemVersion' | 'formIndex' | 'seq'> & {
	id: string;
	response: Answer;
	retry: boolean;
	durationMs: number;
};

/** The server answered, and not as it should. */
export class Refusal extends Error {}

/** A guest who reviews over HTTP and keeps account of what the server acknowledged. */
export class Guest {
	readonly acknowledged: Sent[] = [];
	/** Sent, and the answer never came: it may have counted or not. */
	unanswered: Sent | undefined;

	private constructor(
		private origin: string,
		private readonly cookie: string,
		private readonly random: Random
	) {}

	static async arrive(origin: string, random: Random): Promise<Guest> {
		const answer = await send(`${origin}/api/guest`, '', { timeZone: 'Asia/Shanghai' });
		const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
		if (answer.status !== 200 || !cookie) throw new Error(`no guest session: ${answer.status}`);
		return new Guest(origin, cookie, random);
	}

	/** The server was started again, elsewhere. */
	follow(origin: string): void {
		this.origin = origin;
	}

	/** Answers questions until the server is gone or there are no more. */
	async reviewUntilEnd(): Promise<void> {
		while (true) {
			const answer = await fetch(`${this.origin}/api/next`, { headers: { cookie: this.cookie } });
			const { prompt } = (await answer.json()) as { prompt?: Prompt };
			if (!prompt) return;
			await this.review(prompt);
		}
	}

	private async review({ itemId, itemVersion, formIndex, seq, question }: Prompt): Promise<void> {
		const response = answerTo(question, this.random);
		const sent = { id: randomUUID(), itemId, itemVersion, formIndex, seq, response, retry: false, durationMs: 1200 };
		const { again } = await this.submit(sent);
		if (again) await this.submit({ ...sent, retry: true });
	}

	/** Sends an answer, the first time or again; the account is settled only by the server's word. */
	async submit(sent: Sent): Promise<{ again: boolean; duplicate: boolean }> {
		this.unanswered = sent;
		const answer = await send(`${this.origin}/api/reviews`, this.cookie, sent);
		const told = (await answer.json()) as { ok: boolean; again?: boolean; outcome?: { duplicate: boolean } };
		if (answer.status !== 200)
			throw new Refusal(`${answer.status} ${JSON.stringify(told)} for ${JSON.stringify(sent)}`);
		this.unanswered = undefined;
		if (told.outcome && !this.acknowledged.some(({ id }) => id === sent.id)) this.acknowledged.push(sent);
		return { again: told.again === true, duplicate: told.outcome?.duplicate === true };
	}
}

function send(url: string, cookie: string, body: object): Promise<Response> {
	const headers = { 'content-type': 'application/json', origin: new URL(url).origin, cookie };
	return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Some answer that fits the question, right or wrong. */
function answerTo(question: Question, random: Random): Answer {
	const one = <T>(of: readonly T[]): T => of[random(of.length)]!;
	const pairs = (from: readonly { id: string }[], to: readonly { id: string }[]) =>
		Object.fromEntries(from.map(({ id }) => [id, one(to).id]));
	switch (question.form) {
		case 'choice':
			return { form: 'choice', option: one(question.options).id };
		case 'multiple-response':
			return { form: 'multiple-response', options: [one(question.options).id] };
		case 'true-false':
			return { form: 'true-false', value: random(2) === 1 };
		case 'typed':
		case 'cloze':
		case 'date':
			return { form: question.form, text: one(['2023', 'Xi Jinping', 'nothing of the kind']) };
		case 'order':
			return { form: 'order', order: question.entries.map(({ id }) => id) };
		case 'match':
			return {
				form: 'match',
				pairs: Object.fromEntries(question.lefts.map(({ id }, at) => [id, question.rights[at]!.id]))
			};
		case 'sort':
			return { form: 'sort', bins: pairs(question.entries, question.bins) };
		case 'flashcard':
			return { form: 'flashcard', rating: one([1, 2, 3, 4] as const) };
	}
}
