CREATE TABLE `certification` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` text NOT NULL,
	`product_id` text,
	`site_id` text,
	`batch_id` text,
	`number` text,
	`standard` text,
	`issued_by` text,
	`issued_on` text,
	`expires_on` text,
	`decision_no` text,
	`level` text,
	`ocop_group` text,
	`stars` integer,
	`sample_id` text,
	`sampled_on` text,
	`analyte` text,
	`result` text,
	`unit` text,
	`result_limit` text,
	`verdict` text,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`declared_at` integer,
	`declared_by` text,
	`decided_at` integer,
	`decided_by` text,
	`authority` text,
	`reason` text,
	`revoked_on` text,
	`remind_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `certification_newest` ON `certification` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `certification_newest_in` ON `certification` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `certification_newest_of` ON `certification` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `certification_batch` ON `certification` (`batch_id`);--> statement-breakpoint
CREATE INDEX `certification_general` ON `certification` (`organisation_id`) WHERE batch_id IS NULL;--> statement-breakpoint
CREATE INDEX `certification_product` ON `certification` (`product_id`);--> statement-breakpoint
CREATE INDEX `certification_declared` ON `certification` (`organisation_id`) WHERE state = 'declared';--> statement-breakpoint
CREATE INDEX `certification_remind` ON `certification` (`remind_on`) WHERE remind_on IS NOT NULL;--> statement-breakpoint
CREATE INDEX `member_place` ON `member` (`role`,`province_code`);--> statement-breakpoint
-- What officers recorded before counts as confirmed. The three tables it was in stay as they were, for
-- a version that still reads them; nothing writes there any more. A row that named a site or product
-- that is not there was shown nowhere, and is left behind.
INSERT INTO `certification` (`id`, `kind`, `organisation_id`, `product_id`, `site_id`, `number`,
    `standard`, `issued_by`, `issued_on`, `expires_on`, `state`, `version`, `decided_at`, `remind_on`,
    `created_at`)
  SELECT c.id,
    iif(c.kind IN ('vietgap', 'globalgap', 'organic', 'food_safety', 'haccp', 'iso22000'), c.kind, 'other'),
    c.organisation_id, c.product_id, c.site_id, c.number,
    iif(c.kind IN ('vietgap', 'globalgap', 'organic', 'food_safety', 'haccp', 'iso22000'), c.standard,
      coalesce(c.standard, c.kind)),
    c.issued_by, c.issued_on, c.expires_on, 'confirmed', 1, c.created_at,
    iif(c.expires_on >= date('now', '+7 hours'), date(c.expires_on, '-90 days'), NULL), c.created_at
  FROM `certificate` c
  WHERE (c.product_id IS NULL OR c.product_id IN (SELECT id FROM `product`))
    AND (c.site_id IS NULL OR c.site_id IN (SELECT id FROM `site`));
--> statement-breakpoint
INSERT INTO `certification` (`id`, `kind`, `organisation_id`, `product_id`, `number`, `issued_by`,
    `issued_on`, `expires_on`, `stars`, `state`, `version`, `decided_at`, `revoked_on`, `remind_on`,
    `created_at`)
  SELECT c.id, 'ocop', p.organisation_id, c.product_id, c.certificate_no, c.issued_by, c.issued_on,
    c.expires_on, c.stars, 'confirmed', 1, c.created_at, c.revoked_on,
    iif(c.expires_on >= date('now', '+7 hours') AND c.revoked_on IS NULL,
      date(c.expires_on, '-90 days'), NULL), c.created_at
  FROM `ocop_certificate` c JOIN `product` p ON p.id = c.product_id;
--> statement-breakpoint
INSERT INTO `certification` (`id`, `kind`, `organisation_id`, `batch_id`, `issued_by`, `sampled_on`,
    `analyte`, `result`, `result_limit`, `verdict`, `state`, `version`, `decided_at`, `created_at`)
  SELECT t.id, 'lab_test', b.organisation_id, t.batch_id, t.laboratory, t.sampled_on, t.analyte, t.result,
    t.result_limit, CASE t.passed WHEN 1 THEN 'passed' WHEN 0 THEN 'failed' END, 'confirmed', 1,
    t.created_at, t.created_at
  FROM `lab_test` t JOIN `batch` b ON b.id = t.batch_id;
