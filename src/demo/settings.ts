import { setting } from '../db/schema/index.ts'
import { insert, type Statement } from '../db/statement.ts'

/** Who stands for the operator's decisions in the demo county. */
export const DEMO_ACTOR = 'demo'
/** Where the plain codes of the demo are kept, as JSON. Real codes are kept nowhere. */
export const DEMO_INVITATIONS = 'demo.invitations'

/** The operator's decisions of the demo county. What somebody has already decided stays. */
export const settingRows = (countyId: string, at: number): Statement[] =>
  Object.entries({
    demo: { on: true },
    operator: { name: '晚铃演示县教育局', contact: 'desk@demo.example', kind: 'bureau', receivers: [] },
    mode: { mode: 'official', demo: true },
    telegram: { on: true, by: DEMO_ACTOR, receiver: 'Telegram Messenger Inc.' },
    'owner.webchat': countyId,
    'owner.telegram': countyId,
    'owner.lark': countyId,
    'owner.wecom': countyId,
  }).map(([key, value]) =>
    insert(setting, { key, value: JSON.stringify(value), by: DEMO_ACTOR, at }, 'ON CONFLICT (key) DO NOTHING'),
  )
