CREATE TABLE `market_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`crop` text NOT NULL,
	`market` text NOT NULL,
	`subject` text NOT NULL,
	`name` text,
	`name_en` text,
	`name_zh` text,
	`pest_status` text,
	`limit_unit` text,
	`amount` text,
	`method` text,
	`temperature_c` text,
	`minutes_least` text,
	`minutes_most` text,
	`dose_gy` text,
	`wording` text,
	`check_before` text,
	`check_proof` text,
	`sample_percent` text,
	`note` text,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`source` text NOT NULL,
	`is_doubtful` integer NOT NULL,
	`is_lifted` integer NOT NULL,
	`reason` text,
	`replaced_by` text,
	`actor` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `market_rule_one` ON `market_rule` (`crop`,`market`,`kind`,`subject`,`valid_from`) WHERE replaced_by IS NULL;--> statement-breakpoint
CREATE INDEX `market_rule_history` ON `market_rule` (`crop`,`market`,`kind`,`subject`,`created_at`);
--> statement-breakpoint
CREATE TRIGGER `market_rule_no_update` BEFORE UPDATE OF `id`, `kind`, `crop`, `market`, `subject`, `name`, `name_en`, `name_zh`, `pest_status`, `limit_unit`, `amount`, `method`, `temperature_c`, `minutes_least`, `minutes_most`, `dose_gy`, `wording`, `check_before`, `check_proof`, `sample_percent`, `note`, `valid_from`, `valid_to`, `source`, `is_doubtful`, `is_lifted`, `reason`, `actor`, `created_at` ON `market_rule` BEGIN SELECT RAISE(ABORT, 'market_rule is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `market_rule_replaced_once` BEFORE UPDATE OF `replaced_by` ON `market_rule` WHEN OLD.`replaced_by` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'market_rule is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `market_rule_no_delete` BEFORE DELETE ON `market_rule` BEGIN SELECT RAISE(ABORT, 'market_rule is append-only'); END;
