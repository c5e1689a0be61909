import { m } from '#lib/paraglide/messages.js';
import { sourceName, topicWord } from '../tongue/words.ts';

/** A deck as the server tells of it. */
export interface DeckText {
	/** As in a page's address: "all", "due", "topic:taiwan", "source:iria", "workspace:…", "study:…". */
	name: string;
	/** What it was called by whoever made it. */
	label: string;
	note?: string;
}

/** What a deck is called in the page's language; what people named keeps its name. */
export function deckWord({ name, label }: DeckText): string {
	const [by, id = ''] = name.split(':', 2);
	if (by === 'all') return m.decks_whole_bank();
	if (by === 'due') return m.decks_due_now();
	if (by === 'topic') return topicWord(id, label);
	return by === 'source' ? sourceName(label) : label;
}

/** What a deck is, in a line below its name: a source's title, for instance. */
export function deckNote({ name, note }: DeckText): string | undefined {
	return name === 'due' ? m.decks_due_note() : note;
}
