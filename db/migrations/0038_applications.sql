CREATE TABLE `application` (
	`id` text PRIMARY KEY NOT NULL,
	`number_space` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`site_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`province_code` text,
	`commune_code` text,
	`code_id` text,
	`answers` text NOT NULL,
	`before` text NOT NULL,
	`handed_in_on` text,
	`due_on` text,
	`working_days` integer,
	`term_basis` text,
	`check_required` integer DEFAULT false NOT NULL,
	`check_on` text,
	`check_outcome` text,
	`inspection_id` text,
	`remind_on` text,
	`granted_codes` text NOT NULL,
	`opened_at` integer NOT NULL,
	`opened_by` text NOT NULL,
	`by_office` integer NOT NULL,
	`closed_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `application_number` ON `application` (`number_space`,`year`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `application_once` ON `application` (`site_id`,`kind`) WHERE state NOT IN ('approved', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE INDEX `application_due` ON `application` (coalesce(due_on, '9999-12-31'),`id`);--> statement-breakpoint
CREATE INDEX `application_due_place` ON `application` (`province_code`,coalesce(due_on, '9999-12-31'),`id`);--> statement-breakpoint
CREATE INDEX `application_due_holder` ON `application` (`organisation_id`,coalesce(due_on, '9999-12-31'),`id`);--> statement-breakpoint
CREATE INDEX `application_waiting` ON `application` (`province_code`,`due_on`) WHERE due_on IS NOT NULL;--> statement-breakpoint
CREATE INDEX `application_remind` ON `application` (`remind_on`) WHERE remind_on IS NOT NULL;--> statement-breakpoint
CREATE INDEX `application_site` ON `application` (`site_id`);--> statement-breakpoint
CREATE TABLE `application_paper` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`kind` text NOT NULL,
	`template_from` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`store_key` text NOT NULL,
	`added_at` integer NOT NULL,
	`actor` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `application_paper_once` ON `application_paper` (`application_id`,`kind`,`sha256`) WHERE withdrawn_at IS NULL;--> statement-breakpoint
CREATE INDEX `application_paper_application` ON `application_paper` (`application_id`,`added_at`);--> statement-breakpoint
CREATE TABLE `application_step` (
	`id` text PRIMARY KEY NOT NULL,
	`application_id` text NOT NULL,
	`step` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`side` text NOT NULL,
	`day` text,
	`reason` text,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `application_step_application` ON `application_step` (`application_id`,`at`);
--> statement-breakpoint
CREATE TRIGGER `application_step_no_update` BEFORE UPDATE ON `application_step` BEGIN SELECT RAISE(ABORT, 'application_step is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `application_step_no_delete` BEFORE DELETE ON `application_step` BEGIN SELECT RAISE(ABORT, 'application_step is append-only'); END;
