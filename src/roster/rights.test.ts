import { describe, expect, test } from 'vitest'
import {
  type Answers,
  consentHolds,
  isRecording,
  may,
  mayDelete,
  mayExport,
  type Parting,
  RIGHTS,
  type Right,
  recordGoes,
  scopeOf,
} from './rights.ts'

const rights = Object.keys(RIGHTS).filter((name): name is Right => Object.hasOwn(RIGHTS, name))

/** Every sequence of these steps up to a length. */
const sequences = <T>(steps: readonly T[], longest: number): T[][] => {
  if (longest === 0) return [[]]
  const shorter = sequences(steps, longest - 1)
  return [
    ...shorter,
    ...shorter.filter(one => one.length === longest - 1).flatMap(one => steps.map(step => [...one, step])),
  ]
}

describe('a helper', () => {
  test('reports, corrects own entries, sees today, and may go: nothing else', () => {
    const has = rights.filter(right => may('helper', right))
    expect(has).toEqual(['report', 'correct', 'seeNights', 'endHelp', 'leave'])
    expect([scopeOf('helper', 'correct'), scopeOf('helper', 'seeNights'), scopeOf('helper', 'endHelp')]).toEqual([
      'own',
      'today',
      'own',
    ])
    expect(mayExport('helper')).toBe(false)
    expect(
      ['entries', 'record'].map(what => mayDelete('helper', what === 'entries' ? 'entries' : 'record', 1)),
    ).toEqual([false, false])
  })

  test('nobody without a link may do anything', () => {
    expect(rights.filter(right => may(null, right))).toEqual([])
  })
})

describe('the record of a child', () => {
  const STEPS = ['A leaves', 'B leaves', 'A agrees', 'B agrees', 'A takes it back', 'B takes it back'] as const
  type Step = (typeof STEPS)[number]

  const after = (steps: readonly Step[]): Record<'A' | 'B', Parting> => {
    const state = { A: { left: false, agrees: false }, B: { left: false, agrees: false } }
    for (const step of steps) {
      const one = state[step.startsWith('A') ? 'A' : 'B']
      if (one.left) continue
      if (step.endsWith('leaves')) one.left = true
      else one.agrees = step.endsWith('agrees')
    }
    return state
  }

  test('goes when the last guardian leaves or both agree, in every order of six steps, and never else', () => {
    let gone = 0
    const all = sequences(STEPS, 6)
    for (const steps of all) {
      const { A, B } = after(steps)
      const lastLeft = A.left && B.left
      const bothAgree = !A.left && !B.left && A.agrees && B.agrees
      const oneLeftAndAgrees = (A.left && !B.left && B.agrees) || (B.left && !A.left && A.agrees)
      expect(recordGoes([A, B]), steps.join(', ')).toBe(lastLeft || bothAgree || oneLeftAndAgrees)
      if (lastLeft || bothAgree || oneLeftAndAgrees) gone += 1
    }
    expect(all).toHaveLength(55_987)
    expect(gone).toBeGreaterThan(10_000)
  })

  test('one of two deletes it never alone, the only one does, and a child without guardians has none', () => {
    expect(mayDelete('guardian', 'record', 2)).toBe(false)
    expect(mayDelete('guardian', 'record', 1)).toBe(true)
    expect(mayDelete('guardian', 'entries', 2)).toBe(true)
    expect(recordGoes([])).toBe(false)
  })
})

describe('a consent', () => {
  const SAID = ['given', 'refused', 'asked', undefined] as const
  const two = SAID.flatMap(a => SAID.map(b => [a, b] as const))

  test.each(['C2', 'C3', 'C4', 'C5', 'C6'] as const)(
    '%s: either guardian freezes it, silence neither gives nor freezes',
    kind => {
      for (const [a, b] of two) {
        const guardians: Answers[] = [{ [kind]: a }, { [kind]: b }]
        const held = [a, b].includes('given') && ![a, b].includes('refused')
        expect(consentHolds(guardians, kind), `${a} and ${b}`).toBe(held)
      }
    },
  )

  test('the record stops while guardians disagree about C1, and while the child is not willing', () => {
    expect(isRecording([{ C1: 'given' }, { C1: 'given' }])).toBe(true)
    expect(isRecording([{ C1: 'given' }, { C1: 'refused' }])).toBe(false)
    expect(
      isRecording([
        { C1: 'given', KNOW: 'given' },
        { C1: 'given', KNOW: 'refused' },
      ]),
    ).toBe(false)
    expect(isRecording([])).toBe(false)
  })
})
