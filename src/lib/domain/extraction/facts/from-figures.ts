import { firstOfEach, type Found } from '../found.ts';
import type { ExtractedFact, Figure } from '../types.ts';
import { sentence as asSentence, wording } from '../wording/wording.ts';
import { clauseAround } from './clauses.ts';
import { makeFact } from './make-fact.ts';
import { standingOf } from './standing.ts';

/** A fact for each amount with its unit and what it counts. */
export function factsFromFigures(found: Found): ExtractedFact[] {
	return firstOfEach(found.figures).flatMap((figure) => {
		const place = found.layout.sentences[figure.sentence];
		return place ? [figureFact(found, figure)] : [];
	});
}

function figureFact(found: Found, figure: Figure): ExtractedFact {
	const place = found.layout.sentences[figure.sentence] ?? figure;
	const bound = figure.bound === 'less-than' ? 'about' : figure.bound;
	const shown = found.layout.article.normal.slice(figure.start, figure.end);
	return makeFact(found, {
		kind: 'figure',
		statement: asSentence(wording(found, place)),
		value: figure.value,
		unit: figure.unit,
		values: { is: 'figure', of: figure.of, number: figure.value, unit: figure.unit, bound },
		span: figure,
		sentence: figure.sentence,
		...standingOf(found, figure.sentence, clauseAround(found, place, figure)),
		rule: figure.rule,
		confidence: figure.confidence,
		why: `“${shown}” read as ${figure.value} ${figure.unit}${figure.of ? `, of ${figure.of}` : ''}`
	});
}
