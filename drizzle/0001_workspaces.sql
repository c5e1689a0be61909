CREATE TABLE "articles" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"label" text NOT NULL,
	"title" text,
	"publisher" text,
	"author" text,
	"published" date,
	"published_from" text NOT NULL,
	"language" text NOT NULL,
	"date_unknown" boolean DEFAULT false NOT NULL,
	"text" text NOT NULL,
	"sha256" text NOT NULL,
	"format" text NOT NULL,
	"status" text NOT NULL,
	"attached_to" text,
	"warnings" jsonb NOT NULL,
	"entities" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "articles_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"workspace_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"learner_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"images" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "changes_workspace_id_article_id_seq_pk" PRIMARY KEY("workspace_id","article_id","seq")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"state" text NOT NULL,
	"made_by" text NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"proposed" jsonb,
	"rule" text NOT NULL,
	"confidence" real NOT NULL,
	"position" integer NOT NULL,
	"reject_reason" text,
	"reject_note" text,
	"merged_into" text,
	"ruling" text,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "facts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "facts_merged_somewhere" CHECK ((state = 'merged') = (merged_into is not null))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"role" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "item_edits" (
	"workspace_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"edit" jsonb NOT NULL,
	"made_on" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "item_edits_workspace_id_item_id_pk" PRIMARY KEY("workspace_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "item_reports" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"item_version" text NOT NULL,
	"reason" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	"outcome" text,
	CONSTRAINT "item_reports_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "lexicon_entries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lexicon_entries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "workspace_members" (
	"learner_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workspace_members_learner_id_workspace_id_pk" PRIMARY KEY("learner_id","workspace_id")
);
--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "memory" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "created_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "memory" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "memory" text;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_workspace_id_article_id_articles_workspace_id_id_fk" FOREIGN KEY ("workspace_id","article_id") REFERENCES "public"."articles"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_workspace_id_article_id_articles_workspace_id_id_fk" FOREIGN KEY ("workspace_id","article_id") REFERENCES "public"."articles"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_edits" ADD CONSTRAINT "item_edits_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_reports" ADD CONSTRAINT "item_reports_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_reports" ADD CONSTRAINT "item_reports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lexicon_entries" ADD CONSTRAINT "lexicon_entries_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_members" ADD CONSTRAINT "workspace_members_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_members" ADD CONSTRAINT "workspace_members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "articles_text" ON "articles" USING btree ("workspace_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_attached" ON "articles" USING btree ("workspace_id","attached_to");--> statement-breakpoint
CREATE INDEX "changes_last" ON "changes" USING btree ("workspace_id","article_id","learner_id","seq") WHERE undone_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "facts_id" ON "facts" USING btree ("id");--> statement-breakpoint
CREATE INDEX "facts_article" ON "facts" USING btree ("workspace_id","article_id","position");--> statement-breakpoint
CREATE INDEX "facts_kind" ON "facts" USING btree ("workspace_id","kind","state");--> statement-breakpoint
CREATE INDEX "facts_rule" ON "facts" USING btree ("workspace_id","rule");--> statement-breakpoint
CREATE INDEX "facts_merged" ON "facts" USING btree ("workspace_id","merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "item_reports_workspace" ON "item_reports" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "item_reports_learner_item" ON "item_reports" USING btree ("learner_id","item_id");--> statement-breakpoint
CREATE INDEX "workspace_members_workspace" ON "workspace_members" USING btree ("workspace_id","joined_at");--> statement-breakpoint
CREATE INDEX "items_memory" ON "items" USING btree ("workspace_id") WHERE memory is not null;