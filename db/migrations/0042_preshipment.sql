CREATE TABLE `batch_check` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`check_key` text NOT NULL,
	`outcome` text NOT NULL,
	`done_on` text NOT NULL,
	`done_by` text NOT NULL,
	`place` text,
	`paper_no` text,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_check_batch` ON `batch_check` (`batch_id`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `batch_release` (
	`batch_id` text PRIMARY KEY NOT NULL,
	`checks` text NOT NULL,
	`released_at` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `own_sample_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`site_id` text NOT NULL,
	`code_id` text NOT NULL,
	`season_id` text,
	`crop` text NOT NULL,
	`crop_name` text NOT NULL,
	`crop_folded` text NOT NULL,
	`samples` integer NOT NULL,
	`due_on` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`laboratory` text,
	`note` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`season_id`) REFERENCES `season`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `own_sample_plan_due` ON `own_sample_plan` (`organisation_id`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `own_sample_plan_group` ON `own_sample_plan` (`site_id`,`crop`,`from_on`,`due_on`);--> statement-breakpoint
ALTER TABLE `batch_allowance` ADD `check_key` text;--> statement-breakpoint
ALTER TABLE `batch_allowance` ADD `check_state` text;--> statement-breakpoint
ALTER TABLE `market_rule` ADD `check_days` integer;
--> statement-breakpoint
DROP TRIGGER `market_rule_no_update`;
--> statement-breakpoint
CREATE TRIGGER `market_rule_no_update` BEFORE UPDATE OF `id`, `kind`, `crop`, `market`, `subject`, `name`, `name_en`, `name_zh`, `pest_status`, `limit_unit`, `amount`, `method`, `temperature_c`, `minutes_least`, `minutes_most`, `dose_gy`, `wording`, `check_before`, `check_proof`, `check_days`, `sample_percent`, `note`, `valid_from`, `valid_to`, `source`, `is_doubtful`, `is_lifted`, `reason`, `actor`, `created_at` ON `market_rule` BEGIN SELECT RAISE(ABORT, 'market_rule is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_check_no_update` BEFORE UPDATE ON `batch_check` BEGIN SELECT RAISE(ABORT, 'batch_check is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_check_no_delete` BEFORE DELETE ON `batch_check` BEGIN SELECT RAISE(ABORT, 'batch_check is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_release_no_update` BEFORE UPDATE ON `batch_release` BEGIN SELECT RAISE(ABORT, 'batch_release is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_release_no_delete` BEFORE DELETE ON `batch_release` BEGIN SELECT RAISE(ABORT, 'batch_release is append-only'); END;
