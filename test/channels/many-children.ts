import { conversationId } from '../../src/chat/conversation.ts'
import type { ChannelName } from '../../src/chat/inbound.ts'
import { child, consent, enrolment, guardianship } from '../../src/db/schema/index.ts'
import { insert } from '../../src/db/statement.ts'
import type { World } from '../support/world.ts'

/** Gives a bound person more children than any platform has buttons for; resolves to their labels, in their order. */
export const enrolMany = async (world: World, who: string, channel: ChannelName, account: string, n: number) => {
  const [row] = await world.rows(
    'SELECT guardian_id FROM conversation WHERE id = ?',
    conversationId(world.keys, channel, account),
  )
  const guardianId = String(row?.[0])
  if (!row?.[0]) throw new Error(`${who} is not bound`)
  const labels = Array.from({ length: n }, (_, i) => `娃${String(i).padStart(3, '0')}`)
  await world.db.write(
    labels.flatMap((label, i) => {
      const childId = `many-${label}`
      const at = world.now() + i
      return [
        insert(child, { id: childId, schoolId: 'school', label, at }),
        insert(enrolment, { childId, classId: 'class-3', from: '2026-09-01' }),
        insert(guardianship, { guardianId, childId, relation: 'mother', at }),
        insert(consent, { id: `c-${label}`, guardianId, childId, kind: 'C1', version: '1', given: true, at }),
      ]
    }),
  )
  return labels
}
