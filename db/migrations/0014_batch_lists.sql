DROP INDEX `batch_lot`;--> statement-breakpoint
CREATE INDEX `batch_by_lot` ON `batch` (`lot`);--> statement-breakpoint
CREATE INDEX `batch_newest` ON `batch` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `batch_newest_of` ON `batch` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `batch_lot` ON `batch` (`organisation_id`,`product_id`,`lot`) WHERE annulled_at IS NULL;--> statement-breakpoint
CREATE INDEX `product_by_name` ON `product` (`name_folded`,`id`);