CREATE TABLE `channel_memory` (
	`channel` text NOT NULL,
	`kind` text NOT NULL,
	`owner` text NOT NULL,
	`value` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`channel`, `kind`, `owner`)
);
--> statement-breakpoint
CREATE INDEX `channel_memory_owner` ON `channel_memory` (`owner`);--> statement-breakpoint
ALTER TABLE `conversation` ADD `notice_to` text;