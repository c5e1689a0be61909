import { sql } from 'drizzle-orm';
import {
	boolean,
	doublePrecision,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	real,
	smallint,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Response } from '#lib/domain/grading/types.ts';
import type { FormName } from '#lib/domain/items/types.ts';
import type { Extension, QuizRules } from '#lib/domain/teaching/rules.ts';
import type { QuizQuestion, Selection } from '#lib/domain/teaching/selection.ts';
import { classId } from './classes.ts';
import { instant } from './instant.ts';
import { learnerId } from './owned.ts';

/** What a class has to do: a quiz that is graded, or items that enter each student's reviews. */
export const assignments = pgTable(
	'assignments',
	{
		classId: classId(),
		id: uuid('id').notNull(),
		kind: text('kind', { enum: ['quiz', 'study'] }).notNull(),
		title: text('title').notNull(),
		/** A draft is seen by teachers alone. */
		status: text('status', { enum: ['draft', 'published'] }).notNull(),
		rules: jsonb('rules').$type<QuizRules>().notNull(),
		selection: jsonb('selection').$type<Selection>().notNull(),
		/** Forms that may be asked; all that can be graded where none is named. */
		forms: jsonb('forms').$type<FormName[]>().notNull(),
		/** When every student's time is over, extensions included; null where it never closes. */
		overAt: instant('over_at'),
		createdBy: uuid('created_by').notNull(),
		createdAt: instant('created_at').notNull(),
		/** Counts every change by a teacher. */
		seq: integer('seq').notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.classId, t.id] }),
		uniqueIndex('assignments_id').on(t.id),
		index('assignments_class').on(t.classId, t.createdAt)
	]
);

/** The items of an assignment, each in the version that was published when it was: later versions change nothing in it. */
export const assignmentItems = pgTable(
	'assignment_items',
	{
		classId: classId(),
		assignmentId: uuid('assignment_id').notNull(),
		itemId: text('item_id').notNull(),
		ordinal: integer('ordinal').notNull(),
		/** Where the version is kept. */
		workspaceId: uuid('workspace_id').notNull(),
		itemVersion: text('item_version').notNull(),
		formIndex: smallint('form_index').notNull(),
		/** Left out of every grade since then. */
		excludedAt: instant('excluded_at')
	},
	(t) => [
		primaryKey({ columns: [t.classId, t.assignmentId, t.itemId] }),
		index('assignment_items_order').on(t.classId, t.assignmentId, t.ordinal),
		foreignKey({
			columns: [t.classId, t.assignmentId],
			foreignColumns: [assignments.classId, assignments.id]
		}).onDelete('cascade')
	]
);

