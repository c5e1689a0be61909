import type { Locale } from '../tongue.ts';
import type { Source } from './entity-schema.ts';

/**
 * Sources as pages of a language call them: where a source has a Chinese label and publisher, Chinese pages show these.
 * Titles stay as they can be looked up.
 */
export function sourcesIn(locale: Locale, sources: readonly Source[]): readonly Source[] {
	if (locale === 'en') return sources;
	return sources.map((source) => (source.chinese ? { ...source, ...source.chinese } : source));
}
