/** The demo county: invented schools, children and nights with which anybody can try everything. */
export { type DemoInvitation, demoInvitations, type InvitationDeps } from './invitations.ts'
export { isSeeded, type SeedDeps, seedDemo } from './seed.ts'
export { type DemoStaff, demoStaff, type StaffDeps } from './staff.ts'
