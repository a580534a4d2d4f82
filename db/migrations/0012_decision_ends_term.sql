ALTER TABLE `code_status_event` ADD `ends_term` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- Ends of terms were known by their sentence alone: here it is read for the last time.
DROP TRIGGER `code_status_event_no_update`;--> statement-breakpoint
UPDATE `code_status_event` SET ends_term = 1 WHERE reason = 'Hết thời hạn ghi trong danh sách.';--> statement-breakpoint
CREATE TRIGGER `code_status_event_no_update` BEFORE UPDATE ON `code_status_event` BEGIN SELECT RAISE(ABORT, 'code_status_event is append-only'); END;
