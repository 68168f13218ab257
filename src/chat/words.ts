import type { CommandName } from './commands.ts'
import type { Lang } from './inbound.ts'

const zh = {
  menuOf: '想做哪一样?点一下,或者直接说作业多久、几点关灯。',
  label: {
    report: '报作业',
    services: '课后服务',
    hotline: '反映问题(保密)',
    guide: '家教',
    me: '我的',
    lang: '语言',
    stop: '停止提醒',
    export: '导出',
    delete: '删除',
    help: '帮助',
    cancel: '取消',
    back: '上一步',
    menu: '菜单',
  } satisfies Record<CommandName, string>,
  help: [
    '一句话就行,比如“作业50分钟,9点40睡”。',
    '说错了再说一遍,以后说的算。',
    '常用的词:报作业、我的、语言、停止提醒、导出、删除、取消、上一步、帮助。',
    '填不填都随您,老师看不到谁填了、谁没填。',
    '孩子有危险,先打110。',
  ].join('\n'),
  cancelled: '好,先放下了。想接着来,随时说。',
  nothingOpen: '现在没有做到一半的事。',
  backAgain: '回到上一步。',
  noWayBack: '已经是第一步了。',
  oldButton: '这是早先的按钮,现在用不上了。',
  seePicture: '看图',
  goOn: '刚才那件事,我们接着来。',
  mistaken: '好,没事就好。',
  late: (when: string) => `这条是${when}发的,我刚收到,回晚了。`,
  more: '还有这些:',
  tooFast: '您发得太快了,歇一分钟再来。孩子有危险,先打110。',
  tooLong: '这一条太长,我读不下来,也没有存。一句话就行,比如“四十分钟,九点十分”。',
  restarted: '刚才那一步我这边换了新样子,我们从头来一次。',
  lost: '这句我没听懂,也没有存。报作业的话,一句就行,比如“作业50分钟,9点40睡”。',
  unbuilt: '这一项这里还没有开通。',
  unbuiltHotline: '反映问题这里还没有开通,您说的我没有存。可以打12345,请以当地公布的电话为准。孩子有危险,先打110。',
}

type Words = typeof zh

const en: Words = {
  menuOf: 'What would you like to do? Tap one, or just say how long homework took and when the light went out.',
  label: {
    report: 'Report homework',
    services: 'After-school services',
    hotline: 'Report a problem (in confidence)',
    guide: 'Parenting tips',
    me: 'My page',
    lang: 'Language',
    stop: 'Stop reminders',
    export: 'Export',
    delete: 'Delete',
    help: 'Help',
    cancel: 'Cancel',
    back: 'Back',
    menu: 'Menu',
  },
  help: [
    'One line is enough, such as “homework 50 minutes, bed 9:40”.',
    'If it was wrong, say it again. The last one counts.',
    'Words that always work: report, me, language, stop, export, delete, cancel, back, help.',
    'Answering is up to you. Teachers can’t see who answered and who didn’t.',
    'If a child is in danger, call 110 first.',
  ].join('\n'),
  cancelled: 'All right, set aside. Pick it up again whenever you like.',
  nothingOpen: 'Nothing is half done at the moment.',
  backAgain: 'One step back.',
  noWayBack: 'This is the first step already.',
  oldButton: 'That button is from earlier and no longer does anything.',
  seePicture: 'See the picture',
  goOn: 'Now, back to what we were doing.',
  mistaken: 'Good to hear that all is well.',
  late: when => `You sent this ${when}. It has only just reached me, so this answer is late.`,
  more: 'And these:',
  tooFast: 'That was a lot at once. Please take a minute. If a child is in danger, call 110 first.',
  tooLong:
    'That message is too long for me to read, so I haven’t kept it. One line is enough, such as “forty minutes, nine ten”.',
  restarted: 'That step has changed on our side, so let’s start it once more.',
  lost: 'I didn’t understand that and haven’t kept it. For homework one line is enough, such as “homework 50 minutes, bed 9:40”.',
  unbuilt: 'That isn’t available here yet.',
  unbuiltHotline:
    'Reporting a problem isn’t available here yet, and I haven’t kept what you wrote. You can call 12345; please check the number published locally. If a child is in danger, call 110 first.',
}

/** The kernel's own sentences. */
export const chatWords: Record<Lang, Words> = { zh, en }
