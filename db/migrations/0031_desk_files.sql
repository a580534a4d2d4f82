CREATE TABLE `label_file` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`request` text NOT NULL,
	`format` text NOT NULL,
	`stock` text,
	`dpi` integer,
	`cut_marks` integer NOT NULL,
	`from_serial` integer NOT NULL,
	`to_serial` integer NOT NULL,
	`labels` integer NOT NULL,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	`generation` integer DEFAULT 0 NOT NULL,
	`parts` integer DEFAULT 0 NOT NULL,
	`bytes` integer DEFAULT 0 NOT NULL,
	`fingerprint` text,
	`finished_at` integer,
	`replaced_at` integer,
	FOREIGN KEY (`run_id`) REFERENCES `label_run`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `label_file_request` ON `label_file` (`run_id`,`request`) WHERE replaced_at IS NULL;--> statement-breakpoint
CREATE INDEX `label_file_run` ON `label_file` (`run_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `label_file_created` ON `label_file` (`created_at`);--> statement-breakpoint
CREATE TABLE `organisation_logo` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`base64` text NOT NULL,
	`changed_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `label_run` ADD `organisation_id` text REFERENCES organisation(id);--> statement-breakpoint
CREATE INDEX `label_run_newest_of` ON `label_run` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
DROP TRIGGER `label_run_no_update`;--> statement-breakpoint
UPDATE `label_run` SET `organisation_id` = (SELECT `organisation_id` FROM `batch` WHERE `batch`.`id` = `label_run`.`batch_id`);--> statement-breakpoint
-- Whose a run is follows from its batch: it is filled in once, for rows of backups that do not say it.
CREATE TRIGGER `label_run_no_update` BEFORE UPDATE ON `label_run` WHEN NOT (OLD.`organisation_id` IS NULL AND NEW.`id` IS OLD.`id` AND NEW.`batch_id` IS OLD.`batch_id` AND NEW.`profile` IS OLD.`profile` AND NEW.`kid` IS OLD.`kid` AND NEW.`unit_space` IS OLD.`unit_space` AND NEW.`from_serial` IS OLD.`from_serial` AND NEW.`to_serial` IS OLD.`to_serial` AND NEW.`copies` IS OLD.`copies` AND NEW.`created_at` IS OLD.`created_at` AND NEW.`actor` IS OLD.`actor`) BEGIN SELECT RAISE(ABORT, 'label_run is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `label_run_owner` AFTER INSERT ON `label_run` WHEN NEW.`organisation_id` IS NULL BEGIN UPDATE `label_run` SET `organisation_id` = (SELECT `organisation_id` FROM `batch` WHERE `batch`.`id` = NEW.`batch_id`) WHERE `id` = NEW.`id`; END;
