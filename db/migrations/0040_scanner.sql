DROP INDEX `label_check_batch`;--> statement-breakpoint
DROP INDEX `label_check_place`;--> statement-breakpoint
CREATE INDEX `label_check_round` ON `label_check` (`recorded_at`,`record_id`) WHERE position = 0;--> statement-breakpoint
CREATE INDEX `label_check_batch` ON `label_check` (`batch_ref`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `label_check_place` ON `label_check` (`province_code`,`recorded_at`,`record_id`) WHERE position = 0;--> statement-breakpoint
CREATE INDEX `batch_document_updated` ON `batch_document` (`updated_at`,`batch_id`);
