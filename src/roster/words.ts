import type { Lang } from '../chat/inbound.ts'
import type { ConsentKind, Relation } from './change.ts'
import { className } from './class-name.ts'
import type { Invited } from './invited.ts'

type Named = Pick<Invited, 'label' | 'grade' | 'classNo' | 'schoolName'>

const zh = {
  notBound: '先认一下孩子:把学校发的邀请码,或者家里人转来的码发给我,十个字母和数字。',
  hello: '在的。作业的事一句话就行,比如“作业50分钟,9点40睡”。',
  notKept: '刚才说的我没有存,认好以后再说一次就行。',
  unknownCode: '这个码我没找到。请对一下字母和数字,再发一次;还不行就跟班主任要一个新的。',
  usedCode:
    '这个码已经用过了,或者学校换了新的。是家里人的话,请让已经加好的家长在“我的”里邀请您;不是的话,请跟班主任要一张新的。',
  expiredCode: '这个码过了72小时,用不了了。请家里人再发一个新的。',
  alreadyYours: (child: Named) => `${child.label}已经是您家的了,不用再加。直接报作业就行。`,
  lockedYours: (child: Named) => `${child.label}的记录锁着,等着删。想接着用,点一下“反悔”就行。`,
  unlock: '反悔',
  whichChild: (child: Named) =>
    `是${child.schoolName}${className(child.grade, child.classNo, 'zh')}的${child.label}吗?`,
  yesChild: '是',
  noChild: '不是',
  wrongChild: '那先不加。这个码可能发错了,请跟班主任要一个新的。我这里什么都没有存。',
  whoAreYou: (label: string) => `您是${label}的哪一位?`,
  relation: { mother: '妈妈', father: '爸爸', grandparent: '爷爷奶奶、外公外婆', other: '其他家人' } satisfies Record<
    Relation,
    string
  >,
  telegramOff: '这里还没有开通 Telegram。请用学校介绍的其他方式,我这里什么都没有存。',
  c6: (receiver: string) =>
    `有件事先说清楚:Telegram 在境外,您在这里说的话要经过${receiver}的服务器。不愿意的话,可以改用网页,功能一样。同意从这里经过吗?`,
  c6Yes: '同意',
  c6No: '不同意',
  c6Refused: '好,那就不从这里走。网页上一样能用,我这里什么都没有存。',
  c1: (operator: string, link: string) =>
    [
      '我们记三样:作业多久、几点睡、孩子的班级,只为给您看,也好提醒您规定。',
      `由${operator || '县教育局'}保管,存到下学期末,随时能删。`,
      '您的话要是像孩子有危险,值班的人会看。',
      '不同意也没关系,别的照常。',
      `全文:${link}`,
    ].join('\n'),
  c1Yes: '同意',
  c1No: '不同意',
  c1Refused: '好,那就不记,刚才的也都没有存。什么时候想用,再把邀请码发来就行。',
  bound: (label: string) =>
    `好了,${label}加好了。\n以后每晚一句话就行,比如“作业50分钟,9点40睡”。\n填不填都随您,老师看不到谁填了、谁没填。`,
  sayYesNo: '点一下按钮就行,也可以说“是”或“不是”。',
  sayRelation: '点一下按钮就行,也可以说“妈妈”“爸爸”。',
  c2: '这一条要不要算进年级的平均数?不带名字,满10个孩子才算。算不算都行,随时能改。',
  c4: '要不要偶尔收到一条跟自家情况有关的家教小建议?一周最多两条,随时能停。',
  c5: '要不要在上学日的晚上提醒一声?一晚最多一次,填过就不提醒,随时能停。',
  c2Yes: '算进去',
  c2No: '不算',
  c4Yes: '要',
  c4No: '不要',
  c5Yes: '提醒我',
  c5No: '不用',
  knowAsk: '有件事补问一句:记作业和睡觉这件事,孩子知道,也愿意吗?孩子不愿意,就不记。',
  knowYes: '知道,也愿意',
  knowNo: '不愿意',
  done: {
    given: { C2: '好,算进去,不带名字。', C4: '好,有合适的再发给您。', C5: '好,到时提醒一声。', KNOW: '好,照常记。' },
    refused: {
      C2: '好,不算。您自己照样看得到。',
      C4: '好,不发。',
      C5: '好,不提醒。',
      KNOW: '好,听孩子的,先不记了。孩子愿意了,在“我的”里点一下。',
    },
  },
  stopped: '好,不再提醒了。想要的时候,在“我的”里再打开。',
  me: {
    child: (label: string, name: string, relation: string) => `${label},${name},您是${relation}。`,
    relationWord: { mother: '妈妈', father: '爸爸', grandparent: '祖辈', other: '家人' } satisfies Record<
      Relation,
      string
    >,
    consents: '您的选择:',
    state: {
      C1: { on: '记录作业和睡觉:同意', off: '记录作业和睡觉:不同意' },
      C2: { on: '算进年级平均:算', off: '算进年级平均:不算' },
      C4: { on: '家教小建议:要', off: '家教小建议:不要' },
      C5: { on: '晚上提醒:要', off: '晚上提醒:不要' },
      C6: { on: '经过 Telegram:可以', off: '经过 Telegram:不可以' },
      KNOW: { on: '孩子知道并且愿意:是', off: '孩子知道并且愿意:不是' },
    } satisfies Record<Exclude<ConsentKind, 'C3'>, { on: string; off: string }>,
    held: (line: string) => `${line}(家里有一位选了不,先停着)`,
    turn: {
      C2: { on: '改成不算', off: '改成算进平均' },
      C4: { on: '不要小建议', off: '要小建议' },
      C5: { on: '停止提醒', off: '晚上提醒我' },
      C6: { on: '不要经过 Telegram', off: '可以经过 Telegram' },
      KNOW: { on: '孩子不愿意了', off: '孩子知道并且愿意' },
    },
    nights: '最近两周',
    invite: '邀请家人',
    invitation: (label: string, code: string) =>
      `给${label}的家人:打开这个聊天,发这个码:\n${code}\n只能用一次,72小时内有效。`,
    withdraw: '不再记录',
    reallyWithdraw: (labels: string) => `不再记${labels}的作业和睡觉,已经记下的先锁起来。要这样吗?`,
    withdrawYes: '不再记录',
    withdrawNo: '还是照旧',
    withdrawn: '好,从现在起不再记了。想恢复,在“我的”里点一下。',
    restore: '恢复记录',
    restored: '好,恢复了。',
    copy: '导出我的记录',
    erase: '删除我的记录',
    kept: '好,照旧。',
    privacy: (link: string) => `数据怎么用,全文:${link}`,
    changed: '好,改好了。',
  },
}

