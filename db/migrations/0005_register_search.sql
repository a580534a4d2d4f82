-- The public register as it is searched: one row a code, made from its sources in the same batch as they change.
DROP TABLE `code_search`;
--> statement-breakpoint
CREATE TABLE `register_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`code_id` text NOT NULL,
	`code` text NOT NULL,
	`search_key` text NOT NULL,
	`site_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`province_code` text,
	`commune_code` text,
	`entry` text NOT NULL,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `register_entry_code` ON `register_entry` (`code_id`);
--> statement-breakpoint
CREATE INDEX `register_entry_key` ON `register_entry` (`search_key`, `seq`);
--> statement-breakpoint
-- Words and filters of an entry under its seq. Prefixes have indexes of their own, so that a broad one is
-- read as far as the page goes and not to its end; six letters hold all but the rarest Vietnamese syllables.
CREATE VIRTUAL TABLE `register_words` USING fts5(`words`, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 2 tokenchars '_'", prefix='2 3 4 5 6');
--> statement-breakpoint
-- Words of one question are as common as "xã" and as rare as a hamlet: small pages let the index skip
-- through the common ones, which made such questions four times as fast.
INSERT INTO `register_words` (`register_words`, `rank`) VALUES ('pgsz', 250);
--> statement-breakpoint
-- Codes suspended or revoked today are found by walking these decisions, newest first.
CREATE INDEX `code_status_event_against` ON `code_status_event` (`effective_on`, `recorded_at`, `id`) WHERE status IN ('suspended', 'revoked');
--> statement-breakpoint
-- The words that occur at all, for texts with a letter wrong.
CREATE VIRTUAL TABLE `register_term` USING fts5vocab('register_words', 'row');
