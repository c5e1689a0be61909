CREATE TABLE "workspace_removals" (
	"learner_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"removed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workspace_removals_learner_id_workspace_id_pk" PRIMARY KEY("learner_id","workspace_id")
);
--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "passed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "workspace_removals" ADD CONSTRAINT "workspace_removals_learner_id_learners_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."learners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_removals" ADD CONSTRAINT "workspace_removals_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;