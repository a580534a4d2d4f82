CREATE TABLE `case_event` (
	`id` text PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`at` integer NOT NULL,
	`actor` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_event_entity` ON `case_event` (`entity`,`entity_id`,`at`);--> statement-breakpoint
CREATE TABLE `case_file` (
	`id` text PRIMARY KEY NOT NULL,
	`number_space` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`summary` text,
	`state` text NOT NULL,
	`outcome` text,
	`province_code` text,
	`commune_code` text,
	`authority_id` text,
	`opened_by` text NOT NULL,
	`assigned_to` text,
	`due_on` text,
	`agency_kind` text,
	`agency_name` text,
	`agency_id` text,
	`handed_paper_no` text,
	`handed_on` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `case_file_number` ON `case_file` (`number_space`,`year`,`sequence`);--> statement-breakpoint
CREATE INDEX `case_file_newest` ON `case_file` (`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_file_place` ON `case_file` (`province_code`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `case_file_agency` ON `case_file` (`agency_id`,`opened_at`,`id`) WHERE agency_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `case_file_open` ON `case_file` (`province_code`,`due_on`) WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX `case_file_assigned` ON `case_file` (`assigned_to`,`due_on`) WHERE state <> 'closed';--> statement-breakpoint
CREATE TABLE `case_subject` (
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`entity_id` text NOT NULL,
	`shown` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `kind`, `entity_id`),
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_subject_entity` ON `case_subject` (`kind`,`entity_id`);--> statement-breakpoint
CREATE TABLE `document_key` (
	`kid` text PRIMARY KEY NOT NULL,
	`public_x` text NOT NULL,
	`private_jwe` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `document_key_active` ON `document_key` ((retired_at IS NULL)) WHERE retired_at IS NULL;--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`store_key` text NOT NULL,
	`by_holder` integer DEFAULT false NOT NULL,
	`added_at` integer NOT NULL,
	`actor` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_once` ON `evidence` (`entity`,`entity_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `finding` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`severity` text NOT NULL,
	`text` text NOT NULL,
	`about_kind` text NOT NULL,
	`about_id` text,
	`shown` text NOT NULL,
	`organisation_id` text,
	`province_code` text,
	`commune_code` text,
	`place_note` text,
	`found_on` text NOT NULL,
	`authority_id` text,
	`found_by` text NOT NULL,
	`state` text NOT NULL,
	`action` text,
	`due_on` text,
	`told_at` integer,
	`answer` text,
	`answered_at` integer,
	`outcome` text,
	`follow_up` text,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authority_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `finding_newest` ON `finding` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `finding_place` ON `finding` (`province_code`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `finding_told` ON `finding` (`organisation_id`,`created_at`,`id`) WHERE told_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `finding_open` ON `finding` (`province_code`,`due_on`) WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX `finding_about` ON `finding` (`about_kind`,`about_id`);--> statement-breakpoint
CREATE INDEX `finding_case` ON `finding` (`case_id`);--> statement-breakpoint
CREATE TABLE `signed_paper` (
	`id` text PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`store_key` text NOT NULL,
	`jws` text NOT NULL,
	`authority_id` text,
	`made_at` integer NOT NULL,
	`actor` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `signed_paper_entity` ON `signed_paper` (`entity`,`entity_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `suspension_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`code_id` text NOT NULL,
	`market` text NOT NULL,
	`reason_code` text NOT NULL,
	`reason` text NOT NULL,
	`case_id` text,
	`province_code` text,
	`commune_code` text,
	`proposed_at` integer NOT NULL,
	`proposed_by` text NOT NULL,
	`authority_id` text,
	`state` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`refusal` text,
	`event_id` text,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`authority_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `suspension_proposal_open` ON `suspension_proposal` (`code_id`,`market`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `suspension_proposal_code` ON `suspension_proposal` (`code_id`,`proposed_at`);--> statement-breakpoint
CREATE INDEX `suspension_proposal_waiting` ON `suspension_proposal` (`province_code`,`proposed_at`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `suspension_proposal_place` ON `suspension_proposal` (`province_code`,`proposed_at`,`id`);--> statement-breakpoint
CREATE INDEX `suspension_proposal_newest` ON `suspension_proposal` (`proposed_at`,`id`);--> statement-breakpoint
CREATE TABLE `retail_item` (
	`visit_id` text NOT NULL,
	`position` integer NOT NULL,
	`product` text NOT NULL,
	`producer` text,
	`qr_present` integer NOT NULL,
	`verdict` text NOT NULL,
	`data_complete` integer,
	`label` text,
	`note` text,
	PRIMARY KEY(`visit_id`, `position`),
	FOREIGN KEY (`visit_id`) REFERENCES `retail_visit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `retail_visit` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`shop` text NOT NULL,
	`shop_folded` text NOT NULL,
	`address` text,
	`commune_code` text,
	`commune_name` text,
	`province_code` text,
	`visited_on` text NOT NULL,
	`note` text,
	`authority_id` text,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `retail_visit_newest` ON `retail_visit` (`visited_on`,`id`);--> statement-breakpoint
CREATE INDEX `retail_visit_place` ON `retail_visit` (`province_code`,`visited_on`,`id`);--> statement-breakpoint
ALTER TABLE `label_exception` ADD `authority` text;
--> statement-breakpoint
CREATE TRIGGER `case_event_no_update` BEFORE UPDATE ON `case_event` BEGIN SELECT RAISE(ABORT, 'case_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_event_no_delete` BEFORE DELETE ON `case_event` BEGIN SELECT RAISE(ABORT, 'case_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `evidence_no_update` BEFORE UPDATE ON `evidence` BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `evidence_no_delete` BEFORE DELETE ON `evidence` BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `signed_paper_no_update` BEFORE UPDATE ON `signed_paper` BEGIN SELECT RAISE(ABORT, 'signed_paper is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `signed_paper_no_delete` BEFORE DELETE ON `signed_paper` BEGIN SELECT RAISE(ABORT, 'signed_paper is append-only'); END;