/** What a teacher granted one student. */
export const extensions = pgTable(
	'extensions',
	{
		learnerId: learnerId(),
		assignmentId: uuid('assignment_id').notNull(),
		extension: jsonb('extension').$type<Extension>().notNull(),
		grantedBy: uuid('granted_by').notNull(),
		grantedAt: instant('granted_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.assignmentId] }), index('extensions_assignment').on(t.assignmentId)]
);

/** One student's attempt of a quiz. */
export const attempts = pgTable(
	'attempts',
	{
		learnerId: learnerId(),
		id: uuid('id').notNull(),
		assignmentId: uuid('assignment_id').notNull(),
		/** From 1. */
		number: smallint('number').notNull(),
		state: text('state', { enum: ['open', 'finished'] }).notNull(),
		startedAt: instant('started_at').notNull(),
		/** When it ends by itself; the grace for answers under way comes on top. */
		deadlineAt: instant('deadline_at'),
		finishedAt: instant('finished_at'),
		finishedBy: text('finished_by', { enum: ['student', 'deadline', 'teacher'] }),
		/** The questions in the order in which they are asked. */
		questions: jsonb('questions').$type<QuizQuestion[]>().notNull(),
		marks: doublePrecision('marks'),
		most: doublePrecision('most'),
		/** 0 to 1, lateness taken off. */
		grade: doublePrecision('grade')
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		uniqueIndex('attempts_number').on(t.learnerId, t.assignmentId, t.number),
		// However many begin at once, one attempt is open.
		uniqueIndex('attempts_open')
			.on(t.learnerId, t.assignmentId)
			.where(sql`state = 'open'`),
		index('attempts_assignment').on(t.assignmentId, t.learnerId, t.number),
		index('attempts_overdue')
			.on(t.deadlineAt)
			.where(sql`state = 'open' and deadline_at is not null`)
	]
);

/** The answer to one question of an attempt, as it was saved last. */
export const responses = pgTable(
	'responses',
	{
		learnerId: learnerId(),
		attemptId: uuid('attempt_id').notNull(),
		/** From 0, in the order of the attempt. */
		position: smallint('position').notNull(),
		assignmentId: uuid('assignment_id').notNull(),
		itemId: text('item_id').notNull(),
		response: jsonb('response').$type<Response>().notNull(),
		savedAt: instant('saved_at').notNull(),
		/** Counts the savings; the client's own count orders those that overtake each other. */
		seq: integer('seq').notNull(),
		durationMs: integer('duration_ms').notNull(),
		/** Since when it cannot be changed: with feedback at once, from the first answer on. */
		settledAt: instant('settled_at'),
		verdict: text('verdict', { enum: ['correct', 'near', 'wrong'] }),
		reason: text('reason'),
		score: real('score'),
		/** The grader doubts, and a teacher decides. */
		waiting: boolean('waiting').notNull().default(false)
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.attemptId, t.position] }),
		index('responses_item').on(t.assignmentId, t.itemId),
		index('responses_waiting')
			.on(t.assignmentId)
			.where(sql`waiting`),
		foreignKey({ columns: [t.learnerId, t.attemptId], foreignColumns: [attempts.learnerId, attempts.id] }).onDelete(
			'cascade'
		)
	]
);

/** The grade that stands in the gradebook. */
export const grades = pgTable(
	'grades',
	{
		learnerId: learnerId(),
		assignmentId: uuid('assignment_id').notNull(),
		/** Of the attempts, 0 to 1. */
		computed: doublePrecision('computed'),
		/** A teacher's word goes before it. */
		override: doublePrecision('override'),
		comment: text('comment').notNull().default(''),
		attempts: smallint('attempts').notNull().default(0),
		/** Answers that wait for a teacher. */
		waiting: integer('waiting').notNull().default(0),
		changedAt: instant('changed_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.assignmentId] }), index('grades_assignment').on(t.assignmentId)]
);

/** Who changed what in a grade, and when; appended and never changed. */
export const gradeChanges = pgTable(
	'grade_changes',
	{
		learnerId: learnerId(),
		id: uuid('id').notNull(),
		assignmentId: uuid('assignment_id').notNull(),
		at: instant('at').notNull(),
		changedBy: uuid('changed_by').notNull(),
		what: text('what', {
			enum: ['override', 'comment', 'answer-accepted', 'item-excluded', 'item-included', 'rules']
		}).notNull(),
		before: jsonb('before').$type<string | number | null>(),
		after: jsonb('after').$type<string | number | null>(),
		note: text('note').notNull().default(''),
		/** When the student saw that her grade had changed. */
		seenAt: instant('seen_at')
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('grade_changes_grade').on(t.learnerId, t.assignmentId, t.at)
	]
);

/** Answers that a teacher takes as right in her class, besides those that the item names. */
export const acceptedAnswers = pgTable(
	'accepted_answers',
	{
		classId: classId(),
		itemId: text('item_id').notNull(),
		/** Folded, as answers are compared. */
		answer: text('answer').notNull(),
		acceptedBy: uuid('accepted_by').notNull(),
		acceptedAt: instant('accepted_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.classId, t.itemId, t.answer] })]
);

/** Items that a quiz put into a student's reviews because she had them wrong there. */
export const enrolments = pgTable(
	'enrolments',
	{
		learnerId: learnerId(),
		itemId: text('item_id').notNull(),
		assignmentId: uuid('assignment_id').notNull(),
		/** Where the item is kept. */
		workspaceId: uuid('workspace_id').notNull(),
		/** When the answer was wrong; a review after it has dealt with it. */
		at: instant('at').notNull()
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.assignmentId, t.itemId] })]
);
