CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text,
	`province_code` text,
	`commune_code` text,
	`status` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`inviter_id` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inviter_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `invitation_organization` ON `invitation` (`organization_id`);--> statement-breakpoint
CREATE INDEX `invitation_email` ON `invitation` (`email`);--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`province_code` text,
	`commune_code` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `member_person` ON `member` (`user_id`,`organization_id`);--> statement-breakpoint
CREATE INDEX `member_organization` ON `member` (`organization_id`);--> statement-breakpoint
CREATE TABLE `passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`public_key` text NOT NULL,
	`user_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`counter` integer NOT NULL,
	`device_type` text NOT NULL,
	`backed_up` integer NOT NULL,
	`transports` text,
	`created_at` integer,
	`aaguid` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `passkey_user` ON `passkey` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `passkey_credential` ON `passkey` (`credential_id`);--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limit_key_unique` ON `rate_limit` (`key`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expires_at` integer NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	`active_organization_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE INDEX `session_expires` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `mail_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `mail_outbox_due` ON `mail_outbox` (`due_at`) WHERE sent_at IS NULL;--> statement-breakpoint
CREATE TABLE `notification` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`href` text,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`read_by` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `notification_organisation` ON `notification` (`organisation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notification_unread` ON `notification` (`organisation_id`) WHERE read_at IS NULL;--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`store_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	`withdrawn_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachment_entity` ON `attachment` (`entity`,`entity_id`);--> statement-breakpoint
CREATE TABLE `code_certificate` (
	`id` text PRIMARY KEY NOT NULL,
	`code_id` text NOT NULL,
	`kid` text NOT NULL,
	`issued_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `code_certificate_code` ON `code_certificate` (`code_id`,`kid`);--> statement-breakpoint
CREATE TABLE `code_scheme` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`pattern` text NOT NULL,
	`sample` text NOT NULL,
	`market_rule` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`source` text NOT NULL,
	`position` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `site_boundary` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`geojson` text NOT NULL,
	`area_ha` real NOT NULL,
	`min_lng` real NOT NULL,
	`min_lat` real NOT NULL,
	`max_lng` real NOT NULL,
	`max_lat` real NOT NULL,
	`source` text NOT NULL,
	`file_name` text,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `site_boundary_site` ON `site_boundary` (`site_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `site_boundary_box` ON `site_boundary` (`min_lng`,`max_lng`);--> statement-breakpoint
CREATE TABLE `site_household` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`phone` text,
	`plot` text,
	`area_ha` real,
	`tree_count` integer,
	`external_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `site_household_position` ON `site_household` (`site_id`,`position`);--> statement-breakpoint
CREATE TABLE `site_link` (
	`id` text PRIMARY KEY NOT NULL,
	`packing_house_id` text NOT NULL,
	`growing_area_id` text NOT NULL,
	`contract_no` text,
	`from_on` text NOT NULL,
	`to_on` text,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`packing_house_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`growing_area_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `site_link_house` ON `site_link` (`packing_house_id`);--> statement-breakpoint
CREATE INDEX `site_link_area` ON `site_link` (`growing_area_id`);--> statement-breakpoint
CREATE TABLE `site_parcel` (
	`site_id` text NOT NULL,
	`parcel_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`site_id`, `parcel_id`),
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `site_parcel_parcel` ON `site_parcel` (`parcel_id`);--> statement-breakpoint
CREATE TABLE `site_treatment` (
	`site_id` text NOT NULL,
	`treatment` text NOT NULL,
	`facility_code` text,
	PRIMARY KEY(`site_id`, `treatment`),
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_seal` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_change` (
	`import_id` text NOT NULL,
	`seq` integer NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`before` text,
	`after` text,
	PRIMARY KEY(`import_id`, `seq`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_change_entity` ON `import_change` (`entity`,`entity_id`);--> statement-breakpoint
CREATE TABLE `stored_file` (
	`store_key` text NOT NULL,
	`part` integer NOT NULL,
	`bytes` blob NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`store_key`, `part`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `upload` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`store_key` text NOT NULL,
	`options` text,
	`user_id` text NOT NULL,
	`organisation_id` text,
	`created_at` integer NOT NULL,
	`used_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `upload_created` ON `upload` (`created_at`);--> statement-breakpoint
ALTER TABLE `organisation` ADD `slug` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `logo` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `metadata` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `email` text;--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_slug_unique` ON `organisation` (`slug`);--> statement-breakpoint
ALTER TABLE `code` ADD `withdrawn_at` integer;--> statement-breakpoint
CREATE INDEX `code_supersedes` ON `code` (`supersedes_id`) WHERE supersedes_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `code_status_event` ADD `reason_code` text;--> statement-breakpoint
ALTER TABLE `site` ADD `representative` text;--> statement-breakpoint
ALTER TABLE `site` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `site` ADD `lat` real;--> statement-breakpoint
ALTER TABLE `site` ADD `lng` real;--> statement-breakpoint
ALTER TABLE `site` ADD `details` text;--> statement-breakpoint
ALTER TABLE `site` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `site` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `site_kind` ADD `fields` text;--> statement-breakpoint
ALTER TABLE `import_run` ADD `state` text;--> statement-breakpoint
ALTER TABLE `import_run` ADD `rows_done` integer;--> statement-breakpoint
ALTER TABLE `import_run` ADD `rows_total` integer;--> statement-breakpoint
ALTER TABLE `import_run` ADD `finished_at` integer;--> statement-breakpoint
ALTER TABLE `import_run` ADD `undone_at` integer;--> statement-breakpoint
ALTER TABLE `import_run` ADD `undone_by` text;--> statement-breakpoint
ALTER TABLE `import_run` ADD `report` text;--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`);--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_log_action` ON `audit_log` (`action`,`seq`);