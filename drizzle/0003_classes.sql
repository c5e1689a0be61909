CREATE TABLE "accepted_answers" (
	"class_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"answer" text NOT NULL,
	"accepted_by" uuid NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accepted_answers_class_id_item_id_answer_pk" PRIMARY KEY("class_id","item_id","answer")
);
--> statement-breakpoint
CREATE TABLE "assignment_items" (
	"class_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"item_version" text NOT NULL,
	"form_index" smallint NOT NULL,
	"excluded_at" timestamp with time zone,
	CONSTRAINT "assignment_items_class_id_assignment_id_item_id_pk" PRIMARY KEY("class_id","assignment_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"class_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"status" text NOT NULL,
	"rules" jsonb NOT NULL,
	"selection" jsonb NOT NULL,
	"forms" jsonb NOT NULL,
	"over_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "assignments_class_id_id_pk" PRIMARY KEY("class_id","id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"deadline_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"finished_by" text,
	"questions" jsonb NOT NULL,
	"marks" double precision,
	"most" double precision,
	"grade" double precision,
	CONSTRAINT "attempts_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"learner_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"assignment_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "enrolments_learner_id_assignment_id_item_id_pk" PRIMARY KEY("learner_id","assignment_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "extensions" (
	"learner_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"extension" jsonb NOT NULL,
	"granted_by" uuid NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "extensions_learner_id_assignment_id_pk" PRIMARY KEY("learner_id","assignment_id")
);
--> statement-breakpoint
CREATE TABLE "grade_changes" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	"what" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"note" text DEFAULT '' NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "grade_changes_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "grades" (
	"learner_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"computed" double precision,
	"override" double precision,
	"comment" text DEFAULT '' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grades_learner_id_assignment_id_pk" PRIMARY KEY("learner_id","assignment_id")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"learner_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"assignment_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"response" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"seq" integer NOT NULL,
	"duration_ms" integer NOT NULL,
	"settled_at" timestamp with time zone,
	"verdict" text,
	"reason" text,
	"score" real,
	"waiting" boolean DEFAULT false NOT NULL,
	CONSTRAINT "responses_learner_id_attempt_id_position_pk" PRIMARY KEY("learner_id","attempt_id","position")
);
--> statement-breakpoint
CREATE TABLE "class_members" (
	"learner_id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"reviews_mistakes" boolean DEFAULT true NOT NULL,
	CONSTRAINT "class_members_learner_id_class_id_pk" PRIMARY KEY("learner_id","class_id")
);
--> statement-breakpoint
CREATE TABLE "class_removals" (
	"learner_id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"removed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "class_removals_learner_id_class_id_pk" PRIMARY KEY("learner_id","class_id")
);
--> statement-breakpoint
CREATE TABLE "classes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "roster_places" (
	"class_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"taken_by" uuid,
	CONSTRAINT "roster_places_class_id_id_pk" PRIMARY KEY("class_id","id")
);
--> statement-breakpoint
CREATE TABLE "teacher_invitations" (
	"class_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "teacher_invitations_class_id_id_pk" PRIMARY KEY("class_id","id")
);
--> statement-breakpoint
ALTER TABLE "accepted_answers" ADD CONSTRAINT "accepted_answers_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_items" ADD CONSTRAINT "assignment_items_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_items" ADD CONSTRAINT "assignment_items_class_id_assignment_id_assignments_class_id_id_fk" FOREIGN KEY ("class_id","assignment_id") REFERENCES "public"."assignments"("class_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grade_changes" ADD CONSTRAINT "grade_changes_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_learner_id_attempt_id_attempts_learner_id_id_fk" FOREIGN KEY ("learner_id","attempt_id") REFERENCES "public"."attempts"("learner_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_members" ADD CONSTRAINT "class_members_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_members" ADD CONSTRAINT "class_members_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_removals" ADD CONSTRAINT "class_removals_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "class_removals" ADD CONSTRAINT "class_removals_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roster_places" ADD CONSTRAINT "roster_places_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teacher_invitations" ADD CONSTRAINT "teacher_invitations_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_items_order" ON "assignment_items" USING btree ("class_id","assignment_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_id" ON "assignments" USING btree ("id");--> statement-breakpoint
CREATE INDEX "assignments_class" ON "assignments" USING btree ("class_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_number" ON "attempts" USING btree ("learner_id","assignment_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_open" ON "attempts" USING btree ("learner_id","assignment_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "attempts_assignment" ON "attempts" USING btree ("assignment_id","learner_id","number");--> statement-breakpoint
CREATE INDEX "attempts_overdue" ON "attempts" USING btree ("deadline_at") WHERE state = 'open' and deadline_at is not null;--> statement-breakpoint
CREATE INDEX "extensions_assignment" ON "extensions" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "grade_changes_grade" ON "grade_changes" USING btree ("learner_id","assignment_id","at");--> statement-breakpoint
CREATE INDEX "grades_assignment" ON "grades" USING btree ("assignment_id");--> statement-breakpoint
CREATE INDEX "responses_item" ON "responses" USING btree ("assignment_id","item_id");--> statement-breakpoint
CREATE INDEX "responses_waiting" ON "responses" USING btree ("assignment_id") WHERE waiting;--> statement-breakpoint
CREATE INDEX "class_members_class" ON "class_members" USING btree ("class_id","role","name");--> statement-breakpoint
CREATE UNIQUE INDEX "classes_code" ON "classes" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_places_token" ON "roster_places" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "roster_places_email" ON "roster_places" USING btree ("class_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "teacher_invitations_token" ON "teacher_invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "teacher_invitations_live" ON "teacher_invitations" USING btree ("class_id") WHERE used_at is null and revoked_at is null;