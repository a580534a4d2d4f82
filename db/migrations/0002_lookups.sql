CREATE INDEX `batch_document_marked` ON `batch_document` (`batch_id`) WHERE updated_at = 0;--> statement-breakpoint
CREATE INDEX `label_exception_amends` ON `label_exception` (`amends_id`) WHERE amends_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `code_status_event_amends` ON `code_status_event` (`amends_id`) WHERE amends_id IS NOT NULL;