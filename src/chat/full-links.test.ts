import { expect, test } from 'vitest'
import type { Channel, Outgoing } from './channel.ts'
import { withFullLinks } from './full-links.ts'

const file = { name: '记录.txt', url: '/files/abc' }

test('a file leaves with its whole address, whichever way the reply goes; other replies stay as they are', async () => {
  const sent: Outgoing[] = []
  let taken: unknown
  const plain: Channel = {
    name: 'lark',
    passive: false,
    reach: 'tap',
    pacing: { perRecipient: 1, overall: 1 },
    mount: (_app, take) => {
      taken = take({} as never)
    },
    send: async message => {
      sent.push(message)
      return { outcome: 'sent' }
    },
  }
  const channel = withFullLinks(plain, 'https://wanling.example')
  await channel.send({ id: '1', address: 'a', reply: { say: '给您', file } })
  await channel.send({ id: '2', address: 'a', reply: { say: '晚安' } })
  expect(sent.map(one => one.reply)).toEqual([
    { say: '给您', file: { name: '记录.txt', url: 'https://wanling.example/files/abc' } },
    { say: '晚安' },
  ])
  channel.mount({} as never, async () => ({ replies: [{ say: '给您', file }], repeated: false, limited: false }))
  expect(await taken).toMatchObject({ replies: [{ file: { url: 'https://wanling.example/files/abc' } }] })
})
