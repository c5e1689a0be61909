import type { Ask } from '../../facts/fact-schema.ts';
import { fold } from '../../text.ts';
import type { Board } from './board.ts';
import { gistOf, gistsLike } from './gists.ts';
import { isFromTitle } from './guard.ts';
import { isOfMany } from './many.ts';
import { matterOf, overlap } from './matter.ts';
import { asAsk, stem, type Told } from './told.ts';

/** What each rung of the speech-act ladder is called in options. */
const STANDINGS = {
	agreed: 'As agreed by both sides',
	announced: 'As promised by one side',
	claimed: 'As claimed by one side',
	'not-agreed': 'As left without agreement'
} as const;
/** Where more than two agreed. */
const BY_ALL = 'As agreed by all sides';
/** Whoever announces a duty or a date promises nothing to anybody. */
const PLEDGED = /\b(?:pledg|promis|commit|vow|undert|guarant|assur)\p{L}*/iu;
const MOST_LOOKED_AT = 60;
type Standing = keyof typeof STANDINGS;
const RUNGS = ['agreed', 'announced', 'claimed', 'not-agreed'] as const;

/** What was agreed, promised or left open: how firmly it stands, and which of several things it is. */
export function agreementAsks(told: Told, board: Board): Ask[] {
	const gist = gistOf(told);
	if (gist === undefined || told.polarity === 'hedged' || told.fact.modality === 'reportedly') return [];
	if (isFromTitle(told)) return [];
	const content = contentAsk(told, board, gist);
	return content.length > 0 ? content : standingAsk(told, gist);
}

/** Which of these was agreed: beside it stands what one side alone wanted, or what was left open. */
function contentAsk(told: Told, board: Board, gist: string): Ask[] {
	if (told.fact.kind !== 'agreement' || told.polarity !== 'affirmed' || isOfMany(told.around)) return [];
	const others = gistsLike(gist, (board.articles.get(told.article)?.notAgreed ?? []).slice(0, MOST_LOOKED_AT));
	if (others.length < 2) return [];
	const question = stem(
		titledFirst(told, gist),
		gist,
		(source) => `Which of these does ${source} report as agreed by both sides?`
	);
	if (question === undefined) return [];
	return [
		asAsk(told, {
			slot: 'content',
			type: 'phrase',
			question,
			key: gist,
			typed: false,
			relation: true,
			distractors: { 'one-side-only': others }
		})
	];
}

/** The rung on which the article puts it; a negated statement has one only where it says that nothing was agreed. */
function standingOf(told: Told): Standing | undefined {
	const { kind } = told.fact;
	if (kind === 'non-agreement') return 'not-agreed';
	if (told.polarity !== 'affirmed') return undefined;
	if (kind === 'agreement') return 'agreed';
	const isPromise = kind === 'commitment' && PLEDGED.test(told.fact.statement + told.around);
	return isPromise && told.party !== undefined && told.party.id !== 'both' ? 'announced' : undefined;
}

const SAME_MATTER = 0.4;

/** A title says who met; one that tells of the same thing may tell how it stands. */
function titledFirst(told: Told, gist: string): Told {
	const isTitled = (source: string) => source.includes('“');
	const telling = overlap(matterOf(told.title ?? ''), matterOf(gist)) >= SAME_MATTER;
	const titled = telling ? [] : told.sources.filter(isTitled);
	return { ...told, sources: [...titled, ...told.sources.filter((source) => !isTitled(source))] };
}

function standingAsk(told: Told, gist: string): Ask[] {
	const standing = standingOf(told);
	if (standing === undefined) return [];
	const many = isOfMany(told.around);
	// Who else is meant by "both sides" would not be told.
	if (many && standing === 'not-agreed') return [];
	const optionOf = (rung: Standing) => (many && rung === 'agreed' ? BY_ALL : STANDINGS[rung]);
	const question = stem(
		titledFirst(told, gist),
		optionOf(standing),
		(source) => `How does ${source} present ${gist.startsWith('to ') ? 'the plan' : 'the following:'} ${gist}?`
	);
	if (question === undefined || /\bagree|\bpromis|\bclaim|\bpledg/.test(fold(gist))) return [];
	const others = RUNGS.filter((rung) => rung !== standing);
	return [
		asAsk(told, {
			slot: 'standing',
			type: 'term',
			question,
			key: optionOf(standing),
			typed: false,
			relation: true,
			distractors: {
				'one-side-only': others.filter((rung) => rung !== 'not-agreed').map(optionOf),
				'not-agreed': others.includes('not-agreed') ? [STANDINGS['not-agreed']] : []
			}
		})
	];
}
