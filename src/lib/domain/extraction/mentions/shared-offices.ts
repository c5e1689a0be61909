import type { Draft, Ground, Reading } from './draft.ts';
import { endingAt, startingAt } from './finds.ts';
import { countryAfter, ofCountryAfter, type Places } from './after-names.ts';
import type { Phrase } from './phrase.ts';

/** "Foreign ministers A of Japan and B of Korea": the title in the plural is everybody's, each with his country. */
export function shareOffices(ground: Ground, reading: Reading, places: Places): void {
	for (const phrase of reading.phrases) {
		if (!phrase.title.plural || phrase.title.kind === 'courtesy') continue;
		const first = places.from.get(phrase.from);
		if (first?.office === undefined || first.to <= phrase.to) continue;
		const two = /^(and|,)$/.test(reading.line.tokens[phrase.from - 1]?.lower ?? '') && phrase.country !== undefined;
		if (two) {
			stripCountry(first, reading, phrase);
			first.from = endingAt(reading.finds, phrase.from - 1)?.from ?? first.from;
		}
		spread(ground, reading, places, first);
	}
}

function spread(ground: Ground, reading: Reading, places: Places, first: Draft): void {
	const { office } = first;
	if (office === undefined) return;
	const sharing = [first];
	const bare = / of \p{Lu}[^,]*$/u.test(office.title) && countryAfter(reading, first.to);
	const title = bare ? office.title.replace(/ of (?=\p{Lu})[^,]*$/u, '') : office.title;
	let end = afterName(reading, first);
	for (;;) {
		const next = places.from.get(afterLink(reading, end));
		if (next === undefined || next.office !== undefined || next === first) break;
		const given = { ...office, title };
		if (bare || next.person?.country) delete given.country;
		if (next.person?.country) given.country = next.person.country;
		next.office = ofCountryAfter(ground, reading, next, given);
		sharing.push(next);
		end = afterName(reading, next);
	}
	respectively(ground, reading, sharing, title);
}

const afterName = (reading: Reading, draft: Draft): number => countryAfter(reading, draft.to)?.to ?? draft.to;

/** The token after "and", a comma or both. */
function afterLink(reading: Reading, at: number): number {
	const { tokens } = reading.line;
	const comma = tokens[at]?.text === ',' ? at + 1 : at;
	const and = tokens[comma]?.lower === 'and' ? comma + 1 : comma;
	return and === at ? -1 : and;
}

/** "A and B, respectively of the United States and Australia": as many countries as people, in their order. */
function respectively(ground: Ground, reading: Reading, sharing: readonly Draft[], title: string): void {
	const { tokens } = reading.line;
	const last = sharing[sharing.length - 1];
	if (last === undefined || sharing.length < 2) return;
	let at = last.to;
	while (/^(,|respectively)$/.test(tokens[at]?.lower ?? '')) at += 1;
	if (tokens[at]?.lower !== 'of') return;
	const countries: { id: string; words: string }[] = [];
	for (let steps = 0; steps < 4 * sharing.length; steps++) {
		at += 1;
		const find = startingAt(reading.finds, at);
		if (find?.is === 'name' && find.entry.is === 'country') {
			const from = tokens[find.from];
			const to = tokens[find.to - 1];
			if (from && to) countries.push({ id: find.entry.country.id, words: ground.normal.slice(from.start, to.end) });
			at = find.to - 1;
		} else if (!/^(,|and|the)$/.test(tokens[at]?.lower ?? '')) break;
	}
	if (countries.length !== sharing.length) return;
	sharing.forEach((draft, index) => {
		const country = countries[index];
		if (draft.office && country)
			draft.office = { ...draft.office, title: `${title} of ${country.words}`, country: country.id };
	});
}

/** "U.S. and Chinese climate envoys A and B": whose country stands before the title is not said. */
function stripCountry(draft: Draft, reading: Reading, phrase: Phrase): void {
	if (draft.office === undefined) return;
	const title = draft.office.title
		.split(/[\s-]+/)
		.slice(countryWords(reading, phrase))
		.join(' ');
	draft.office = { ...draft.office, title, ...(draft.person?.country ? { country: draft.person.country } : {}) };
}

function countryWords(reading: Reading, phrase: Phrase): number {
	const find = startingAt(reading.finds, phrase.from);
	return find?.is === 'name' ? find.to - find.from : 0;
}
