CREATE TABLE `inspection_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`province_code` text NOT NULL,
	`commune_code` text,
	`commune_name` text,
	`per_day` integer NOT NULL,
	`note` text,
	`authority_id` text,
	`created_at` integer NOT NULL,
	`made_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `inspection_plan_place` ON `inspection_plan` (`province_code`,`year`,`commune_code`);--> statement-breakpoint
CREATE TABLE `inspection_visit` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`site_id` text NOT NULL,
	`window_id` text NOT NULL,
	`season_name` text,
	`season_from_on` text NOT NULL,
	`season_to_on` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`why` text NOT NULL,
	`window_from` text NOT NULL,
	`due_on` text NOT NULL,
	`planned_on` text,
	`inspector_id` text,
	`state` text NOT NULL,
	`state_reason` text,
	`done_on` text,
	`done_by` text,
	`inspection_id` text,
	`remind_on` text,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `inspection_plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_visit_one` ON `inspection_visit` (`plan_id`,`site_id`,`window_id`,`number`);--> statement-breakpoint
CREATE INDEX `inspection_visit_state` ON `inspection_visit` (`plan_id`,`state`,`due_on`,`id`);--> statement-breakpoint
CREATE INDEX `inspection_visit_season` ON `inspection_visit` (`plan_id`,`season_to_on`,`season_from_on`,`state`);--> statement-breakpoint
CREATE INDEX `inspection_visit_inspector` ON `inspection_visit` (`inspector_id`,`planned_on`) WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX `inspection_visit_done` ON `inspection_visit` (`site_id`,`done_on`) WHERE state = 'done';--> statement-breakpoint
CREATE INDEX `inspection_visit_remind` ON `inspection_visit` (`remind_on`) WHERE remind_on IS NOT NULL;--> statement-breakpoint
CREATE TABLE `monitoring_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`province_code` text,
	`commune_code` text,
	`crop` text,
	`crop_folded` text,
	`market` text,
	`risk` text,
	`kind` text NOT NULL,
	`per_season` integer NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text,
	`legal_basis` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `monitoring_rule_place` ON `monitoring_rule` (`province_code`,`from_on`);--> statement-breakpoint
CREATE TABLE `season_window` (
	`id` text PRIMARY KEY NOT NULL,
	`province_code` text,
	`name` text NOT NULL,
	`crop` text,
	`crop_folded` text,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `season_window_place` ON `season_window` (`province_code`,`from_on`);
