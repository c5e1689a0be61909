import { formatDate } from '../dates.ts';
import { fold } from '../text.ts';
import type { WorkspaceArticle } from './accepted-fact.ts';

/** In characters. */
const LONGEST_TITLE = 400;
const MOST_TITLE_WORDS = 12;
/** As many of a longer title. */
const SHOWN_TITLE_WORDS = 8;
/** Labels that say nothing of the article. */
const PLAIN = /^(?:the|this|an?) (?:article|text|report|document|page|file)$/i;

/** "Office of the Spokesperson" as a sentence has it: "the Office …". */
const BODY =
	/^(?:(?!The )(?:[\p{L}.’'-]+ ){0,3}(?:Institut\p{L}*|Foundation|Cent(?:er|re)|Endowment|Association|Chamber|Federation|Ministry|Department|Commission|Council)(?: (?:for|of|on) |$)|Office|Ministry|Department|Embassy|Bureau|Secretariat|Government|Council|Commission|State Council|Foreign Ministry|Prime Minister's Office)\b/u;

/** A label as it stands inside of a sentence. */
const inSentence = (label: string): string => (BODY.test(label) ? `the ${label}` : label);

/**
 * How a question may name an article, the best one first: by its label and date, with its title where the label says
 * too little, and by its label alone where that is a name.
 */
export function sourceNames(article: WorkspaceArticle): string[] {
	const { published } = article;
	if (PLAIN.test(article.label)) return plainNames(article);
	const label = inSentence(article.label);
	const title = shortTitle(article);
	const date = published === null ? undefined : formatDate(published);
	const both = [title, date].filter((part) => part !== undefined).join(', ');
	const titled = title === undefined ? [] : [`${label} (${both})`];
	const dated = date === undefined ? [] : [`${label} (${date})`];
	// A title may tell the key: then a plain label has to do.
	return date === undefined ? [...titled, ...dated, label] : [...dated, label, ...titled];
}

/**
 * What feedback and statements call an article: by its label, or where that says nothing by its date, else its title.
 */
export function labelOf(article: WorkspaceArticle): string {
	if (!PLAIN.test(article.label)) return inSentence(article.label);
	const names = plainNames(article);
	return names.find((name) => name !== 'an article' && !name.includes('“')) ?? names[0] ?? article.label;
}

/** "an article of 30 October 2025 titled “…”": of an article without a publisher's name. */
function plainNames(article: WorkspaceArticle): string[] {
	const title = shortTitle(article);
	const of = article.published === null ? '' : ` of ${formatDate(article.published)}`;
	const titled = title === undefined ? [] : [`an article${of} titled ${title}`];
	const dated = of === '' ? [] : [`an article${of}`];
	// A title may tell the key: then a plain name has to do.
	return [...titled, ...dated, ...(dated.length > 0 ? [] : titled.length > 0 ? ['an article'] : [article.label])];
}

/** The title in quotation marks, if it is short and the label does not hold it already. */
function shortTitle({ title, label }: WorkspaceArticle): string | undefined {
	const bare = (title ?? '')
		.slice(0, LONGEST_TITLE)
		.replace(/\s+[|–—-]\s+[^|–—]{1,40}$/, '')
		.replace(/[“”"]/g, '')
		.trim();
	if (bare === '' || fold(label).includes(fold(bare))) return undefined;
	const words = bare.split(/\s+/);
	if (words.length <= MOST_TITLE_WORDS) return `“${bare}”`;
	return `“${words
		.slice(0, SHOWN_TITLE_WORDS)
		.join(' ')
		.replace(/[\s,;:–—-]+$/, '')} …”`;
}
