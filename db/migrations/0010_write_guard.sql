CREATE TABLE `write_guard` (
	`holds` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `write_guard_asks` BEFORE INSERT ON `write_guard` BEGIN
	SELECT CASE WHEN NEW.holds = 1 THEN RAISE(IGNORE) ELSE RAISE(ABORT, 'write_guard: refused') END;
END;
