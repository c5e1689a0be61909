import type { Layout } from '../../articles/types.ts';
import type { Mention } from '../types.ts';
import { acronymsOf } from './acronyms.ts';
import { castOf } from './cast.ts';
import type { CompiledNames } from './compiled.ts';
import { joinCoordinated } from './coordination.ts';
import { detailOf } from './detail.ts';
import type { Draft, Ground, Reading } from './draft.ts';
import { findsOf } from './finds.ts';
import { nameOpenOnes } from './joints.ts';
import { nameInFull } from './naming.ts';
import { phrasesOf } from './phrases.ts';
import { protagonistsOf } from './protagonists.ts';
import { isRelease } from './release.ts';
import { resolveAll } from './resolve.ts';
import { nameStates } from './states.ts';
import { nameStrangeBodies } from './strange-bodies.ts';
import { nameBySurname } from './surnames.ts';
import { labelLines, linesOf, type Line } from './tokens.ts';

/**
 * Everybody and everything that an article names: people, states as actors, bodies, places, both sides together, and the
 * pronouns that stand for them. Sorted by start, the longer first; a joint mention ("Xi and Biden") contains those whom
 * it joins. The span covers a title before the name, and the article "the" of a title, a side or a joint mention.
 * @param year in which the article appeared, where it is known: who "the French president" is hangs on it
 */
export function findMentions(layout: Layout, names: CompiledNames, year?: number): Mention[] {
	const lines = [...linesOf(layout), ...labelLines(layout)].sort(bySentence);
	const told = year === undefined ? yearOf(lines) : { year };
	const own = acronymsOf(lines, names);
	const ground: Ground = { names, normal: layout.article.normal, words: wordsOf(lines), own, ...told };
	const readings = lines.map((line) => readingOf(ground, line));
	const cast = castOf(
		ground,
		readings.flatMap((reading) => reading.drafts)
	);
	nameBySurname(ground, readings, cast);
	for (const reading of readings) {
		nameStates(ground, reading);
		nameStrangeBodies(ground, reading);
		nameOpenOnes(ground, reading);
		joinCoordinated(ground, reading);
	}
	resolveAll(ground, readings, cast, protagonistsOf(layout, readings), isRelease(layout));
	return readings.flatMap((reading) => reading.drafts.filter(isTold).map((draft) => mentionOf(ground, draft)));
}

/** A label stands before the first sentence of its block. */
const bySentence = (a: Line, b: Line): number =>
	a.sentence - b.sentence || Number(b.label ?? false) - Number(a.label ?? false);

/** "It" and "the host" that stand for nobody are left out; other pronouns and titles are kept, to be asked about. */
const isTold = ({ referent, ask, line }: Draft): boolean =>
	line.label
		? referent?.is === 'person'
		: referent !== null || !(ask?.kind === 'host' || (ask?.kind === 'pronoun' && ask.word === 'it'));

function readingOf(ground: Ground, line: Line): Reading {
	const finds = findsOf(line, ground);
	const phrases = phrasesOf({ line, finds, names: ground.names, normal: ground.normal });
	const reading: Reading = { line, finds, phrases, drafts: [] };
	nameInFull(ground, reading);
	return reading;
}

/** The capitalised words of the article: what tells one Georgia from the other. */
function wordsOf(lines: readonly Line[]): ReadonlySet<string> {
	return new Set(lines.flatMap(({ tokens }) => tokens.filter(({ capital }) => capital).map(({ key }) => key)));
}

/** The year that the article names most often. */
function yearOf(lines: readonly Line[]): { year?: number } {
	const counts = new Map<number, number>();
	for (const { tokens } of lines) {
		for (const { raw } of tokens) {
			if (/^(19[89]|20[0-4])\d$/.test(raw)) counts.set(Number(raw), (counts.get(Number(raw)) ?? 0) + 1);
		}
	}
	const [best] = Array.from(counts).sort(([yearA, a], [yearB, b]) => b - a || yearB - yearA);
	return best === undefined ? {} : { year: best[0] };
}

function mentionOf(ground: Ground, draft: Draft): Mention {
	const { tokens } = draft.line;
	const start = tokens[draft.from]?.start ?? 0;
	const end = tokens[draft.to - 1]?.end ?? start;
	return {
		start,
		end,
		referent: draft.referent,
		via: draft.via,
		...(draft.office && draft.referent?.is === 'person' ? { office: draft.office } : {}),
		...(draft.otherOffices && draft.referent?.is === 'person' ? { otherOffices: draft.otherOffices } : {}),
		sentence: draft.line.sentence,
		confidence: Math.round(draft.confidence * 100) / 100,
		why: draft.why,
		detail: detailOf(ground, draft, ground.normal.slice(start, end))
	};
}
