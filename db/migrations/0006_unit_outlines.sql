CREATE TABLE `administrative_boundary` (
	`level` text NOT NULL,
	`code` text NOT NULL,
	`geojson` text NOT NULL,
	`source` text NOT NULL,
	`loaded_at` integer NOT NULL,
	PRIMARY KEY(`level`, `code`)
) STRICT;
