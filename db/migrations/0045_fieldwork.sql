CREATE TABLE `minutes_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`site_id` text NOT NULL,
	`visit_id` text,
	`form_version_id` text NOT NULL,
	`rules` text,
	`kind` text NOT NULL,
	`texts` text NOT NULL,
	`photos` text NOT NULL,
	`created_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `minutes_draft_of` ON `minutes_draft` (`account`,`saved_at`);--> statement-breakpoint
CREATE INDEX `minutes_draft_site` ON `minutes_draft` (`site_id`);--> statement-breakpoint
ALTER TABLE `inspection` ADD `paper_scans` text;--> statement-breakpoint
DROP TRIGGER `inspection_no_update`;--> statement-breakpoint
CREATE TRIGGER `inspection_no_update` BEFORE UPDATE OF `id`, `form_version_id`, `site_id`, `code_id`, `organisation_id`, `visit_id`, `kind`, `inspected_on`, `said_on`, `day_state`, `outcome`, `conclusion`, `answers`, `inspector_name`, `inspector_position`, `inspector_signature`, `holder_name`, `holder_position`, `holder_signature`, `why_unsigned`, `paper_scans`, `rules`, `photos`, `latitude`, `longitude`, `accuracy_m`, `second_of`, `made_at`, `clock_offset_ms`, `received_at`, `actor`, `authority_id` ON `inspection` BEGIN SELECT RAISE(ABORT, 'inspection is append-only'); END;
