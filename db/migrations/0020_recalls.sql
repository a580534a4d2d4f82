CREATE TABLE `batch_sale` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`buyer` text NOT NULL,
	`email` text,
	`phone` text,
	`quantity_kg` real NOT NULL,
	`sold_on` text NOT NULL,
	`paper_no` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_sale_batch` ON `batch_sale` (`batch_id`,`sold_on`);--> statement-breakpoint
CREATE TABLE `recall_case` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`scope` text NOT NULL,
	`wording` text NOT NULL,
	`document_no` text,
	`started_at` integer NOT NULL,
	`started_by` text NOT NULL,
	`report_due_on` text NOT NULL,
	`reported_at` integer,
	`handling` text,
	`closing_note` text,
	`closed_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recall_case_newest` ON `recall_case` (`organisation_id`,`started_at`,`id`);--> statement-breakpoint
CREATE TABLE `recall_case_batch` (
	`case_id` text NOT NULL,
	`batch_id` text NOT NULL,
	`exception_id` text NOT NULL,
	PRIMARY KEY(`case_id`, `batch_id`),
	FOREIGN KEY (`case_id`) REFERENCES `recall_case`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exception_id`) REFERENCES `label_exception`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recall_case_batch_batch` ON `recall_case_batch` (`batch_id`);--> statement-breakpoint
CREATE TABLE `recall_receiver` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`sale_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`told_at` integer,
	`confirmed_at` integer,
	`found_kg` real,
	`returned_kg` real,
	`note` text,
	`by_producer` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `recall_case`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sale_id`) REFERENCES `batch_sale`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recall_receiver_case` ON `recall_receiver` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `recall_receiver_secret` ON `recall_receiver` (`secret_hash`);