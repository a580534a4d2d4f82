ALTER TABLE `diary_event` ADD `retracts` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `diary_event` ADD `reason` text;--> statement-breakpoint
CREATE UNIQUE INDEX `diary_event_amends` ON `diary_event` (`amends_id`) WHERE amends_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `diary_event_import` ON `diary_event` (`import_id`) WHERE import_id IS NOT NULL;