/** What this service does of its own accord (本服务做法). Never to be shown as a rule. */
import { practice, rule } from '../build.ts'

export const practiceRules = [
  rule(
    'WL-01',
    '周末和假期没有规定分钟数,我们按每天的数乘放假的天数当参考,普通周末最多算两天',
    'There is no number for weekends and holidays; as a guide we take the daily one times the days off, two at most for a weekend',
    practice(),
  ),
  rule(
    'WL-02',
    '比一般最晚的时间晚半小时以内算稍晚,一小时以内算晚,再往后算很晚',
    'Up to half an hour past the general time is slightly late, up to an hour is late, more is very late',
    practice(),
  ),
  rule(
    'WL-03',
    '睡前提醒只在第二天上学的晚上发,提前半小时,过了点就不打扰',
    'Bedtime reminders come half an hour ahead, on school nights only; after that we stay quiet',
    practice(),
  ),
  rule(
    'WL-04',
    '不满10个孩子的数,谁也看不到',
    'No number about fewer than ten children is shown to anybody',
    practice(),
  ),
  rule(
    'WL-05',
    '填不填都自愿,漏了一晚不会来问',
    'Answering is voluntary; nobody asks about a missed night',
    practice(),
  ),
  rule(
    'WL-06',
    '晚自习最好8点半前结束,好让孩子按时睡',
    'Evening study had better end by 8:30, so that children get to bed on time',
    practice(),
  ),
  rule(
    'WL-07',
    '名额不够就抽签,早报晚报一个样;在校写作业人人有位子',
    'When places run short we draw lots, early or late alike; homework at school has a place for everyone',
    practice(),
  ),
  rule(
    'WL-08',
    '五四学制的六年级先按初中算,等县里定',
    'Grade 6 in a 5-4 school counts as junior secondary until the county decides',
    practice(),
  ),
  rule('WL-09', '我们请县里办得比法定的期限快一些', 'We ask the county to be quicker than the law demands', practice()),
  rule('WL-10', '孩子的成绩、名次和等级,我们一概不存', 'We store no scores, ranks or bands of any child', practice()),
]
