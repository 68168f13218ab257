DROP INDEX `night_answer_guardian`;--> statement-breakpoint
CREATE INDEX `night_answer_guardian` ON `night_answer` (`guardian_id`,`at`);