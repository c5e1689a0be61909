const IRREGULAR: Readonly<Record<string, string>> = {
	saying: 'said',
	telling: 'told',
	making: 'made',
	taking: 'took',
	seeking: 'sought',
	holding: 'held',
	setting: 'set',
	giving: 'gave',
	writing: 'wrote',
	speaking: 'spoke',
	laying: 'laid',
	putting: 'put',
	standing: 'stood',
	undertaking: 'undertook',
	upholding: 'upheld',
	withdrawing: 'withdrew',
	striking: 'struck',
	reaching: 'reached',
	having: 'had',
	being: 'was'
};

/** A verb phrase that begins with a participle, in the past tense: "warning that" → "warned that". */
export function finite(phrase: string): string {
	return phrase.replace(/^([a-z]+ing)\b/i, (participle) => past(participle.toLowerCase()));
}

function past(participle: string): string {
	const irregular = IRREGULAR[participle];
	if (irregular !== undefined) return irregular;
	const stem = participle.slice(0, -3);
	if (stem.endsWith('e')) return `${stem}d`;
	return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}
