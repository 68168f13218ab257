CREATE TABLE `change_log` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`type` text NOT NULL,
	`subject` text NOT NULL,
	`change` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `change_subject` ON `change_log` (`subject`);--> statement-breakpoint
CREATE TABLE `conversation` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`lang` text NOT NULL,
	`lang_chosen` integer NOT NULL,
	`guardian_id` text,
	`seq` integer NOT NULL,
	`dialog` text,
	`prompt` text,
	`minute` integer NOT NULL,
	`turns_in_minute` integer NOT NULL,
	`inbound_at` integer NOT NULL,
	`gone_at` integer
);
--> statement-breakpoint
CREATE INDEX `conversation_guardian` ON `conversation` (`guardian_id`);--> statement-breakpoint
CREATE INDEX `conversation_inbound` ON `conversation` (`inbound_at`);--> statement-breakpoint
CREATE TABLE `guard` (
	`ok` integer NOT NULL,
	CONSTRAINT "guard_holds" CHECK("guard"."ok" = 1)
);
--> statement-breakpoint
CREATE TABLE `job_run` (
	`job` text NOT NULL,
	`slot` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`outcome` text,
	PRIMARY KEY(`job`, `slot`)
);
--> statement-breakpoint
CREATE TABLE `key_ring` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`at` integer NOT NULL,
	`wrapped` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`conversation` text NOT NULL,
	`seq` integer,
	`payload` text,
	`sealed` integer NOT NULL,
	`reach` text NOT NULL,
	`at` integer NOT NULL,
	`not_before` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`claimed_until` integer NOT NULL,
	`tries` integer NOT NULL,
	`sent_at` integer,
	`dead_at` integer,
	`error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_id` ON `outbox` (`id`);--> statement-breakpoint
CREATE INDEX `outbox_conversation` ON `outbox` (`conversation`,`seq`);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`conversation`,`n`) WHERE sent_at IS NULL AND dead_at IS NULL;--> statement-breakpoint
CREATE INDEX `outbox_at` ON `outbox` (`at`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tally` (
	`day` text NOT NULL,
	`name` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`day`, `name`)
);
--> statement-breakpoint
CREATE TABLE `turn` (
	`conversation` text NOT NULL,
	`update_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`conversation`, `update_id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `turn_seq` ON `turn` (`conversation`,`seq`);--> statement-breakpoint
CREATE INDEX `turn_at` ON `turn` (`at`);--> statement-breakpoint
CREATE TABLE `night` (
	`child_id` text NOT NULL,
	`night` text NOT NULL,
	`version` integer NOT NULL,
	`class_id` text NOT NULL,
	`written_min` integer,
	`bed_offset` integer,
	`said_ahead` integer,
	`done_at_school` text,
	`finished` integer,
	`stopped_for_bed` integer,
	`other_min` integer,
	`wake_offset` integer,
	`late_reason` text,
	`flags` text,
	`set_by_teacher` integer,
	`first_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`by_guardian` text NOT NULL,
	`late` integer NOT NULL,
	PRIMARY KEY(`child_id`, `night`)
);
--> statement-breakpoint
CREATE INDEX `night_class` ON `night` (`class_id`,`night`);--> statement-breakpoint
CREATE INDEX `night_changed` ON `night` (`changed_at`);--> statement-breakpoint
CREATE TABLE `night_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`child_id` text NOT NULL,
	`night` text NOT NULL,
	`guardian_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`written_min` integer,
	`bed_offset` integer,
	`said_ahead` integer,
	`done_at_school` text,
	`finished` integer,
	`stopped_for_bed` integer,
	`other_min` integer,
	`wake_offset` integer,
	`late_reason` text,
	`flags` text,
	`set_by_teacher` integer
);
--> statement-breakpoint
CREATE INDEX `night_answer_night` ON `night_answer` (`child_id`,`night`,`at`);--> statement-breakpoint
CREATE INDEX `night_answer_guardian` ON `night_answer` (`guardian_id`);--> statement-breakpoint
CREATE TABLE `calendar_override` (
	`unit` text NOT NULL,
	`date` text NOT NULL,
	`school_day` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`unit`, `date`)
);
--> statement-breakpoint
CREATE TABLE `child` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`label` text NOT NULL,
	`external_key` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `child_school` ON `child` (`school_id`);--> statement-breakpoint
CREATE TABLE `consent` (
	`id` text PRIMARY KEY NOT NULL,
	`guardian_id` text NOT NULL,
	`child_id` text NOT NULL,
	`kind` text NOT NULL,
	`version` text NOT NULL,
	`given` integer,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consent_guardian` ON `consent` (`guardian_id`,`kind`,`at`);--> statement-breakpoint
CREATE INDEX `consent_child` ON `consent` (`child_id`,`kind`,`at`);--> statement-breakpoint
CREATE TABLE `county` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`code` text NOT NULL,
	`region` text NOT NULL,
	`zone` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `enrolment` (
	`child_id` text NOT NULL,
	`class_id` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	PRIMARY KEY(`child_id`, `from_date`)
);
--> statement-breakpoint
CREATE INDEX `enrolment_class` ON `enrolment` (`class_id`);--> statement-breakpoint
CREATE TABLE `guardianship` (
	`guardian_id` text NOT NULL,
	`child_id` text NOT NULL,
	`relation` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`guardian_id`, `child_id`)
);
--> statement-breakpoint
CREATE INDEX `guardianship_child` ON `guardianship` (`child_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`code` text PRIMARY KEY NOT NULL,
	`child_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer
);
--> statement-breakpoint
CREATE INDEX `invitation_child` ON `invitation` (`child_id`);--> statement-breakpoint
CREATE TABLE `invitation_use` (
	`code` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `school` (
	`id` text PRIMARY KEY NOT NULL,
	`county_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`system` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `school_class` (
	`id` text PRIMARY KEY NOT NULL,
	`school_id` text NOT NULL,
	`first_grade_year` integer NOT NULL,
	`class_no` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `school_class_once` ON `school_class` (`school_id`,`first_grade_year`,`class_no`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`county_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`at` integer NOT NULL,
	`off_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `staff_role` (
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`unit` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	PRIMARY KEY(`staff_id`, `role`, `unit`, `from_date`)
);
--> statement-breakpoint
CREATE TABLE `term` (
	`county_id` text NOT NULL,
	`name` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL,
	PRIMARY KEY(`county_id`, `from_date`)
);
