import type { Person } from '../../facts/entity-schema.ts';
import type { Ask } from '../../facts/fact-schema.ts';
import { containsWords, wordsOf } from '../../text.ts';
import { valuesIn, type Board } from './board.ts';
import { isHeadline } from './gists.ts';
import { breaksOff, isToldAside, pointsBack } from './grammar.ts';
import { askable, isFromTitle, wordings } from './guard.ts';
import { luresFor } from './lures.ts';
import { BLANK, gapAt, predicateOf, shortened } from './sentences.ts';
import { isCutName, isSameName } from './same-person.ts';
import { asAsk, attributed, stem, type Told } from './told.ts';
import { isWholeStance, isWorthAGap } from './worth.ts';

/** What many may have done at once: who else did is not told by silence. */
const SHARED_DEED =
	/^(?:(?:will|would|may|might|could|also|later|then|has|had|is|was|be|reportedly|expected|likely|to) ){0,4}(?:attend|took part|take part|participat|join|was present|arriv|sat in|is among|was among|met|meets|welcom)/;
const SAME_DEED = 0.5;
const MOST_OTHERS = 6;
const MOST_LOOKED_AT = 60;
const FEWEST_DESCRIBING = 4;
/** "A self-ruled island", "the world's largest port": not "the leaders discussed". */
const DESCRIPTION =
	/^(?:an?|the (?:\S+[’']s?|\S+est|first|second|third|only|main|capital|former|current|top|chief|seat|home|body|country|state|region)) /;
const POINTERS = /\b(?:he|she|it|its|his|her|their|they|this|that he|that she)\b/i;

/** What happened: who did it, where one named person did. */
export function eventAsks(told: Told, board: Board): Ask[] {
	const statement = askable(told);
	if (statement === undefined || told.polarity !== 'affirmed') return [];
	const found = predicateOf(statement);
	const named = board.articles.get(told.article)?.people ?? [];
	const person = found && named.find((one) => found.subject.endsWith(one.name));
	if (!found || !person || SHARED_DEED.test(found.predicate) || isCutName(person, named)) return [];
	const predicate = shortened({ before: '', after: ` ${found.predicate}` })
		?.after.trim()
		.replace(/\.$/, '');
	if (predicate === undefined || !isWholeStance(predicate) || !isWorthAGap(`${person.name} ${predicate}`)) return [];
	if (isToldAside(predicate) || containsWords(predicate, person.family)) return [];
	const question = stem(told, person.name, (source) => `According to ${source}, who ${predicate}?`);
	if (question === undefined) return [];
	return [
		asAsk(told, {
			slot: 'who',
			type: 'person',
			question,
			key: person.name,
			cloze: { before: `According to ${told.label}, `, after: ` ${predicate}.` },
			value: person.id,
			accept: person.aliases,
			typed: true,
			distractors: { 'other-person': others(told, board, person, question) }
		})
	];
}

/** People in office of whom the article tells no such deed, and who are not named beside it. */
function others(told: Told, board: Board, person: Person, question: string): string[] {
	const article = board.articles.get(told.article);
	const alike = (article?.statements.like(told.fact.statement, SAME_DEED) ?? []).slice(0, MOST_LOOKED_AT);
	const ids = (article?.people ?? [])
		.slice(0, MOST_LOOKED_AT)
		.filter((other) => !isSameName(other.name, person.name) && other.name.includes(' '))
		.filter((other) => !containsWords(question, other.family))
		.filter((other) => !alike.some((fact) => containsWords(fact.fact.statement, other.family)))
		.map(({ id }) => id);
	return luresFor(board, told.article, person.id, ids, told.fact.statement)
		.flatMap((id) => board.person.get(id)?.name ?? [])
		.slice(0, MOST_OTHERS);
}

/** Who or what a description is of: "a self-ruled island east of the mainland". */
export function backgroundAsks(told: Told, board: Board): Ask[] {
	const { values } = told.fact;
	if (values.is !== 'relation' || values.relation !== 'is' || told.polarity !== 'affirmed') return [];
	const { subject, object } = values;
	if (
		!DESCRIPTION.test(object) ||
		isHeadline(object) ||
		/\bBy \p{Lu}/u.test(object) ||
		pointsBack(object) ||
		breaksOff(object) ||
		POINTERS.test(object) ||
		wordsOf(object).length < FEWEST_DESCRIBING
	)
		return [];
	const question = stem(told, subject, (source) => `Who or what is, according to ${source}, ${object}?`);
	if (question === undefined) return [];
	const others = valuesIn(board, told.article, 'relation').flatMap(({ fact }) =>
		fact.values.is === 'relation' && fact.values.relation === 'is' ? [fact.values.subject] : []
	);
	const wrong = [...new Set(others)].filter((name) => name !== subject && !containsWords(object, name));
	if (wrong.length < 2) return [];
	return [
		asAsk(told, {
			slot: 'described',
			type: 'term',
			question,
			key: subject,
			cloze: { before: '', after: ` is ${object}.` },
			typed: true,
			distractors: { 'other-term': wrong.slice(0, MOST_OTHERS) }
		})
	];
}

/** A place as a gap in the statement. */
export function placeAsks(told: Told, board: Board): Ask[] {
	for (const wording of wordings(told)) {
		const asks = placeAsk(wording, board);
		if (asks.length > 0) return asks;
	}
	return [];
}

function placeAsk(told: Told, board: Board): Ask[] {
	const { values } = told.fact;
	const statement = askable(told);
	const place = values.is === 'place' ? board.place.get(values.place) : undefined;
	if (!place || statement === undefined || told.polarity === 'negated' || isFromTitle(told)) return [];
	// The names by which the article's other questions call it tell where it was.
	if (told.sources.some((source) => / (?:talks|call) between /.test(source) && source.includes(place.name))) return [];
	const gap = gapAt(statement, place.name);
	const short = gap && shortened(gap);
	if (!short) return [];
	const line = `${short.before}${BLANK}${short.after}`;
	if (!isWorthAGap(line) || /\b(?:may|might|could|possibly|is expected)\b/u.test(line)) return [];
	const question = stem(told, place.name, (source) => `Which place completes this statement from ${source}? ${line}`);
	if (question === undefined) return [];
	const holders = [place.within, ...[...board.place.values()].filter((p) => p.within === place.id).map((p) => p.id)];
	const options = [...board.place.values()]
		.filter((other) => other.id !== place.id && other.type === place.type && !holders.includes(other.id))
		.map((other) => other.name)
		.filter((name) => !containsWords(statement, name));
	if (options.length < 2) return [];
	return [
		asAsk(told, {
			slot: 'place',
			type: 'place',
			question,
			key: place.name,
			cloze: attributed(told, short),
			value: place.id,
			accept: place.aliases,
			typed: true,
			distractors: { 'other-place': options.slice(0, MOST_OTHERS) }
		})
	];
}

/** A body as a gap in the statement, or what its letters stand for. */
export function organisationAsks(told: Told, board: Board): Ask[] {
	const { values } = told.fact;
	const body = values.is === 'organisation' ? board.organisation.get(values.organisation) : undefined;
	const statement = askable(told) ?? '';
	if (values.is !== 'organisation' || !body) return [];
	const letters = /^(\S+) stands for (.+)\.$/.exec(told.fact.statement);
	if (letters?.[1] !== undefined && letters[2] !== undefined)
		// A name that letters stand for is a trifle, but for the body that the article is about.
		return containsWords(told.title ?? '', letters[1]) ? lettersAsk(told, letters[1], letters[2]) : [];
	const name = [body.name, ...body.aliases].find((one) => gapAt(statement, one) !== undefined);
	const gap = name === undefined ? undefined : gapAt(statement, name);
	const short = gap && shortened(gap);
	// "____ reported that …": whoever carries a report is not what it is about; "____ chief" is a title.
	if (
		name === undefined ||
		!short ||
		/^ (?:(?:\p{Ll}+ )?(?:said|says|reported|reports|quoted|wrote|chief|head|spokes\p{L}+|officials?)\b|\p{Lu})/u.test(
			short.after
		)
	)
		return [];
	const line = `${short.before}${BLANK}${short.after}`;
	if (!isWorthAGap(line)) return [];
	const question = stem(told, name, (source) => `Which organisation completes this statement from ${source}? ${line}`);
	if (question === undefined) return [];
	return [
		asAsk(told, {
			slot: 'body',
			type: 'organisation',
			question,
			key: name,
			cloze: attributed(told, short),
			value: body.id,
			accept: [body.name, ...body.aliases],
			typed: true,
			distractors: {}
		})
	];
}

function lettersAsk(told: Told, letters: string, name: string): Ask[] {
	const question = stem(told, name, (source) => `According to ${source}, what do the letters ${letters} stand for?`);
	if (question === undefined) return [];
	return [
		asAsk(told, {
			slot: 'letters',
			type: 'term',
			question,
			key: name,
			cloze: { before: `The letters ${letters} stand for `, after: '.' },
			typed: true
		})
	];
}
