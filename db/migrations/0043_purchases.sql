CREATE TABLE `purchase_dispute` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`reason` text NOT NULL,
	`case_id` text NOT NULL,
	`disputed_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `purchase_line`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `purchase_dispute_case` ON `purchase_dispute` (`case_id`);--> statement-breakpoint
CREATE TABLE `purchase_line` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`position` integer NOT NULL,
	`code_id` text NOT NULL,
	`site_id` text NOT NULL,
	`crop` text NOT NULL,
	`crop_name` text NOT NULL,
	`crop_folded` text NOT NULL,
	`bought_kg` real,
	`sold_kg` real,
	`destination` text,
	`counterpart` text,
	`flags` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `purchase_report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `purchase_line_place` ON `purchase_line` (`report_id`,`position`);--> statement-breakpoint
CREATE INDEX `purchase_line_site` ON `purchase_line` (`site_id`,`to_on`,`id`);--> statement-breakpoint
CREATE INDEX `purchase_line_days` ON `purchase_line` (`to_on`,`id`);--> statement-breakpoint
CREATE TABLE `purchase_period` (
	`id` text PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`name` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`due_on` text NOT NULL,
	`legal_basis` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `purchase_period_days` ON `purchase_period` (`province_code`,`to_on`,`from_on`);--> statement-breakpoint
CREATE TABLE `purchase_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`season_id` text NOT NULL,
	`month` text NOT NULL,
	`buyer` text NOT NULL,
	`buyer_folded` text NOT NULL,
	`quantity_kg` real NOT NULL,
	`note` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`season_id`) REFERENCES `season`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `purchase_plan_buyer` ON `purchase_plan` (`season_id`,`month`,`buyer_folded`);--> statement-breakpoint
CREATE INDEX `purchase_plan_organisation` ON `purchase_plan` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `purchase_report` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`version` integer NOT NULL,
	`is_withdrawn` integer NOT NULL,
	`reason` text,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	`typed_by_id` text,
	`replaced_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`typed_by_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `purchase_report_standing` ON `purchase_report` (`organisation_id`,`from_on`,`to_on`) WHERE replaced_by IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `purchase_report_version` ON `purchase_report` (`organisation_id`,`from_on`,`to_on`,`version`);--> statement-breakpoint
CREATE INDEX `purchase_report_newest` ON `purchase_report` (`organisation_id`,`to_on`,`id`);--> statement-breakpoint
CREATE INDEX `purchase_report_recorded` ON `purchase_report` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `code_use_packer` ON `code_use` (`packer_id`,`packed_on`) WHERE annulled_at IS NULL;--> statement-breakpoint
CREATE TRIGGER `purchase_report_no_update` BEFORE UPDATE OF `id`, `organisation_id`, `from_on`, `to_on`, `version`, `is_withdrawn`, `reason`, `recorded_at`, `actor`, `typed_by_id` ON `purchase_report` BEGIN SELECT RAISE(ABORT, 'purchase_report is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `purchase_report_replaced_once` BEFORE UPDATE OF `replaced_by` ON `purchase_report` WHEN OLD.`replaced_by` IS NOT NULL OR NEW.`replaced_by` IS NULL BEGIN SELECT RAISE(ABORT, 'purchase_report is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `purchase_report_no_delete` BEFORE DELETE ON `purchase_report` BEGIN SELECT RAISE(ABORT, 'purchase_report is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `purchase_line_no_update` BEFORE UPDATE ON `purchase_line` BEGIN SELECT RAISE(ABORT, 'purchase_line is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `purchase_line_no_delete` BEFORE DELETE ON `purchase_line` BEGIN SELECT RAISE(ABORT, 'purchase_line is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `purchase_dispute_no_update` BEFORE UPDATE ON `purchase_dispute` BEGIN SELECT RAISE(ABORT, 'purchase_dispute is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `purchase_dispute_no_delete` BEFORE DELETE ON `purchase_dispute` BEGIN SELECT RAISE(ABORT, 'purchase_dispute is append-only'); END;
