import { hashText } from '../hash.ts';
import type { Item } from './types.ts';

/** An item without its version, its parts in their order. */
export function withoutVersion(item: Item): Omit<Item, 'version'> {
	const content: Partial<Item> & Omit<Item, 'version'> = { ...item };
	delete content.version;
	return content;
}

/** An item with its version: the hash of everything that a learner may see or be graded by. */
export function withVersion(content: Omit<Item, 'version'>): Item {
	return { ...content, version: hashText(JSON.stringify(content)) };
}
