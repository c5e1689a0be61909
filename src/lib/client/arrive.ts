import type { ReviewSession } from './review-session.svelte.ts';

type State = Pick<ReviewSession, 'answerId' | 'phase' | 'hint'>;

/** What of a session tells whether the page shows something new. */
export function stateOf({ answerId, phase, hint }: ReviewSession): State {
	return { answerId, phase, hint };
}

/**
 * Leads the eye and the screen reader to what is new on the page: a verdict, the next question, a hint, an answer not sent.
 * @param before the session's state before
 */
export function arrive(
	before: State,
	now: State & Pick<ReviewSession, 'canSendAgain'>,
	places: { question?: HTMLElement; verdict?: HTMLElement }
): void {
	const field = document.querySelector<HTMLElement>('[data-first-field]');
	if (now.phase === 'answered' && before.phase !== 'answered') {
		goTo(places.verdict);
	} else if (now.answerId !== before.answerId) {
		// A phone's keyboard would cover the question.
		goTo(field && matchMedia('(hover: hover)').matches ? field : places.question);
	} else if (now.canSendAgain) {
		document.querySelector<HTMLElement>('[data-send-again]')?.focus();
	} else if (now.hint !== before.hint) {
		field?.focus();
	} else if (document.activeElement === document.body) {
		// What was pressed is gone, such as "I was right".
		const place = now.phase === 'answered' ? places.verdict : places.question;
		place?.focus({ preventScroll: true });
	}
}

function goTo(place: HTMLElement | undefined): void {
	scrollTo(0, 0);
	place?.focus({ preventScroll: true });
}
