// Spellings of one word: dialect, Cantonese, voice input and slips of the keyboard, each with what is meant.

const CHINESE: readonly [RegExp, string][] = [
  [/睡[叫交脚教搅绝]|水觉(?!得)/g, '睡觉'],
  [/[坐左座]业|作[页亚夜叶液]|(?<![事农工商就毕])做业|(?<![天晚日夜])昨业/g, '作业'],
  [/功课|家课|课业/g, '作业'],
  [/分[中种众](?![间心午学])|份钟|分[锺终]/g, '分钟'],
  [/(?<=[\d一二两三半个])小[实是石](?=[^\u4e00-\u9fa5]|$|睡|写)/g, '小时'],
  [/(?<=[\d一二三四五六七八九十])点[班版伴](?![上会])/g, '点半'],
  [/([写做])[玩晚](?=了|啦|的|$)/g, '$1完'],
  [/搞[掂店掟锭]/g, '搞定'],
  [/粒钟/g, '个钟'],
  [/([一两二三123])个骨/g, '$1刻钟'],
  [/[寻琴噖]日?晚/g, '昨晚'],
  [/[寻琴噖]日/g, '昨日'],
  [/听[日晚]/g, '明天'],
  [/今晚黑/g, '今晚'],
  [/头先/g, '刚才'],
  [/[而宜依]家/g, '现在'],
  [/屋企|屋头|屋里头/g, '家'],
  [/冲凉/g, '洗澡'],
  [/食饭/g, '吃饭'],
  [/返工/g, '上班'],
  [/返学/g, '上学'],
  [/返到?(?=家)/g, '回'],
  [/[返翻]来/g, '回来'],
  [/细路[仔哥]?|细蚊仔/g, '孩子'],
  [/仲(?=[有没未差剩要在系是])/g, '还'],
  [/不该(?=完|$|你)/g, '谢谢'],
  [/([写做瞓睡])([咧哒嘞咖噶哩])/g, '$1了'],
  [/睡低/g, '睡下'],
]

const EMOJI: readonly [RegExp, string][] = [
  [/[💤😴🛏🛌🌙🌛]/gu, '睡'],
  [/[📝✏✍📚📓📒]/gu, '作业'],
  [/[🎹🎻🎸🎷🥁]/gu, '练琴'],
  [/[🏃⚽🏀🏊🏸🏓]/gu, '运动'],
  [/[📺📱🎮]/gu, '看电视'],
  [/(?<=作业)\s?[✅☑✔√]/gu, '完成'],
]

/** One spelling for words that are written in several ways. `text` is already Simplified. */
export function respelled(text: string): string {
  let out = text
  for (const [pattern, meant] of CHINESE) out = out.replace(pattern, meant)
  return out
}

/** Signs that stand for a word become the word. 📖 is reading when homework has a sign or a word of its own. */
export function spelledOut(text: string): string {
  let out = text.replace(/📖/gu, /作业|📝|📚|✏/u.test(text) ? '阅读' : '作业')
  for (const [pattern, word] of EMOJI) out = out.replace(pattern, word)
  return out
}

const KEYWORDS = ['homework', 'minutes', 'asleep', 'yesterday', 'finished', 'tonight', 'bedtime', 'unfinished']
const RIGHT_AS_THEY_ARE = ['minute', 'finishes', 'sleep', 'asleep', 'finish', 'minutes', 'bedtimes']

/** True when one slip (a letter too many, too few, wrong or swapped) makes `typed` out of `meant`. */
export function oneSlipApart(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1 || typed === meant) return false
  let i = 0
  while (i < typed.length && typed[i] === meant[i]) i++
  const same = (a: number, b: number) => typed.slice(i + a) === meant.slice(i + b)
  const swapped = typed[i] === meant[i + 1] && typed[i + 1] === meant[i] && same(2, 2)
  return same(1, 1) || same(1, 0) || same(0, 1) || swapped
}

/** English keywords with one slip are put right; other words are left alone. */
export function slipsMended(text: string): string {
  return text.replace(/[A-Za-z]{5,11}/g, word => {
    const low = word.toLowerCase()
    if (KEYWORDS.includes(low) || RIGHT_AS_THEY_ARE.includes(low)) return word
    return KEYWORDS.find(meant => oneSlipApart(low, meant)) ?? word
  })
}
