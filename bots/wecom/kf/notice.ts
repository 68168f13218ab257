import type { Delivery, Outgoing } from '../../../src/chat/channel.ts'
import { cutText, inBytes } from '../../../src/chat/split.ts'
import type { WecomApi } from '../api.ts'
import { attempt, type Log } from '../faults.ts'

/** What one article of a 学校通知 holds, in bytes. */
const LONGEST_TITLE = 128
const LONGEST_DESCRIPTION = 512

/**
 * Sends 学校通知 to one parent: one article that opens one page. The address is the parent's id in 家校通讯录. A parent
 * who is not there, or has not subscribed, is `gone` for notices.
 */
export const noticeSender =
  (api: WecomApi, agentId: number, log: Log) =>
  async ({ address, reply }: Outgoing): Promise<Delivery> => {
    if (!reply.link) return { outcome: 'refused', error: 'a notice needs a link' }
    const [title = '', ...rest] = reply.say.split('\n')
    const article = {
      title: cutText(title, LONGEST_TITLE, inBytes),
      description: cutText(rest.join('\n'), LONGEST_DESCRIPTION, inBytes),
      url: reply.link.url,
    }
    const body = {
      recv_scope: 0,
      to_parent_userid: [address],
      msgtype: 'news',
      agentid: agentId,
      news: { articles: [article] },
      enable_id_trans: 0,
      enable_duplicate_check: 0,
    }
    return attempt(() => api.post('/cgi-bin/externalcontact/message/send', body), log)
  }
