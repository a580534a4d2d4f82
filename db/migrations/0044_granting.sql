CREATE TABLE `days_off_year` (
	`id` text PRIMARY KEY NOT NULL,
	`year` text NOT NULL,
	`off` text NOT NULL,
	`worked` text NOT NULL,
	`document_no` text NOT NULL,
	`decided_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `days_off_year_newest` ON `days_off_year` (`year`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `foreign_request` (
	`id` text PRIMARY KEY NOT NULL,
	`code_id` text NOT NULL,
	`market` text NOT NULL,
	`application_id` text NOT NULL,
	`province_code` text,
	`created_at` integer NOT NULL,
	`list_id` text,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`application_id`) REFERENCES `application`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list_id`) REFERENCES `ministry_list`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `foreign_request_once` ON `foreign_request` (`code_id`,`market`);--> statement-breakpoint
CREATE INDEX `foreign_request_open` ON `foreign_request` (`created_at`,`id`) WHERE list_id IS NULL;--> statement-breakpoint
CREATE INDEX `foreign_request_open_place` ON `foreign_request` (`province_code`,`created_at`,`id`) WHERE list_id IS NULL;--> statement-breakpoint
CREATE INDEX `foreign_request_list` ON `foreign_request` (`list_id`) WHERE list_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `foreign_request_application` ON `foreign_request` (`application_id`);--> statement-breakpoint
CREATE TABLE `ministry_list` (
	`id` text PRIMARY KEY NOT NULL,
	`province_code` text,
	`document_no` text NOT NULL,
	`sent_on` text NOT NULL,
	`rows` text NOT NULL,
	`rows_total` integer NOT NULL,
	`authority_id` text,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_why` text,
	FOREIGN KEY (`authority_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `ministry_list_newest` ON `ministry_list` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `ministry_list_place` ON `ministry_list` (`province_code`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ministry_list_document` ON `ministry_list` (`document_no`,`sent_on`,`province_code`) WHERE withdrawn_at IS NULL;--> statement-breakpoint
ALTER TABLE `application` ADD `market_asks` text;--> statement-breakpoint
ALTER TABLE `inspection` ADD `rules` text;--> statement-breakpoint
INSERT OR IGNORE INTO `foreign_request` (`id`, `code_id`, `market`, `application_id`, `province_code`, `created_at`)
  SELECT 'request-' || c.id || '-' || m.market, c.id, m.market, a.id, a.province_code, coalesce(a.closed_at, a.opened_at)
  FROM application a JOIN json_each(a.granted_codes) g JOIN code c ON c.code = g.value
    JOIN code_market m ON m.code_id = c.id
  WHERE a.state = 'approved' AND EXISTS (SELECT 1 FROM code_status_event e
    WHERE e.code_id = c.id AND e.market = m.market AND e.status = 'pending_foreign_approval');
--> statement-breakpoint
CREATE TRIGGER `days_off_year_no_update` BEFORE UPDATE ON `days_off_year` BEGIN SELECT RAISE(ABORT, 'days_off_year is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `days_off_year_no_delete` BEFORE DELETE ON `days_off_year` BEGIN SELECT RAISE(ABORT, 'days_off_year is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ministry_list_no_update` BEFORE UPDATE OF `id`, `province_code`, `document_no`, `sent_on`, `rows`, `rows_total`, `authority_id`, `created_at`, `actor` ON `ministry_list` BEGIN SELECT RAISE(ABORT, 'ministry_list keeps what was sent'); END;
--> statement-breakpoint
CREATE TRIGGER `ministry_list_withdrawn_once` BEFORE UPDATE ON `ministry_list` WHEN OLD.withdrawn_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'ministry_list was taken back'); END;
--> statement-breakpoint
CREATE TRIGGER `ministry_list_no_delete` BEFORE DELETE ON `ministry_list` BEGIN SELECT RAISE(ABORT, 'ministry_list keeps what was sent'); END;
--> statement-breakpoint
CREATE TRIGGER `foreign_request_no_update` BEFORE UPDATE OF `id`, `code_id`, `market`, `application_id`, `province_code`, `created_at` ON `foreign_request` BEGIN SELECT RAISE(ABORT, 'foreign_request keeps what was asked'); END;
--> statement-breakpoint
CREATE TRIGGER `foreign_request_no_delete` BEFORE DELETE ON `foreign_request` BEGIN SELECT RAISE(ABORT, 'foreign_request keeps what was asked'); END;
