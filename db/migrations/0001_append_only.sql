-- What was decided, declared or printed is never rewritten: a correction is a new row.
CREATE TRIGGER `code_status_event_no_update` BEFORE UPDATE ON `code_status_event` BEGIN SELECT RAISE(ABORT, 'code_status_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `code_status_event_no_delete` BEFORE DELETE ON `code_status_event` BEGIN SELECT RAISE(ABORT, 'code_status_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `diary_event_no_update` BEFORE UPDATE ON `diary_event` BEGIN SELECT RAISE(ABORT, 'diary_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `diary_event_no_delete` BEFORE DELETE ON `diary_event` BEGIN SELECT RAISE(ABORT, 'diary_event is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `diary_verification_no_update` BEFORE UPDATE ON `diary_verification` BEGIN SELECT RAISE(ABORT, 'diary_verification is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `diary_verification_no_delete` BEFORE DELETE ON `diary_verification` BEGIN SELECT RAISE(ABORT, 'diary_verification is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `label_run_no_update` BEFORE UPDATE ON `label_run` BEGIN SELECT RAISE(ABORT, 'label_run is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `label_run_no_delete` BEFORE DELETE ON `label_run` BEGIN SELECT RAISE(ABORT, 'label_run is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `label_exception_no_update` BEFORE UPDATE ON `label_exception` BEGIN SELECT RAISE(ABORT, 'label_exception is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `label_exception_no_delete` BEFORE DELETE ON `label_exception` BEGIN SELECT RAISE(ABORT, 'label_exception is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_update` BEFORE UPDATE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_log_no_delete` BEFORE DELETE ON `audit_log` BEGIN SELECT RAISE(ABORT, 'audit_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `code_no_delete` BEFORE DELETE ON `code` BEGIN SELECT RAISE(ABORT, 'a printed code is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_sealed` BEFORE UPDATE OF ref, lot, organisation_id, product_id, packed_on, expires_on, harvested_on, season_from, quantity_value, quantity_unit, markets ON `batch` WHEN OLD.sealed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the batch is sealed'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_code_sealed` BEFORE INSERT ON `batch_code` WHEN (SELECT sealed_at FROM batch WHERE id = NEW.batch_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the batch is sealed'); END;
--> statement-breakpoint
CREATE TRIGGER `batch_code_sealed_delete` BEFORE DELETE ON `batch_code` WHEN (SELECT sealed_at FROM batch WHERE id = OLD.batch_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the batch is sealed'); END;
--> statement-breakpoint
CREATE TRIGGER `lot_edge_sealed` BEFORE INSERT ON `lot_edge` WHEN (SELECT sealed_at FROM batch WHERE id = NEW.to_batch_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the batch is sealed'); END;
--> statement-breakpoint
-- Register search: text is folded by the application (no tones, d for đ), which the tokenizer cannot do for đ.
CREATE VIRTUAL TABLE `code_search` USING fts5(`code_id` UNINDEXED, `words`, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
--> statement-breakpoint
INSERT INTO `site_kind` (`id`, `name_vi`, `name_en`, `name_zh`, `label_slot`) VALUES
 ('growing_area', 'Vùng trồng', 'Growing area', '种植区', 'growing_area'),
 ('packing_house', 'Cơ sở đóng gói', 'Packing house', '包装厂', 'packing_house'),
 ('fish_pond', 'Ao nuôi', 'Fish pond', '养殖池塘', 'growing_area'),
 ('forest_lot', 'Lô rừng', 'Forest lot', '林地', 'growing_area'),
 ('barn', 'Chuồng trại', 'Barn', '养殖场', 'growing_area');
--> statement-breakpoint
INSERT INTO `product_category` (`id`, `name_vi`, `name_en`, `name_zh`) VALUES
 ('fruit', 'Trái cây', 'Fruit', '水果'),
 ('vegetables', 'Rau màu', 'Vegetables', '蔬菜'),
 ('rice', 'Lúa gạo', 'Rice', '稻米'),
 ('tea', 'Chè', 'Tea', '茶叶'),
 ('spices', 'Gia vị', 'Spices', '香料'),
 ('medicinal', 'Dược liệu', 'Medicinal plants', '药材'),
 ('processed', 'Nông sản chế biến', 'Processed produce', '加工农产品'),
 ('forestry', 'Lâm sản', 'Forest produce', '林产品'),
 ('fishery', 'Thủy sản', 'Fishery produce', '水产品'),
 ('livestock', 'Chăn nuôi', 'Livestock produce', '畜产品'),
 ('other', 'Khác', 'Other', '其他');
--> statement-breakpoint
INSERT INTO `diary_event_kind` (`id`, `stage`) VALUES
 ('planting', 'growing'), ('fertiliser', 'growing'), ('plant_protection', 'growing'), ('pest_monitoring', 'growing'),
 ('irrigation', 'growing'), ('feed', 'growing'), ('veterinary', 'growing'), ('harvest', 'harvest'), ('purchase', 'harvest'),
 ('processing', 'processing'), ('packing', 'processing'), ('treatment', 'processing'), ('storage', 'distribution'),
 ('transport', 'distribution'), ('training', 'management'), ('equipment', 'management'), ('waste', 'management'), ('other', 'management');
