import type { Lang } from '../chat/inbound.ts'

/** Days are given as one says them: 12月7日, 7 December. */
const zh = {
  notBound: '这里没有您孩子的记录,没什么要删。聊天地址七天不用,会自己删掉。',
  explainAll: (labels: string, due: string, backups: string) =>
    `${labels}的名字、作业和睡觉记录,还有您的各项同意、聊天地址,都会删:点了马上锁起来,${due}前能反悔,到那天删干净,备份最晚留到${backups}。`,
  explainShared: (due: string, backups: string) =>
    `您记的作业和睡觉、各项同意、聊天地址都会删:点了马上锁起来,${due}前能反悔,到那天删干净,备份最晚留到${backups}。`,
  staysAll: '留下的只有一张不带名字的回执,存三年;算好的平均数里本来没有名字,不动。',
  staysShared: (labels: string) =>
    `留下的是另一位家长记的${labels},还有一张不带名字的回执,存三年;要连孩子的全部记录一起删,得另一位家长也点头。`,
  deleteAll: '都删掉',
  deleteAccount: '只删我自己的',
  deleteRecord: (label: string) => `删${label}的全部记录`,
  exportFirst: '先导出一份',
  keep: '不删了',
  kept: '好,不删,都还在。',
  locked: (due: string, receipt: string) =>
    `锁起来了。${due}删干净,在那以前点一下就能反悔。\n回执号是${receipt},只说这一次,想留个凭据就抄下来。`,
  lockedStill: (labels: string, due: string) => `${labels}的记录锁着,${due}删干净。在那以前点一下就能反悔。`,
  lockedOut: (due: string) => `您的记录锁着,${due}删干净。想接着用,点一下“反悔”就行。`,
  purging: '您的记录正在删,回不来了。',
  undo: '反悔',
  undone: '好,都还在,接着用就行。',
  undoneByOther: (labels: string) => `另一位家长反悔了,${labels}的记录又回来了,接着用就行。`,
  nothingToUndo: '现在没有等着删的。已经删干净的,找不回来了。',
  asked: (label: string, days: number) =>
    `问另一位家长了。${days}天里点了头,${label}的全部记录就锁起来;没点头,就当没提过。您自己的,随时能删。`,
  askedAlready: (label: string) => `${label}的事已经问过另一位家长了,还在等。您自己的,随时能删。`,
  nodAsk: (label: string, days: number) =>
    `另一位家长想把${label}的全部记录都删掉,要您也点头。\n点了头,马上锁起来,${days}天里谁都能反悔;不点头,什么都不变。`,
  nodYes: '同意删掉',
  nodNo: '留着',
  nodKept: '记下了,还要等别的家长点头。',
  declined: '好,留着,什么都没变。',
  declinedByOther: (label: string) => `另一位家长想留着${label}的记录,所以没有删。您自己的,随时能删。`,
  agreedByOther: (label: string, due: string) =>
    `另一位家长也点头了,${label}的记录锁起来了。${due}删干净,在那以前点一下就能反悔。`,
  requestOver: '这件事已经过去了,什么都没变。',
  date: (month: number, day: number) => `${month}月${day}日`,
  and: '、',
}

type Words = typeof zh

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const en: Words = {
  notBound:
    'There is no child of yours on record here, so there is nothing to delete. An unused chat address goes by itself after seven days.',
  explainAll: (labels, due, backups) =>
    `${labels}’s name, homework and bedtimes go, and so do your consents and your chat address: locked the moment you tap, yours to take back until ${due}, gone for good on ${due}, and out of the last backup by ${backups}.`,
  explainShared: (due, backups) =>
    `The homework and bedtimes you entered, your consents and your chat address go: locked the moment you tap, yours to take back until ${due}, gone for good on ${due}, and out of the last backup by ${backups}.`,
  staysAll:
    'What stays is a receipt without a name, for three years; averages already worked out never had names in them and are left as they are.',
  staysShared: labels =>
    `What stays is what the other parent entered for ${labels}, and a receipt without a name, for three years; to delete the child’s whole record, the other parent has to agree too.`,
  deleteAll: 'Delete everything',
  deleteAccount: 'Only what is mine',
  deleteRecord: label => `${label}’s whole record`,
  exportFirst: 'Export a copy first',
  keep: 'Keep it',
  kept: 'Nothing is deleted. It’s all still here.',
  locked: (due, receipt) =>
    `Locked. It is gone for good on ${due}; until then one tap takes it back.\nYour receipt number is ${receipt}. It’s shown only once, so write it down if you want proof.`,
  lockedStill: (labels, due) =>
    `${labels}’s record is locked and gone for good on ${due}. Until then one tap takes it back.`,
  lockedOut: due => `Your records are locked and gone for good on ${due}. To go on, tap “Take it back”.`,
  purging: 'Your records are being deleted now and can’t be brought back.',
  undo: 'Take it back',
  undone: 'It’s all still here. Just go on.',
  undoneByOther: labels => `The other parent took it back: ${labels}’s record is here again. Just go on.`,
  nothingToUndo: 'Nothing is waiting to be deleted. What is gone for good can’t be brought back.',
  asked: (label, days) =>
    `I’ve asked the other parent. If they agree within ${days} days, ${label}’s whole record is locked; if not, it’s as if nobody had asked. What is yours you can delete any time.`,
  askedAlready: label =>
    `The other parent has been asked about ${label}’s record already. What is yours you can delete any time.`,
  nodAsk: (label, days) =>
    `The other parent would like ${label}’s whole record deleted, and that needs you too.\nIf you agree, it is locked at once, and for ${days} days either of you can take it back. If not, nothing changes.`,
  nodYes: 'Agree to delete',
  nodNo: 'Keep it',
  nodKept: 'Noted. It still waits for another parent to agree.',
  declined: 'It stays. Nothing has changed.',
  declinedByOther: label =>
    `The other parent would rather keep ${label}’s record, so it stays. What is yours you can delete any time.`,
  agreedByOther: (label, due) =>
    `The other parent agreed too, and ${label}’s record is locked. It is gone for good on ${due}; until then one tap takes it back.`,
  requestOver: 'That is over, and nothing has changed.',
  date: (month, day) => `${day} ${MONTHS[month - 1]}`,
  and: ' and ',
}

/** Every sentence about deletion. */
export const erasureWords: Record<Lang, Words> = { zh, en }
