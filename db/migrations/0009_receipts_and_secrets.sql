CREATE TABLE `write_receipt` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`receipt` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `write_receipt_created` ON `write_receipt` (`created_at`);--> statement-breakpoint
ALTER TABLE `invitation` ADD `secret_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_secret` ON `invitation` (`secret_hash`);--> statement-breakpoint
ALTER TABLE `mail_outbox` ADD `sealed_body` text;--> statement-breakpoint
-- A repeated request of the day before still gets its answer. What a run answered with is read from the run again.
INSERT INTO `write_receipt` (`actor`, `key`, `request_hash`, `receipt`, `created_at`)
	SELECT `actor`, `key`, `request_hash`, json_extract(`response`, '$.body'), `created_at` FROM `idempotency` WHERE `status` <> 0;
--> statement-breakpoint
DELETE FROM `idempotency`;
--> statement-breakpoint
-- What was sent need not be kept: letters hold links that open accounts.
UPDATE `mail_outbox` SET `body` = '' WHERE `sent_at` IS NOT NULL;
