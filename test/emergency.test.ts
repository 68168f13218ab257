/** The emergency screen against policy §5.3, the labelled messages, and texts made to slow it down. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { fold } from '../src/safety/fold.ts'
import { fitLeaning } from '../src/safety/leaning-fit.ts'
import { HELP_NUMBERS } from '../src/safety/numbers.ts'
import { screen, toExpect } from '../src/safety/rules.ts'
import { emergencyCard, mediaAnswer, quietLine } from '../src/safety/words.ts'

const Level = z.enum(['emergency', 'ambiguous', 'none'])
const Own = z.object({ text: z.string(), locale: z.string(), expect: Level, kind: z.string() })
const Given = z.object({
  text: z.string(),
  expect: z.object({
    category: z.string().optional(),
    severity: z.string().optional(),
    redirect: z.string().nullish(),
  }),
})
type Given = z.infer<typeof Given>

const read = <T>(name: string, shape: z.ZodType<T>): T[] =>
  readFileSync(new URL(`data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => shape.parse(JSON.parse(line)))

const own = read('own/emergency', Own)
const given = ['complaints', 'questions', 'reports'].flatMap(name => read(name, Given))
const isUrgent = ({ expect: e }: Given): boolean => e.category === 'child_protection' || e.severity === 'urgent'
const urgent = given.filter(isUrgent)
const ordinary = given.filter(
  line => !isUrgent(line) && !['110', '119', '120', '12356'].includes(line.expect.redirect ?? ''),
)

const levels = (lines: readonly { text: string }[]): string[] => lines.map(({ text }) => screen(text).level)
const share = (lines: readonly { text: string }[], ...wanted: string[]): number =>
  levels(lines).filter(level => wanted.includes(level)).length / lines.length
const split = (row: string): string[] => row.split(' / ')

describe('every example of policy §5.3', () => {
  const danger =
    '孩子说不想活了 / 孩子手腕上有划痕 / 孩子说老师摸他下面 / 放学没回家联系不上 / 他爸把孩子打得站不起来 / 孩子吞了一瓶药 / 有人拿照片威胁孩子转钱 / 孩子说写作业写得想死 / 孩子留了字条说对不起 / 她把最喜欢的东西都送人了 / 他站在窗台不下来 / 孩子说有个秘密叔叔不让讲 / 好几个孩子吃完拉肚子'
  const hyperbole = '作业多得要死 / 累死了 / 气死我了 / 笑死 / 杀死这道题 / 游戏里被打死'
  const leaves = [
    '孩子才二年级,天天回家抄两页生字 / 三年级写作业写到十点半 / 初一每晚作业两个多小时 / 周末发了八张卷子 / 寒假作业厚厚三本',
    '老师让家长批改完拍照发群里 / 每天要家长打卡录视频 / 手抄报就是给家长布置的 / 让家长出题听写判对错 / 家长不签“已订正”就点名',
    '错一个字罚抄一百遍 / 老师从来不批,让孩子自己对答案 / 同桌互批 / 说有作业公示从来没见过 / 作业必须用手机App做 / 同样的题反复抄',
    '一年级也搞期中考试 / 每周五都小测全年级统一做 / 名义上叫学情调研其实就是月考 / 区里统考五年级 / 考题偏得离谱',
    '老师在群里发全班成绩排名 / 按成绩排座位 / 月考完重新分快慢班 / 叫孩子差生,分组叫“后进组” / 校长要求每班升学率',
    '小升初还要笔试面试 / 学校提前签约掐尖 / 新生分班有火箭班 / 报名要奥数证书 / 户口在片区却不给报名',
    '不参加课后服务要写情况说明 / 老师说必须全班报名 / 想退出老师不同意 / 默认都报了才通知',
    '课后服务在讲新课 / 课后服务天天做卷子 / 不参加就漏听课文 / 下午放学后集体补数学',
    '四点半放学没有课后服务 / 课后服务只有一个小时 / 我六点下班孩子五点就要接 / 菜单写足球从来没开 / 外面请的老师没见资质 / 一个人看六十个孩子',
    '要求七点前到校早读 / 课间不让出教室 / 初二强制晚自习到九点半 / 国庆只放三天其余补课 / 提前十天开学 / 中午不让休息',
    '体育课老是被数学占 / 一年级默认孩子会拼音 / 三年级讲四年级内容 / 用没审定的教材 / 音乐课一学期没上',
    '家委会收课后服务费 / 指定书店买练习册 / 校服必须买三套 / 不买平板就分到普通班 / 没有收费公示',
    '班主任在家开补习班 / 机构周末还上数学课 / 培训上到晚上九点 / 机构天天布置作业打卡 / 老师推荐去某机构',
    '老师打手板 / 罚站一上午 / 当全班骂孩子笨 / 不让上厕所 / 收家长红包 / 因为爸妈离婚嘲笑孩子',
    '被几个同学堵在厕所打 / 全班孤立我女儿 / 天天被要钱 / 被拍视频发群里取笑 / 起侮辱性外号',
    '午饭里有虫子 / 新教室味道大头晕 / 校门口车乱没人管 / 宿舍没有灭火器',
    '培训机构跑路要退费 / 校长贪污 / 我被冒充老师的人骗了钱 / 幼儿园的问题 / 建议多开点足球 / 我要告邻居',
  ].flatMap(split)

  test.each(split(danger))('raises the card: %s', text => expect(screen(text).level).toBe('emergency'))
  test.each([...split(hyperbole), '打死我也不信', '想死你了'])('stays calm: %s', text =>
    expect(screen(text)).toEqual({ level: 'none', kinds: [], firstPerson: false }),
  )
  test.each(['作业写到想死', '孩子不想上学了', '孩子整天哭不说话'])('one quiet line: %s', text =>
    expect(screen(text).level).toBe('ambiguous'),
  )
  test.each(leaves)('is no emergency: %s', text => expect(screen(text).level).toBe('none'))
})

describe('labelled messages', () => {
  test('our own: danger is seen, school talk is left alone', () => {
    const danger = own.filter(line => line.expect === 'emergency')
    const calm = own.filter(line => line.expect === 'none')
    const unclear = own.filter(line => line.expect === 'ambiguous')
    expect(danger.length).toBeGreaterThanOrEqual(300)
    expect(calm.length).toBeGreaterThanOrEqual(300)
    expect(share(danger, 'emergency')).toBeGreaterThanOrEqual(0.95)
    expect(share(danger, 'emergency', 'ambiguous')).toBeGreaterThanOrEqual(0.99)
    expect(share(calm, 'emergency')).toBeLessThanOrEqual(0.01)
    expect(share(calm, 'ambiguous')).toBeLessThanOrEqual(0.04)
    expect(share(unclear, 'emergency', 'ambiguous')).toBeGreaterThanOrEqual(0.9)
  })

  test('the given ones: no urgent message passes unseen, nine in ten raise the card', () => {
    expect(urgent.length).toBeGreaterThan(10)
    expect(urgent.filter(({ text }) => screen(text).level === 'none')).toEqual([])
    expect(share(urgent, 'emergency')).toBeGreaterThanOrEqual(0.9)
  })

  test('the given ones: the rest is seldom disturbed', () => {
    expect(ordinary.length).toBeGreaterThan(500)
    expect(share(ordinary, 'emergency')).toBeLessThanOrEqual(0.02)
    expect(share(ordinary, 'ambiguous')).toBeLessThanOrEqual(0.05)
  })

  test('the word points are those that the messages give (vitest -u writes them anew)', async () => {
    const lines = [
      ...own
        .filter(line => line.expect !== 'ambiguous')
        .map(line => ({ ...line, danger: line.expect === 'emergency' })),
      ...urgent.map(line => ({ ...line, danger: true })),
      ...ordinary.map(line => ({ ...line, danger: false })),
    ]
    const table = `${JSON.stringify(fitLeaning(lines), null, 2)}\n`
    await expect(table).toMatchFileSnapshot('../src/safety/leaning.json')
  })
})

describe('what the screen tells', () => {
  test.each([
    ['我不想活了', true],
    ['爸爸又打我了', true],
    ['help me', true],
    ['孩子说不想活了', false],
    ['my daughter wants to die', false],
  ])('who writes: %s', (text, firstPerson) => expect(screen(text).firstPerson).toBe(firstPerson))

  test.each([
    ['孩子被猥亵了', 'sexual'],
    ['她写了遗书', 'self_harm'],
    ['孩子走丢了', 'missing'],
    ['孩子被打得头破血流', 'violence'],
    ['孩子掉河里了', 'accident'],
    ['有人拿裸照勒索我女儿', 'online'],
  ])('which leaf: %s', (text, kind) => expect(screen(text).kinds).toContain(kind))

  test('the rule names a sign and never the text', () => {
    for (const { text } of own) expect(screen(text).rule ?? 'b.wish').toMatch(/^[a-fuw]\.[a-z-]+$/)
  })

  test('the command line gets two booleans', () => {
    expect(toExpect(screen('孩子说不想活了'))).toEqual({ emergency: true, ambiguous: false })
    expect(toExpect(screen('作业写到想死'))).toEqual({ emergency: false, ambiguous: true })
    expect(toExpect(screen('作业50分钟'))).toEqual({ emergency: false, ambiguous: false })
  })
})

describe('spelling', () => {
  test.each([
    '不 想 活 了',
    '自*杀',
    'zisha',
    '我想zs',
    '孩子割w了',
    '我想跳lou',
    '紫砂',
    'ｂｘｈｌ',
    '不想活\u200b了',
    '我兒子說他不想活了',
    '我個仔話唔想做人',
  ])('%s is read through', text => expect(screen(text).level).toBe('emergency'))

  test.each(['泡了壶紫砂壶茶', '作业zs难', '不想活动', '跳楼梯摔了笔'])('%s is not', text =>
    expect(screen(text).level).toBe('none'),
  )

  test('clauses stay apart, single characters join', () => expect(fold('考砸了 睡了。自 杀')).toBe('考砸了,睡了。自杀'))
})

describe('any text up to 8,000 characters', () => {
  const quick = (text: string): void => {
    const times = [0, 1, 2].map(() => {
      const start = performance.now()
      screen(text)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(20)
  }

  test.each(['死', '孩子', '老师让', ' ', 'a ', '我想', '。,', '秘密不让', '他说他', 'he said ', '\u200b', '𠝹'])(
    '%j over and over is quick',
    part => quick(part.repeat(8000).slice(0, 8000)),
  )

  test('whatever it is, it neither throws nor stalls', () => {
    const word = fc.constantFrom(...own.map(({ text }) => text))
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8000 }),
      fc.array(word, { maxLength: 300 }).map(words => words.join('')),
    )
    fc.assert(
      fc.property(text, some => quick(some.slice(0, 8000))),
      { numRuns: 40 },
    )
  })
})

describe('what a family is told', () => {
  test.each(['zh', 'en'] as const)('the card in %s carries every number and the line for the child', lang => {
    const card = emergencyCard(lang, 'nobody')
    for (const { number } of HELP_NUMBERS) expect(card).toContain(number)
    expect(card).toContain(lang === 'zh' ? '如果你就是那个孩子:这不是你的错。' : 'this is not your fault')
  })

  test('without duty staff the card says so', () => {
    expect(emergencyCard('zh', 'nobody')).toContain('我是自动回复,不能替您报警。现在没有人值班,请直接打电话。')
    expect(emergencyCard('zh', 'called')).toContain('已经在叫值班的人。')
  })

  test('numbers nobody called within 180 days are hedged, 110, 120 and 119 never (policy §14 (23))', () => {
    const hedge = emergencyCard('zh', 'nobody').split('\n').at(-1) ?? ''
    expect(hedge).toContain('请以当地公布为准')
    expect(hedge).not.toMatch(/11[09]|120/)
  })

  test.each(['voice', 'sticker', 'location', 'file', 'photo'] as const)('the answer to a %s carries 110', kind => {
    for (const lang of ['zh', 'en'] as const) expect(mediaAnswer(lang, kind)).toContain('110')
  })

  test('the quiet line carries 110, 12356 and 12355', () => {
    for (const number of ['110', '12356', '12355']) expect(quietLine('zh')).toContain(number)
  })
})
