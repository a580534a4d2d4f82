CREATE TABLE `batch_harvest` (
	`batch_id` text NOT NULL,
	`diary_event_id` text NOT NULL,
	`quantity_kg` real NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`batch_id`, `diary_event_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`diary_event_id`) REFERENCES `diary_event`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_harvest_entry` ON `batch_harvest` (`diary_event_id`);--> statement-breakpoint
CREATE TABLE `batch_purchase` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`seller` text NOT NULL,
	`quantity_kg` real NOT NULL,
	`bought_on` text NOT NULL,
	`paper_no` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_purchase_batch` ON `batch_purchase` (`batch_id`,`bought_on`);--> statement-breakpoint
ALTER TABLE `batch` ADD `import_id` text;--> statement-breakpoint
CREATE INDEX `batch_import` ON `batch` (`import_id`) WHERE import_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `import_run` ADD `organisation_id` text;--> statement-breakpoint
CREATE INDEX `import_run_of` ON `import_run` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `diary_event_harvest` ON `diary_event` (`site_id`,`occurred_on`) WHERE kind = 'harvest';
--> statement-breakpoint
CREATE TRIGGER `batch_harvest_sealed` BEFORE INSERT ON `batch_harvest` WHEN (SELECT sealed_at FROM batch WHERE id = NEW.batch_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the batch is sealed'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_harvest_sealed_delete` BEFORE DELETE ON `batch_harvest` WHEN (SELECT sealed_at FROM batch WHERE id = OLD.batch_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the batch is sealed'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_purchase_sealed` BEFORE INSERT ON `batch_purchase` WHEN (SELECT sealed_at FROM batch WHERE id = NEW.batch_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the batch is sealed'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_purchase_sealed_delete` BEFORE DELETE ON `batch_purchase` WHEN (SELECT sealed_at FROM batch WHERE id = OLD.batch_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the batch is sealed'); END;
