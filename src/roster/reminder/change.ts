/** What has happened to a guardian's reminder. `subject` is the guardian. */
export type ReminderChange = { feature: 'reminder'; subject: string } & (
  | { type: 'ReminderSet' /** Minutes after midnight. */; minute: number }
  /** 今晚不填: tonight is not asked about again. It leaves no line in the log: which nights were let pass is kept nowhere. */
  | { type: 'NightLetPass'; night: string; derived: true }
)
