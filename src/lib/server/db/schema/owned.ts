import { uuid } from 'drizzle-orm/pg-core';
import { workspaces } from './bank.ts';
import { learners } from './learners.ts';

/** Whose a row is: it goes with its workspace. */
export const workspaceId = () =>
	uuid('workspace_id')
		.notNull()
		.references(() => workspaces.id, { onDelete: 'cascade' });

/** Whose a row is: it goes with its learner. */
export const learnerId = () =>
	uuid('learner_id')
		.notNull()
		.references(() => learners.id, { onDelete: 'cascade' });
