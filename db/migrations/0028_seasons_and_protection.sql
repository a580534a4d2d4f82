CREATE TABLE `protection_product` (
	`id` text PRIMARY KEY NOT NULL,
	`trade_name` text NOT NULL,
	`name_folded` text NOT NULL,
	`active_ingredient` text NOT NULL,
	`ingredient_folded` text NOT NULL,
	`product_group` text,
	`uses` text NOT NULL,
	`reentry_hours` real,
	`permitted_from_on` text NOT NULL,
	`permitted_to_on` text,
	`legal_basis` text NOT NULL,
	`import_id` text,
	`replaced_by` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `protection_product_one` ON `protection_product` (`name_folded`,`ingredient_folded`,`permitted_from_on`) WHERE replaced_by IS NULL;--> statement-breakpoint
CREATE INDEX `protection_product_import` ON `protection_product` (`import_id`) WHERE import_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `protection_product_replaced` ON `protection_product` (`replaced_by`) WHERE replaced_by IS NOT NULL;--> statement-breakpoint
CREATE TABLE `substance_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`substance` text NOT NULL,
	`substance_folded` text NOT NULL,
	`market` text NOT NULL,
	`effect` text NOT NULL,
	`limit_note` text,
	`from_on` text NOT NULL,
	`to_on` text,
	`legal_basis` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `substance_rule_one` ON `substance_rule` (`substance_folded`,`market`,`effect`,`from_on`);--> statement-breakpoint
CREATE INDEX `substance_rule_market` ON `substance_rule` (`market`,`substance_folded`);--> statement-breakpoint
CREATE TABLE `season` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`site_id` text NOT NULL,
	`household_id` text,
	`household_name` text,
	`plot` text,
	`plot_folded` text,
	`crop` text NOT NULL,
	`crop_folded` text NOT NULL,
	`variety` text,
	`area_ha` real,
	`standard` text,
	`standard_note` text,
	`starts_on` text NOT NULL,
	`flowering_on` text,
	`expected_from_on` text NOT NULL,
	`expected_to_on` text NOT NULL,
	`expected_yield_kg` real,
	`markets` text NOT NULL,
	`ended_on` text,
	`yield_kg` real,
	`closed_at` integer,
	`closed_by` text,
	`reopened_for` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `season_site` ON `season` (`site_id`,`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `season_newest` ON `season` (`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `season_newest_of` ON `season` (`organisation_id`,`starts_on`,`id`);--> statement-breakpoint
CREATE INDEX `season_open` ON `season` (`organisation_id`,`expected_to_on`) WHERE ended_on IS NULL;