import type { FactKind } from '#lib/domain/facts/vocabulary.ts';
import type { FormName } from '#lib/domain/items/types.ts';
import { m } from '#lib/paraglide/messages.js';

const KINDS: Readonly<Record<FactKind, () => string>> = {
	date: m.domain_kind_date,
	event: m.domain_kind_event,
	participant: m.domain_kind_participant,
	agreement: m.domain_kind_agreement,
	commitment: m.domain_kind_commitment,
	position: m.domain_kind_position,
	'non-agreement': m.domain_kind_non_agreement,
	figure: m.domain_kind_figure,
	place: m.domain_kind_place,
	quotation: m.domain_kind_quotation,
	cause: m.domain_kind_cause,
	background: m.domain_kind_background,
	organisation: m.domain_kind_organisation
};
const KIND_WORDS = new Map<string, () => string>(Object.entries(KINDS));

/** What a kind of fact is called within a sentence. */
export function kindWord(kind: string): string {
	return KIND_WORDS.get(kind)?.() ?? kind.replaceAll('-', ' ');
}

const SIDES = new Map([
	['us', m.domain_side_us],
	['china', m.domain_side_china],
	['both', m.domain_side_both],
	['none', m.domain_side_none]
]);

/** What a side is called: one of the shipped bank by its name, another by its id as a name: "south-korea" → "South Korea". */
export function sideLabel(id: string): string {
	return SIDES.get(id)?.() ?? nameOf(id);
}

/** A slug as a person reads it, each word with a capital. */
export function nameOf(slug: string): string {
	return slug.replace(/(^|-)([a-z])/g, (_, gap: string, letter: string) => `${gap && ' '}${letter.toUpperCase()}`);
}

const FORMS: Readonly<Record<FormName, () => string>> = {
	'true-false': m.domain_form_true_false,
	choice: m.domain_form_choice,
	'multiple-response': m.domain_form_multiple_response,
	sort: m.domain_form_sort,
	match: m.domain_form_match,
	order: m.domain_form_order,
	cloze: m.domain_form_cloze,
	date: m.domain_form_date,
	typed: m.domain_form_typed,
	flashcard: m.domain_form_flashcard
};

/** What a form of question is called for those who publish it. */
export function formWord(form: FormName): string {
	return FORMS[form]();
}

/** Whether a text is the name of a form. */
export function isForm(text: string): text is FormName {
	return Object.hasOwn(FORMS, text);
}
