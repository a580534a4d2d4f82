CREATE TABLE `label_confirmation` (
	`unit_space` text NOT NULL,
	`serial` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`unit_space`, `serial`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `document_key` ADD `revoked_at` integer;--> statement-breakpoint
ALTER TABLE `label_run` ADD `has_pin` integer DEFAULT false NOT NULL;--> statement-breakpoint
DROP TRIGGER `label_run_no_update`;--> statement-breakpoint
-- Whose a run is follows from its batch: it is filled in once, for rows of backups that do not say it.
CREATE TRIGGER `label_run_no_update` BEFORE UPDATE ON `label_run` WHEN NOT (OLD.`organisation_id` IS NULL AND NEW.`id` IS OLD.`id` AND NEW.`batch_id` IS OLD.`batch_id` AND NEW.`profile` IS OLD.`profile` AND NEW.`kid` IS OLD.`kid` AND NEW.`unit_space` IS OLD.`unit_space` AND NEW.`from_serial` IS OLD.`from_serial` AND NEW.`to_serial` IS OLD.`to_serial` AND NEW.`copies` IS OLD.`copies` AND NEW.`created_at` IS OLD.`created_at` AND NEW.`actor` IS OLD.`actor` AND NEW.`has_pin` IS OLD.`has_pin`) BEGIN SELECT RAISE(ABORT, 'label_run is append-only'); END;
--> statement-breakpoint
-- When a label was confirmed first never changes, and no confirmation is forgotten.
CREATE TRIGGER `label_confirmation_first` BEFORE UPDATE ON `label_confirmation` WHEN NEW.`unit_space` IS NOT OLD.`unit_space` OR NEW.`serial` IS NOT OLD.`serial` OR NEW.`first_at` IS NOT OLD.`first_at` OR NEW.`count` <= OLD.`count` BEGIN SELECT RAISE(ABORT, 'label_confirmation is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `label_confirmation_no_delete` BEFORE DELETE ON `label_confirmation` BEGIN SELECT RAISE(ABORT, 'label_confirmation is append-only'); END;
--> statement-breakpoint
-- Photos of entries that were written on a page, which was not kept with them.
UPDATE `outbox_photo` SET `used_at` = `received_at` WHERE `used_at` IS NULL AND EXISTS (SELECT 1 FROM `diary_photo` p WHERE p.`sha256` = `outbox_photo`.`sha256`);
