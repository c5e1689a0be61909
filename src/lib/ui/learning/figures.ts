import { m } from '#lib/paraglide/messages.js';
import { numberText } from '../tongue/format.ts';

/** Minutes, exact to a tenth below ten: "3.1 min". */
export function minutesText(minutes: number): string {
	return m.fit_minutes({
		count: numberText(minutes, { maximumFractionDigits: minutes < 10 ? 1 : 0, signDisplay: 'negative' })
	});
}

/** A log loss: "0.3125". */
export function lossText(loss: number): string {
	return numberText(loss, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
}
