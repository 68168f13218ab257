CREATE TABLE `import_stage` (
	`import_id` text NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`subject` text NOT NULL,
	`on_date` text,
	`school_id` text,
	`class_id` text,
	`label` text,
	`nickname` text,
	`external_key` text,
	`log` text NOT NULL,
	PRIMARY KEY(`import_id`, `n`)
);
--> statement-breakpoint
CREATE TABLE `school_alias` (
	`school_id` text NOT NULL,
	`alias` text NOT NULL,
	PRIMARY KEY(`school_id`, `alias`)
);
