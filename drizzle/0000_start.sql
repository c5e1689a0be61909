CREATE TABLE "item_versions" (
	"workspace_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"version" text NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "item_versions_workspace_id_item_id_version_pk" PRIMARY KEY("workspace_id","item_id","version")
);
--> statement-breakpoint
CREATE TABLE "items" (
	"workspace_id" uuid NOT NULL,
	"id" text NOT NULL,
	"version" text NOT NULL,
	"status" text NOT NULL,
	"ordinal" integer NOT NULL,
	CONSTRAINT "items_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"revision" text NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"learner_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_email_short" CHECK (length("accounts"."email") <= 254)
);
--> statement-breakpoint
CREATE TABLE "learners" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"settings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"learner_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"learner_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"state" smallint NOT NULL,
	"due" timestamp with time zone NOT NULL,
	"stability" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	"scheduled_days" integer NOT NULL,
	"step" smallint NOT NULL,
	"reps" integer NOT NULL,
	"lapses" integer NOT NULL,
	"last_review" timestamp with time zone NOT NULL,
	"suspended" boolean DEFAULT false NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "cards_learner_id_item_id_pk" PRIMARY KEY("learner_id","item_id"),
	CONSTRAINT "cards_state" CHECK (state between 1 and 3)
);
--> statement-breakpoint
CREATE TABLE "learner_days" (
	"learner_id" uuid NOT NULL,
	"day" date NOT NULL,
	"introduced" integer DEFAULT 0 NOT NULL,
	"reviewed" integer DEFAULT 0 NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"correct" integer DEFAULT 0 NOT NULL,
	"duration_ms" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "learner_days_learner_id_day_pk" PRIMARY KEY("learner_id","day")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"item_version" text NOT NULL,
	"form" text NOT NULL,
	"form_index" smallint NOT NULL,
	"response" jsonb NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"score" real NOT NULL,
	"rating" smallint NOT NULL,
	"claimed_right" boolean DEFAULT false NOT NULL,
	"duration_ms" integer NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	"amends" uuid,
	CONSTRAINT "reviews_learner_id_id_pk" PRIMARY KEY("learner_id","id"),
	CONSTRAINT "reviews_rating" CHECK (rating between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "undos" (
	"learner_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"undone_at" timestamp with time zone NOT NULL,
	CONSTRAINT "undos_learner_id_review_id_pk" PRIMARY KEY("learner_id","review_id")
);
--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_days" ADD CONSTRAINT "learner_days_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undos" ADD CONSTRAINT "undos_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "items_order" ON "items" USING btree ("workspace_id","status","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sessions_learner" ON "sessions" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "cards_due" ON "cards" USING btree ("learner_id","due") WHERE not suspended;--> statement-breakpoint
CREATE INDEX "cards_last_review" ON "cards" USING btree ("learner_id","last_review");--> statement-breakpoint
CREATE INDEX "reviews_time" ON "reviews" USING btree ("learner_id","reviewed_at");--> statement-breakpoint
CREATE INDEX "reviews_item" ON "reviews" USING btree ("learner_id","item_id");