import type { Lang } from '../../chat/inbound.ts'
import type { Relation } from '../change.ts'

/** A date as one says it: 1月22日, 22 January. */
export const spokenDay = (date: string, lang: Lang): string => {
  const [, month = 1, day = 1] = date.split('-').map(Number)
  return lang === 'zh' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1] ?? ''}`
}

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

const zh = {
  know: (label: string) => `再问一句:记作业和睡觉这件事,${label}知道,也愿意吗?孩子不愿意,就不记。`,
  knowYes: '知道,也愿意',
  knowNo: '还没问,或者不愿意',
  knowRefused: '好,那先不记,刚才的也都没有存。跟孩子说好了,再把邀请码发来就行。',
  help: (label: string, until: string) =>
    [
      `当${label}的帮手,能做三样:报作业和关灯、改自己报的、看今天的。别的归家长管。`,
      `家长随时能取消;到${until}这学期结束,自动停。`,
      '为了这个,会记下您是孩子的哪一位;聊天账号加密存着。愿意帮忙吗?',
    ].join('\n'),
  helpYes: '愿意',
  helpNo: '不用了',
  helpRefused: '好,那就不加,刚才的都没有存。',
  nowHelper: (label: string) =>
    `好了,您是${label}的帮手了。\n以后每晚一句话就行,比如“作业50分钟,9点40睡”。\n填不填都随您,老师看不到谁填了、谁没填。`,
  usedCard: '这张卡已经用过了。请家长在“我的”里再发一张。',
  fullCard: (label: string) => `${label}已经有四位帮手了,先不加。家长可以在“我的”里去掉一位,再发卡。`,
  closedCard: '这张卡现在用不了。请家长在“我的”里看一看,再发一张。',
  notAbroad: '这个孩子的事不能经过 Telegram:家长没有同意。网页上一样能用,我这里什么都没有存。',
  inviteWho:
    '请谁来?\n另一位家长:跟您一样,什么都能看、能定。\n帮手:只能报作业、改自己报的、看今天的,这学期结束自动停。',
  inviteGuardian: '另一位家长',
  inviteHelper: '帮手(奶奶、阿姨)',
  helperCard: (label: string, code: string) =>
    `请您当${label}的帮手:打开这个聊天,发这个码:\n${code}\n只能用一次,72小时内有效。帮手能报作业、改自己报的、看今天的。`,
  helperChild: (label: string, name: string, until: string) => `${label},${name},您是帮手,到${until}。`,
  helperWord: { mother: '妈妈', father: '爸爸', grandparent: '祖辈', other: '家人' } satisfies Record<Relation, string>,
  helperName: (relation: string, since: string) => `${relation}(${since}加的)`,
  helpersOf: (label: string, names: string[], until: string) => `${label}的帮手:${names.join('、')};到${until}自动停。`,
  helpers: '帮手',
  noHelpers: '现在没有帮手。想请一位,点“邀请家人”。',
  endWhich: '要去掉哪一位,点一下。帮手填过的还留着。',
  endHelper: (label: string, name: string) => `去掉${label}的${name}`,
  reallyEnd: (label: string, name: string) => `去掉${label}的帮手${name}吗?以后他们就不能报、也看不到了。`,
  endYes: '去掉',
  endNo: '还是留着',
  ended: '好,去掉了。',
  kept: '好,照旧。',
  quit: '不当帮手了',
  reallyQuit: '不当帮手了吗?您填过的还留在孩子家里。',
  quitYes: '不当了',
  quitNo: '接着帮',
  hasQuit: '好,谢谢您帮忙。这里不再记您是谁家的帮手了。',
  today: '今天的',
  resting: '家里有一位不同意经过 Telegram,这里先停了,什么都不收,也不显示。网页上一样能用。',
  allowAgain: '可以经过 Telegram',
  forced: '有人要求我必须填',
  forcedIntro: (rule: string, number: string, verified: boolean) =>
    [
      '填不填,只由您家定。谁也不能要求必须填,也不能统计谁填了、谁没填。',
      `规定里是这么写的:${rule}`,
      '下面写好了两段话,用得上就复制,改成自己的说法更好。先跟老师说,多半就够了;说事,不说人。',
      `还是不行,可以打${number}${verified ? '' : '(请以当地公布的电话为准)'}。`,
      '这件事我没有存,也没有告诉任何人。',
    ].join('\n'),
  forcedToTeacher:
    '老师您好:每晚作业多久、几点睡,我们家是自愿记的,有时记,有时不记。不记不是不配合,孩子的作业我们一样上心。填不填想由家里自己定,也请不要统计谁填了、谁没填。谢谢老师体谅。',
  forcedByPhone:
    '您好,我反映一件事:有人要求家长必须每晚填孩子的作业和睡觉时间。这件事本来是自愿的。希望跟学校说清楚:不强制,不统计谁没填,也不点名。请不要告诉学校是谁反映的。谢谢。',
}

type Words = typeof zh

const en: Words = {
  know: label =>
    `One more question: does ${label} know that homework and bedtime would be kept here, and is ${label} willing? If not, nothing is kept.`,
  knowYes: 'Knows and is willing',
  knowNo: 'Not asked, or not willing',
  knowRefused: 'Then nothing is kept, and nothing has been. Send the code again once you’ve talked it over.',
  help: (label, until) =>
    [
      `As a helper for ${label} you can do three things: report homework and lights out, change what you reported, and see today’s. The rest is for the parents.`,
      `A parent can end it at any time; it ends by itself on ${until}, with the term.`,
      'For this we note who you are to the child; your chat account is stored encrypted. Would you like to help?',
    ].join('\n'),
  helpYes: 'Yes, gladly',
  helpNo: 'No thanks',
  helpRefused: 'Then I won’t add you, and nothing has been kept.',
  nowHelper: label =>
    `Done, you are a helper for ${label}.\nFrom now on one line an evening is enough, such as “homework 50 minutes, bed 9:40”.\nAnswering is up to you. Teachers can’t see who answered and who didn’t.`,
  usedCard: 'That card has been used. Please ask a parent to send a new one from “My page”.',
  fullCard: label =>
    `${label} has four helpers already, so I can’t add another. A parent can remove one under “My page” and send a new card.`,
  closedCard: 'That card doesn’t work at the moment. Please ask a parent to look under “My page” and send a new one.',
  notAbroad:
    'This child’s affairs may not pass through Telegram: a parent hasn’t agreed. The web page does the same. Nothing has been kept.',
  inviteWho:
    'Who should join?\nThe other parent can see and decide everything you can.\nA helper can only report, change their own reports and see today’s, until the term ends.',
  inviteGuardian: 'The other parent',
  inviteHelper: 'A helper (a grandmother, a nanny)',
  helperCard: (label, code) =>
    `Would you be a helper for ${label}? Open this chat and send this code:\n${code}\nIt works once, within 72 hours. A helper can report, change their own reports and see today’s.`,
  helperChild: (label, name, until) => `${label}, ${name}; you are a helper until ${until}.`,
  helperWord: { mother: 'mother', father: 'father', grandparent: 'grandparent', other: 'family' },
  helperName: (relation, since) => `${relation} (since ${since})`,
  helpersOf: (label, names, until) => `Helping ${label}: ${names.join(', ')}; ends by itself on ${until}.`,
  helpers: 'Helpers',
  noHelpers: 'There are no helpers at the moment. To ask one, tap “Invite family”.',
  endWhich: 'Tap whom to remove. What they reported stays.',
  endHelper: (label, name) => `Remove ${name} of ${label}`,
  reallyEnd: (label, name) => `Remove ${name} as a helper for ${label}? They can no longer report or see anything.`,
  endYes: 'Remove',
  endNo: 'Keep',
  ended: 'Removed.',
  kept: 'As before, then.',
  quit: 'Stop helping',
  reallyQuit: 'Stop helping? What you reported stays with the child’s family.',
  quitYes: 'Stop',
  quitNo: 'Go on helping',
  hasQuit: 'Done, and thank you. I no longer keep whose helper you are.',
  today: 'Today’s',
  resting:
    'Someone in the family doesn’t agree to Telegram, so nothing is taken or shown here. The web page works just the same.',
  allowAgain: 'Telegram is all right',
  forced: 'Someone demands that I fill this in',
  forcedIntro: (rule, number, verified) =>
    [
      'Whether to fill this in is for your family alone to decide. Nobody may demand it, or keep count of who did.',
      `This is what the rule says: ${rule}`,
      'Below are two short texts. Copy one if it helps, better still in your own words. A word to the teacher is mostly enough; speak of the matter, not of the person.',
      `If it isn’t, you can call ${number}${verified ? '' : ' (please check the number published locally)'}.`,
      'I have kept nothing of this, and told nobody.',
    ].join('\n'),
  forcedToTeacher:
    'Good morning. We note homework and bedtime at home of our own accord, sometimes yes, sometimes no. Not noting it doesn’t mean we don’t care about the homework. We’d like to decide at home whether to fill it in, and ask that nobody count who did. Thank you for understanding.',
  forcedByPhone:
    'Hello, I’d like to report something: parents are being told that they must fill in their child’s homework and bedtime every evening. That is meant to be voluntary. Please make clear to the school that it isn’t compulsory, that nobody is to be counted or named. Please don’t tell the school who called. Thank you.',
}

/** Every sentence about who helps in a household, and about being left in peace. */
export const householdWords: Record<Lang, Words> = { zh, en }
