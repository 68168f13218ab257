/** The public telephone numbers that Wanling gives to a family (policy §5.5). */

/** A number with its use. `verifiedAt` is the local day, `YYYY-MM-DD`, on which somebody called it; null until then. */
export interface HelpNumber {
  number: '110' | '119' | '120' | '12345' | '12355' | '12356'
  use: { zh: string; en: string }
  /** Police, ambulance and fire: the same everywhere in mainland China, at any hour, and never hedged. */
  emergency: boolean
  verifiedAt: string | null
}

/** In the order in which a family may need them. */
export const HELP_NUMBERS: readonly HelpNumber[] = [
  {
    number: '110',
    use: { zh: '报警:有人伤害孩子、孩子不见了', en: 'police: a child is being hurt or is missing' },
    emergency: true,
    verifiedAt: null,
  },
  {
    number: '120',
    use: { zh: '急救:受伤、中毒、昏迷', en: 'ambulance: injury, poisoning, unconsciousness' },
    emergency: true,
    verifiedAt: null,
  },
  { number: '119', use: { zh: '着火、被困', en: 'fire and rescue' }, emergency: true, verifiedAt: null },
  {
    number: '12356',
    use: { zh: '心理援助', en: 'psychological help' },
    emergency: false,
    verifiedAt: null,
  },
  {
    number: '12355',
    use: { zh: '青少年服务,想找人说说话', en: 'youth line, for somebody to talk to' },
    emergency: false,
    verifiedAt: null,
  },
  {
    number: '12345',
    use: { zh: '政务热线,事后要人帮忙', en: 'government line, for help afterwards' },
    emergency: false,
    verifiedAt: null,
  },
]

/** A call older than this proves nothing any more, in days (policy §14 (23)). */
const PROOF_DAYS = 180

/**
 * Whether every given non-emergency number was called and found right within 180 days before `today` (`YYYY-MM-DD`,
 * county time); 110, 120 and 119 need no proof. Without a day nothing is proven.
 */
export const areVerified = (numbers: readonly string[], today?: string): boolean =>
  HELP_NUMBERS.filter(({ number, emergency }) => !emergency && numbers.includes(number)).every(
    ({ verifiedAt }) => verifiedAt !== null && today !== undefined && daysBetween(verifiedAt, today) < PROOF_DAYS,
  )

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
