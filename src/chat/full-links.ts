import type { Channel, TakeTurn } from './channel.ts'
import type { Reply } from './reply.ts'

/** A channel that shows a file as its address in words: there an address has to say whose it is. */
export const withFullLinks = (channel: Channel, publicUrl: string | undefined): Channel => {
  const full = (reply: Reply): Reply =>
    reply.file
      ? { ...reply, file: { ...reply.file, url: URL.parse(reply.file.url, publicUrl)?.href ?? reply.file.url } }
      : reply
  const taking =
    (take: TakeTurn): TakeTurn =>
    async inbound => {
      const answer = await take(inbound)
      return { ...answer, replies: answer.replies.map(full) }
    }
  const { passive, begin, numbered } = channel
  return {
    ...channel,
    passive: typeof passive === 'function' ? (replies, inbound) => passive(replies.map(full), inbound) : passive,
    mount: (app, take) => channel.mount(app, taking(take)),
    send: message => channel.send({ ...message, reply: full(message.reply) }),
    ...(begin ? { begin: take => begin(taking(take)) } : {}),
    ...(numbered ? { numbered: reply => numbered(full(reply)) } : {}),
  }
}
