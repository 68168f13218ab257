// Numbers as they are written: 40, 1.5, 四十五, 一百二, 俩, 廿五, forty-five.

const D = '[一二两三四五六七八九]'
/** Source of a pattern for one well-formed Chinese numeral up to 999. */
export const ZH = `(?:${D}百(?:零${D}|${D}?十${D}?|${D}(?!十))?|${D}?十${D}?|廿${D}?|卅${D}?|[零〇一二两三四五六七八九俩仨])`
/** Source of a pattern for digits with at most two decimals. */
export const DIGITS = '(?:\\d{1,4}(?:\\.\\d{1,2})?)'
/** Source of a pattern for any number in a Chinese sentence. */
export const NUM = `(?:${DIGITS}|${ZH})`
/** Source of a pattern for blurred Chinese numbers: 四五十, 十七八, 几十, 十几, 好几, 四十来, 40多, 四十好几. */
export const BLUR = `(?:${D}{2}十|${D}?十${D}{2}|(?:一两|两三|三四|三五|四五|五六|六七|七八|八九)|(?:好几|几|数)十?|${D}?十(?:好几|几)|(?:\\d{1,3}|${D}?十${D}?|${D}?百${D}?十?|${D})(?:多|来|好几|几|\\+(?!\\d))|百把|十把)`

const DIGIT: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

function digit(char: string): number {
  return DIGIT[char] ?? 0
}

/** Value of digits or of one well-formed Chinese numeral; NaN for anything else. */
export function numberValue(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  let total = 0
  let pending = 0
  let seen = false
  let afterHundred = false
  for (const char of text) {
    if (char === '百') {
      total += (pending || 1) * 100
      pending = 0
      afterHundred = true
    } else if (char === '十') {
      total += (pending || 1) * 10
      pending = 0
      afterHundred = false
    } else if (char === '廿' || char === '卅') total += char === '廿' ? 20 : 30
    else if (char in DIGIT) {
      if (char === '零') afterHundred = false
      pending = digit(char)
    } else return Number.NaN
    seen = true
  }
  return seen ? total + (afterHundred ? pending * 10 : pending) : Number.NaN
}

const EN_UNITS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SMALL = 'one|two|three|four|five|six|seven|eight|nine'
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = 'twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety'
/** Source of a pattern for an English number word below one hundred. */
export const EN_BELOW_100 = `(?:(?:${TENS})(?:[- ]?(?:${SMALL}))?|${TEENS}|${SMALL})(?![a-z])`
/** Source of a pattern for an English number word or digits. */
export const EN_NUM = `(?:\\d{1,3}(?:\\.\\d{1,2})?|(?:a|one|two) hundred(?:(?: and)? ${EN_BELOW_100})?|${EN_BELOW_100})`
/** Source of a pattern for an hour of the clock in English words. */
export const EN_HOUR = '(?:twelve|eleven|ten|nine|eight|seven|six|five|four|three|two|one)(?![a-z])'

/** Value of digits or an English number word; NaN for anything else. */
export function englishValue(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  let total = 0
  for (const word of text.split(/[- ]+/)) {
    if (word === 'hundred') total = (total || 1) * 100
    else if (word in EN_UNITS) total += EN_UNITS[word] ?? 0
    else if (/^(?:seventy|sixty|eighty|ninety|twenty|thirty|fou?rty|fifty)/.test(word)) total += joined(word)
    else if (word !== 'a' && word !== 'and') return Number.NaN
  }
  return total
}

/** `fortyfive` in one word. */
function joined(word: string): number {
  const tens = Object.keys(EN_UNITS).find(key => key.endsWith('ty') && word.startsWith(key))
  if (tens === undefined) return Number.NaN
  return (EN_UNITS[tens] ?? 0) + (EN_UNITS[word.slice(tens.length)] ?? Number.NaN)
}
