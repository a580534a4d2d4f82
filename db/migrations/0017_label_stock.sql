CREATE TABLE `label_stock` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`width_mm` real NOT NULL,
	`height_mm` real NOT NULL,
	`columns` integer,
	`rows` integer,
	`left_mm` real,
	`top_mm` real,
	`gap_x_mm` real,
	`gap_y_mm` real,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `label_stock_name` ON `label_stock` (`organisation_id`,`name`);