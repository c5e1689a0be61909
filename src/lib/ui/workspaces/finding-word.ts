import type { Finding } from '#lib/domain/items/lint/finding.ts';
import type { OptionRemark, Remark } from '#lib/domain/items/lint/remark.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a rule dislikes, in the page's language. */
export function findingWord({ remark, message }: Pick<Finding, 'remark' | 'message'>): string {
	return remark === undefined ? message : remarkWord(remark);
}

/** The language of what a rule dislikes, where it is not the page's: it is then a text of the question. */
export function findingTongue({ remark }: Pick<Finding, 'remark'>): 'en' | undefined {
	return remark === undefined || remark.code === 'text' ? 'en' : undefined;
}

function remarkWord(remark: Remark): string {
	switch (remark.code) {
		case 'text':
			return remark.text;
		case 'words':
			return m.lint_words(remark);
		case 'which-occasion':
			return m.lint_which_occasion(remark);
		case 'pronoun':
			return m.lint_pronoun(remark);
		case 'no-first-name':
			return m.lint_no_first_name(remark);
		case 'no-citation':
			return m.lint_no_citation();
		case 'no-sentence':
			return m.lint_no_sentence(remark);
		case 'asks-same':
			return m.lint_asks_same(remark);
		default:
			return optionWord(remark);
	}
}

/** What is disliked of options and keys. */
function optionWord(remark: OptionRemark): string {
	switch (remark.code) {
		case 'no-key':
			return m.lint_no_key();
		case 'one-sided':
			return m.lint_one_sided();
		case 'twice':
			return m.lint_twice();
		case 'key-within':
			return m.lint_key_within(remark);
		case 'cue':
			return m.lint_cue(remark);
		case 'right-or-twice':
			return m.lint_right_or_twice(remark);
		case 'no-mix-up':
			return m.lint_no_mix_up(remark);
		case 'absolute':
			return m.lint_absolute(remark);
		case 'lengths':
			return m.lint_lengths({ ...remark, texts: remark.texts.join(' | ') });
		case 'stops':
			return m.lint_stops({ texts: remark.texts.join(' | ') });
		case 'order':
			return m.lint_order({ texts: remark.texts.join(' | ') });
		case 'forbidden':
			return m.lint_forbidden(remark);
	}
}
