import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type DeckOptions, type LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import OptionsForm from '#lib/ui/options/OptionsForm.svelte';
import { deckOptionsFromForm, settingsFromForm } from '../../account/settings-form.ts';

const CHANGED: LearnerSettings = {
	...DEFAULT_SETTINGS,
	newPerDay: 7,
	desiredRetention: 0.875,
	learningSteps: [],
	relearningSteps: [10, 2880],
	easyDays: ['normal', 'reduced', 'normal', 'normal', 'normal', 'normal', 'minimum'],
	balance: false,
	fuzz: false,
	newOrder: 'topics',
	dueOrder: 'overdueness',
	mix: 'reviews-first',
	buryLearning: false,
	leechAt: 0,
	leechAction: 'suspend'
};

const shown = (settings: LearnerSettings, own: DeckOptions | null) =>
	render(OptionsForm, { props: { settings, own, deck: own ? 'topic:taiwan' : 'all' } }).body;

/** What a browser sends of a form as it was served. */
function sent(html: string): FormData {
	const form = new FormData();
	for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
		form.set(/ name="([^"]*)"/.exec(tag)![1]!, / value="([^"]*)"/.exec(tag)?.[1] ?? '');
	}
	for (const [, name, options] of html.matchAll(/<select\b[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
		const chosen =
			/<option[^>]* value="([^"]*)"[^>]* selected/.exec(options!) ?? /<option[^>]* value="([^"]*)"/.exec(options!);
		form.set(name!, chosen![1]!);
	}
	return form;
}

test.each([
	['as they are at first', DEFAULT_SETTINGS],
	['as somebody changed them', CHANGED]
])('a form that is sent as it was shown leaves the settings %s', (_, settings) => {
	const fields = settingsFromForm(sent(shown(settings, null)));
	expect(Object.keys(fields).length).toBe(17);
	expect({ ...settings, ...fields }).toEqual(settings);
});

test('a deck’s form that is sent as it was shown leaves its options, and what it inherits is not made its own', () => {
	expect(deckOptionsFromForm(sent(shown(CHANGED, {})))).toEqual({});
	const own: DeckOptions = {
		desiredRetention: 0.8,
		learningSteps: [],
		buryNew: true,
		fuzz: true,
		mix: 'new-first',
		leechAt: 0
	};
	expect(deckOptionsFromForm(sent(shown(CHANGED, own)))).toEqual(own);
});

test('a deck’s form says what holds where it is left empty, and can be emptied', () => {
	const html = shown({ ...DEFAULT_SETTINGS, newPerDay: 23 }, { newPerDay: 4 });
	expect(html).toContain('For all decks: 23.');
	expect(html).toContain('As for all decks: in the order of the bank');
	expect(html).toContain('?/clear&amp;deck=topic%3Ataiwan');
	expect(shown(DEFAULT_SETTINGS, {})).not.toContain('?/clear');
	expect(html).not.toContain('easyDay0');
});

test('a field that was refused keeps what was typed and says why', () => {
	const problem = { field: 'newPerDay', message: 'Out of its range.' };
	const { body } = render(OptionsForm, {
		props: { settings: DEFAULT_SETTINGS, own: null, deck: 'all', typed: { newPerDay: '900' }, problem }
	});
	expect(body).toMatch(
		/name="newPerDay"[^>]*aria-invalid="true"[^>]*value="900"|name="newPerDay"[^>]*value="900"[^>]*aria-invalid="true"/
	);
	expect(body).toContain('Out of its range.');
});
