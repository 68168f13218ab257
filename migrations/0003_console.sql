CREATE TABLE `audit` (
	`n` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	`actor` text,
	`subject` text,
	`content` text,
	`salt` text,
	`ids` text NOT NULL,
	`chain` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`);--> statement-breakpoint
CREATE TABLE `audit_checkpoint` (
	`n` integer PRIMARY KEY NOT NULL,
	`chain` text NOT NULL,
	`row_at` integer NOT NULL,
	`at` integer NOT NULL,
	`key` text NOT NULL,
	`signature` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `consent_count` (
	`school` text NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`school`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `help_line` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`number` text NOT NULL,
	`owner` text NOT NULL,
	`hours` text NOT NULL,
	`purpose` text NOT NULL,
	`verified_on` text,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `help_line_unit` ON `help_line` (`unit`);--> statement-breakpoint
CREATE TABLE `sign_in_failure` (
	`key` text NOT NULL,
	`window` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`key`, `window`)
);
--> statement-breakpoint
CREATE INDEX `sign_in_failure_window` ON `sign_in_failure` (`window`);--> statement-breakpoint
CREATE TABLE `staff_challenge` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_challenge_identifier` ON `staff_challenge` (`identifier`);--> statement-breakpoint
CREATE INDEX `staff_challenge_expires` ON `staff_challenge` (`expires_at`);--> statement-breakpoint
CREATE TABLE `staff_password` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`account` text NOT NULL,
	`provider` text NOT NULL,
	`password` text,
	`at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_password_once` ON `staff_password` (`staff_id`,`provider`);--> statement-breakpoint
CREATE TABLE `staff_session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`device` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_session_token` ON `staff_session` (`token`);--> statement-breakpoint
CREATE INDEX `staff_session_staff` ON `staff_session` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff_two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`secret` text NOT NULL,
	`printed_codes` text NOT NULL,
	`verified` integer,
	`failures` integer,
	`locked_until` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_two_factor_staff` ON `staff_two_factor` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff_leave` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`stand_in` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_leave_staff` ON `staff_leave` (`staff_id`);--> statement-breakpoint
CREATE INDEX `staff_leave_stand_in` ON `staff_leave` (`stand_in`);--> statement-breakpoint
ALTER TABLE `staff` ADD `changed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `two_factor` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `staff` ADD `handed_out` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE TRIGGER `audit_stays` BEFORE UPDATE OF `n`, `at`, `event`, `content`, `ids`, `chain` ON `audit` BEGIN SELECT RAISE(ABORT, 'audit rows are only added'); END;--> statement-breakpoint
CREATE TRIGGER `audit_leaves` BEFORE DELETE ON `audit` WHEN NOT EXISTS (SELECT 1 FROM `audit_checkpoint` WHERE `n` >= OLD.`n`) BEGIN SELECT RAISE(ABORT, 'audit rows leave behind a checkpoint'); END;
