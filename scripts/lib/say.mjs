/**
 * Says what is being done, on a line of its own.
 * @param {string} line
 */
export function say(line) {
	console.log(`readout: ${line}`);
}

/** The reason why something cannot be done, for a person: shown without a stack. */
export class Trouble extends Error {
	/** @override */
	name = 'Trouble';
}

/**
 * What to print of whatever ended the program: the message where the reason is one that its owner can mend, and the
 * whole stack where it is a fault of the program's own.
 * @param {unknown} error
 */
export function explain(error) {
	if (!(error instanceof Error)) return String(error);
	const mendable = ['Trouble', 'StartFailure', 'SeedError'].includes(error.name);
	// adapter-node checks a few variables itself, with plain errors.
	return mendable || /^Invalid (ORIGIN|BODY_SIZE_LIMIT|value for environment)/.test(error.message)
		? error.message
		: (error.stack ?? error.message);
}
