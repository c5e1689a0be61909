import { fold } from '../text.ts';
import {
	compareNames,
	type Gradebook,
	type GradebookCell,
	type GradebookColumn,
	type GradebookRow
} from './gradebook.ts';

/** Which cells a gradebook is narrowed to. */
export const GRADEBOOK_SHOWS = ['all', 'missing', 'waiting', 'below'] as const;
export type GradebookShow = (typeof GRADEBOOK_SHOWS)[number];

/** How a gradebook is looked at; all of it stands in the page's address. */
export interface GradebookQuery {
	/** "name", or the id of a column. */
	sort: string;
	descending: boolean;
	/** Words of a name; "" for everybody. */
	name: string;
	show: GradebookShow;
	/** Per cent, for "below". */
	below: number;
	/** The column that `show` looks at; "" for any of them. */
	column: string;
	/** Whether those who left the class are shown. */
	former: boolean;
	/** From 1. */
	page: number;
}

export const DEFAULT_QUERY: GradebookQuery = {
	sort: 'name',
	descending: false,
	name: '',
	show: 'all',
	below: 60,
	column: '',
	former: false,
	page: 1
};

/** Rows of one page: so many that a class fits, and a browser does not labour. */
export const GRADEBOOK_PAGE = 50;
const LONGEST_NAME = 100;

/** Reads the address of a gradebook; what makes no sense is as if it were not there. */
export function readGradebookQuery(params: URLSearchParams): GradebookQuery {
	const below = Number(params.get('below') ?? DEFAULT_QUERY.below);
	return {
		sort: params.get('sort') || DEFAULT_QUERY.sort,
		descending: params.get('order') === 'desc',
		name: (params.get('name') ?? '').trim().slice(0, LONGEST_NAME),
		show: GRADEBOOK_SHOWS.find((show) => show === params.get('show')) ?? DEFAULT_QUERY.show,
		below: Number.isFinite(below) ? Math.min(100, Math.max(0, below)) : DEFAULT_QUERY.below,
		column: params.get('column') ?? '',
		former: params.get('former') === 'show',
		page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1)
	};
}

/** The address's search of a gradebook, without what goes without saying: "sort=…&order=desc". */
export function gradebookSearch(query: GradebookQuery): string {
	const { sort, descending, name, show, below, column, former, page } = query;
	const params = new URLSearchParams();
	if (sort !== DEFAULT_QUERY.sort) params.set('sort', sort);
	if (descending) params.set('order', 'desc');
	if (name !== '') params.set('name', name);
	if (show !== 'all') params.set('show', show);
	if (show === 'below') params.set('below', String(below));
	if (show !== 'all' && column !== '') params.set('column', column);
	if (former) params.set('former', 'show');
	if (page > 1) params.set('page', String(page));
	return params.toString();
}

/** A gradebook sorted and narrowed, with the rows of one page. */
export interface GradebookView {
	columns: GradebookColumn[];
	rows: GradebookRow[];
	/** All of them, whatever the page; none where they are not asked for. */
	former: GradebookRow[];
	/** How many left the class and have grades in it. */
	formerCount: number;
	/** Students in the class, and of those the ones that the filter lets through. */
	students: number;
	passing: number;
	page: number;
	pages: number;
}

/** A gradebook as it is asked for. */
export function viewGradebook(gradebook: Gradebook, query: GradebookQuery): GradebookView {
	const passing = arrange(gradebook.rows, gradebook.columns, query);
	const pages = Math.max(1, Math.ceil(passing.length / GRADEBOOK_PAGE));
	const page = Math.min(pages, query.page);
	return {
		columns: gradebook.columns,
		rows: passing.slice((page - 1) * GRADEBOOK_PAGE, page * GRADEBOOK_PAGE),
		former: query.former ? arrange(gradebook.former, gradebook.columns, query) : [],
		formerCount: gradebook.former.length,
		students: gradebook.rows.length,
		passing: passing.length,
		page,
		pages
	};
}

/** The rows that pass, in their order; who has no grade in the column comes last whichever way it is sorted. */
export function arrange(
	rows: readonly GradebookRow[],
	columns: readonly GradebookColumn[],
	query: GradebookQuery
): GradebookRow[] {
	const words = fold(query.name);
	const looked = columns.findIndex(({ id }) => id === query.column);
	const passing = rows.filter(({ name, cells }) => {
		if (!fold(name).includes(words)) return false;
		const seen = looked < 0 ? cells : cells.slice(looked, looked + 1);
		return query.show === 'all' || seen.some((cell) => passes(cell, query));
	});
	const sorted = columns.findIndex(({ id }) => id === query.sort);
	const way = query.descending ? -1 : 1;
	return passing.sort((a, b) => {
		const [x, y] = [a.cells[sorted]?.share ?? null, b.cells[sorted]?.share ?? null];
		if (sorted < 0) return way * compareNames(a, b);
		if (x === null || y === null) return Number(x === null) - Number(y === null) || compareNames(a, b);
		return way * (x - y) || compareNames(a, b);
	});
}

function passes(cell: GradebookCell, { show, below }: GradebookQuery): boolean {
	switch (show) {
		case 'all':
			return true;
		case 'missing':
			return cell.missing;
		case 'waiting':
			return cell.waiting > 0;
		case 'below':
			return cell.share !== null && cell.share * 100 < below;
	}
}
