CREATE TABLE `reminder` (
	`guardian_id` text PRIMARY KEY NOT NULL,
	`minute` integer NOT NULL,
	`since` integer NOT NULL,
	`in_a_row` integer NOT NULL,
	`last_night` text,
	`last_at` integer,
	`rests_since` integer
);
--> statement-breakpoint
CREATE INDEX `reminder_minute` ON `reminder` (`minute`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `only_while` text;