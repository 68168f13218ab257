import { countyStep, operatorStep, schoolsStep, telegramStep, termStep } from './county-steps.ts'
import { leadStep } from './lead-step.ts'
import type { Step } from './setup-desk.ts'

/** What is set up in the database, in this order. Each step keeps what it was told before the next one asks. */
export const STEPS: Step[] = [countyStep, schoolsStep, operatorStep, termStep, telegramStep, leadStep]
