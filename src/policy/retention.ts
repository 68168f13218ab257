/** What is kept for how long, and what happens then (policy §7.2): the one table behind the jobs and the privacy page. */
import type { Bilingual, RuleId } from './schema.ts'

interface KeptData {
  /** Worded for a list: no full stop. */
  what: Bilingual
  /** How long, and what is done then. */
  keep: Bilingual
  /** What it stands on. PV-05 and PV-10 ask for the shortest time; the number of days is our own. */
  rule: RuleId
}

/** Days after which why a night got late, and what was odd about the homework, is forgotten. */
export const REASON_DAYS = 90
/** Years for which receipts without a name are kept (PV-12: at least three). */
export const RECEIPT_YEARS = 3
/** Days after which a chat that is nobody's is forgotten: longer than its turns, whose numbers must not come again. */
export const STRANGER_DAYS = 8
/** Days for which a used or expired family code is still known for what it was. */
export const CODE_DAYS = 7
/** Days until a backup is overwritten. */
export const BACKUP_DAYS = 30

export const RETENTION = {
  nights: {
    what: { zh: '每晚的作业和睡觉', en: 'Homework and bedtimes, night by night' },
    keep: {
      zh: '存到下一个学期结束,然后删掉;算好的平均数里没有名字,留着',
      en: 'until the next term has ended, then deleted; averages already worked out have no names in them and stay',
    },
    rule: 'PV-10',
  },
  reasons: {
    what: { zh: '为什么睡晚了、作业有什么特别', en: 'Why it got late, and what was odd about the homework' },
    keep: { zh: `${REASON_DAYS}天,然后只把这两样抹掉`, en: `${REASON_DAYS} days, then only these are wiped` },
    rule: 'PV-05',
  },
  leavers: {
    what: { zh: '孩子的名字和班级', en: 'A child’s name and class' },
    keep: {
      zh: '离校以后,存到下一个学期结束',
      en: 'after leaving the school, until the next term has ended',
    },
    rule: 'PV-10',
  },
  consents: {
    what: { zh: '您同意过什么、没同意什么', en: 'What you agreed to and what you didn’t' },
    keep: {
      zh: '用多久存多久;您删掉以后,不带名字再存三年',
      en: 'as long as you are here; after you delete, three years more, without a name',
    },
    rule: 'PV-12',
  },
  deletions: {
    what: { zh: '您要求删掉的', en: 'What you asked to have deleted' },
    keep: {
      zh: '马上锁起来,14天里能反悔,15天内删干净',
      en: 'locked at once, 14 days to take it back, gone for good within 15',
    },
    rule: 'PV-08',
  },
  receipts: {
    what: { zh: '删除的回执,不带名字', en: 'Receipts of deletions, without a name' },
    keep: { zh: '三年', en: 'three years' },
    rule: 'PV-12',
  },
  chats: {
    what: { zh: '回话用的聊天地址,加密存', en: 'The chat address for replies, encrypted' },
    keep: {
      zh: `用多久存多久;没加孩子的,${STRANGER_DAYS}天不用就删`,
      en: `as long as you are here; without a child added, deleted after ${STRANGER_DAYS} days unused`,
    },
    rule: 'PV-05',
  },
  codes: {
    what: { zh: '发给家里人的邀请码', en: 'Invitation codes for your family' },
    keep: { zh: '72小时有效,再过7天删掉', en: 'good for 72 hours, deleted 7 days later' },
    rule: 'PV-05',
  },
  requests: {
    what: { zh: '问另一位家长要不要全删', en: 'A question to the other parent about deleting everything' },
    keep: { zh: '7天', en: '7 days' },
    rule: 'PV-05',
  },
  outgoing: {
    what: { zh: '发给您的话', en: 'What was said to you' },
    keep: {
      zh: '送到以后48小时;没送到的7天;孩子有危险时的那张卡,10分钟',
      en: '48 hours after delivery; 7 days if it never arrived; the card for a child in danger, 10 minutes',
    },
    rule: 'PV-05',
  },
  turns: {
    what: { zh: '收到过消息的编号,没有内容', en: 'The numbers of messages received, without what they said' },
    keep: { zh: '7天', en: '7 days' },
    rule: 'PV-05',
  },
  openTalk: {
    what: { zh: '说到一半的事', en: 'Something half said' },
    keep: { zh: '说完就没了,最多7天', en: 'until it is done, 7 days at most' },
    rule: 'PV-05',
  },
  backups: {
    what: { zh: '备份', en: 'Backups' },
    keep: { zh: `${BACKUP_DAYS}天,被新的盖掉`, en: `${BACKUP_DAYS} days, then overwritten by newer ones` },
    rule: 'PV-10',
  },
  never: {
    what: { zh: '您的原话、语音和照片', en: 'Your own words, voice and photos' },
    keep: { zh: '不存', en: 'never kept' },
    rule: 'PV-05',
  },
} satisfies Record<string, KeptData>

export type RetentionId = keyof typeof RETENTION

/** The table line by line, in one language. */
export const retentionLines = (lang: 'zh' | 'en'): { what: string; keep: string; rule: RuleId }[] =>
  Object.values(RETENTION).map(({ what, keep, rule }) => ({ what: what[lang], keep: keep[lang], rule }))
