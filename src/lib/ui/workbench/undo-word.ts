import { m } from '#lib/paraglide/messages.js';

/** The first word of a kept change names the deed; changes are kept as they were called when they were made. */
const DEEDS = new Map([
	['Accepted', m.workbench_undo_accepted],
	['Rejected', m.workbench_undo_rejected],
	['Reopened', m.workbench_undo_reopened],
	['Ruled on', m.workbench_undo_ruled],
	['Edited', m.workbench_undo_edited],
	['Added', m.workbench_undo_added],
	['Merged', m.workbench_undo_merged]
]);

/** What a change that undo takes back is called: "Accepted “…”". */
export function undoWord(what: string): string {
	if (what === 'Done') return m.workbench_undo_done();
	const count = /^Accepted (\d+) at once$/.exec(what)?.[1];
	if (count !== undefined) return m.workbench_undo_at_once({ count });
	const [, did = '', fact = ''] = /^([A-Z][a-z ]+?) (“.*)$/s.exec(what) ?? [];
	return DEEDS.get(did)?.({ fact }) ?? what;
}
