CREATE TABLE "card_changes" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"kind" text NOT NULL,
	"value" jsonb,
	"changed_at" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "card_changes_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "item_marks" (
	"learner_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"suspended" boolean DEFAULT false NOT NULL,
	"buried_until" date,
	"flag" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "item_marks_learner_id_item_id_pk" PRIMARY KEY("learner_id","item_id"),
	CONSTRAINT "item_marks_flag" CHECK (flag between 0 and 7)
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"learner_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"deck" text NOT NULL,
	"day" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deadlines_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "deck_options" (
	"learner_id" uuid NOT NULL,
	"deck" text NOT NULL,
	"options" jsonb NOT NULL,
	CONSTRAINT "deck_options_learner_id_deck_pk" PRIMARY KEY("learner_id","deck")
);
--> statement-breakpoint
CREATE TABLE "model_fits" (
	"learner_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"reviews" integer NOT NULL,
	"loss_before" double precision NOT NULL,
	"loss_after" double precision NOT NULL,
	"accepted" boolean NOT NULL,
	"fitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "model_fits_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"learner_id" uuid NOT NULL,
	"id" text NOT NULL,
	"endpoint" text NOT NULL,
	"keys" jsonb NOT NULL,
	"hour" integer NOT NULL,
	"sent_on" date,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "push_subscriptions_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
CREATE TABLE "schedule_options" (
	"learner_id" uuid NOT NULL,
	"id" text NOT NULL,
	"options" jsonb NOT NULL,
	CONSTRAINT "schedule_options_learner_id_id_pk" PRIMARY KEY("learner_id","id")
);
--> statement-breakpoint
DROP INDEX "cards_due";--> statement-breakpoint
DROP INDEX "reviews_item";--> statement-breakpoint
ALTER TABLE "learner_days" ADD COLUMN "more_new" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "learner_days" ADD COLUMN "more_reviews" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "options" text;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "received_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "card_changes" ADD CONSTRAINT "card_changes_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_marks" ADD CONSTRAINT "item_marks_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deck_options" ADD CONSTRAINT "deck_options_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_fits" ADD CONSTRAINT "model_fits_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_options" ADD CONSTRAINT "schedule_options_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_changes_item" ON "card_changes" USING btree ("learner_id","item_id");--> statement-breakpoint
CREATE INDEX "card_changes_time" ON "card_changes" USING btree ("learner_id","changed_at");--> statement-breakpoint
CREATE INDEX "calendar_feeds_learner" ON "calendar_feeds" USING btree ("learner_id");--> statement-breakpoint
CREATE INDEX "cards_due" ON "cards" USING btree ("learner_id","due");--> statement-breakpoint
CREATE INDEX "reviews_item" ON "reviews" USING btree ("learner_id","item_id","reviewed_at");--> statement-breakpoint
INSERT INTO "item_marks" ("learner_id", "item_id", "suspended") SELECT "learner_id", "item_id", true FROM "cards" WHERE "suspended";--> statement-breakpoint
ALTER TABLE "cards" DROP COLUMN "suspended";