type Words = typeof zh

const en: Words = {
  notBound:
    'First, let me know your child: send the invitation code from the school or from your family, ten letters and digits.',
  hello: 'I’m here. For homework one line is enough, such as “homework 50 minutes, bed 9:40”.',
  notKept: 'I haven’t kept what you just said. Please say it again once that’s done.',
  unknownCode:
    'I can’t find that code. Please check the letters and digits and send it again, or ask the class teacher for a new one.',
  usedCode:
    'That code has been used, or the school has made a newer one. If it was someone in your family, ask them to invite you under “My page”; if not, ask the class teacher for a new slip.',
  expiredCode: 'That code was good for 72 hours and is over. Please ask your family for a new one.',
  alreadyYours: child => `${child.label} is already yours here, so there’s nothing to add. Just report.`,
  lockedYours: child => `${child.label}’s record is locked and waiting to be deleted. To go on, take that back.`,
  unlock: 'Take it back',
  whichChild: child => `Is it ${child.label} of ${className(child.grade, child.classNo, 'en')}, ${child.schoolName}?`,
  yesChild: 'Yes',
  noChild: 'No',
  wrongChild:
    'Then I won’t add anyone. The code may have gone to the wrong family; please ask the class teacher. Nothing has been kept.',
  whoAreYou: label => `Who are you to ${label}?`,
  relation: { mother: 'Mother', father: 'Father', grandparent: 'Grandparent', other: 'Someone else in the family' },
  telegramOff:
    'Telegram isn’t open here yet. Please use another way that the school has told you about. Nothing has been kept.',
  c6: receiver =>
    `One thing first: Telegram is outside the mainland, so what you say here passes through the servers of ${receiver}. If you’d rather not, the web page does the same. Is it all right to go through here?`,
  c6Yes: 'Agree',
  c6No: 'Rather not',
  c6Refused: 'Then not this way. The web page works just the same. Nothing has been kept.',
  c1: (operator, link) =>
    [
      'We keep three things: how long homework took, when the light went out, and your child’s class, to show you and to tell you the rules.',
      `${operator || 'The county education bureau'} holds them until the end of next term; delete any time.`,
      'If your words suggest a child in danger, the person on duty will read them.',
      'Saying no is fine; everything else still works.',
      `Full text: ${link}`,
    ].join('\n'),
  c1Yes: 'Agree',
  c1No: 'Rather not',
  c1Refused: 'Then nothing is kept, and nothing has been. Send the code again whenever you like.',
  bound: label =>
    `Done, ${label} is added.\nFrom now on one line an evening is enough, such as “homework 50 minutes, bed 9:40”.\nAnswering is up to you. Teachers can’t see who answered and who didn’t.`,
  sayYesNo: 'Tap a button, or say “yes” or “no”.',
  sayRelation: 'Tap a button, or say “mother” or “father”.',
  c2: 'Shall this count in the grade’s average? No names, and only once ten children are in. Either is fine, and you can change your mind.',
  c4: 'Would you like a short parenting tip now and then that fits your evenings? Two a week at most; stop any time.',
  c5: 'Would you like a reminder on school nights? Once an evening at most, never after you’ve answered; stop any time.',
  c2Yes: 'Count it',
  c2No: 'Don’t count it',
  c4Yes: 'Yes',
  c4No: 'No',
  c5Yes: 'Remind me',
  c5No: 'No need',
  knowAsk:
    'One thing to add: does your child know that homework and bedtime are kept here, and is the child willing? If not, nothing is kept.',
  knowYes: 'Knows and is willing',
  knowNo: 'Not willing',
  done: {
    given: {
      C2: 'It will count, without names.',
      C4: 'You’ll get one when it fits.',
      C5: 'I’ll remind you then.',
      KNOW: 'As before, then.',
    },
    refused: {
      C2: 'It won’t count. You still see it yourself.',
      C4: 'None then.',
      C5: 'No reminders then.',
      KNOW: 'Then nothing more is kept. Once the child is willing, tap under “My page”.',
    },
  },
  stopped: 'No more reminders. You can turn them on again under “My page”.',
  me: {
    child: (label, name, relation) => `${label}, ${name}; you are ${relation}.`,
    relationWord: { mother: 'the mother', father: 'the father', grandparent: 'a grandparent', other: 'family' },
    consents: 'Your choices:',
    state: {
      C1: { on: 'Keeping homework and bedtime: agreed', off: 'Keeping homework and bedtime: not agreed' },
      C2: { on: 'Counting in the grade’s average: yes', off: 'Counting in the grade’s average: no' },
      C4: { on: 'Parenting tips: yes', off: 'Parenting tips: no' },
      C5: { on: 'Evening reminders: yes', off: 'Evening reminders: no' },
      C6: { on: 'Going through Telegram: all right', off: 'Going through Telegram: not all right' },
      KNOW: { on: 'The child knows and is willing: yes', off: 'The child knows and is willing: no' },
    },
    held: line => `${line} (someone in the family chose no, so it rests)`,
    turn: {
      C2: { on: 'Stop counting it', off: 'Count in the average' },
      C4: { on: 'No more tips', off: 'Send me tips' },
      C5: { on: 'Stop reminders', off: 'Remind me' },
      C6: { on: 'Not through Telegram', off: 'Telegram is all right' },
      KNOW: { on: 'The child no longer wants this', off: 'The child knows and is willing' },
    },
    nights: 'The last two weeks',
    invite: 'Invite family',
    invitation: (label, code) =>
      `For ${label}’s family: open this chat and send this code:\n${code}\nIt works once, within 72 hours.`,
    withdraw: 'Stop keeping records',
    reallyWithdraw: labels => `Stop keeping homework and bedtime for ${labels}, and lock what is on record?`,
    withdrawYes: 'Stop keeping records',
    withdrawNo: 'Leave it as it is',
    withdrawn: 'From now on nothing more is kept. To start again, tap under “My page”.',
    restore: 'Start again',
    restored: 'Started again.',
    copy: 'Export my records',
    erase: 'Delete my records',
    kept: 'As before, then.',
    privacy: link => `How the data is used, in full: ${link}`,
    changed: 'Changed.',
  },
}

/** Every sentence about who is who and who agreed to what. */
export const rosterWords: Record<Lang, Words> = { zh, en }
