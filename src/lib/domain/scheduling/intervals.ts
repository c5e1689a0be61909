import type { CardState } from './card.ts';
import { daysBetween, dayOf, type DayClock } from './clock.ts';
import { isDayStep } from './steps.ts';

/** The time until a card comes back, as a button says it: "10 min", "3 h", "5 d", "2.4 mo", "1.2 y". */
export function intervalText(card: CardState, from: Date, clock: DayClock): string {
	if (card.state !== 2 && !isDayStep(card)) {
		const minutes = Math.max(1, Math.round((Date.parse(card.due) - from.getTime()) / 60_000));
		return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
	}
	const days = Math.max(1, daysBetween(dayOf(from, clock), dayOf(new Date(card.due), clock)));
	if (days < 31) return `${days} d`;
	return days < 365 ? `${(days / 30.44).toFixed(1)} mo` : `${(days / 365.25).toFixed(1)} y`;
}
