/** Sleep (睡眠管理): SL-01 to SL-12. All of it is national; the provincial plans name no hour. */
import { national, rule } from '../build.ts'

const notice = (place: string) => national('sleep-2021', place)

export const sleepRules = [
  {
    ...rule(
      'SL-01',
      '小学生每天要睡够10小时,初中生要睡够9小时',
      'Primary pupils need 10 hours of sleep a day, junior secondary pupils 9',
      notice('二'),
    ),
    byLevel: {
      primary: { zh: '小学生每天要睡够10小时', en: 'Primary pupils need 10 hours of sleep a day' },
      junior: { zh: '初中生每天要睡够9小时', en: 'Junior secondary pupils need 9 hours of sleep a day' },
    },
  },
  {
    ...rule(
      'SL-02',
      '小学一般最晚9点20睡,初中一般最晚10点睡',
      'Lights out by about 9:20 in primary school, by about 10 in junior secondary',
      notice('五'),
    ),
    byLevel: {
      primary: { zh: '小学一般最晚9点20睡', en: 'For primary school, lights out by about 9:20' },
      junior: { zh: '初中一般最晚10点睡', en: 'For junior secondary, lights out by about 10' },
    },
  },
  {
    ...rule(
      'SL-03',
      '早上第一节课,小学一般不早于8点20,初中一般不早于8点',
      'Morning lessons start no earlier than about 8:20 in primary school, about 8 in junior secondary',
      notice('三'),
    ),
    byLevel: {
      primary: {
        zh: '小学早上第一节课一般不早于8点20',
        en: 'In primary school, morning lessons start no earlier than about 8:20',
      },
      junior: {
        zh: '初中早上第一节课一般不早于8点',
        en: 'In junior secondary, morning lessons start no earlier than about 8',
      },
    },
  },
  rule(
    'SL-04',
    '学校不能要求学生提前到校上课;家里有难处早到的,学校要开门照看',
    'Pupils may not be made to come early for lessons; those who must come early are let in and looked after',
    notice('三'),
    national('wellbeing-2025', '第3条'),
  ),
  rule('SL-05', '校外培训晚上8点半以前要结束', 'Off-campus training ends by 8:30 in the evening', notice('四')),
  rule('SL-06', '线上直播培训晚上9点以前要结束', 'Live online training ends by 9 in the evening', notice('五')),
  rule(
    'SL-07',
    '晚上10点到早上8点,网络游戏不能给未成年人玩',
    'No online games for minors between 10 at night and 8 in the morning',
    notice('五'),
    national('minors-law', '第75条'),
  ),
  rule(
    'SL-08',
    '未成年人只有周五、周六、周日和法定节假日的晚上8点到9点能玩网络游戏',
    'Minors may play online games only from 8 to 9 in the evening on Fridays, Saturdays, Sundays and public holidays',
    national('games-2021'),
  ),
  rule(
    'SL-09',
    '调休要上班的周六、周日,游戏平台不给未成年人玩',
    'On Saturdays and Sundays that are worked, the game platforms stay closed to minors',
    national('games-2021'),
  ),
  rule(
    'SL-10',
    '有条件的学校要让孩子午休,住校的孩子也要睡够',
    'Schools that can give a midday rest, and boarders get the same hours of sleep',
    notice('三'),
  ),
  rule(
    'SL-11',
    '学校的作息不能挤占睡眠和课间,鼓励课间休息15分钟',
    'Timetables may not eat into sleep or breaks; breaks of 15 minutes are encouraged',
    national('negative-2025'),
    national('wellbeing-2025', '第2条'),
  ),
  rule(
    'SL-12',
    '孩子睡得怎么样,要算进学生健康监测和教育质量评价',
    "Pupils' sleep is part of health and quality monitoring",
    national('wellbeing-2025', '第3条'),
  ),
]
