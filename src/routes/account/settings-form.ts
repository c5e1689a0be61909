import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { textOf } from './auth-form.ts';

type Read<T> = (text: string) => T;

const number: Read<number> = (text) => (text.trim() === '' ? NaN : Number(text));
/** "1 10" or "1, 10": minutes. */
const steps: Read<number[]> = (text) =>
	text
		.split(/[\s,;]+/)
		.filter((part) => part !== '')
		.map(Number);

const READERS: { [Field in keyof LearnerSettings]?: Read<unknown> } = {
	timeZone: (text) => text,
	form: (text) => text,
	dayStart: number,
	newPerDay: number,
	reviewsPerDay: number,
	maximumInterval: number,
	desiredRetention: (text) => number(text) / 100,
	learningSteps: steps,
	relearningSteps: steps,
	fuzz: (text) => text === 'on'
};

/** What was typed, as it was typed, to be shown again when it is refused. */
export function keptSettings(form: FormData): Record<string, string> {
	const given = Object.keys(READERS).filter((field) => form.has(field));
	return Object.fromEntries(given.map((field) => [field, textOf(form, field)]));
}

/** The settings in a form as the use case checks them: numbers as numbers, percent as a share, steps as lists. */
export function settingsFromForm(form: FormData): Record<string, unknown> {
	const given = Object.entries(READERS).filter(([field]) => form.has(field) || field === 'fuzz');
	return Object.fromEntries(given.map(([field, read]) => [field, read(textOf(form, field))]));
}
