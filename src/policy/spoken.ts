/** Dates and places of a document as one would read them out. */
import type { Clause } from './schema.ts'

export type Lang = 'zh' | 'en'

const months = [
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

/** `2021-03-30`, `2021-03` or `2021` as 2021年3月30日 or 30 March 2021, as exactly as it is known. */
export const spokenDate = (date: string, lang: Lang): string => {
  const [year, month, day] = date.split('-').map(Number)
  if (lang === 'zh') return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`
  return [day, month ? months[month - 1] : undefined, year].filter(part => part !== undefined).join(' ')
}

const numerals = '〇一二三四五六七八九十'
const partPattern = /^([一二三四五六七八九十])(?:\(([一二三四五六七八九十])\))?(\d+)?$/
const numberOf = (numeral: string) => numerals.indexOf(numeral)

/** A clause's place: `四(二)2` as 第四部分第二节第2条, `第30条` as it stands; in English part 4, section 2, item 2. */
export const spokenPlace = (place: Clause['place'], lang: Lang): string | undefined => {
  if (place === null) return undefined
  const articles = /^第(.+)条$/.exec(place)?.[1]
  if (articles) return lang === 'zh' ? place : englishArticles(articles)
  const [, part = '', section, item] = partPattern.exec(place) ?? []
  if (lang === 'zh') return `第${part}部分${section ? `第${section}节` : ''}${item ? `第${item}条` : ''}`
  return [`part ${numberOf(part)}`, section && `section ${numberOf(section)}`, item && `item ${item}`]
    .filter(Boolean)
    .join(', ')
}

const englishArticles = (articles: string) => {
  const numbers = articles.replaceAll('、', ', ').replace('至', '–')
  return `${numbers === articles ? 'Article' : 'Articles'} ${numbers}`
}
