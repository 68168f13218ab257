import type { NightChange, NightFacts } from './change.ts'

/** One answer as it was given. `at` is when the person said it, epoch ms. */
export interface GivenAnswer {
  at: number
  kind: NightChange['type']
  told: NightFacts
  /** Who said it. */
  by: string
  byHelper: boolean
}

type Fact = keyof NightFacts
type Words = ReadonlyMap<Fact, GivenAnswer>

/** A night while its answers are counted: what stands, and whose word each fact is. */
interface Counted {
  stands: NightFacts
  words: Words
}

/**
 * What a night comes to by its answers: in the order in which they were said, whatever order they arrived in. The latest
 * answer to each question counts. A helper's never goes before anybody else's, and takes back only what they said
 * themselves; a guardian's retraction takes back all that was said before it.
 */
export const standsOf = (answers: readonly GivenAnswer[]): NightFacts => count(answers).stands

/** Whose word each fact of a night is. */
export const wordsOf = (answers: readonly GivenAnswer[]): Words => count(answers).words

const count = (answers: readonly GivenAnswer[]): Counted =>
  [...answers].sort((a, b) => a.at - b.at).reduce(add, nothing())

const nothing = (): Counted => ({ stands: {}, words: new Map() })

const add = (counted: Counted, answer: GivenAnswer): Counted => {
  if (answer.kind === 'NightRetracted') return answer.byHelper ? without(counted, answer.by) : nothing()
  const told = effective(answer, counted.words)
  const words = new Map(counted.words)
  for (const fact of factsIn(told)) words.set(fact, answer)
  return { stands: addFacts(counted.stands, told), words }
}

const without = ({ stands, words }: Counted, person: string): Counted => {
  const kept = new Map([...words].filter(([, { by }]) => by !== person))
  const isKept = (fact: Fact) => related(fact).some(one => kept.has(one))
  return {
    stands: Object.fromEntries(
      factsIn(stands)
        .filter(isKept)
        .map(fact => [fact, stands[fact]]),
    ),
    words: kept,
  }
}

/** What of an answer counts: of a helper's, what nobody else has spoken of. */
export const effective = (
  { told, by, byHelper }: Pick<GivenAnswer, 'told' | 'by' | 'byHelper'>,
  words: Words,
): NightFacts => {
  if (!byHelper) return told
  const isTaken = (fact: Fact) => related(fact).some(one => (words.get(one)?.by ?? by) !== by)
  return Object.fromEntries(
    factsIn(told)
      .filter(fact => !isTaken(fact))
      .map(fact => [fact, told[fact]]),
  )
}

/** Facts that answer one question together: how long, and when the light went out. */
const QUESTIONS: Fact[][] = [
  ['writtenMin', 'doneAtSchool'],
  ['bedOffset', 'saidAhead'],
]

const related = (fact: Fact): Fact[] => QUESTIONS.find(facts => facts.includes(fact)) ?? [fact]

const FACTS: Record<Fact, true> = {
  writtenMin: true,
  bedOffset: true,
  saidAhead: true,
  doneAtSchool: true,
  finished: true,
  stoppedForBed: true,
  otherMin: true,
  wakeOffset: true,
  lateReason: true,
  flags: true,
  setByTeacher: true,
}

const isFact = (key: string): key is Fact => Object.hasOwn(FACTS, key)

const factsIn = (told: NightFacts): Fact[] =>
  Object.entries(told).flatMap(([fact, value]) => (value !== undefined && isFact(fact) ? [fact] : []))

/** What a night comes to when an answer is added: the latest answer to each question counts. */
const addFacts = (stands: NightFacts, told: NightFacts): NightFacts => {
  const next = { ...stands, ...present(told) }
  const wrote = typeof told.writtenMin === 'number' && told.writtenMin > 0
  const saidNone = stands.doneAtSchool === 'all' || stands.doneAtSchool === 'none_set'
  // Homework at home takes back an earlier "all done at school", unless this answer says it again.
  if (wrote && saidNone && told.doneAtSchool === undefined) next.doneAtSchool = null
  if (told.bedOffset !== undefined) next.saidAhead = told.saidAhead ?? false
  return next
}

const present = (told: NightFacts): NightFacts =>
  Object.fromEntries(Object.entries(told).filter(([, v]) => v !== undefined))
