import type { AnswerInput, NextPrompt, Outcome } from '#lib/domain/reviewing/messages.ts';
import type { Response } from '#lib/domain/grading/types.ts';
import type { Rating } from '#lib/domain/scheduling/card.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Api } from './api.ts';
import { uuid } from './uuid.ts';
import type { Refused } from './refused.ts';

export interface Start {
	deck: string;
	next: NextPrompt;
	/** The id of the first answer, made by the server for a page without script. */
	answerId: string;
	hint?: string;
	problem?: Refused;
}

/** Refusals of an answer after which its question is asked no more. */
const GIVES_WAY: readonly Refused['code'][] = ['stale_item', 'stale_card', 'unknown_item'];

/** One sitting: a question, its answer, what the server says, the next question. All that the review page shows. */
export class ReviewSession {
	current: NextPrompt = $state.raw({ left: { learning: 0, review: 0, new: 0 } });
	answerId = $state('');
	phase: 'asking' | 'sending' | 'answered' | 'finished' = $state('asking');
	/** The answer was nearly right: what is missing. */
	hint: string | undefined = $state();
	problem: Refused | undefined = $state.raw();
	answered: Outcome | undefined = $state.raw();
	response: Response | undefined = $state.raw();
	/** A correction or the taking back of an answer is under way. */
	busy = $state(false);
	done = $state(0);
	/** Ids of the reviews of this sitting that can be taken back, the last one last. */
	readonly #answers: string[] = [];
	readonly deck: string;
	#api: Api;
	#ahead: Promise<({ ok: true } & NextPrompt) | Refused> | undefined;
	#asked = performance.now();
	#amendId = uuid();
	#unsent: AnswerInput | undefined;

	constructor(api: Api, { deck, next, answerId, hint, problem }: Start) {
		this.#api = api;
		this.deck = deck;
		this.current = next;
		this.answerId = answerId;
		this.hint = hint;
		this.problem = problem;
	}

	/** Grades an answer on the server. While one is on its way another is not taken. */
	async answer(response: Response): Promise<void> {
		const { prompt } = this.current;
		if (!prompt || this.phase !== 'asking') return;
		const { itemId, itemVersion, formIndex, seq } = prompt;
		const durationMs = Math.round(performance.now() - this.#asked);
		const retry = this.hint !== undefined;
		await this.#send({ id: this.answerId, itemId, itemVersion, formIndex, seq, response, retry, durationMs });
	}

	/** Sends the answer that did not arrive once more, under the same id. */
	async sendAgain(): Promise<void> {
		if (this.#unsent && this.phase === 'asking') await this.#send(this.#unsent);
	}

	async #send(answer: AnswerInput): Promise<void> {
		this.phase = 'sending';
		this.problem = undefined;
		this.#unsent = answer;
		const reply = await this.#api.answer(answer);
		this.phase = 'asking';
		if (!reply.ok) return this.#refused(reply);
		this.#unsent = undefined;
		if (reply.again) {
			this.hint = reply.hint;
			return;
		}
		this.answered = reply.outcome;
		this.response = reply.outcome.response;
		this.#amendId = uuid();
		this.done++;
		this.#answers.push(reply.outcome.reviewId);
		this.phase = 'answered';
		this.#ahead = this.#api.next(this.deck);
	}

	/** What the server refuses is told; a question that is out of date gives way to the current one. */
	async #refused(problem: Refused): Promise<void> {
		this.problem = problem;
		if (!GIVES_WAY.includes(problem.code)) return;
		this.#unsent = undefined;
		await this.#ask(this.#api.next(this.deck));
	}

	/** What is left today, without the question that is answered already. */
	get left(): NextPrompt['left'] {
		const { left, kind } = this.current;
		if (this.phase !== 'answered' || !kind) return left;
		return { ...left, [kind]: Math.max(0, left[kind] - 1) };
	}

	/** Whether a failed answer waits to be sent again. */
	get canSendAgain(): boolean {
		const { code } = this.problem ?? {};
		return (code === 'unreachable' || code === 'storage_full') && this.#unsent !== undefined;
	}

	/** What was asked for ahead is out of date: the device has other questions now. */
	renew(): void {
		if (this.#ahead) this.#ahead = this.#api.next(this.deck);
	}

	/** Goes on to the next question, which was asked for while the feedback was read. */
	async next(): Promise<void> {
		if (this.phase !== 'answered' || this.busy) return;
		this.busy = true;
		this.problem = undefined;
		await this.#ask(this.#ahead ?? this.#api.next(this.deck));
		this.busy = false;
	}

	async #ask(coming: Promise<({ ok: true } & NextPrompt) | Refused>): Promise<void> {
		const next = await coming;
		this.#ahead = undefined;
		if (!next.ok) {
			this.problem = next.code === 'unreachable' ? { ...next, message: m.phone_next_did_not_arrive() } : next;
			return;
		}
		this.current = next;
		this.answerId = uuid();
		this.hint = undefined;
		this.answered = undefined;
		this.response = undefined;
		this.#asked = performance.now();
		this.phase = next.prompt ? 'asking' : 'finished';
	}

	/** Corrects the rating of the answer on the page. */
	async amend(rating: Rating, claimedRight: boolean): Promise<void> {
		const { answered } = this;
		if (!answered || this.busy) return;
		this.busy = true;
		this.problem = undefined;
		const reply = await this.#api.amend({ id: this.#amendId, reviewId: answered.reviewId, rating, claimedRight });
		this.busy = false;
		if (!reply.ok) {
			this.problem = reply;
			return;
		}
		this.answered = {
			...answered,
			reviewId: this.#amendId,
			rating: reply.rating,
			due: reply.due,
			dueText: reply.dueText
		};
		this.#answers.splice(-1, 1, this.#amendId);
		this.#amendId = uuid();
		this.#ahead = this.#api.next(this.deck);
	}

	/** Takes back the last answer and asks its question again. */
	async undo(): Promise<void> {
		const last = this.#answers.at(-1);
		if (last === undefined || this.busy || this.phase === 'sending') return;
		this.busy = true;
		this.problem = undefined;
		const reply = await this.#api.undo(last);
		if (reply.ok) {
			this.#answers.pop();
			this.done--;
			// Whatever comes next: this answer is no more, and must not be taken back or corrected again.
			this.answered = undefined;
			this.phase = 'asking';
			await this.#ask(this.#api.next(this.deck, reply.itemId));
		} else this.problem = reply;
		this.busy = false;
	}
}
