import type { RuleName } from '#lib/domain/items/lint/finding.ts';
import { m } from '#lib/paraglide/messages.js';

const WORDS: Readonly<Record<RuleName, () => string>> = {
	evidence: m.domain_rule_evidence,
	'stands-alone': m.domain_rule_stands_alone,
	length: m.domain_rule_length,
	positive: m.domain_rule_positive,
	'key-in-stem': m.domain_rule_key_in_stem,
	'word-cue': m.domain_rule_word_cue,
	'one-key': m.domain_rule_one_key,
	'banned-option': m.domain_rule_banned_option,
	parallel: m.domain_rule_parallel,
	sorted: m.domain_rule_sorted,
	'option-words': m.domain_rule_option_words,
	grammar: m.domain_rule_grammar,
	confusion: m.domain_rule_confusion,
	attributed: m.domain_rule_attributed,
	recognisable: m.domain_rule_recognisable,
	duplicate: m.domain_rule_duplicate,
	worthwhile: m.domain_rule_worthwhile,
	coverage: m.domain_rule_coverage,
	balance: m.domain_rule_balance,
	breadth: m.domain_rule_breadth,
	'length-cue': m.domain_rule_length_cue,
	'position-cue': m.domain_rule_position_cue,
	ruling: m.domain_rule_ruling
};

/** What a rule of the lint asks. */
export function ruleWord(rule: RuleName): string {
	return WORDS[rule]();
}
