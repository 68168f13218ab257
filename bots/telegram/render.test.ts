import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Choice } from '../../src/chat/reply.ts'
import { splitText } from '../../src/chat/split.ts'
import { labelWidth, layOut, markChosen } from './keyboard.ts'
import { render } from './render.ts'

const asChoices = (labels: string[]): Choice[] => labels.map((label, n) => ({ id: `p1.${n}`, label }))
const rowsOf = (...labels: string[]) => layOut(asChoices(labels)).map(row => row.map(button => button.text))
const long = (size: number, of = '字') => of.repeat(size)

describe('rows of buttons', () => {
  test.each([
    ['20分钟', 6],
    ['reply', 5],
    ['✅ 好', 5],
    ['①保密', 5],
  ])('%s is %i half columns wide', (label, width) => expect(labelWidth(label)).toBe(width))

  test('yes and no stand side by side', () => expect(rowsOf('是', '不是')).toEqual([['是', '不是']]))

  test('the evening card stands in even rows', () => {
    const rows = rowsOf('在校写完了', '20分钟', '40分钟', '60分钟', '80分钟', '100分钟以上', '没布置', '今晚不填')
    expect(rows).toEqual([
      ['在校写完了', '20分钟', '40分钟'],
      ['60分钟', '80分钟', '100分钟以上'],
      ['没布置', '今晚不填'],
    ])
  })

  test('five short ones are three and two, not four and one', () => {
    expect(rowsOf('一', '二', '三', '四', '五')).toEqual([
      ['一', '二', '三'],
      ['四', '五'],
    ])
  })

  test('a long label has its row for itself', () => {
    expect(rowsOf('是我看错了,没有危险', '请人联系我')).toEqual([['是我看错了,没有危险'], ['请人联系我']])
  })

  test('every choice stays, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1 }), labels => {
        expect(rowsOf(...labels).flat()).toEqual(labels)
      }),
    )
  })
})

describe('the mark on a tapped button', () => {
  const rows = layOut(asChoices(['40分钟', '60分钟']))

  test('stands on the chosen one alone', () => {
    const first = markChosen(rows, 'p1.0') ?? []
    expect(first[0]?.map(button => button.text)).toEqual(['✅ 40分钟', '60分钟'])
    expect(markChosen(first, 'p1.1')?.[0]?.map(button => button.text)).toEqual(['40分钟', '✅ 60分钟'])
  })

  test('changes nothing when it is there already, or the button is not', () => {
    const first = markChosen(rows, 'p1.0') ?? []
    expect(markChosen(first, 'p1.0')).toBeUndefined()
    expect(markChosen(rows, 'p9.x')).toBeUndefined()
  })
})

describe('a long text', () => {
  test('4096 is one part, 4097 two', () => {
    expect(splitText(long(4096), 4096)).toHaveLength(1)
    expect(splitText(long(4097), 4096).map(part => part.length)).toEqual([4096, 1])
  })

  test('is cut after a line, else after a sentence', () => {
    expect(splitText(`${long(60)}\n${long(20)}。${long(60)}`, 100)).toEqual([long(60), `${long(20)}。${long(60)}`])
    expect(splitText(`${long(70)}。${long(60)}`, 100)).toEqual([`${long(70)}。`, long(60)])
  })

  test.each(['👨‍👩‍👧', '𠮷', '🇨🇳', 'e\u0301'])('never inside %s', character => {
    const parts = splitText(`a${character.repeat(200)}`, 101)
    expect(parts.join('')).toBe(`a${character.repeat(200)}`)
    for (const part of parts.slice(1)) expect(part.startsWith(character)).toBe(true)
  })

  test('loses nothing but white space, keeps every limit, ends', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 400 })
    const bare = (text: string) => text.replace(/\s/g, '')
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 60 }), (text, limit) => {
        const parts = splitText(text, limit)
        expect(bare(parts.join(''))).toBe(bare(text))
        for (const part of parts)
          expect([part.length <= limit, part.isWellFormed() || !text.isWellFormed()]).toEqual([true, true])
      }),
      { numRuns: 300 },
    )
  })
})

const partsOf = (...args: Parameters<typeof render>) => {
  const rendered = render(...args)
  return 'parts' in rendered ? rendered.parts : rendered
}

describe('a reply', () => {
  const choices = asChoices(['好', '不好'])
  const rows = layOut(choices)

  test('of words and buttons is one message', () => {
    expect(partsOf({ say: '记好了', choices })).toEqual([{ method: 'sendMessage', text: '记好了', rows }])
  })

  test('too long for one has its buttons on the last', () => {
    const parts = partsOf({ say: long(5000), choices })
    expect(parts).toMatchObject([{ text: long(4096) }, { text: long(904), rows }])
    expect(parts).not.toMatchObject([{ rows }, {}])
  })

  test.each([
    [`${'a'.repeat(62)}中`, 'a choice is over 64 bytes'],
    ['', 'a choice is over 64 bytes'],
  ])('with the id %s is refused', (id, refused) => {
    expect(render({ say: '?', choices: [{ id, label: 'x' }] })).toEqual({ refused })
  })

  test('with an id of 64 bytes is taken', () => {
    expect(partsOf({ say: '?', choices: [{ id: `${'a'.repeat(61)}中`, label: 'x' }] })).toHaveLength(1)
  })

  test('with a picture carries up to 1024 units as its caption', () => {
    const image = 'https://example.org/week.png'
    expect(partsOf({ say: long(1024), image, choices })).toMatchObject([
      { method: 'sendPhoto', photo: image, caption: long(1024), rows },
    ])
    expect(partsOf({ say: long(1025), image, choices })).toMatchObject([
      { method: 'sendPhoto', caption: '' },
      { method: 'sendMessage', text: long(1025), rows },
    ])
  })

  test('with a picture in itself uploads the bytes', () => {
    const parts = partsOf({ say: '', image: `data:image/png;base64,${Buffer.from('png').toString('base64')}` })
    expect(parts).toMatchObject([{ method: 'sendPhoto', photo: Buffer.from('png') }])
  })

  test('with a file says name and link when the platform will not take it', () => {
    const file = { name: '导出.csv', url: '/exports/1' }
    expect(partsOf({ say: '给您', file }, 'https://example.org')).toMatchObject([
      {
        method: 'sendDocument',
        url: 'https://example.org/exports/1',
        instead: '给您\n导出.csv\nhttps://example.org/exports/1',
      },
    ])
  })

  test('with a picture of our own and no public address is said in words', () => {
    expect(partsOf({ say: '给您', image: '/pictures/1' })).toEqual([{ method: 'sendMessage', text: '给您' }])
  })

  test('of nothing is refused', () => expect(render({ say: ' \n ' })).toEqual({ refused: 'nothing to say' }))
})
