import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { stepsFrom } from '#lib/domain/scheduling/step-text.ts';
import { textOf } from './auth-form.ts';

type Read = (text: string) => unknown;

const text: Read = (value) => value;
const number = (value: string): number => (value.trim() === '' ? NaN : Number(value));
/** What is neither stays a text, for the schema to refuse. */
const yesOrNo: Read = (value) => (value === 'on' || value === 'off' ? value === 'on' : value);

const READERS: { [Field in keyof LearnerSettings]?: Read } = {
	timeZone: text,
	form: text,
	dayStart: number,
	newPerDay: number,
	reviewsPerDay: number,
	maximumInterval: number,
	// In whole percent, but of what a form may hold: 87.5 is 0.875 and not a sixteenth decimal more.
	desiredRetention: (value) => Math.round(number(value) * 1000) / 100_000,
	learningSteps: stepsFrom,
	relearningSteps: stepsFrom,
	fuzz: yesOrNo,
	balance: yesOrNo,
	newOrder: text,
	dueOrder: text,
	mix: text,
	buryNew: yesOrNo,
	buryReviews: yesOrNo,
	buryLearning: yesOrNo,
	leechAt: number,
	leechAction: text
};
/** How much is asked on a weekday, from Monday on. */
const EASY_DAYS = Array.from({ length: 7 }, (_, index) => `easyDay${index}`);

/** What was typed, as it was typed, to be shown again when it is refused. */
export function keptSettings(form: FormData): Record<string, string> {
	const given = [...Object.keys(READERS), ...EASY_DAYS].filter((field) => form.has(field));
	return Object.fromEntries(given.map((field) => [field, textOf(form, field)]));
}

/** The settings in a form as the use case checks them: numbers as numbers, percent as a share, steps as lists. */
export function settingsFromForm(form: FormData): Record<string, unknown> {
	const given = Object.entries(READERS).filter(([field]) => form.has(field));
	const read = Object.fromEntries(given.map(([field, reader]) => [field, reader(textOf(form, field))]));
	const easyDays = EASY_DAYS.filter((field) => form.has(field)).map((field) => textOf(form, field));
	return easyDays.length === 0 ? read : { ...read, easyDays };
}

/** The options of a deck in a form: what is left empty is left out, and so the learner's own. */
export function deckOptionsFromForm(form: FormData): Record<string, unknown> {
	const options = Object.entries(settingsFromForm(form));
	return Object.fromEntries(options.filter(([field]) => textOf(form, field).trim() !== ''));
}
