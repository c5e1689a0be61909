/** Stable names for what keeps the server from starting. */
export type StartFailureCode =
	| 'bad_environment'
	| 'data_dir_in_use'
	| 'data_dir_unusable'
	| 'database_unreachable'
	| 'migrations_missing'
	| 'migration_failed';

/** The server cannot start for a reason its owner can mend: the message says what to do, and no stack is shown. */
export class StartFailure extends Error {
	override readonly name = 'StartFailure';

	constructor(
		readonly code: StartFailureCode,
		message: string,
		options?: ErrorOptions
	) {
		super(message, options);
	}
}

/** The code of a Node or PostgreSQL error, or of the one that caused it; drizzle wraps the driver's errors. */
export function errorCode(error: unknown): string | undefined {
	for (let at = error; at instanceof Error; at = at.cause) {
		if ('code' in at && typeof at.code === 'string') return at.code;
	}
	return undefined;
}

/** The message of whatever was thrown. */
export function errorMessage(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
