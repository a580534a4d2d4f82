CREATE TABLE `foreign_notice` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`number_folded` text NOT NULL,
	`market` text NOT NULL,
	`issuer` text NOT NULL,
	`received_on` text NOT NULL,
	`due_on` text NOT NULL,
	`holder_due_on` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject` text NOT NULL,
	`listed_count` integer NOT NULL,
	`remind_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `foreign_notice_number` ON `foreign_notice` (`market`,`number_folded`);--> statement-breakpoint
CREATE INDEX `foreign_notice_received` ON `foreign_notice` (`received_on`,`id`);--> statement-breakpoint
CREATE INDEX `foreign_notice_remind` ON `foreign_notice` (`remind_on`) WHERE remind_on IS NOT NULL;--> statement-breakpoint
CREATE TABLE `foreign_notice_item` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_id` text NOT NULL,
	`row` integer NOT NULL,
	`listed` text NOT NULL,
	`times` integer NOT NULL,
	`code_id` text,
	`site_id` text,
	`organisation_id` text,
	`province_code` text,
	`commune_code` text,
	`state` text NOT NULL,
	`assigned_to` text,
	`cause` text,
	`cause_text` text,
	`report` text,
	`passed` integer,
	`suspended_on` text,
	`restored_on` text,
	`told_at` integer,
	`reminded_on` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `foreign_notice`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `foreign_notice_item_code` ON `foreign_notice_item` (`notice_id`,`code_id`) WHERE code_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `foreign_notice_item_row` ON `foreign_notice_item` (`notice_id`,`row`,`id`);--> statement-breakpoint
CREATE INDEX `foreign_notice_item_state` ON `foreign_notice_item` (`notice_id`,`state`);--> statement-breakpoint
CREATE INDEX `foreign_notice_item_place` ON `foreign_notice_item` (`notice_id`,`province_code`,`commune_code`);--> statement-breakpoint
CREATE INDEX `foreign_notice_item_holder` ON `foreign_notice_item` (`organisation_id`,`notice_id`) WHERE told_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `foreign_notice_item_untold` ON `foreign_notice_item` (`notice_id`,`organisation_id`) WHERE told_at IS NULL;--> statement-breakpoint
CREATE INDEX `foreign_notice_item_suspended` ON `foreign_notice_item` (`code_id`) WHERE suspended_on IS NOT NULL AND restored_on IS NULL;--> statement-breakpoint
CREATE TRIGGER `foreign_notice_no_delete` BEFORE DELETE ON `foreign_notice` BEGIN SELECT RAISE(ABORT, 'foreign_notice rows are kept'); END;
--> statement-breakpoint
CREATE TRIGGER `foreign_notice_item_no_delete` BEFORE DELETE ON `foreign_notice_item` BEGIN SELECT RAISE(ABORT, 'foreign_notice_item rows are kept'); END;
--> statement-breakpoint
CREATE TRIGGER `foreign_notice_item_as_listed` BEFORE UPDATE OF `notice_id`, `row`, `listed`, `times` ON `foreign_notice_item` BEGIN SELECT RAISE(ABORT, 'what a notice lists does not change'); END;
