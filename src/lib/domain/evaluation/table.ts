import type { ArticleScore, Judgement } from './score.ts';
import type { KindRow, Summary } from './summary.ts';

const WIDTHS = [26, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7];
const HEAD = ['', 'gold', 'prop.', 'right', 'prec.', 'recall', 'F1', 'optnl', 'repeat', 'turned', 'unhdgd', 'undnd'];

const row = (cells: string[]): string =>
	cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[at] ?? 0) : cell.padStart(WIDTHS[at] ?? 0))).join('');
const ratio = (share: number | null): string => (share === null ? '–' : share.toFixed(2));

function rowLine(r: KindRow): string {
	const counts = [r.gold, r.predicted, r.right].map(String);
	const ratios = [r.precision, r.recall, r.f1].map(ratio);
	return row([
		r.name,
		...counts,
		...ratios,
		...[r.accepted, r.duplicates, r.wrongPolarity, r.hedgeLost, r.denialLost].map(String)
	]);
}

/**
 * A summary as lines of text. Columns: optional gold proposed, repeats, negations turned round, hedges lost, denials that
 * the statement lost.
 * @param exhaustive whether the gold holds every fact; where it does not, precision is a lower bound and the table says so
 */
export function scoreTable(summary: Summary, exhaustive = true): string[] {
	const { topicRight: topic } = summary;
	return [
		`${summary.articles} articles`,
		...(exhaustive ? [] : ['The gold is not exhaustive: precision and F1 are lower bounds.']),
		...(summary.unplaced > 0 ? [`${summary.unplaced} gold facts whose words do not occur were not judged.`] : []),
		row(HEAD),
		...summary.kinds.map(rowLine),
		rowLine(summary.total),
		...summary.topics.map(rowLine),
		`topic right in ${topic.right} of ${topic.n}`,
		'',
		`confidence: Brier ${summary.brier === null ? '–' : summary.brier.toFixed(3)}`,
		...summary.calibration.map(
			(bin) =>
				`  ${bin.from.toFixed(2)}–${bin.to.toFixed(2)}  n ${bin.n}  right ${ratio(bin.n === 0 ? null : bin.right / bin.n)}  mean ${ratio(bin.mean)}`
		),
		...(summary.confusions.length > 0 ? ['', 'under another kind (proposed for gold):'] : []),
		...summary.confusions.map((one) => `  ${one.proposed} for ${one.gold}: ${one.n}`),
		'',
		'rules (right/fired):',
		...summary.rules.map((one) => `  ${one.rule}: ${one.right}/${one.fired}`)
	];
}

/** Every miss, false proposal, lost hedge or denial and turned negation of an article, a line each, in the order of the kinds. */
export function missLines(article: string, score: ArticleScore): string[] {
	const lines = score.judgements
		.filter((one) => one.outcome === 'missed' || one.outcome === 'false' || one.hedgeLost || one.denialLost)
		.sort((a, b) => a.kind.localeCompare(b.kind, 'en'))
		.map(missLine);
	const unplaced = score.unplaced.map((id) => `  gold ${id}: its words do not occur in the article`);
	return [`== ${article}`, ...lines, ...unplaced];
}

function missLine(one: Judgement): string {
	const marks = [
		one.wrongPolarity ? ' TURNED' : '',
		one.hedgeLost ? ' hedge lost' : '',
		one.denialLost ? ' DENIAL LOST IN THE STATEMENT' : '',
		one.confusedWith === null ? '' : ` is ${one.confusedWith}`
	].join('');
	const { fact, gold } = one;
	if (fact === null) {
		return `  - MISSED ${one.kind}${marks} [${gold?.id ?? ''}] ${detail(gold)}: ${JSON.stringify(gold?.match)}`;
	}
	const evidence = fact.evidence.map((span) => JSON.stringify(span.text.slice(0, 200))).join(' + ');
	const label = one.outcome === 'false' ? 'FALSE' : 'RIGHT';
	return `  + ${label} ${one.kind}${marks} ${detail(fact)} (${fact.rule}, ${fact.confidence.toFixed(2)}) “${fact.statement}” from ${evidence}`;
}

function detail(
	of: { holder: string | null; value: string | number | null; unit?: string | null; polarity?: string } | null
): string {
	if (of === null) return '';
	return [of.holder, of.value, of.unit, of.polarity === 'affirmed' ? null : of.polarity]
		.filter((part) => part !== null && part !== undefined)
		.join(' | ');
}
