import { type Channel, NotStored, type TakeTurn } from '../../../src/chat/channel.ts'
import { wecomApi } from '../api.ts'
import type { WecomOptions } from '../index.ts'
import { NoSchoolBook, readSchoolBook } from '../school.ts'
import { noticeSender } from './notice.ts'
import { isNumbered } from './render.ts'
import { kfSender, welcomes } from './send.ts'
import { feedReader, isPassing } from './sync.ts'
import { windows } from './window.ts'

const CALL_TIMEOUT = 10_000

/** A feed that could not be read is tried again after these, in ms; the last again and again. */
const AGAIN = [2000, 5000, 15_000, 60_000]

/** After a change or a new person, 家校通讯录 is read once things are quiet, in ms. */
const BOOK_QUIET = 60_000
/** And every day, for what changed without a word. */
const BOOK_DAILY = 24 * 3600_000

export interface KfSide {
  channel: Channel
  /** Something waits in a feed. @throws NotStored when WeCom must tell it again. */
  feed(openKfId: string, token: string, take: TakeTurn): Promise<void>
  /** 家校通讯录 has changed, or somebody new may stand in it. */
  bookChanged(): void
}

/** 微信客服: parents in ordinary WeChat. We may only answer, five messages within 48 hours; notices go by 学校通知. */
export const kfChannel = (options: WecomOptions, kfSecret: string, root: string): KfSide => {
  const { corpId, now, log, publicUrl, kfMemory, kfConversation, agentId } = options
  const timeoutMs = options.callTimeoutMs ?? CALL_TIMEOUT
  const api = wecomApi({ corpId, secret: kfSecret, root, timeoutMs, now })
  const appApi = wecomApi({ corpId, secret: options.secret, root, timeoutMs, now })
  const budget = windows(kfMemory, now)
  const arriving = welcomes(now)
  const timers = new Set<NodeJS.Timeout>()
  const later = (task: () => void, ms: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      task()
    }, ms)
    timer.unref?.()
    timers.add(timer)
  }

  /** Whom this process has looked for in 家校通讯录 already. */
  const seen = new Set<string>()
  let bookWaits = false
  const bookChanged = (wait = options.bookQuietMs ?? BOOK_QUIET): void => {
    if (bookWaits) return
    bookWaits = true
    later(() => {
      bookWaits = false
      void readBook()
    }, wait)
  }
  const readBook = async (): Promise<void> => {
    try {
      await options.onParents(await readSchoolBook(appApi))
    } catch (error) {
      log('wecom.book.failed', { code: error instanceof NoSchoolBook ? error.message : 'unreachable' })
    }
  }

  const reader = feedReader({
    api,
    memory: kfMemory,
    windows: budget,
    welcomes: arriving,
    owner: kfConversation,
    now,
    log,
    onUnknown: kind => options.onUnknown(kind, 'wecom_kf'),
    onPerson: user => {
      if (seen.has(user)) return
      seen.add(user)
      bookChanged()
    },
  })

  const again = (openKfId: string, take: TakeTurn, tries: number): void =>
    later(
      () => void reader.read(openKfId, '', take).catch(() => again(openKfId, take, tries + 1)),
      AGAIN[Math.min(tries, AGAIN.length - 1)] ?? 0,
    )

  const feed: KfSide['feed'] = async (openKfId, token, take) => {
    try {
      await reader.read(openKfId, token, take)
    } catch (error) {
      // WeCom may not tell us again, so we ask again ourselves too.
      again(openKfId, take, 0)
      if (isPassing(error) || error instanceof NotStored) throw new NotStored('the feed could not be read')
      throw error
    }
  }

  const channel: Channel = {
    name: 'wecom_kf',
    passive: false,
    merges: true,
    reach: 'reply',
    pacing: { perRecipient: 1, overall: 50 },
    numbered: isNumbered,
    // The callback is the app's: one address, one pair of keys.
    mount: () => undefined,
    send: kfSender({ api, windows: budget, welcomes: arriving, owner: kfConversation, publicUrl, log }),
    notify: noticeSender(appApi, agentId, log),
    async begin(take) {
      // What came while we were away: the accounts whose feeds we know are read at once.
      for (const openKfId of await kfMemory.owners('cursor')) again(openKfId, take, 0)
      const daily = () => {
        bookChanged(0)
        later(daily, BOOK_DAILY)
      }
      daily()
    },
    async end() {
      for (const timer of timers) clearTimeout(timer)
      await reader.idle()
    },
  }
  return { channel, feed, bookChanged: () => bookChanged() }
}
