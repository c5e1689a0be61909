/** A deck that may have options of its own, as a list of them shows it. */
export interface DeckName {
	/** As in a page's address. */
	name: string;
	by: 'study' | 'workspace' | 'topic' | 'source';
	id: string;
	label: string;
	hasOwn: boolean;
}
