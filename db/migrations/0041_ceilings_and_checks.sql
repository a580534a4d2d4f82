DROP INDEX `application_waiting`;--> statement-breakpoint
CREATE INDEX `market_rule_kind` ON `market_rule` (`kind`,`valid_from`) WHERE replaced_by IS NULL;--> statement-breakpoint
CREATE INDEX `inspection_visit_next` ON `inspection_visit` (`site_id`,`due_on`) WHERE state = 'planned';