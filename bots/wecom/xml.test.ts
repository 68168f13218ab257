import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cdata, only, readXml, textOf } from './xml.ts'

const root = (text: string) => only(readXml(text), 'xml')

test('CDATA, plain text and the entities of XML itself are read alike', () => {
  expect(textOf(root('<xml><a><![CDATA[一 & <二>]]></a></xml>'), 'a')).toBe('一 & <二>')
  expect(textOf(root('<xml><a>一 &amp; &lt;二&gt; &#20108;</a></xml>'), 'a')).toBe('一 & <二> 二')
  expect(textOf(root('<?xml version="1.0"?><xml><a>1</a></xml>'), 'a')).toBe('1')
})

test('an element that stands twice is none', () => {
  expect(textOf(root('<xml><a>1</a><a>2</a></xml>'), 'a')).toBeUndefined()
})

test.each([
  '<!DOCTYPE xml><xml><a>1</a></xml>',
  '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]><xml><a>&b;</a></xml>',
  '<xml><a>&b;</a></xml>',
  '<xml><a>&amp</a></xml>',
  '<?php x?><xml><a>1</a></xml>',
  '<xml><a>1</xml></a>',
  '<xml><a>1</a>',
  '<a>'.repeat(50),
  `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`,
])('%s is refused', text => {
  expect(readXml(text)).toBeUndefined()
})

test('whatever a person writes comes back out of CDATA', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), said => {
      const clean = said.replace(/\p{Cc}/gu, '')
      return textOf(root(`<xml><a>${cdata(`${clean}]]>${clean}`)}</a></xml>`), 'a') === `${clean}]]>${clean}`
    }),
    { numRuns: 5000 },
  )
})

test('100,000 mutated documents: nothing is thrown', () => {
  const good = '<xml><From><![CDATA[mum]]></From><Type>text</Type><Content><![CDATA[作业]]></Content></xml>'
  fc.assert(
    fc.property(fc.nat(good.length), fc.nat(8), fc.string({ maxLength: 4 }), (at, cut, put) => {
      readXml(good.slice(0, at) + put + good.slice(at + cut))
      return true
    }),
    { numRuns: 100_000 },
  )
})
