import type { Sentence } from '../../articles/types.ts';
import type { Found } from '../found.ts';
import { within } from '../spans.ts';
import type { ExtractedFact, Mention } from '../types.ts';
import { sentence as asSentence, wording } from '../wording/wording.ts';
import { makeFact } from './make-fact.ts';
import { standingOf } from './standing.ts';

const MARGINS = /\bon the (?:sidelines|margins|fringes) of\s+(?:the\s+)?(?:\d{4}\s+)?$/i;

/** What the text says of a body: what its letters stand for, and what met on its sidelines. */
export function factsFromOrganisations(found: Found): ExtractedFact[] {
	const told = toldOf(found);
	const known = new Set(told.flatMap(({ values }) => (values.is === 'organisation' ? [values.organisation] : [])));
	return [...told, ...namedFacts(found, known)];
}

function toldOf(found: Found): ExtractedFact[] {
	return found.layout.sentences.flatMap((place, index) =>
		place.duplicate
			? []
			: within(found.mentions, place).flatMap((mention) => [
					...lettersFact(found, mention, index),
					...marginsFact(found, mention, place, index),
					...actorFact(found, mention, place, index)
				])
	);
}

/** "Asia-Pacific Economic Cooperation (APEC)": the letters are the initials of the words before them. */
function lettersFact(found: Found, mention: Mention, index: number): ExtractedFact[] {
	const { referent } = mention;
	if (referent?.is !== 'organisation') return [];
	const { normal } = found.layout.article;
	const shown = normal.slice(mention.start, mention.end);
	const letters = /^\s?\(([A-Z][A-Z0-9&-]{1,9})\)/.exec(normal.slice(mention.end, mention.end + 14));
	if (!letters?.[1] || !initials(shown).includes(letters[1].replace(/[^A-Z]/g, ''))) return [];
	const statement = `${letters[1]} stands for ${shown.replace(/^the /i, '')}.`;
	return [
		makeFact(found, {
			kind: 'organisation',
			statement,
			value: shown.replace(/^the /i, ''),
			values: { is: 'organisation', organisation: referent.id, relation: 'stands-for', of: letters[1] },
			span: { start: mention.start, end: mention.end + letters[0].length },
			sentence: index,
			rule: 'organisation.letters',
			confidence: 0.95,
			why: `“${letters[0].trim()}” holds the initials of the words before it`
		})
	];
}

function initials(words: string): string {
	return words
		.split(/[\s-]+/)
		.map((word) => word.charAt(0))
		.filter((letter) => /[A-Z]/.test(letter))
		.join('');
}

function marginsFact(found: Found, mention: Mention, place: Sentence, index: number): ExtractedFact[] {
	const { referent } = mention;
	const { normal } = found.layout.article;
	const before = normal.slice(Math.max(place.start, mention.start - 45), mention.start);
	const margins = MARGINS.exec(before);
	if (referent?.is !== 'organisation' || !margins) return [];
	return [
		makeFact(found, {
			kind: 'organisation',
			topic: 'summit',
			statement: asSentence(wording(found, place)),
			value: referent.name,
			values: { is: 'organisation', organisation: referent.id, relation: 'on-the-sidelines-of', of: 'meeting' },
			span: { start: mention.start - margins[0].length, end: mention.end },
			sentence: index,
			rule: 'organisation.margins',
			confidence: 0.85,
			why: `“${margins[0].trim()}” before ${mention.why}`
		})
	];
}

/** A body at the start of a sentence that does something there: "The Court of International Trade ruled …". */
function actorFact(found: Found, mention: Mention, place: Sentence, index: number): ExtractedFact[] {
	const { referent } = mention;
	const { normal } = found.layout.article;
	if (referent?.is !== 'organisation' || referent.party !== undefined || mention.via === 'pronoun') return [];
	const first = /^(?:the |in [^,]{2,40}, (?:the )?|according to )?$/i.test(normal.slice(place.start, mention.start));
	if (!first || !/^ [a-z]{3,}/.test(normal.slice(mention.end, mention.end + 8))) return [];
	const standing = standingOf(found, index, place);
	if (standing.polarity !== 'affirmed') return [];
	return [
		makeFact(found, {
			kind: 'organisation',
			statement: asSentence(wording(found, place)),
			value: referent.name.replace(/^the /, ''),
			values: { is: 'organisation', organisation: referent.id, relation: 'acts', of: 'statement' },
			...standing,
			span: mention,
			sentence: index,
			rule: 'organisation.actor',
			confidence: 0.65 * mention.confidence,
			why: `begins its sentence, ${mention.why}`
		})
	];
}

/** "The UN Convention", "a Senate panel": something else that has the body's name in its own. */
const OF_A_BODY = /^ (?:Convention|Charter|Treaty|Resolution|Act|[Pp]anel|rules?|law)\b/;

/** Each other body once, where the text first gives its name: what is told of it there. */
function namedFacts(found: Found, known: ReadonlySet<string>): ExtractedFact[] {
	const seen = new Set(known);
	const { normal } = found.layout.article;
	return found.mentions.flatMap((mention) => {
		const { referent, via, sentence } = mention;
		const place = found.layout.sentences[sentence];
		if (referent?.is !== 'organisation' || via === 'pronoun' || !place || place.duplicate || seen.has(referent.id))
			return [];
		if (/\bList$/.test(referent.name) || OF_A_BODY.test(normal.slice(mention.end, mention.end + 16))) return [];
		seen.add(referent.id);
		return [
			makeFact(found, {
				kind: 'organisation',
				statement: asSentence(wording(found, place)),
				value: referent.name.replace(/^the /, ''),
				values: { is: 'organisation', organisation: referent.id, relation: 'named', of: 'statement' },
				...standingOf(found, sentence, place),
				span: mention,
				sentence,
				rule: 'organisation.named',
				// What a sentence tells of a body in passing is seldom worth a question.
				confidence: 0.45 * mention.confidence,
				why: `named here first, ${mention.why}`
			})
		];
	});
}
