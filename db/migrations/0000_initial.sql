CREATE TABLE `administrative_succession` (
	`id` text PRIMARY KEY NOT NULL,
	`old_code` text,
	`old_name` text NOT NULL,
	`old_district_name` text,
	`old_province_name` text,
	`old_name_folded` text NOT NULL,
	`new_code` text NOT NULL,
	`effective_on` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `administrative_succession_old` ON `administrative_succession` (`old_name_folded`);--> statement-breakpoint
CREATE INDEX `administrative_succession_new` ON `administrative_succession` (`new_code`);--> statement-breakpoint
CREATE TABLE `administrative_unit` (
	`code` text NOT NULL,
	`level` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`parent_code` text,
	`valid_from` text NOT NULL,
	`valid_to` text,
	PRIMARY KEY(`level`, `code`, `valid_from`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `administrative_unit_name` ON `administrative_unit` (`name_folded`,`level`);--> statement-breakpoint
CREATE INDEX `administrative_unit_parent` ON `administrative_unit` (`parent_code`);--> statement-breakpoint
CREATE TABLE `batch` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`lot` text NOT NULL,
	`organisation_id` text NOT NULL,
	`product_id` text NOT NULL,
	`packed_on` text,
	`expires_on` text,
	`harvested_on` text NOT NULL,
	`season_from` text,
	`quantity_value` real NOT NULL,
	`quantity_unit` text NOT NULL,
	`markets` text NOT NULL,
	`sealed_at` integer,
	`annulled_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `batch_ref_unique` ON `batch` (`ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `batch_lot` ON `batch` (`organisation_id`,`product_id`,`lot`);--> statement-breakpoint
CREATE INDEX `batch_product` ON `batch` (`product_id`);--> statement-breakpoint
CREATE TABLE `batch_code` (
	`batch_id` text NOT NULL,
	`code_id` text NOT NULL,
	`slot` text NOT NULL,
	PRIMARY KEY(`batch_id`, `code_id`),
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_code_code` ON `batch_code` (`code_id`);--> statement-breakpoint
CREATE TABLE `batch_document` (
	`ref` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`document` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `batch_document_batchId_unique` ON `batch_document` (`batch_id`);--> statement-breakpoint
CREATE TABLE `lab_test` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`analyte` text NOT NULL,
	`result` text NOT NULL,
	`result_limit` text,
	`laboratory` text,
	`sampled_on` text,
	`passed` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `lab_test_batch` ON `lab_test` (`batch_id`);--> statement-breakpoint
CREATE TABLE `lot_edge` (
	`from_batch_id` text NOT NULL,
	`to_batch_id` text NOT NULL,
	`quantity_kg` real NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`to_batch_id`, `from_batch_id`),
	FOREIGN KEY (`from_batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `lot_edge_from` ON `lot_edge` (`from_batch_id`);--> statement-breakpoint
CREATE TABLE `diary_event` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`batch_id` text,
	`kind` text NOT NULL,
	`occurred_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`summary` text NOT NULL,
	`details` text NOT NULL,
	`photos` text NOT NULL,
	`declared_by_role` text NOT NULL,
	`declared_by_name` text NOT NULL,
	`amends_id` text,
	`fingerprint` text NOT NULL,
	`import_id` text,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind`) REFERENCES `diary_event_kind`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `diary_event_site` ON `diary_event` (`site_id`,`occurred_on`);--> statement-breakpoint
CREATE INDEX `diary_event_batch` ON `diary_event` (`batch_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `diary_event_fingerprint` ON `diary_event` (`site_id`,`fingerprint`);--> statement-breakpoint
CREATE TABLE `diary_event_kind` (
	`id` text PRIMARY KEY NOT NULL,
	`stage` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `diary_verification` (
	`id` text PRIMARY KEY NOT NULL,
	`diary_event_id` text NOT NULL,
	`verified_by_role` text NOT NULL,
	`verified_by_name` text NOT NULL,
	`verified_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`diary_event_id`) REFERENCES `diary_event`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `diary_verification_event` ON `diary_verification` (`diary_event_id`);--> statement-breakpoint
CREATE TABLE `label_exception` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`batch_id` text NOT NULL,
	`run_id` text,
	`from_serial` integer,
	`to_serial` integer,
	`effective_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`reason` text,
	`document_no` text,
	`wording` text,
	`amends_id` text,
	`withdrawn` integer DEFAULT false NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_id`) REFERENCES `label_run`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `label_exception_batch` ON `label_exception` (`batch_id`);--> statement-breakpoint
CREATE INDEX `label_exception_recorded` ON `label_exception` (`recorded_at`,`id`);--> statement-breakpoint
CREATE TABLE `label_run` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`profile` text NOT NULL,
	`kid` text NOT NULL,
	`unit_space` text NOT NULL,
	`from_serial` integer NOT NULL,
	`to_serial` integer NOT NULL,
	`copies` integer NOT NULL,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kid`) REFERENCES `signing_key`(`kid`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `label_run_batch` ON `label_run` (`batch_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `label_run_units` ON `label_run` (`unit_space`,`from_serial`) WHERE from_serial > 0;--> statement-breakpoint
CREATE INDEX `label_run_space` ON `label_run` (`unit_space`,`to_serial`);--> statement-breakpoint
CREATE TABLE `signing_key` (
	`kid` text PRIMARY KEY NOT NULL,
	`authority` text NOT NULL,
	`public_x` text NOT NULL,
	`private_jwe` text NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	`revoked_at` integer,
	`revoked_from` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `signing_key_active` ON `signing_key` (`authority`) WHERE status = 'active';--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`kind` text NOT NULL,
	`name_consent_on` text,
	`tax_no` text,
	`gln` text,
	`address` text,
	`commune_code` text,
	`commune_name` text,
	`province_code` text,
	`province_name` text,
	`hotline` text,
	`suspended_on` text,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `organisation_name_folded` ON `organisation` (`name_folded`);--> statement-breakpoint
CREATE TABLE `certificate` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`product_id` text,
	`site_id` text,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`standard` text,
	`issued_by` text,
	`issued_on` text,
	`expires_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `certificate_organisation` ON `certificate` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `ocop_certificate` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`stars` integer NOT NULL,
	`certificate_no` text NOT NULL,
	`issued_by` text,
	`issued_on` text NOT NULL,
	`expires_on` text NOT NULL,
	`revoked_on` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `ocop_certificate_product` ON `ocop_certificate` (`product_id`);--> statement-breakpoint
CREATE TABLE `product` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`gtin` text,
	`brand` text,
	`category_id` text,
	`images` text NOT NULL,
	`standards` text NOT NULL,
	`shelf_life` text,
	`storage` text,
	`warnings` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`category_id`) REFERENCES `product_category`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `product_gtin` ON `product` (`gtin`);--> statement-breakpoint
CREATE UNIQUE INDEX `product_name` ON `product` (`organisation_id`,`name_folded`);--> statement-breakpoint
CREATE TABLE `product_category` (
	`id` text PRIMARY KEY NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `scan_count` (
	`unit_space` text NOT NULL,
	`serial` integer NOT NULL,
	`count` integer NOT NULL,
	`first_on` text NOT NULL,
	`last_on` text NOT NULL,
	PRIMARY KEY(`unit_space`, `serial`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `scan_event` (
	`id` integer PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`unit_space` text NOT NULL,
	`serial` integer NOT NULL,
	`scanned_at` integer NOT NULL,
	`region` text,
	`visitor` text,
	`standing` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `scan_event_time` ON `scan_event` (`scanned_at`);--> statement-breakpoint
CREATE INDEX `scan_event_label` ON `scan_event` (`unit_space`,`serial`,`scanned_at`);--> statement-breakpoint
CREATE TABLE `code` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`search_key` text NOT NULL,
	`site_id` text NOT NULL,
	`scheme` text NOT NULL,
	`legacy_code` text,
	`supersedes_id` text,
	`issued_on` text,
	`document_no` text,
	`external_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `code_code_unique` ON `code` (`code`);--> statement-breakpoint
CREATE INDEX `code_search_key` ON `code` (`search_key`);--> statement-breakpoint
CREATE INDEX `code_site` ON `code` (`site_id`);--> statement-breakpoint
CREATE INDEX `code_legacy` ON `code` (`legacy_code`);--> statement-breakpoint
CREATE TABLE `code_market` (
	`code_id` text NOT NULL,
	`market` text NOT NULL,
	`valid_to` text,
	`external_id` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`code_id`, `market`),
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `code_market_market` ON `code_market` (`market`);--> statement-breakpoint
CREATE TABLE `code_status_event` (
	`id` text PRIMARY KEY NOT NULL,
	`code_id` text NOT NULL,
	`market` text NOT NULL,
	`status` text NOT NULL,
	`effective_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`reason` text,
	`document_no` text,
	`wording` text,
	`amends_id` text,
	`actor` text NOT NULL,
	`import_id` text,
	FOREIGN KEY (`code_id`) REFERENCES `code`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `code_status_event_code` ON `code_status_event` (`code_id`,`market`,`effective_on`);--> statement-breakpoint
CREATE INDEX `code_status_event_recorded` ON `code_status_event` (`recorded_at`,`id`);--> statement-breakpoint
CREATE TABLE `site` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`name_folded` text NOT NULL,
	`hamlet` text,
	`commune_code` text,
	`commune_name` text,
	`province_code` text,
	`province_name` text,
	`former_district` text,
	`area_ha` real,
	`capacity_t_per_day` real,
	`household_count` integer,
	`external_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`kind`) REFERENCES `site_kind`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `site_organisation` ON `site` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `site_name` ON `site` (`name_folded`);--> statement-breakpoint
CREATE INDEX `site_place` ON `site` (`province_code`,`commune_code`);--> statement-breakpoint
CREATE TABLE `site_crop` (
	`site_id` text NOT NULL,
	`crop` text NOT NULL,
	`crop_folded` text NOT NULL,
	`variety` text,
	`planted_area_ha` real,
	PRIMARY KEY(`site_id`, `crop_folded`),
	FOREIGN KEY (`site_id`) REFERENCES `site`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `site_crop_crop` ON `site_crop` (`crop_folded`);--> statement-breakpoint
CREATE TABLE `site_kind` (
	`id` text PRIMARY KEY NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`name_zh` text NOT NULL,
	`label_slot` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `api_token` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`organisation_id` text,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_token_hash` ON `api_token` (`token_hash`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`before` text,
	`after` text,
	`reason` text,
	`source` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_log_entity` ON `audit_log` (`entity`,`entity_id`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer NOT NULL,
	`response` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_created` ON `idempotency` (`created_at`);--> statement-breakpoint
CREATE TABLE `import_run` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`imported_on` text NOT NULL,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	`counts` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_run_created` ON `import_run` (`created_at`);