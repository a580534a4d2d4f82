CREATE TABLE `map_background` (
	`id` text PRIMARY KEY NOT NULL,
	`archive` text,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `map_background_newest` ON `map_background` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `site_point` ON `site` (`lng`,`lat`);
--> statement-breakpoint
CREATE TRIGGER `map_background_no_update` BEFORE UPDATE ON `map_background` BEGIN SELECT RAISE(ABORT, 'map_background is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `map_background_no_delete` BEFORE DELETE ON `map_background` BEGIN SELECT RAISE(ABORT, 'map_background is append-only'); END;
