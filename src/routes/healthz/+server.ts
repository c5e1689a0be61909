import { sql } from 'drizzle-orm';
import type { RequestHandler } from './$types';

/** 200 when the database answers. */
export const GET: RequestHandler = async ({ locals }) => {
	await locals.db.execute(sql`select 1`);
	return Response.json({ ok: true, revision: locals.bank.revision });
};
