/** Handling of what parents report (受理、分级处理、问责): HD, and the clocks of the law: DL. */
import { heilongjiang, henan, national, rule } from '../build.ts'

const petitions = (place: string) => national('petitions-2022', place)

export const handlingRules = [
  rule('HD-01', '问题要分级处理', 'Problems are handled level by level', henan('四(二)1', '加大分级处理工作力度')),
  rule('HD-02', '举报电话要公布', 'The number for reports is published', henan('四(三)2', '公布举报电话')),
  rule('HD-03', '考试平时就要有人监管', 'Exams are supervised day by day', henan('四(三)2', '考试日常监管制度')),
  rule('HD-04', '工作要有台账', 'A work ledger is kept', henan('三(一)', '建立工作台账')),
  rule('HD-05', '不定期到学校查看', 'Schools are visited without a fixed date', henan('三(二)', '不定期开展调研督察')),
  rule(
    'HD-06',
    '教育局领导每人每月至少到一所学校看看',
    'Bureau leaders each visit at least one school a month',
    henan('五(一)', '每人每月至少视导1所学校'),
  ),
  rule(
    'HD-07',
    '督导的结果要用来评价',
    'What supervision finds counts in evaluation',
    henan('五(三)', '将结果作为评价'),
  ),
  rule(
    'HD-08',
    '出了问题要追究责任',
    'Those responsible are held to account',
    henan('五(三)', '建立责任追究机制'),
    heilongjiang('三(三)', '追究当地政府和主要领导责任'),
  ),
  rule(
    'HD-11',
    '质量评价省市县一起做,以县为主',
    'Quality is evaluated by province, city and county together, the county leading',
    henan('四(四)2', '省市县(区)三级联动、以县为主'),
  ),
  rule('HD-12', '日常考试实行分级监管', 'Routine exams are supervised by level', national('exams-2025')),
  rule(
    'HD-13',
    '投诉渠道要畅通,负面清单上的事要曝光、要处理',
    'Ways to complain are kept open; what is on the negative list is exposed and dealt with',
    national('negative-2024'),
  ),
  rule(
    'DL-01',
    '收到的事项,15天内登记转送',
    'What comes in is registered and passed on within 15 days',
    petitions('第22条'),
  ),
  rule(
    'DL-02',
    '受不受理、转给了谁,15天内告诉本人',
    'Within 15 days the person is told whether it is taken up and where it went',
    petitions('第23条'),
  ),
  rule(
    'DL-03',
    '转错了地方,5个工作日内提出来',
    'A body that is not in charge says so within 5 working days',
    petitions('第23条'),
  ),
  rule('DL-04', '受理以后60天内办完', 'It is finished within 60 days of being taken up', petitions('第34条')),
  rule(
    'DL-05',
    '情况复杂的,批准以后最多延长30天,还要告诉本人原因',
    'A complicated case may take up to 30 days more, with approval and the reason told',
    petitions('第34条'),
  ),
  rule(
    'DL-06',
    '对答复不满意,30天内可以要求复查,复查30天内答复',
    'Within 30 days of the reply a review may be asked for; it is answered within 30 days',
    petitions('第35条'),
  ),
  rule(
    'DL-07',
    '对复查不满意,30天内可以要求复核,复核30天内答复',
    'Within 30 days of that a second review may be asked for; it is answered within 30 days',
    petitions('第36条'),
  ),
  rule(
    'DL-08',
    '学生欺凌的事,学校一般10天内调查清楚',
    'A school investigates bullying within 10 days as a rule',
    national('bullying-2017'),
  ),
  rule(
    'DL-09',
    '个人信息出了事,要马上处理、报告,并告诉家长',
    'When personal information leaks, it is remedied, reported and told to parents at once',
    national('minors-online-2024', '第35条'),
    national('personal-information-law', '第57条'),
  ),
  rule(
    'DL-10',
    '政府热线的文字渠道,3分钟内要有人应答',
    'A government hotline answers written messages within 3 minutes',
    national('hotline-standard'),
  ),
]
