CREATE TABLE `problem_report` (
	`id` text PRIMARY KEY NOT NULL,
	`receipt_hash` text NOT NULL,
	`request_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	`lang` text NOT NULL,
	`reason` text NOT NULL,
	`details` text,
	`shop` text,
	`address` text,
	`told_province_code` text,
	`label_text` text,
	`verdict` text,
	`join_key` text,
	`batch_id` text,
	`serial` integer,
	`organisation_id` text,
	`province_code` text,
	`commune_code` text,
	`photo_key` text,
	`photo_type` text,
	`contact` text,
	`doubts` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`closed_at` integer,
	`joined_to` text,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`joined_to`) REFERENCES `problem_report`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `problem_report_receipt` ON `problem_report` (`receipt_hash`);--> statement-breakpoint
CREATE INDEX `problem_report_queue` ON `problem_report` (`state`,`created_at`,`id`) WHERE joined_to IS NULL;--> statement-breakpoint
CREATE INDEX `problem_report_place` ON `problem_report` (`state`,`province_code`,`created_at`,`id`) WHERE joined_to IS NULL;--> statement-breakpoint
CREATE INDEX `problem_report_owner` ON `problem_report` (`organisation_id`,`state`,`created_at`,`id`) WHERE joined_to IS NULL;--> statement-breakpoint
CREATE INDEX `problem_report_same` ON `problem_report` (`join_key`,`created_at`);--> statement-breakpoint
CREATE INDEX `problem_report_joined` ON `problem_report` (`joined_to`,`created_at`);--> statement-breakpoint
CREATE INDEX `problem_report_batch` ON `problem_report` (`batch_id`);--> statement-breakpoint
CREATE INDEX `problem_report_contact` ON `problem_report` (`created_at`) WHERE contact IS NOT NULL;--> statement-breakpoint
CREATE INDEX `problem_report_photos` ON `problem_report` (`created_at`) WHERE photo_key IS NOT NULL;--> statement-breakpoint
CREATE TABLE `problem_report_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`text` text NOT NULL,
	`answered_at` integer NOT NULL,
	`actor` text NOT NULL,
	`authority` text NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `problem_report`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `problem_report_answer_report` ON `problem_report_answer` (`report_id`,`answered_at`);--> statement-breakpoint
ALTER TABLE `organisation` ADD `hotline_hours` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `story` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `people` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `people_consent_on` text;
--> statement-breakpoint
-- What an authority told somebody is never rewritten.
CREATE TRIGGER `problem_report_answer_no_update` BEFORE UPDATE ON `problem_report_answer` BEGIN SELECT RAISE(ABORT, 'problem_report_answer is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `problem_report_answer_no_delete` BEFORE DELETE ON `problem_report_answer` BEGIN SELECT RAISE(ABORT, 'problem_report_answer is append-only'); END;

--> statement-breakpoint
-- Words of the names of products and producers, each under itself: what people who have no code search by.
-- Kept by triggers, for names change in many places, and made anew where a backup is restored.
CREATE TABLE `goods_word` (
	`word` text NOT NULL,
	`kind` text NOT NULL,
	`id` text NOT NULL,
	PRIMARY KEY (`word`, `kind`, `id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `goods_word_of` ON `goods_word` (`id`);
--> statement-breakpoint
CREATE TRIGGER `goods_word_product` AFTER INSERT ON `product` BEGIN INSERT OR IGNORE INTO goods_word (word, kind, id) SELECT e.value, 'product', NEW.id FROM json_each('[' || replace(json_quote(trim(replace(replace(replace(replace(replace(replace(NEW.name_folded,'(',' '),')',' '),',',' '),'.',' '),'-',' '),'/',' '))), ' ', '","') || ']') e WHERE e.value <> ''; END;
--> statement-breakpoint
CREATE TRIGGER `goods_word_product_renamed` AFTER UPDATE OF name_folded ON `product` BEGIN DELETE FROM goods_word WHERE id = OLD.id; INSERT OR IGNORE INTO goods_word (word, kind, id) SELECT e.value, 'product', NEW.id FROM json_each('[' || replace(json_quote(trim(replace(replace(replace(replace(replace(replace(NEW.name_folded,'(',' '),')',' '),',',' '),'.',' '),'-',' '),'/',' '))), ' ', '","') || ']') e WHERE e.value <> ''; END;
--> statement-breakpoint
CREATE TRIGGER `goods_word_product_gone` AFTER DELETE ON `product` BEGIN DELETE FROM goods_word WHERE id = OLD.id; END;
--> statement-breakpoint
INSERT OR IGNORE INTO goods_word (word, kind, id) SELECT e.value, 'product', t.id FROM product t, json_each('[' || replace(json_quote(trim(replace(replace(replace(replace(replace(replace(t.name_folded,'(',' '),')',' '),',',' '),'.',' '),'-',' '),'/',' '))), ' ', '","') || ']') e WHERE e.value <> '';
--> statement-breakpoint
CREATE TRIGGER `goods_word_organisation` AFTER INSERT ON `organisation` BEGIN INSERT OR IGNORE INTO goods_word (word, kind, id) SELECT e.value, 'organisation', NEW.id FROM json_each('[' || replace(json_quote(trim(replace(replace(replace(replace(replace(replace(NEW.name_folded,'(',' '),')',' '),',',' '),'.',' '),'-',' '),'/',' '))), ' ', '","') || ']') e WHERE e.value <> ''; END;
--> statement-breakpoint
CREATE TRIGGER `goods_word_organisation_renamed` AFTER UPDATE OF name_folded ON `organisation` BEGIN DELETE FROM goods_word WHERE id = OLD.id; INSERT OR IGNORE INTO goods_word (word, kind, id) SELECT e.value, 'organisation', NEW.id FROM json_each('[' || replace(json_quote(trim(replace(replace(replace(replace(replace(replace(NEW.name_folded,'(',' '),')',' '),',',' '),'.',' '),'-',' '),'/',' '))), ' ', '","') || ']') e WHERE e.value <> ''; END;
--> statement-breakpoint
CREATE TRIGGER `goods_word_organisation_gone` AFTER DELETE ON `organisation` BEGIN DELETE FROM goods_word WHERE id = OLD.id; END;
--> statement-breakpoint
INSERT OR IGNORE INTO goods_word (word, kind, id) SELECT e.value, 'organisation', t.id FROM organisation t, json_each('[' || replace(json_quote(trim(replace(replace(replace(replace(replace(replace(t.name_folded,'(',' '),')',' '),',',' '),'.',' '),'-',' '),'/',' '))), ' ', '","') || ']') e WHERE e.value <> '';
