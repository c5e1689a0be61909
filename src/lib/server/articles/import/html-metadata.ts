import type { ArticleMetadata } from '#lib/domain/articles/types.ts';
import { fold } from '#lib/domain/text.ts';

/** Longer data blocks are not an article's particulars. */
const LONGEST_DATA = 200_000;
const ARTICLE_TYPE = /article|posting|report|webpage/i;

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a linked-data block, those inside of "@graph" too. */
function objectsOf(value: unknown): Json[] {
	if (Array.isArray(value)) return value.slice(0, 200).flatMap(objectsOf);
	if (!isJson(value)) return [];
	return [value, ...(Array.isArray(value['@graph']) ? objectsOf(value['@graph']) : [])];
}

function parsed(data: string): unknown {
	if (data.length > LONGEST_DATA) return null;
	try {
		return JSON.parse(data);
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

function linkedData(document: Document): Json | undefined {
	const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')];
	const objects = blocks.flatMap((block) => objectsOf(parsed(block.textContent ?? '')));
	const typed = (one: Json) =>
		[one['@type']].flat().some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type));
	const dated = objects.filter((one) => typeof one['datePublished'] === 'string');
	return dated.find(typed) ?? dated[0] ?? objects.find(typed);
}

/** A name that is given as text, as an object with one, or as a list of such. */
function nameOf(value: unknown): string | undefined {
	if (typeof value === 'string') return /^https?:/.test(value) ? undefined : value;
	if (isJson(value)) return nameOf(value['name']);
	if (!Array.isArray(value)) return undefined;
	const names = value.slice(0, 10).flatMap((one) => nameOf(one) ?? []);
	return names.length > 0 ? names.join(', ') : undefined;
}

/** The first that says something, on one line. */
function first(...candidates: (string | null | undefined)[]): string | undefined {
	const found = candidates.find((one) => one != null && one.trim() !== '');
	return found?.replace(/\s+/g, ' ').trim().slice(0, 500);
}

/** ISO day or instant; "20231116" and "2023/11/16" too. */
function isoOf(value: string | undefined): string | undefined {
	const found = /^\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?=$|[T\s])([T ][\d:.]{4,15}(?:Z|[+-]\d{2}:?\d{2})?)?/.exec(
		value ?? ''
	);
	if (found) return `${found[1]}-${found[2]}-${found[3]}${(found[4] ?? '').replace(' ', 'T')}`;
	return undefined;
}

/** A time element that is of this article: inside of it, or the only one. */
function timeOf(document: Document): string | undefined {
	const stated = document.querySelector('[itemprop="datePublished"], time[pubdate]');
	const times = [...document.querySelectorAll('time[datetime]')];
	const element =
		stated ??
		document.querySelector('article time[datetime], header time[datetime]') ??
		(times.length === 1 ? times[0] : null);
	return first(element?.getAttribute('datetime'), element?.getAttribute('content'));
}

/** The first meta element of these names that says something. */
function metaOf(document: Document, names: readonly string[]): string | undefined {
	const contents = names.map((name) => {
		const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
		return element?.getAttribute('content');
	});
	return first(...contents);
}

const MOST_SITE_WORDS = 6;

/** The site behind the title of its pages: "Ministers agree on flights | Example Times", where the heading is the rest. */
function siteOf(document: Document): string | undefined {
	const heading = fold(document.querySelector('h1')?.textContent ?? '');
	const [, title, site] =
		/^(.{8,300}) [|–—-] ([^|–—]{2,60})$/u.exec(flat(document.querySelector('title')?.textContent)) ?? [];
	if (title === undefined || site === undefined || heading === '' || fold(title) !== heading) return undefined;
	return site.split(' ').length <= MOST_SITE_WORDS ? site : undefined;
}

const flat = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** Names of meta elements, the surest first. */
const PUBLISHED =
	'article:published_time og:published_time datePublished citation_publication_date citation_date dc.date.issued DC.date.issued dc.date DC.date parsely-pub-date sailthru.date pubdate publishdate date'.split(
		' '
	);
const TITLE = ['og:title', 'citation_title', 'twitter:title'];
const PUBLISHER = ['og:site_name', 'citation_journal_title', 'citation_publisher', 'application-name', 'dc.publisher'];
const AUTHOR = ['author', 'citation_author', 'parsely-author', 'article:author', 'dc.creator'];

/**
 * What a web page says of the article on it, by linked data, meta elements and its time element.
 * @returns `published` as ISO 8601; what is not said is absent
 */
export function metadataOf(document: Document): ArticleMetadata {
	const data = linkedData(document) ?? {};
	const text = (key: string) => (typeof data[key] === 'string' ? data[key] : undefined);
	const content = (selector: string) => document.querySelector(selector)?.textContent;
	const published = [text('datePublished'), metaOf(document, PUBLISHED), timeOf(document)].map(isoOf);
	const author = first(nameOf(data['author']), metaOf(document, AUTHOR));
	const found: ArticleMetadata = {
		title: first(text('headline'), metaOf(document, TITLE), content('h1'), content('title')),
		publisher: first(nameOf(data['publisher']), metaOf(document, PUBLISHER), siteOf(document)),
		author: author !== undefined && /^https?:/.test(author) ? undefined : author,
		published: published.find((one) => one !== undefined),
		language: first(document.documentElement?.getAttribute('lang'), text('inLanguage'))
	};
	return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
