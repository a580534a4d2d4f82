CREATE TABLE `inspection` (
	`id` text PRIMARY KEY NOT NULL,
	`form_version_id` text NOT NULL,
	`site_id` text NOT NULL,
	`code_id` text,
	`organisation_id` text,
	`province_code` text,
	`commune_code` text,
	`visit_id` text,
	`kind` text NOT NULL,
	`inspected_on` text NOT NULL,
	`said_on` text NOT NULL,
	`day_state` text NOT NULL,
	`outcome` text NOT NULL,
	`conclusion` text,
	`answers` text NOT NULL,
	`inspector_name` text NOT NULL,
	`inspector_position` text,
	`inspector_signature` text NOT NULL,
	`holder_name` text NOT NULL,
	`holder_position` text,
	`holder_signature` text,
	`why_unsigned` text,
	`photos` text NOT NULL,
	`latitude` real,
	`longitude` real,
	`accuracy_m` real,
	`second_of` text,
	`made_at` integer NOT NULL,
	`clock_offset_ms` integer,
	`received_at` integer NOT NULL,
	`actor` text NOT NULL,
	`authority_id` text,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authority_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `inspection_newest` ON `inspection` (`inspected_on`,`id`);--> statement-breakpoint
CREATE INDEX `inspection_place` ON `inspection` (`province_code`,`inspected_on`,`id`);--> statement-breakpoint
CREATE INDEX `inspection_holder` ON `inspection` (`organisation_id`,`inspected_on`,`id`);--> statement-breakpoint
CREATE INDEX `inspection_site` ON `inspection` (`site_id`,`inspected_on`);--> statement-breakpoint
CREATE INDEX `inspection_of_visit` ON `inspection` (`visit_id`) WHERE visit_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `inspection_form` (
	`id` text PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`form_id` text NOT NULL,
	`version` integer NOT NULL,
	`site_kind` text NOT NULL,
	`form` text NOT NULL,
	`file_name` text NOT NULL,
	`authority_id` text,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_form_version` ON `inspection_form` (`province_code`,`form_id`,`version`);--> statement-breakpoint
CREATE TABLE `inspection_form_use` (
	`id` text PRIMARY KEY NOT NULL,
	`province_code` text NOT NULL,
	`form_id` text NOT NULL,
	`version_id` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `inspection_form`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `inspection_form_use_newest` ON `inspection_form_use` (`province_code`,`form_id`,`at`);--> statement-breakpoint
ALTER TABLE `finding` ADD `inspection_id` text;--> statement-breakpoint
CREATE INDEX `finding_inspection` ON `finding` (`inspection_id`) WHERE inspection_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `suspension_proposal` ADD `inspection_id` text;--> statement-breakpoint
-- Minutes go where their officers do when units are merged; nothing else of them is changed.
CREATE TRIGGER `inspection_no_update` BEFORE UPDATE OF `id`, `form_version_id`, `site_id`, `code_id`, `organisation_id`, `visit_id`, `kind`, `inspected_on`, `said_on`, `day_state`, `outcome`, `conclusion`, `answers`, `inspector_name`, `inspector_position`, `inspector_signature`, `holder_name`, `holder_position`, `holder_signature`, `why_unsigned`, `photos`, `latitude`, `longitude`, `accuracy_m`, `second_of`, `made_at`, `clock_offset_ms`, `received_at`, `actor`, `authority_id` ON `inspection` BEGIN SELECT RAISE(ABORT, 'inspection is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `inspection_no_delete` BEFORE DELETE ON `inspection` BEGIN SELECT RAISE(ABORT, 'inspection is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `inspection_form_no_update` BEFORE UPDATE ON `inspection_form` BEGIN SELECT RAISE(ABORT, 'inspection_form is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `inspection_form_no_delete` BEFORE DELETE ON `inspection_form` BEGIN SELECT RAISE(ABORT, 'inspection_form is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `inspection_form_use_no_update` BEFORE UPDATE ON `inspection_form_use` BEGIN SELECT RAISE(ABORT, 'inspection_form_use is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `inspection_form_use_no_delete` BEFORE DELETE ON `inspection_form_use` BEGIN SELECT RAISE(ABORT, 'inspection_form_use is append-only'); END;
