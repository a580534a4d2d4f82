-- What was signed, sealed or handed in is never rewritten.
CREATE TRIGGER `audit_seal_no_update` BEFORE UPDATE ON `audit_seal` BEGIN SELECT RAISE(ABORT, 'audit_seal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_seal_no_delete` BEFORE DELETE ON `audit_seal` BEGIN SELECT RAISE(ABORT, 'audit_seal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `code_certificate_no_update` BEFORE UPDATE ON `code_certificate` BEGIN SELECT RAISE(ABORT, 'code_certificate is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `code_certificate_no_delete` BEFORE DELETE ON `code_certificate` BEGIN SELECT RAISE(ABORT, 'code_certificate is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `site_boundary_no_update` BEFORE UPDATE ON `site_boundary` BEGIN SELECT RAISE(ABORT, 'site_boundary is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `site_boundary_no_delete` BEFORE DELETE ON `site_boundary` BEGIN SELECT RAISE(ABORT, 'site_boundary is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `import_change_no_update` BEFORE UPDATE ON `import_change` BEGIN SELECT RAISE(ABORT, 'import_change is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `import_change_no_delete` BEFORE DELETE ON `import_change` BEGIN SELECT RAISE(ABORT, 'import_change is append-only'); END;
--> statement-breakpoint
-- The spelling of a code and the place it was granted to are what labels rest on.
CREATE TRIGGER `code_as_printed` BEFORE UPDATE OF code ON `code` WHEN NEW.code <> OLD.code BEGIN SELECT RAISE(ABORT, 'a code is never respelled'); END;
--> statement-breakpoint
UPDATE site_kind SET fields = '[{"id":"waterSurfaceHa","type":"number","unit":"ha","name":{"vi":"Diện tích mặt nước","en":"Water surface","zh":"水面面积"}},{"id":"waterSource","type":"text","unit":null,"name":{"vi":"Nguồn nước","en":"Water source","zh":"水源"}}]' WHERE id = 'fish_pond';
--> statement-breakpoint
UPDATE site_kind SET fields = '[{"id":"compartment","type":"text","unit":null,"name":{"vi":"Tiểu khu, khoảnh","en":"Compartment","zh":"林班"}},{"id":"plantingYear","type":"integer","unit":null,"name":{"vi":"Năm trồng","en":"Year planted","zh":"种植年份"}}]' WHERE id = 'forest_lot';
--> statement-breakpoint
UPDATE site_kind SET fields = '[{"id":"heads","type":"integer","unit":"con","name":{"vi":"Số đầu vật nuôi","en":"Animals kept","zh":"存栏数"}},{"id":"floorAreaM2","type":"number","unit":"m²","name":{"vi":"Diện tích chuồng","en":"Floor area","zh":"舍内面积"}}]' WHERE id = 'barn';
--> statement-breakpoint
UPDATE site_kind SET fields = '[{"id":"treeCount","type":"integer","unit":"cây","name":{"vi":"Số cây","en":"Trees","zh":"株数"}},{"id":"plantingYear","type":"integer","unit":null,"name":{"vi":"Năm trồng","en":"Year planted","zh":"种植年份"}},{"id":"harvestsPerYear","type":"integer","unit":null,"name":{"vi":"Số vụ thu hoạch một năm","en":"Harvests a year","zh":"每年采收次数"}},{"id":"expectedYieldT","type":"number","unit":"t","name":{"vi":"Sản lượng dự kiến","en":"Expected yield","zh":"预计产量"}}]' WHERE id = 'growing_area';
--> statement-breakpoint
UPDATE site_kind SET fields = '[{"id":"floorAreaM2","type":"number","unit":"m²","name":{"vi":"Diện tích nhà xưởng","en":"Floor area","zh":"厂房面积"}},{"id":"lines","type":"integer","unit":null,"name":{"vi":"Số dây chuyền","en":"Packing lines","zh":"生产线数量"}},{"id":"coldStoreM3","type":"number","unit":"m³","name":{"vi":"Kho lạnh","en":"Cold store","zh":"冷库容积"}}]' WHERE id = 'packing_house';
--> statement-breakpoint
INSERT INTO code_scheme (id, kind, name, pattern, sample, market_rule, valid_from, valid_to, source, position) VALUES
  ('VN_EXPORT_LEGACY_PUC', 'growing_area', '{"vi":"Mã vùng trồng xuất khẩu","en":"Export growing-area code","zh":"出口种植区代码"}', '^VN-[A-Z]{2,3}OR-\d{3,5}$', 'VN-AGOR-0001', 'not_in_code', NULL, NULL, 'TCCS 774:2020/BVTV', 1),
  ('VN_EXPORT_LEGACY_PHC', 'packing_house', '{"vi":"Mã cơ sở đóng gói xuất khẩu","en":"Export packing-house code","zh":"出口包装厂代码"}', '^VN-[A-Z]{2,3}PH-\d{3,5}$', 'VN-AGPH-0001', 'not_in_code', NULL, NULL, 'TCCS 775:2020/BVTV', 2),
  ('VN_DOMESTIC_3156', 'growing_area', '{"vi":"Mã vùng trồng nội địa","en":"Domestic growing-area code","zh":"国内种植区代码"}', '^VN-?(?<province>\d{2})-?\d{3}-?\d{5}-?\d{2,4}-?\d{2}$', 'VN-89-886-30337-01-23', 'domestic', '2022-08-19', NULL, 'QĐ 3156/QĐ-BNN-TT ngày 19/8/2022', 3),
  ('VN_ND38_2026_PUC', 'growing_area', '{"vi":"Mã vùng trồng theo Nghị định 38/2026","en":"Growing-area code by Decree 38/2026","zh":"第38/2026号议定种植区代码"}', '^(?<province>\d{2})-PUC-[A-Z0-9]{2,16}-\d{6}(?:-(?<market>[A-Z]{3}))?$', '91-PUC-XOAI01-000123-CHN', 'suffix', NULL, NULL, 'NĐ 38/2026/NĐ-CP (theo nguồn thứ cấp)', 4),
  ('VN_ND38_2026_PHC', 'packing_house', '{"vi":"Mã cơ sở đóng gói theo Nghị định 38/2026","en":"Packing-house code by Decree 38/2026","zh":"第38/2026号议定包装厂代码"}', '^(?<province>\d{2})-PHC-[A-Z0-9]{2,16}-\d{6}(?:-(?<market>[A-Z]{3}))?$', '15-PHC-CHUOI01-000007-CHN', 'suffix', NULL, NULL, 'NĐ 38/2026/NĐ-CP (theo nguồn thứ cấp)', 5);
