CREATE TABLE `label_day` (
	`unit_space` text NOT NULL,
	`serial` integer NOT NULL,
	`day` text NOT NULL,
	`region` text NOT NULL,
	`visitors` integer NOT NULL,
	PRIMARY KEY(`unit_space`, `serial`, `day`, `region`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `label_day_day` ON `label_day` (`day`);--> statement-breakpoint
CREATE TABLE `label_visitor` (
	`day` text NOT NULL,
	`unit_space` text NOT NULL,
	`serial` integer NOT NULL,
	`address` text NOT NULL,
	`visitor` text NOT NULL,
	`region` text NOT NULL,
	PRIMARY KEY(`day`, `unit_space`, `serial`, `address`, `visitor`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `label_status` (
	`kid` text NOT NULL,
	`ref` text NOT NULL,
	`batch_id` text NOT NULL,
	`entry` text NOT NULL,
	`next_change_on` text,
	PRIMARY KEY(`kid`, `ref`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `label_status_batch` ON `label_status` (`batch_id`);--> statement-breakpoint
CREATE INDEX `label_status_next` ON `label_status` (`next_change_on`) WHERE next_change_on IS NOT NULL;--> statement-breakpoint
CREATE TABLE `status_due` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `status_due_kind` ON `status_due` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `status_key` (
	`kid` text PRIMARY KEY NOT NULL,
	`public_x` text NOT NULL,
	`private_jwe` text NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `status_key_active` ON `status_key` (`status`) WHERE status = 'active';--> statement-breakpoint
CREATE TABLE `status_list` (
	`kid` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`token_version` integer,
	`token` text,
	`signed_by` text,
	`issued_at` integer,
	`expires_at` integer,
	FOREIGN KEY (`kid`) REFERENCES `signing_key`(`kid`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `scan_count` ADD `suspected_at` integer;--> statement-breakpoint
ALTER TABLE `scan_count` ADD `suspected_ref` text;--> statement-breakpoint
ALTER TABLE `scan_count` ADD `visitors` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `scan_count` ADD `dismissed_visitors` integer;--> statement-breakpoint
ALTER TABLE `scan_count` ADD `decided_at` integer;--> statement-breakpoint
ALTER TABLE `scan_count` ADD `decided_by` text;--> statement-breakpoint
ALTER TABLE `scan_count` ADD `decision` text;--> statement-breakpoint
CREATE INDEX `scan_count_suspected` ON `scan_count` (`suspected_at`) WHERE suspected_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `scan_count_suspected_ref` ON `scan_count` (`suspected_ref`) WHERE suspected_ref IS NOT NULL;--> statement-breakpoint
-- Whatever a label's standing draws on says that its batch is to be judged anew for the status lists.
CREATE TRIGGER `status_due_run` AFTER INSERT ON `label_run` BEGIN
  INSERT INTO `status_due` (`kind`, `subject_id`) VALUES ('batch', new.batch_id);
END;
--> statement-breakpoint
CREATE TRIGGER `status_due_exception` AFTER INSERT ON `label_exception` BEGIN
  INSERT INTO `status_due` (`kind`, `subject_id`) VALUES ('batch', new.batch_id);
END;
--> statement-breakpoint
CREATE TRIGGER `status_due_decision` AFTER INSERT ON `code_status_event` BEGIN
  INSERT INTO `status_due` (`kind`, `subject_id`) VALUES ('code', new.code_id);
END;
--> statement-breakpoint
CREATE TRIGGER `status_due_document` AFTER UPDATE OF `document` ON `batch_document`
  WHEN new.document IS NOT old.document AND EXISTS (SELECT 1 FROM `label_run` WHERE batch_id = new.batch_id) BEGIN
  INSERT INTO `status_due` (`kind`, `subject_id`) VALUES ('batch', new.batch_id);
END;
--> statement-breakpoint
-- An upsert that replaces the row, and a document made anew after a restore.
CREATE TRIGGER `status_due_document_added` AFTER INSERT ON `batch_document`
  WHEN EXISTS (SELECT 1 FROM `label_run` WHERE batch_id = new.batch_id) BEGIN
  INSERT INTO `status_due` (`kind`, `subject_id`) VALUES ('batch', new.batch_id);
END;
--> statement-breakpoint
INSERT INTO `status_due` (`kind`, `subject_id`) SELECT DISTINCT 'batch', `batch_id` FROM `label_run`;
