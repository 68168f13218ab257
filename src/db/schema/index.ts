export * from './erasure.ts'
export * from './kernel.ts'
export * from './nightly.ts'
export * from './roster.ts'
