import { pictureThread } from '#lib/server/fitting/fitting.ts';
import { optionsCost } from '#lib/server/fitting/options-cost.ts';
import { fail } from '#lib/server/http.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { deckOptionsFromForm, settingsFromForm } from '../../account/settings-form.ts';

/** What the options in a form would cost; a deck that is none is an error page, a field out of its range a value. */
export async function costOf(
	{ db, bank }: Pick<App.Locals, 'db' | 'bank'>,
	learner: Learner,
	deck: string,
	form: FormData
): ReturnType<typeof optionsCost> {
	const fields = deck === 'all' ? settingsFromForm(form) : deckOptionsFromForm(form);
	const found = await optionsCost(db, bank, learner, { deck, fields }, pictureThread(), new Date());
	if (!found.ok && found.code === 'unknown_deck') fail(found.code);
	return found;
}
