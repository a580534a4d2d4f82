ALTER TABLE `product` ADD `net_content_value` real;--> statement-breakpoint
ALTER TABLE `product` ADD `net_content_unit` text;--> statement-breakpoint
ALTER TABLE `product` ADD `shelf_life_days` integer;--> statement-breakpoint
ALTER TABLE `product` ADD `input_per_output` real;--> statement-breakpoint
ALTER TABLE `product` ADD `description` text;--> statement-breakpoint
ALTER TABLE `product` ADD `story` text;--> statement-breakpoint
ALTER TABLE `product` ADD `mark` text;--> statement-breakpoint
ALTER TABLE `product` ADD `mark_no` text;--> statement-breakpoint
ALTER TABLE `product` ADD `archived_at` integer;--> statement-breakpoint
CREATE INDEX `label_exception_recalls` ON `label_exception` (`recorded_at`,`id`) WHERE kind = 'recalled' AND run_id IS NULL;--> statement-breakpoint
CREATE INDEX `label_run_newest` ON `label_run` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `organisation_place` ON `organisation` (`province_code`,`commune_code`);