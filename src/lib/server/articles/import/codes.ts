/** Why an article cannot be read. */
export type ArticleCode =
	| 'article_empty'
	| 'article_binary'
	| 'article_archive'
	| 'article_unsupported_type'
	| 'article_too_large'
	| 'article_no_sentences'
	| 'article_unsupported_language'
	| 'article_unreadable'
	| 'article_encrypted';

/** Why an address cannot be fetched. */
export type UrlCode =
	| 'url_invalid'
	| 'url_forbidden'
	| 'url_unreachable'
	| 'url_too_large'
	| 'url_timeout'
	| 'url_wrong_type'
	| 'url_http_error';

/** A refusal of an article, by its code. */
export interface ArticleRefusal {
	ok: false;
	code: ArticleCode;
}

export const refuse = (code: ArticleCode): ArticleRefusal => ({ ok: false, code });
