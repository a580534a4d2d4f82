CREATE TABLE `register_change` (
	`code_id` text PRIMARY KEY NOT NULL,
	`changed_at` integer NOT NULL,
	`is_gone` integer NOT NULL,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `register_change_at` ON `register_change` (`changed_at`,`code_id`);
--> statement-breakpoint
CREATE TRIGGER `register_change_added` AFTER INSERT ON `register_entry` BEGIN
  INSERT INTO `register_change` (`code_id`, `changed_at`, `is_gone`)
    VALUES (new.code_id, CAST(unixepoch('subsec') * 1000 AS INTEGER), 0)
    ON CONFLICT (`code_id`) DO UPDATE SET changed_at = excluded.changed_at, is_gone = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `register_change_changed` AFTER UPDATE ON `register_entry` WHEN new.entry IS NOT old.entry BEGIN
  INSERT INTO `register_change` (`code_id`, `changed_at`, `is_gone`)
    VALUES (new.code_id, CAST(unixepoch('subsec') * 1000 AS INTEGER), 0)
    ON CONFLICT (`code_id`) DO UPDATE SET changed_at = excluded.changed_at, is_gone = 0;
END;
--> statement-breakpoint
CREATE TRIGGER `register_change_gone` AFTER DELETE ON `register_entry` BEGIN
  INSERT INTO `register_change` (`code_id`, `changed_at`, `is_gone`)
    VALUES (old.code_id, CAST(unixepoch('subsec') * 1000 AS INTEGER), 1)
    ON CONFLICT (`code_id`) DO UPDATE SET changed_at = excluded.changed_at, is_gone = 1;
END;
--> statement-breakpoint
-- What stands already counts as changed now: whoever begins to follow the register reads all of it.
INSERT INTO `register_change` (`code_id`, `changed_at`, `is_gone`)
  SELECT `code_id`, CAST(unixepoch('subsec') * 1000 AS INTEGER), 0 FROM `register_entry`;
--> statement-breakpoint
INSERT INTO `register_change` (`code_id`, `changed_at`, `is_gone`)
  SELECT `id`, `withdrawn_at`, 1 FROM `code` WHERE `withdrawn_at` IS NOT NULL
  ON CONFLICT (`code_id`) DO UPDATE SET is_gone = 1;
