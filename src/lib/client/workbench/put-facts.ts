import type { WorkbenchCommand, WorkbenchFact } from '#lib/domain/workbench.ts';

/** The list with what a command changed, added and removed, still in the order of the text. */
export function putFacts(
	facts: readonly WorkbenchFact[],
	changed: readonly WorkbenchFact[],
	removed: readonly string[] = []
): readonly WorkbenchFact[] {
	const by = new Map(changed.map((fact) => [fact.id, fact]));
	const known = facts.filter(({ id }) => !removed.includes(id)).map((fact) => by.get(fact.id) ?? fact);
	const ids = new Set(facts.map(({ id }) => id));
	const added = changed.filter(({ id }) => !ids.has(id));
	return added.length === 0 ? known : [...known, ...added].sort((a, b) => placeOf(a) - placeOf(b));
}

const placeOf = ({ fact }: WorkbenchFact) => fact.evidence[0]?.start ?? Number.MAX_SAFE_INTEGER;

/** The facts that commands on their way are about. */
export function factsOf(commands: readonly WorkbenchCommand[]): ReadonlySet<string> {
	return new Set(commands.flatMap((command) => ('id' in command ? [command.id] : [])));
}
