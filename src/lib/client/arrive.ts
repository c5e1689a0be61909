import type { ReviewSession } from './review-session.svelte.ts';

type State = Pick<ReviewSession, 'answerId' | 'phase' | 'hint'>;

/** What of a session tells whether the page shows something new. */
export function stateOf({ answerId, phase, hint }: ReviewSession): State {
	return { answerId, phase, hint };
}

/**
 * Leads the eye and the screen reader to what is new on the page: a verdict, the next question, a hint.
 * @param before the session's state before
 */
export function arrive(before: State, now: State, places: { question?: HTMLElement; verdict?: HTMLElement }): void {
	const field = document.querySelector<HTMLElement>('[data-first-field]');
	if (now.phase === 'answered' && before.phase !== 'answered') {
		goTo(places.verdict);
	} else if (now.answerId !== before.answerId) {
		// A phone's keyboard would cover the question.
		goTo(field && matchMedia('(hover: hover)').matches ? field : places.question);
	} else if (now.hint !== before.hint) {
		field?.focus();
	}
}

function goTo(place: HTMLElement | undefined): void {
	scrollTo(0, 0);
	place?.focus({ preventScroll: true });
}
