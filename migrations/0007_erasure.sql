CREATE TABLE `consent_receipt` (
	`receipt` text NOT NULL,
	`kind` text NOT NULL,
	`version` text NOT NULL,
	`given` integer,
	`said_on` text NOT NULL,
	`purged_on` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consent_receipt_number` ON `consent_receipt` (`receipt`);--> statement-breakpoint
CREATE TABLE `erasure` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`receipt` text NOT NULL,
	`asked_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`purging_at` integer
);
--> statement-breakpoint
CREATE INDEX `erasure_due` ON `erasure` (`due_at`);--> statement-breakpoint
CREATE TABLE `erasure_link` (
	`erasure_id` text NOT NULL,
	`guardian_id` text NOT NULL,
	`child_id` text NOT NULL,
	`source` text NOT NULL,
	`row` text NOT NULL,
	PRIMARY KEY(`guardian_id`, `child_id`)
);
--> statement-breakpoint
CREATE INDEX `erasure_link_erasure` ON `erasure_link` (`erasure_id`);--> statement-breakpoint
CREATE INDEX `erasure_link_child` ON `erasure_link` (`child_id`);--> statement-breakpoint
CREATE TABLE `erasure_nod` (
	`request_id` text NOT NULL,
	`guardian_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`request_id`, `guardian_id`)
);
--> statement-breakpoint
CREATE TABLE `erasure_receipt` (
	`number` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`asked_on` text NOT NULL,
	`purged_on` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `erasure_request` (
	`id` text PRIMARY KEY NOT NULL,
	`child_id` text NOT NULL,
	`guardian_id` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erasure_request_child` ON `erasure_request` (`child_id`);--> statement-breakpoint
CREATE INDEX `change_actor` ON `change_log` (`actor_id`);