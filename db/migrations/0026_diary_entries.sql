CREATE TABLE `diary_household` (
	`diary_event_id` text NOT NULL,
	`household_id` text NOT NULL,
	`name` text NOT NULL,
	`plot` text,
	`occurred_on` text NOT NULL,
	PRIMARY KEY(`diary_event_id`, `household_id`),
	FOREIGN KEY (`diary_event_id`) REFERENCES `diary_event`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `diary_household_household` ON `diary_household` (`household_id`,`occurred_on`);--> statement-breakpoint
CREATE TABLE `diary_photo` (
	`diary_event_id` text NOT NULL,
	`position` integer NOT NULL,
	`sha256` text NOT NULL,
	`store_key` text NOT NULL,
	`taken_at` integer,
	`lat` real,
	`lng` real,
	PRIMARY KEY(`diary_event_id`, `position`),
	FOREIGN KEY (`diary_event_id`) REFERENCES `diary_event`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `diary_photo_sha256` ON `diary_photo` (`sha256`);--> statement-breakpoint
CREATE TABLE `diary_picture` (
	`original_sha256` text NOT NULL,
	`sha256` text NOT NULL,
	`media_type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`original_sha256`, `width`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `diary_picture_sha256` ON `diary_picture` (`sha256`);--> statement-breakpoint
CREATE TABLE `diary_signal` (
	`id` text PRIMARY KEY NOT NULL,
	`diary_event_id` text NOT NULL,
	`site_id` text NOT NULL,
	`code` text NOT NULL,
	`figures` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`diary_event_id`) REFERENCES `diary_event`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `diary_signal_newest` ON `diary_signal` (`recorded_at`,`id`);--> statement-breakpoint
CREATE INDEX `diary_signal_site` ON `diary_signal` (`site_id`,`recorded_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `diary_signal_entry` ON `diary_signal` (`diary_event_id`,`code`);--> statement-breakpoint
ALTER TABLE `diary_event` ADD `via` text;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `entered` text;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `findings` text;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `allowed_on` text;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `season_id` text;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `household_count` integer;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `written_by` text;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `written_by_name` text;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `on_behalf_of` text;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `spoken` text;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `made_at` integer;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `clock_offset_ms` integer;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `clock_measured_at` integer;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `app_version` text;--> statement-breakpoint
CREATE INDEX `diary_event_waiting` ON `diary_event` (`site_id`,`allowed_on`) WHERE allowed_on IS NOT NULL;--> statement-breakpoint
CREATE INDEX `diary_event_by_kind` ON `diary_event` (`site_id`,`kind`,`occurred_on`);--> statement-breakpoint
CREATE INDEX `diary_event_season` ON `diary_event` (`season_id`,`occurred_on`) WHERE season_id IS NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `diary_household_no_update` BEFORE UPDATE ON `diary_household` BEGIN SELECT RAISE(ABORT, 'diary_household is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `diary_household_no_delete` BEFORE DELETE ON `diary_household` BEGIN SELECT RAISE(ABORT, 'diary_household is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `diary_photo_no_update` BEFORE UPDATE ON `diary_photo` BEGIN SELECT RAISE(ABORT, 'diary_photo is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `diary_photo_no_delete` BEFORE DELETE ON `diary_photo` BEGIN SELECT RAISE(ABORT, 'diary_photo is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `diary_signal_no_update` BEFORE UPDATE ON `diary_signal` BEGIN SELECT RAISE(ABORT, 'diary_signal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `diary_signal_no_delete` BEFORE DELETE ON `diary_signal` BEGIN SELECT RAISE(ABORT, 'diary_signal is append-only'); END;
--> statement-breakpoint
INSERT INTO `diary_event_kind` (`id`, `stage`) VALUES
 ('pond_treatment', 'growing'), ('input_purchase', 'management'), ('composting', 'management'),
 ('site_assessment', 'management'), ('self_check', 'management'), ('incident', 'management');
--> statement-breakpoint
-- The day a treatment's waiting ends, of the entries there are: what is said stays as it was said.
DROP TRIGGER `diary_event_no_update`;
--> statement-breakpoint
WITH told(id, days) AS (
  SELECT id, coalesce(json_extract(details, '$.intervalDays'), json_extract(details, '$.withdrawalDays')) FROM diary_event
  WHERE kind IN ('plant_protection', 'veterinary')
)
UPDATE diary_event SET allowed_on = date(occurred_on, '+' || (CAST(days AS INTEGER) + (days > CAST(days AS INTEGER))) || ' days')
FROM told WHERE told.id = diary_event.id AND typeof(days) IN ('integer', 'real') AND days > 0 AND days <= 730;
--> statement-breakpoint
CREATE TRIGGER `diary_event_no_update` BEFORE UPDATE ON `diary_event` BEGIN SELECT RAISE(ABORT, 'diary_event is append-only'); END;
