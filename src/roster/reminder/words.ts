import type { Lang } from '../../chat/inbound.ts'
import { isMorning } from './hours.ts'

const zh = {
  hour: (hour: number, half: boolean, morning: boolean) =>
    `${morning ? '早上' : '晚上'}${morning ? hour : hour - 12}点${half ? '半' : ''}`,
  on: (clock: string, morning: boolean) =>
    `好,${morning ? '上学的日子' : '第二天上学的话'},${clock}提醒一声。填过就不提醒,随时能停。\n想换个时间,点一下。`,
  which: (clock: string) => `现在是${clock}。想换成几点?`,
  changed: (clock: string) => `好,换成${clock}。`,
  again: (clock: string) => `好,接着提醒,${clock}。`,
  off: '提醒现在关着。想要的时候,在“我的”里打开。',
  line: (clock: string) => `提醒时间:${clock}`,
  resting: '提醒先歇着了。想接着来,点“再提醒我”。',
  button: { hour: '换提醒时间', again: '再提醒我' },
}

type Words = typeof zh

const en: Words = {
  hour: (hour, half, morning) => `${morning ? hour : hour - 12}${half ? ':30' : ''} ${morning ? 'a.m.' : 'p.m.'}`,
  on: (clock, morning) =>
    `I’ll remind you at ${clock} ${morning ? 'on school days' : 'on school nights'}, never once you’ve answered. Stop any time.\nTap for another time.`,
  which: clock => `It’s ${clock} at the moment. Which time would you like?`,
  changed: clock => `It’s ${clock} from now on.`,
  again: clock => `Reminders are back, at ${clock}.`,
  off: 'Reminders are off. You can turn them on under “My page”.',
  line: clock => `Reminder: ${clock}`,
  resting: 'Reminders are taking a rest. To start them again, tap “Remind me again”.',
  button: { hour: 'Another reminder time', again: 'Remind me again' },
}

/** Every sentence about the hour of a reminder. The reminder itself speaks the words of the nightly report. */
export const reminderWords: Record<Lang, Words> = { zh, en }

/** An hour as one says it: 晚上8点半, 8:30 p.m. */
export const spokenHour = (minute: number, lang: Lang): string =>
  reminderWords[lang].hour(Math.floor(minute / 60), minute % 60 === 30, isMorning(minute))
