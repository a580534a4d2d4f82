ALTER TABLE `api_token` ADD `maker_id` text;--> statement-breakpoint
ALTER TABLE `api_token` ADD `last_used_at` integer;--> statement-breakpoint
CREATE INDEX `api_token_open` ON `api_token` (`organisation_id`,`created_at`) WHERE revoked_at IS NULL;