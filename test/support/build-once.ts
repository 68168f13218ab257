import { build } from './server.ts'

/** Builds dist/ once before all tests: those that kill the program run what is shipped. */
export default build
