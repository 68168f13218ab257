export * from './kernel.ts'
export * from './nightly.ts'
export * from './reminder.ts'
export * from './roster.ts'
