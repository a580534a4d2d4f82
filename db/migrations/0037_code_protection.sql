CREATE TABLE `authorisation_event` (
	`id` text PRIMARY KEY NOT NULL,
	`link_id` text NOT NULL,
	`kind` text NOT NULL,
	`effective_on` text NOT NULL,
	`reason` text,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`link_id`) REFERENCES `site_link`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `authorisation_event_link` ON `authorisation_event` (`link_id`,`kind`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `code_dispute` (
	`batch_id` text NOT NULL,
	`code_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`reason` text NOT NULL,
	`case_id` text NOT NULL,
	`disputed_at` integer NOT NULL,
	`actor` text NOT NULL,
	PRIMARY KEY(`batch_id`, `code_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `code_dispute_case` ON `code_dispute` (`case_id`);--> statement-breakpoint
CREATE TABLE `code_use` (
	`batch_id` text NOT NULL,
	`code_id` text NOT NULL,
	`site_id` text NOT NULL,
	`slot` text NOT NULL,
	`holder_id` text NOT NULL,
	`packer_id` text NOT NULL,
	`link_id` text,
	`entitlement` text,
	`crop` text,
	`quantity_kg` real,
	`is_counted` integer NOT NULL,
	`packed_on` text NOT NULL,
	`sealed_at` integer NOT NULL,
	`annulled_at` integer,
	PRIMARY KEY(`batch_id`, `code_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`packer_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_id`) REFERENCES `site_link`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `code_use_site` ON `code_use` (`site_id`,`packed_on`,`crop`,`quantity_kg`) WHERE annulled_at IS NULL AND is_counted = 1;--> statement-breakpoint
CREATE INDEX `code_use_link` ON `code_use` (`link_id`,`site_id`,`quantity_kg`) WHERE link_id IS NOT NULL AND annulled_at IS NULL AND is_counted = 1;--> statement-breakpoint
CREATE INDEX `code_use_holder` ON `code_use` (`holder_id`,`sealed_at`,`batch_id`,`code_id`);--> statement-breakpoint
CREATE INDEX `code_use_sealed` ON `code_use` (`sealed_at`,`batch_id`);--> statement-breakpoint
CREATE TABLE `code_use_wait` (
	`batch_id` text NOT NULL,
	`code_id` text NOT NULL,
	`objections` text NOT NULL,
	`asked_at` integer NOT NULL,
	PRIMARY KEY(`batch_id`, `code_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `code_use_wait_newest` ON `code_use_wait` (`asked_at`);--> statement-breakpoint
CREATE INDEX `code_use_wait_code` ON `code_use_wait` (`code_id`);--> statement-breakpoint
CREATE TABLE `pattern_cursor` (
	`name` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `pattern_finding` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`shown` text NOT NULL,
	`site_id` text,
	`batch_id` text,
	`province_code` text,
	`commune_code` text,
	`figures` text NOT NULL,
	`level` real NOT NULL,
	`state` text NOT NULL,
	`found_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`reason` text,
	`dismissed_level` real,
	`case_id` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `case_file`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pattern_finding_subject` ON `pattern_finding` (`kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `pattern_finding_place` ON `pattern_finding` (`province_code`,`state`,`changed_at`,`id`);--> statement-breakpoint
CREATE INDEX `pattern_finding_newest` ON `pattern_finding` (`state`,`changed_at`,`id`);--> statement-breakpoint
ALTER TABLE `batch_allowance` ADD `quantity_kg` real;--> statement-breakpoint
ALTER TABLE `site_link` ADD `quantity_kg` real;--> statement-breakpoint
ALTER TABLE `site_link` ADD `markets` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `site_household_name` ON `site_household` (`name_folded`);--> statement-breakpoint
-- What sealed batches use, as far as it follows from them alone: evenly among their growing areas, without what came
-- in other batches. For those sealed before uses were kept, and those of backups from then.
CREATE VIEW `code_use_unkept` AS
  SELECT b.id AS batch_id, c.id AS code_id, s.id AS site_id, bc.slot AS slot, s.organisation_id AS holder_id,
    b.organisation_id AS packer_id,
    iif(s.organisation_id = b.organisation_id, NULL, (SELECT l.id FROM site_link l JOIN site h ON h.id = l.packing_house_id
      WHERE l.growing_area_id = s.id AND h.organisation_id = b.organisation_id AND l.area_confirmed_at IS NOT NULL
        AND l.from_on <= b.packed_on AND (l.to_on IS NULL OR b.packed_on <= l.to_on) ORDER BY l.from_on, l.id LIMIT 1)) AS link_id,
    NULL AS entitlement,
    iif(bc.slot = 'growing_area' AND (SELECT count(*) FROM site_crop k WHERE k.site_id = s.id) = 1,
      (SELECT k.crop_folded FROM site_crop k WHERE k.site_id = s.id), NULL) AS crop,
    max(0.0, b.quantity_value * (CASE b.quantity_unit WHEN 'g' THEN 0.001 WHEN 'kg' THEN 1.0 WHEN 'yến' THEN 10.0
        WHEN 'tạ' THEN 100.0 WHEN 'tấn' THEN 1000.0 WHEN 't' THEN 1000.0 END)
      - iif(bc.slot = 'growing_area', (SELECT coalesce(sum(e.quantity_kg), 0.0) FROM lot_edge e WHERE e.to_batch_id = b.id), 0.0))
      / iif(bc.slot = 'growing_area', (SELECT count(DISTINCT k.site_id) FROM batch_code n JOIN code k ON k.id = n.code_id
        WHERE n.batch_id = b.id AND n.slot = 'growing_area'), 1) AS quantity_kg,
    c.id = (SELECT min(n.code_id) FROM batch_code n JOIN code k ON k.id = n.code_id
      WHERE n.batch_id = b.id AND k.site_id = s.id) AS is_counted,
    b.packed_on AS packed_on, b.sealed_at AS sealed_at, b.annulled_at AS annulled_at
  FROM batch b JOIN batch_code bc ON bc.batch_id = b.id JOIN code c ON c.id = bc.code_id JOIN site s ON s.id = c.site_id
  WHERE b.sealed_at IS NOT NULL AND b.packed_on IS NOT NULL;
--> statement-breakpoint
INSERT INTO `code_use` SELECT * FROM `code_use_unkept`;
--> statement-breakpoint
CREATE TRIGGER `code_use_of_sealed` AFTER UPDATE OF sealed_at ON `batch`
  WHEN NEW.sealed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM `code_use` u WHERE u.batch_id = NEW.id)
  BEGIN INSERT INTO `code_use` SELECT * FROM `code_use_unkept` v WHERE v.batch_id = NEW.id; END;
--> statement-breakpoint
-- A batch that is annulled packed nothing under its codes.
CREATE TRIGGER `code_use_annulled` AFTER UPDATE OF annulled_at ON `batch` BEGIN UPDATE `code_use` SET annulled_at = NEW.annulled_at WHERE batch_id = NEW.id; END;
--> statement-breakpoint
CREATE TRIGGER `code_use_no_update` BEFORE UPDATE OF batch_id, code_id, site_id, slot, holder_id, packer_id, link_id, entitlement, crop, quantity_kg, is_counted, packed_on, sealed_at ON `code_use` BEGIN SELECT RAISE(ABORT, 'code_use is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `code_use_no_delete` BEFORE DELETE ON `code_use` BEGIN SELECT RAISE(ABORT, 'code_use is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `authorisation_event_no_update` BEFORE UPDATE ON `authorisation_event` BEGIN SELECT RAISE(ABORT, 'authorisation_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `authorisation_event_no_delete` BEFORE DELETE ON `authorisation_event` BEGIN SELECT RAISE(ABORT, 'authorisation_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `code_dispute_no_update` BEFORE UPDATE ON `code_dispute` BEGIN SELECT RAISE(ABORT, 'code_dispute is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `code_dispute_no_delete` BEFORE DELETE ON `code_dispute` BEGIN SELECT RAISE(ABORT, 'code_dispute is append-only'); END;
