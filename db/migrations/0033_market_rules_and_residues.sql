CREATE TABLE `market_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`crop` text NOT NULL,
	`market` text NOT NULL,
	`subject` text NOT NULL,
	`name` text,
	`name_en` text,
	`name_zh` text,
	`pest_status` text,
	`limit_unit` text,
	`amount` text,
	`method` text,
	`temperature_c` text,
	`minutes_least` text,
	`minutes_most` text,
	`dose_gy` text,
	`wording` text,
	`check_before` text,
	`check_proof` text,
	`sample_percent` text,
	`note` text,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`source` text NOT NULL,
	`is_doubtful` integer NOT NULL,
	`is_lifted` integer NOT NULL,
	`reason` text,
	`replaced_by` text,
	`actor` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `market_rule_one` ON `market_rule` (`crop`,`market`,`kind`,`subject`,`valid_from`) WHERE replaced_by IS NULL;--> statement-breakpoint
CREATE INDEX `market_rule_history` ON `market_rule` (`crop`,`market`,`kind`,`subject`,`created_at`);--> statement-breakpoint
CREATE TABLE `residue_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`province_code` text NOT NULL,
	`commune_code` text,
	`commune_name` text,
	`crop` text NOT NULL,
	`samples` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `residue_plan_commune` ON `residue_plan` (`province_code`,`year`,`commune_code`,`crop`) WHERE commune_code IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `residue_plan_province` ON `residue_plan` (`province_code`,`year`,`crop`) WHERE commune_code IS NULL;--> statement-breakpoint
CREATE INDEX `residue_plan_year` ON `residue_plan` (`year`,`province_code`);--> statement-breakpoint
CREATE TABLE `residue_result` (
	`id` text PRIMARY KEY NOT NULL,
	`sample_id` text NOT NULL,
	`analyte` text NOT NULL,
	`analyte_key` text NOT NULL,
	`relation` text NOT NULL,
	`value` text,
	`unit` text,
	`reason` text,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`sample_id`) REFERENCES `residue_sample`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `residue_result_sample` ON `residue_result` (`sample_id`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `residue_sample` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`about` text,
	`site_id` text,
	`batch_id` text,
	`organisation_id` text,
	`crop` text NOT NULL,
	`crop_name` text NOT NULL,
	`markets` text NOT NULL,
	`province_code` text,
	`commune_code` text,
	`commune_name` text,
	`planned_on` text,
	`taken_on` text,
	`taken_by` text,
	`sample_no` text,
	`sample_no_folded` text,
	`laboratory` text,
	`report_no` text,
	`reported_on` text,
	`note` text,
	`drop_reason` text,
	`authority_id` text,
	`actor` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authority_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `residue_sample_newest` ON `residue_sample` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `residue_sample_place` ON `residue_sample` (`province_code`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `residue_sample_state` ON `residue_sample` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `residue_sample_holder` ON `residue_sample` (`organisation_id`,`created_at`,`id`) WHERE taken_on IS NOT NULL;--> statement-breakpoint
CREATE INDEX `residue_sample_site` ON `residue_sample` (`site_id`,`taken_on`) WHERE site_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `residue_sample_batch` ON `residue_sample` (`batch_id`,`taken_on`) WHERE batch_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `residue_sample_done` ON `residue_sample` (`province_code`,`taken_on`,`commune_code`,`crop`) WHERE taken_on IS NOT NULL;--> statement-breakpoint
CREATE INDEX `residue_sample_year` ON `residue_sample` (`taken_on`,`province_code`,`commune_code`,`crop`) WHERE taken_on IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `residue_sample_number` ON `residue_sample` (`sample_no_folded`,`authority_id`) WHERE sample_no_folded IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `market_rule_no_update` BEFORE UPDATE OF `id`, `kind`, `crop`, `market`, `subject`, `name`, `name_en`, `name_zh`, `pest_status`, `limit_unit`, `amount`, `method`, `temperature_c`, `minutes_least`, `minutes_most`, `dose_gy`, `wording`, `check_before`, `check_proof`, `sample_percent`, `note`, `valid_from`, `valid_to`, `source`, `is_doubtful`, `is_lifted`, `reason`, `actor`, `created_at` ON `market_rule` BEGIN SELECT RAISE(ABORT, 'market_rule is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `market_rule_replaced_once` BEFORE UPDATE OF `replaced_by` ON `market_rule` WHEN OLD.`replaced_by` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'market_rule is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `market_rule_no_delete` BEFORE DELETE ON `market_rule` BEGIN SELECT RAISE(ABORT, 'market_rule is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `residue_result_no_update` BEFORE UPDATE ON `residue_result` BEGIN SELECT RAISE(ABORT, 'residue_result is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `residue_result_no_delete` BEFORE DELETE ON `residue_result` BEGIN SELECT RAISE(ABORT, 'residue_result is append-only'); END;
