ALTER TABLE `organisation` ADD `name_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- As `holderKey` does it: marks between words off, each word with a blank of its own, short ones spelled out.
UPDATE `organisation` SET name_key = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(name_folded, '.', ' '), ',', ' '), '-', ' '), '–', ' '), '—', ' '), '/', ' '), '(', ' '), ')', ' '), '"', ' '), '“', ' '), '”', ' '), '&', ' '), '+', ' '), '_', ' '), ':', ' '), '*', ' ');--> statement-breakpoint
UPDATE `organisation` SET name_key = replace(' ' || trim(replace(replace(replace(name_key, '  ', ' '), '  ', ' '), '  ', ' ')) || ' ', ' ', '  ');--> statement-breakpoint
UPDATE `organisation` SET name_key = replace(replace(replace(replace(replace(replace(replace(replace(name_key, ' htx ', ' hop tac xa '), ' tht ', ' to hop tac '), ' nn ', ' nong nghiep '), ' cty ', ' cong ty '), ' ct ', ' cong ty '), ' cp ', ' co phan '), ' tnhh ', ' trach nhiem huu han '), ' dntn ', ' doanh nghiep tu nhan ');--> statement-breakpoint
UPDATE `organisation` SET name_key = replace(replace(replace(replace(replace(replace(replace(name_key, ' dn ', ' doanh nghiep '), ' dv ', ' dich vu '), ' sx ', ' san xuat '), ' tm ', ' thuong mai '), ' xk ', ' xuat khau '), ' xnk ', ' xuat nhap khau '), ' mtv ', ' mot thanh vien ');--> statement-breakpoint
UPDATE `organisation` SET name_key = trim(replace(name_key, '  ', ' '));--> statement-breakpoint
CREATE INDEX `organisation_name_key` ON `organisation` (`name_key`);--> statement-breakpoint
CREATE INDEX `organisation_newest` ON `organisation` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `site_by_area` ON `site` (coalesce(area_ha, 0),`id`);--> statement-breakpoint
CREATE INDEX `site_newest` ON `site` (`created_at`,`id`);