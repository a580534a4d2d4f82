CREATE TABLE `label_check` (
	`record_id` text NOT NULL,
	`position` integer NOT NULL,
	`account` text NOT NULL,
	`organisation_id` text NOT NULL,
	`province_code` text,
	`commune_code` text,
	`scanned` text NOT NULL,
	`kid` text,
	`batch_ref` text,
	`serial` integer,
	`authenticity` text NOT NULL,
	`standing` text,
	`mode` text NOT NULL,
	`list_issued_at` integer,
	`note` text,
	`latitude` real,
	`longitude` real,
	`accuracy_m` real,
	`photos` text NOT NULL,
	`checked_on` text NOT NULL,
	`checked_at` integer NOT NULL,
	`clock_offset_ms` integer,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`record_id`, `position`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `label_check_batch` ON `label_check` (`batch_ref`,`serial`);--> statement-breakpoint
CREATE INDEX `label_check_place` ON `label_check` (`province_code`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `label_check_of` ON `label_check` (`organisation_id`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `outbox_photo` (
	`account` text NOT NULL,
	`sha256` text NOT NULL,
	`store_key` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`taken_at` integer,
	`latitude` real,
	`longitude` real,
	`received_at` integer NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`account`, `sha256`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_photo_unused` ON `outbox_photo` (`account`,`bytes`) WHERE used_at IS NULL;--> statement-breakpoint
CREATE INDEX `outbox_photo_unused_since` ON `outbox_photo` (`received_at`) WHERE used_at IS NULL;--> statement-breakpoint
CREATE TABLE `outbox_receipt` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`kind` text NOT NULL,
	`body_hash` text NOT NULL,
	`version` text NOT NULL,
	`happened_on` text NOT NULL,
	`made_at` integer NOT NULL,
	`clock_offset_ms` integer,
	`clock_measured_at` integer,
	`received_at` integer NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_receipt_of` ON `outbox_receipt` (`account`,`received_at`);
--> statement-breakpoint
-- What was sent and seen is never rewritten.
CREATE TRIGGER `outbox_receipt_no_update` BEFORE UPDATE ON `outbox_receipt` BEGIN SELECT RAISE(ABORT, 'outbox_receipt is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `outbox_receipt_no_delete` BEFORE DELETE ON `outbox_receipt` BEGIN SELECT RAISE(ABORT, 'outbox_receipt is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `label_check_no_update` BEFORE UPDATE ON `label_check` BEGIN SELECT RAISE(ABORT, 'label_check is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `label_check_no_delete` BEFORE DELETE ON `label_check` BEGIN SELECT RAISE(ABORT, 'label_check is append-only'); END;
