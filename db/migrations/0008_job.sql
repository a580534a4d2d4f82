CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`input` text NOT NULL,
	`state` text NOT NULL,
	`actor` text NOT NULL,
	`organisation_id` text,
	`source` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`due_at` integer NOT NULL,
	`lease_owner` text,
	`lease_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`slices` integer DEFAULT 0 NOT NULL,
	`cursor` text,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer,
	`cancel_asked_at` integer,
	`cancel_asked_by` text,
	`problem` text,
	`result` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `job_open` ON `job` (`kind`,`subject_id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `job_due` ON `job` (`due_at`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `job_subject` ON `job` (`subject_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `job_finished` ON `job` (`finished_at`) WHERE finished_at IS NOT NULL;