CREATE TABLE `batch_share` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`buyer` text NOT NULL,
	`secret_hash` text NOT NULL,
	`papers` text NOT NULL,
	`trace` text NOT NULL,
	`quantities` integer NOT NULL,
	`sales` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	`withdrawn_at` integer,
	`opened_on` text,
	`openings` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_share_batch` ON `batch_share` (`batch_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `batch_share_secret` ON `batch_share` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `label_download` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`format` text NOT NULL,
	`stock` text,
	`from_serial` integer NOT NULL,
	`to_serial` integer NOT NULL,
	`labels` integer NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `label_run`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `label_download_run` ON `label_download` (`run_id`,`at`);--> statement-breakpoint
CREATE TRIGGER `label_download_no_update` BEFORE UPDATE ON `label_download` BEGIN SELECT RAISE(ABORT, 'label_download is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `label_download_no_delete` BEFORE DELETE ON `label_download` BEGIN SELECT RAISE(ABORT, 'label_download is append-only'); END;
