import { expect, test } from 'vitest'
import { understandReport } from '../understand.ts'

test.each([
  ['刚睡', true],
  ['刚刚睡着，作业写了40分钟', true],
  ['现在上床了，今天65分钟', true],
  ['just fell asleep', true],
  ['九点刚睡', false],
  ['我刚睡', false],
  ['作业60分钟，还没睡', false],
  ['一会儿九点半睡', false],
])('light out now in %s: %s', (text, now) => {
  expect(understandReport(text).lightOutNow).toBe(now)
})

test.each([
  ['60分钟是昨天的，今天是40分钟', { nightsAgo: 1, minutes: 60 }],
  ['50分钟是前天的，今天30分钟', { nightsAgo: 2, minutes: 50 }],
  ['400分钟是昨天的，今天是40分钟', undefined],
  ['今天40分钟', undefined],
])('moved to another night in %s', (text, moved) => {
  expect(understandReport(text).movedMinutes).toEqual(moved)
})

test.each([
  ['作业在托管班全写完了，九点睡', 'all'],
  ['all done at school, bed at 9', 'all'],
  ['中午在学校写了大部分，晚上写了一刻钟', 'most'],
  ['学校写了一半，回家又写了20分钟', 'half'],
  ['在学校写了一点，回家写了40分钟', 'little'],
  ['今天没留作业，九点睡', 'none_set'],
  ['作业40分钟，九点睡', null],
  ['发烧没写作业，八点睡', null],
])('done at school in %s: %s', (text, share) => {
  expect(understandReport(text).doneAtSchool).toBe(share)
})

test.each([
  ['练琴半小时，作业40分钟，看书20分钟', 50],
  ['作业40分钟，跳绳15分钟', 15],
  ['piano 30 min, homework 45 min', 30],
  ['妈妈加的奥数30分钟，学校作业40分钟', 30],
  ['作业40分钟', null],
])('other minutes in %s: %s', (text, minutes) => {
  expect(understandReport(text).otherMin).toBe(minutes)
})

test.each([
  ['打算九点让他睡', '21:00'],
  ['一会儿九点半睡，作业写了40分钟', '21:30'],
  ['going to bed at 9:15 soon', '21:15'],
  ['九点半睡的', null],
])('planned in %s: %s', (text, clock) => {
  const { planned, bedtime } = understandReport(text)
  expect(planned).toBe(clock)
  if (clock !== null) expect(bedtime).toBeNull()
})

test.each([
  ['数学还剩一面，太困了让睡了，21:45', true],
  ['写不动了，先睡，九点半', true],
  ['没写完，九点半睡', false],
  ['写完了先睡了，九点半', false],
])('stopped for bed in %s: %s', (text, stopped) => {
  expect(understandReport(text).stoppedForBed).toBe(stopped)
})

test.each([
  ['作业太多了，写了130分钟，十一点才睡', 'homework'],
  ['看电视看晚了，十点半睡，作业30分钟', 'screen'],
  ['十点上床睡不着，十一点才睡着', 'not_sleepy'],
  ['去姥姥家吃饭回来晚了，十点四十睡', 'family'],
  ['足球训练回来晚了，十点半睡', 'activity'],
  ['作业40分钟，八点半睡', null],
])('late because of %s: %s', (text, reason) => {
  expect(understandReport(text).lateReason).toBe(reason)
})

test.each([
  ['家长批改，作业40分钟', ['parent_marked']],
  ['罚抄二十遍，写了50分钟', ['punitive']],
  ['手机打卡上传，作业40分钟', ['phone_required']],
  ['补习班作业30分钟，学校作业40分钟', ['tutoring_hw']],
  ['作业40分钟', []],
])('flags in %s', (text, flags) => {
  expect(understandReport(text).flags).toEqual(flags)
})

test.each([
  ['九点二十睡，早上六点半起', '06:30'],
  ['睡觉10点，起床6:50', '06:50'],
  ['bed at 9, up at 6:45', '06:45'],
  ['九点二十睡', null],
])('getting up in %s: %s', (text, clock) => {
  expect(understandReport(text).wakeTime).toBe(clock)
})

test.each([
  ['作业7个小时', { minutes: 420 }],
  ['下午两点睡', { bedtime: '14:00' }],
  ['作业40分钟，下午两点睡', { bedtime: '14:00' }],
  ['老大写了8小时，老二30分钟', { minutes: 480 }],
  ['昨天写了6小时，今天40分钟', { minutes: 360 }],
  ['作业40分钟，九点睡', null],
])('out of range in %s', (text, out) => {
  expect(understandReport(text).outOfRange).toEqual(out)
})

test.each(['老大写了8小时九点睡，老二30分钟', '俩娃都写了7小时，九点睡', '昨天写了6小时十点睡，今天40分钟九点睡'])(
  'several values out of range are not stored: %s',
  text => {
    const { children, nights, minutes } = understandReport(text)
    const told = [...(children ?? []), ...(nights ?? []), { minutes }]
    expect(told.length).toBeGreaterThan(1)
    for (const one of told) expect(one.minutes ?? 0).toBeLessThanOrEqual(300)
  },
)

test.each([
  ['45', 45],
  ['三十', 30],
  ['1.5', 1.5],
  ['八十吧', 80],
  ['45分钟', null],
  ['九点', null],
])('bare number %s: %s', (text, number) => {
  expect(understandReport(text).bareNumber).toBe(number)
})

test.each([
  ['撤回上一条', true],
  ['发错人了，删掉吧', true],
  ['please ignore my last message', true],
  ['上一条作废，作业70分钟', false],
  ['更正：作业65分钟', false],
])('retraction %s: %s', (text, retraction) => {
  const reading = understandReport(text)
  expect(reading.kind).toBe('correction')
  expect(reading.retraction).toBe(retraction)
})
