/** The emergency screen against policy §5.3 and the labelled messages. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { screen } from '../src/safety/rules.ts'

const Line = z.object({
  text: z.string(),
  expect: z.object({
    category: z.string().optional(),
    severity: z.string().optional(),
    redirect: z.string().nullish(),
  }),
})
type Line = z.infer<typeof Line>

const lines = (name: string): Line[] =>
  readFileSync(new URL(`data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => Line.parse(JSON.parse(line)))

const ALL = ['complaints', 'questions', 'reports'].flatMap(lines)
const isUrgent = ({ expect: e }: Line): boolean => e.category === 'child_protection' || e.severity === 'urgent'
const share = (some: readonly Line[], level: string): number =>
  some.filter(({ text }) => screen(text).level === level).length / some.length

test.each(
  '孩子说不想活了 / 孩子手腕上有划痕 / 孩子说老师摸他下面 / 放学没回家联系不上 / 他爸把孩子打得站不起来 / 孩子吞了一瓶药 / 有人拿照片威胁孩子转钱 / 孩子说写作业写得想死 / 孩子留了字条说对不起 / 她把最喜欢的东西都送人了 / 他站在窗台不下来 / 孩子说有个秘密叔叔不让讲'.split(
    ' / ',
  ),
)('raises the card: %s', text => expect(screen(text).level).toBe('emergency'))

test.each(
  '作业多得要死 / 累死了 / 气死我了 / 笑死 / 杀死这道题 / 游戏里被打死 / 老师打手板 / 错一个字罚抄一百遍 / 午饭里有虫子 / 校长贪污 / 建议多开点足球'.split(
    ' / ',
  ),
)('stays calm: %s', text => expect(screen(text).level).toBe('none'))

test.each(['作业写到想死', '孩子不想上学了', '孩子整天哭不说话'])('one quiet line: %s', text =>
  expect(screen(text).level).toBe('ambiguous'),
)

test('no urgent message passes unseen, nine in ten raise the card', () => {
  const urgent = ALL.filter(isUrgent)
  expect(urgent.filter(({ text }) => screen(text).level === 'none')).toEqual([])
  expect(share(urgent, 'emergency')).toBeGreaterThanOrEqual(0.9)
})

test('the rest is seldom disturbed', () => {
  const rest = ALL.filter(l => !isUrgent(l) && !['110', '119', '120', '12356'].includes(l.expect.redirect ?? ''))
  expect(share(rest, 'emergency')).toBeLessThanOrEqual(0.02)
  expect(share(rest, 'ambiguous')).toBeLessThanOrEqual(0.05)
})

test.each(['死', '孩子', '老师让', ' ', 'a ', '我想', '。,', '秘密不让', '\u200b', '𠝹'])(
  'long text of %j is quick',
  part => {
    const text = part.repeat(8000).slice(0, 8000)
    screen(text)
    const start = performance.now()
    expect(() => screen(text)).not.toThrow()
    expect(performance.now() - start).toBeLessThan(20)
  },
)
