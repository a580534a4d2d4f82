CREATE TABLE `batch_allowance` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`kind` text NOT NULL,
	`code_id` text,
	`reason` text NOT NULL,
	`document_no` text,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	`authority` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_allowance_batch` ON `batch_allowance` (`batch_id`);--> statement-breakpoint
CREATE TABLE `organisation_membership` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`member_id` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	`confirmed_at` integer,
	`confirmed_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_membership_once` ON `organisation_membership` (`organisation_id`,`member_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `organisation_membership_member` ON `organisation_membership` (`member_id`);--> statement-breakpoint
ALTER TABLE `batch` ADD `code_use_checked_at` integer;--> statement-breakpoint
ALTER TABLE `site_link` ADD `house_confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `site_link` ADD `house_confirmed_by` text;--> statement-breakpoint
ALTER TABLE `site_link` ADD `area_confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `site_link` ADD `area_confirmed_by` text;--> statement-breakpoint
CREATE TRIGGER `batch_allowance_no_update` BEFORE UPDATE ON `batch_allowance` BEGIN SELECT RAISE(ABORT, 'batch_allowance is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_allowance_no_delete` BEFORE DELETE ON `batch_allowance` BEGIN SELECT RAISE(ABORT, 'batch_allowance is append-only'); END;
--> statement-breakpoint
-- What was asked when a batch was sealed is not asked later: old batches say that nobody did.
CREATE TRIGGER `batch_code_use_sealed` BEFORE UPDATE OF code_use_checked_at ON `batch` WHEN OLD.sealed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the batch is sealed'); END;
--> statement-breakpoint
-- The decisions that count: no later one corrected them, and they do more than take another one back.
CREATE VIEW `counted_decision` AS SELECT e.* FROM `code_status_event` e
  WHERE (e.status <> 'none' OR e.amends_id IS NULL)
    AND NOT EXISTS (SELECT 1 FROM `code_status_event` a WHERE a.amends_id = e.id);
--> statement-breakpoint
-- Sealed batches are told anew whose codes they use: their documents are rebuilt.
UPDATE `batch_document` SET updated_at = 0;
