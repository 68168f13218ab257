import { statement } from '../../db/statement.ts'
import { say } from '../command.ts'
import { theCounty } from '../county.ts'
import { addMember, EMAIL } from '../staff.ts'
import { answerTo, type Step } from './setup-desk.ts'

const LEADS = `SELECT s.email FROM staff s JOIN staff_role r ON r.staff_id = s.id
  WHERE s.off_at IS NULL AND r.role = 'county_lead' AND r.unit = ? LIMIT 1`

/** The first account of the console: the person who lets in everybody else. Nobody need be named yet. */
export const leadStep: Step = async (setup, desk) => {
  const { flags, words, asker } = setup
  const county = await theCounty(desk)
  const [leads = []] = await desk.db.read([statement(LEADS, county.id)])
  if (leads[0]) return say(words.have(String(leads[0][0])))
  if (!asker && flags.leadEmail === undefined) return
  const email = await answerTo(setup, flags.leadEmail, '--lead-email', words.leadEmail, {
    standard: ' ',
    check: text => (text.trim() === '' || EMAIL.test(text) ? undefined : words.leadEmailForm),
  })
  if (email.trim() === '') return
  const name = await answerTo(setup, flags.leadName, '--lead-name', words.leadName)
  await addMember(desk, { name, email: email.toLowerCase(), role: 'county_lead', last: '', place: {} })
  say(words.leadMade)
}
