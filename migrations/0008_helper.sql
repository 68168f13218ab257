CREATE TABLE `helper` (
	`helper_id` text NOT NULL,
	`child_id` text NOT NULL,
	`relation` text NOT NULL,
	`until_date` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`helper_id`, `child_id`)
);
--> statement-breakpoint
CREATE INDEX `helper_child` ON `helper` (`child_id`);--> statement-breakpoint
ALTER TABLE `night_answer` ADD `by_helper` integer DEFAULT false NOT NULL;