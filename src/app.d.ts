import type { Bank, Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import type { App as ReadoutApp } from '#lib/server/start-up.ts';

declare global {
	var readoutApp: Promise<ReadoutApp> | undefined;

	namespace App {
		interface Locals {
			db: Db;
			/** The learner's own: the shipped bank and what her workspaces published. */
			bank: Bank;
			shipped: Shipped;
			/** Whoever the session belongs to; null before the first review. */
			learner: Learner | null;
			/** Her account; null for a guest. */
			account: { name: string; email: string } | null;
			sessionId: string | null;
		}
		interface Error {
			/** A code of lib/domain/errors.ts. */
			code: string;
			message: string;
		}
	}
}

export {};
