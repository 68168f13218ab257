import type { Lang } from '../../chat/inbound.ts'

const zh = {
  notice: (label: string, morning: boolean) =>
    `${label}${morning ? '昨晚' : '今晚'}的作业\n点开,两下就好。不填也没关系,老师看不到谁填了、谁没填。`,
  open: '打开',
  title: (label: string) => `${label}这一晚`,
  when: (m: number, d: number) => `${m}月${d}日晚上`,
  minutes: '在家写学校作业多久?阅读、练琴不算。',
  bed: '几点关的灯?',
  stands: '现在记着',
  nothing: '还没有记。点一下就记上,点错了再点一个。',
  wrote: (n: number) => `写了${n}分钟`,
  none: '没有作业在家写',
  out: (clock: string) => `${clock}关灯`,
  undo: '这晚不记',
  free: '不填也没关系,老师看不到谁填了、谁没填。聊天里也能改。',
  danger: '孩子有危险,先打110。',
  dead: '这个链接过了时候,用不了了。想补的话,在聊天里说一句就行。',
  unknown: '没有这一页。请从聊天里的链接打开。',
  fast: '您点得太快了,歇一分钟再来。',
  again: '没存上,请再点一次。',
}

const en: typeof zh = {
  notice: (label, morning) =>
    `Homework ${morning ? 'last night' : 'tonight'}: ${label}\nOpen it, two taps will do. Skipping is fine. Teachers can’t see who answered and who didn’t.`,
  open: 'Open',
  title: label => `${label}, this evening`,
  when: (m, d) => `the evening of ${d}/${m}`,
  minutes: 'How long did school homework take at home? Reading and piano don’t count.',
  bed: 'When did the light go out?',
  stands: 'On record now',
  nothing: 'Nothing yet. One tap puts it down; if it was the wrong one, tap another.',
  wrote: n => `${n} minutes`,
  none: 'no homework at home',
  out: clock => `light out at ${clock}`,
  undo: 'Remove this night',
  free: 'Skipping is fine. Teachers can’t see who answered and who didn’t. You can change it in the chat too.',
  danger: 'If a child is in danger, call 110 first.',
  dead: 'This link has had its time. To add something, just say it in the chat.',
  unknown: 'There is no such page. Please open the link in the chat.',
  fast: 'That was a lot at once. Please take a minute.',
  again: 'That wasn’t saved. Please tap again.',
}

/** The sentences of the page for one evening. */
export const linkWords: Record<Lang, typeof zh> = { zh, en }
