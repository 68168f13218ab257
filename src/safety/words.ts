/** What Wanling says when a child may be in danger. Fixed text, complete in both languages; no rule, no praise, no picture. */
import type { Lang } from '../chat/inbound.ts'
import { areVerified } from './numbers.ts'

/** Whether somebody on duty is being called, or the family is on its own for now. */
export type Duty = 'called' | 'nobody'

/** What came in that Wanling cannot read. */
export type Media = 'voice' | 'sticker' | 'location' | 'file' | 'photo'

const CARD: Record<Lang, readonly string[]> = {
  zh: [
    '先顾孩子,别的都放一放。',
    '现在有危险,打 110',
    '受伤了、吞了东西,打 120',
    '着火了,打 119',
    '别让孩子一个人待着。收好药和刀,关好窗。',
    '孩子说不想活:打 12356,打不通就打 110。想找人说说,也可以打 12355',
    '有人伤害孩子:先别当面去问那个人,聊天记录留着,不要拍孩子的身体。事后要人帮忙,打 12345',
    '如果你就是那个孩子:这不是你的错。打 110,或者现在就去找一个你信得过的大人。',
  ],
  en: [
    'The child first. Everything else can wait.',
    'In danger now: call 110',
    'Hurt, or swallowed something: call 120',
    'Fire: call 119',
    "Don't leave the child alone. Put away medicines and knives, close the windows.",
    'If the child talks of not wanting to live: call 12356; if nobody answers, 110. To talk things over, 12355 too.',
    "If someone is hurting the child: don't confront that person now, keep the messages, take no photos of the child's body. For help afterwards, 12345.",
    'If you are that child: this is not your fault. Call 110, or go to an adult you trust right now.',
  ],
}

const DUTY: Record<Lang, Record<Duty, string>> = {
  zh: {
    called: '我是自动回复,不能替您报警。已经在叫值班的人。',
    nobody: '我是自动回复,不能替您报警。现在没有人值班,请直接打电话。',
  },
  en: {
    called: "I'm an automatic reply and can't call the police for you. The person on duty is being called.",
    nobody: "I'm an automatic reply and can't call the police for you. Nobody is on duty now. Please phone.",
  },
}

const hedge = (lang: Lang, numbers: readonly string[], today?: string): string => {
  if (areVerified(numbers, today)) return ''
  const list = numbers.join(lang === 'zh' ? '、' : ', ')
  return lang === 'zh' ? `${list} 请以当地公布为准。` : `For ${list}, please go by what is published locally.`
}

/**
 * The card for a child who may be in danger (policy §5.6). One number a line, so that a phone can make it tappable.
 * `today` (`YYYY-MM-DD`) lets numbers that were called lately stand without the closing line.
 */
export const emergencyCard = (lang: Lang, duty: Duty, today?: string): string =>
  [...CARD[lang], DUTY[lang][duty], hedge(lang, ['12356', '12355', '12345'], today)]
    .filter(line => line !== '')
    .join('\n')

/** The button by which a family says that nothing is wrong. */
export const mistakenLabel = (lang: Lang): string =>
  lang === 'zh' ? '是我看错了,没有危险' : 'My mistake, there is no danger'

const QUIET: Record<Lang, string> = {
  zh: '听着真不容易。孩子要是有危险,先打 110;想找人说说话,12356、12355 都可以打。',
  en: 'That sounds hard. If the child is in danger, call 110; to talk to someone, 12356 or 12355.',
}

/** The line before the normal answer when a message is sad and it is not clear for whom (policy §5.3, ambiguous). */
export const quietLine = (lang: Lang, today?: string): string =>
  [QUIET[lang], hedge(lang, ['12356', '12355'], today)].filter(part => part !== '').join(lang === 'zh' ? '' : ' ')

const MEDIA: Record<Lang, Record<Media, string>> = {
  zh: {
    voice: '听见您说话了,可我还听不懂语音。点下面的数就行;也可以按键盘上的话筒,让手机把话变成字。孩子有急事,先打 110。',
    sticker: '看到您发的表情了,可我只看得懂字。想说什么,打几个字就好。孩子有急事,先打 110。',
    location: '收到一个位置,可我不会用它,也不会存。有事打几个字告诉我就好。孩子有急事,先打 110。',
    file: '收到一个文件,可我打不开,也不会存。里面要紧的话,打几个字告诉我就好。孩子有急事,先打 110。',
    photo: '收到一张照片,可我看不懂照片。想说什么,打几个字就好;请不要拍孩子的身体。孩子有急事,先打 110。',
  },
  en: {
    voice:
      "I heard you, but I can't understand voice yet. Tap a number below, or use the microphone on your keyboard to turn speech into text. If it's urgent for the child, call 110 first.",
    sticker:
      "I saw your sticker, but I can only read words. Just type a few. If it's urgent for the child, call 110 first.",
    location:
      "A location came in, but I can't use it and I don't keep it. Just type what you need. If it's urgent for the child, call 110 first.",
    file: "A file came in, but I can't open it and I don't keep it. Just type the part that matters. If it's urgent for the child, call 110 first.",
    photo:
      "A photo came in, but I can't read photos. Just type a few words, and please take no photos of the child's body. If it's urgent for the child, call 110 first.",
  },
}

/** The answer to something that is not text. It always carries 110, since nobody can know what was said in it. */
export const mediaAnswer = (lang: Lang, kind: Media): string => MEDIA[lang][kind]
