import type { LexiconContent } from '#lib/domain/workspace/lexicon-schema.ts';
import { m } from '#lib/paraglide/messages.js';

const BEINGS = {
	person: m.workspaces_is_person,
	organisation: m.workspaces_is_organisation,
	place: m.workspaces_is_place
};

/** An entry of the workspace's lexicon in one line. */
export function entryText(content: LexiconContent): string {
	switch (content.kind) {
		case 'name':
			return [content.name, content.office, content.country, `(${BEINGS[content.is]()})`].filter(Boolean).join(', ');
		case 'alias':
			return `${content.alias} = ${content.of}`;
		case 'topic':
			return `${content.label}: ${content.words.join(', ')}`;
		case 'trigger':
			return `${content.words}: ${content.act}, ${content.stance}`;
	}
}
