import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { screen } from '../safety/rules.ts'
import { CODE_ALPHABET, makeCode, readCode } from './invitation.ts'

const random = (length: number) => new Uint8Array(randomBytes(length))
const oneByte = (byte: number) => (length: number) => new Uint8Array(length).fill(byte)

test('a code has ten signs of the alphabet, with a digit and a letter', () => {
  for (let i = 0; i < 2000; i++) {
    const code = makeCode(random)
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/)
    expect(code).toMatch(/[2-9]/)
    expect(code).toMatch(/[A-Z]/)
  }
})

test('every sign is equally likely, and no two codes of ten thousand are the same', () => {
  const codes = Array.from({ length: 10_000 }, () => makeCode(random))
  expect(new Set(codes).size).toBe(codes.length)
  const seen = new Map<string, number>()
  for (const sign of codes.join('')) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  const digits = [...CODE_ALPHABET].slice(0, 8).map(sign => seen.get(sign) ?? 0)
  const letters = [...CODE_ALPHABET].slice(8).map(sign => seen.get(sign) ?? 0)
  // Codes without a digit are thrown away, so digits are a little more frequent than letters, each kind evenly.
  for (const kind of [digits, letters]) {
    const mean = kind.reduce((sum, n) => sum + n, 0) / kind.length
    for (const n of kind) expect(Math.abs(n - mean)).toBeLessThan(mean * 0.12)
  }
  expect(seen.size).toBe(32)
})

test('each byte chooses by its low five bits', () => {
  expect(makeCode(() => Uint8Array.of(0, 8, 32, 40, 7, 31, 255, 1, 9, 2))).toBe('2A2A9ZZ3B4')
})

test('no code raises the emergency card, and none of a known sequence does', () => {
  let n = 0
  const sequence = (length: number) =>
    new Uint8Array(createHash('sha256').update(`${n++}`).digest()).subarray(0, length)
  const raised = Array.from({ length: 20_000 }, () => makeCode(sequence)).filter(
    code => screen(code).level === 'emergency',
  )
  expect(raised).toEqual([])
})

test.each([0, 8, 255])('a broken random source (always %i) is an error, not a weak code', byte => {
  expect(() => makeCode(oneByte(byte))).toThrow('random source')
})

test('a code written in groups is the code', () => {
  for (let i = 0; i < 500; i++) {
    const code = makeCode(random)
    expect(readCode(`${code.slice(0, 5)} ${code.slice(5)}`)).toBe(code)
    expect(readCode(`${code.slice(0, 4)}-${code.slice(4, 7)}-${code.slice(7)}`)).toBe(code)
    expect(readCode(`${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`)).toBe(code)
    expect(readCode(code.toLowerCase())).toBe(code)
  }
})

test.each([
  '8ZK4Q2M9XT',
  ' 8zk4q2m9xt\n',
  '8ZK4Q-2M9XT',
  '8ZK4Q – 2M9XT',
  '8zk4 q2m 9xt',
  '8ZK4Q2M9XT',
  '8ZK4Q－2M9XT',
  '8ZK4Q　2M9XT',
])('%j is a code', text => {
  expect(readCode(text)).toBe('8ZK4Q2M9XT')
})

test.each([
  'homework50',
  'start 8ZK4Q2M9XT',
  '邀请码8ZK4Q2M9XT',
  '8ZK4Q2M9X',
  '8ZK4Q2M9XTA',
  '8ZK4Q2M9X0',
  '8ZK4Q2M9XI',
  '8ZK4Q2M9X1',
  'o8ZK4Q2M9X',
  '2345678923',
  '13800138000',
  'grandmater',
  'ABCDEFGHJK',
  'hw 45 bed 922',
  'sleep at 922',
  'bed 922 math',
  'sleep 29345',
  '8 Z K 4 Q 2 M 9 X T',
  '-8ZK4Q2M9XT',
  '8ZK4Q2M9Xß',
  '作业50分钟 9点40睡',
  '',
])('%j is no code', text => {
  expect(readCode(text)).toBeUndefined()
})
