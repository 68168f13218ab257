import { expect, test } from 'vitest'
import { chatWords } from '../src/chat/words.ts'
import { nightlyWords } from '../src/nightly/words.ts'
import { rosterWords } from '../src/roster/words.ts'
import { screen } from '../src/safety/rules.ts'

const ANSWERS = [
  '妈妈',
  '爸爸',
  '奶奶',
  '外婆',
  'mother',
  'me',
  'help',
  '/help',
  '是',
  '不是',
  '好',
  '谢谢',
  '睡了',
  '刚睡',
  '40',
  '我',
  '你好',
]

const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}

test('words and buttons of ours, typed out, never raise the card', () => {
  const labels = [chatWords, rosterWords, nightlyWords].flatMap(words =>
    Object.values(words).flatMap(one => texts(one).filter(text => text.length <= 12)),
  )
  expect(labels.length).toBeGreaterThan(60)
  expect([...labels, ...ANSWERS].filter(text => screen(text).level !== 'none')).toEqual([])
})

test('no sentence of ours holds what a read-aloud voice stumbles on, or scolds', () => {
  const all = [chatWords.zh, rosterWords.zh, nightlyWords.zh].flatMap(texts)
  expect(all.filter(text => /[→≤≥]|请及时|务必|温馨提示|提交成功|!!/.test(text))).toEqual([])
})
