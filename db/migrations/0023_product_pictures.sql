CREATE TABLE `product_picture` (
	`product_id` text NOT NULL,
	`sha256` text NOT NULL,
	`original_sha256` text NOT NULL,
	`media_type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	`actor` text NOT NULL,
	`removed_at` integer,
	PRIMARY KEY(`product_id`, `sha256`),
	FOREIGN KEY (`product_id`) REFERENCES `product`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `product_picture_sha256` ON `product_picture` (`sha256`);--> statement-breakpoint
CREATE INDEX `product_picture_removed` ON `product_picture` (`removed_at`) WHERE removed_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `batch_product_sealed` ON `batch` (`product_id`,`packed_on`) WHERE sealed_at IS NOT NULL AND annulled_at IS NULL;