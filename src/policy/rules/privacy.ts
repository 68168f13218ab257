/** Personal information of children (个人信息与未成年人): PV-01 to PV-22. */
import { national, rule } from '../build.ts'

const law = (place: string) => national('personal-information-law', place)
const online = (place: string) => national('minors-online-2024', place)
const data = (place: string) => national('network-data-2025', place)

export const privacyRules = [
  rule(
    'PV-01',
    '不满14岁孩子的信息是敏感信息,有必要才能用,还要严格保护',
    'Information on children under 14 is sensitive: used only where needed, under strict protection',
    law('第28条'),
  ),
  rule(
    'PV-02',
    '用敏感信息要单独问过,讲清为什么用、有什么影响',
    'Sensitive information needs separate consent, with need and effect explained',
    law('第29、30条'),
  ),
  rule(
    'PV-03',
    '用不满14岁孩子的信息,要家长同意,还要有专门的规则',
    "Information on under-14s needs a parent's consent and rules of its own",
    law('第31条'),
    national('minors-law', '第72条'),
    national('children-information-2019', '第8、9条'),
  ),
  rule(
    'PV-04',
    '征求同意时要能说不,还要讲清用途、存放、期限、安全和怎么删',
    'Consent must be refusable and tell purpose, storage, period, security and how to delete',
    national('children-information-2019', '第10条'),
  ),
  rule('PV-05', '信息收得越少越好,存得越短越好', 'As little as possible, for as short as possible', law('第6、19条')),
  rule(
    'PV-06',
    '同意了随时能撤回,不同意也不能不给用',
    'Consent can be withdrawn at any time, and refusing what is not needed costs nothing',
    law('第15、16条'),
    online('第32条'),
  ),
  rule(
    'PV-07',
    '把信息给别的单位,要单独问过,讲清给谁',
    'Passing it to another body needs separate consent naming that body',
    law('第23条'),
  ),
  rule(
    'PV-08',
    '家长可以查看、复制、改正、删除孩子的信息',
    "Parents may see, copy, correct and delete their child's information",
    law('第44至50条'),
    online('第34条'),
    data('第23条'),
  ),
  rule(
    'PV-09',
    '核实身份以后,可以把信息转走',
    'Once identity is checked, the information can be taken elsewhere',
    data('第25条'),
  ),
  rule(
    'PV-10',
    '用完了、到期了、撤回同意了,就要删掉',
    'It is deleted when its purpose, period or consent has ended',
    law('第47条'),
    data('第24条'),
  ),
  rule(
    'PV-11',
    '工作人员看孩子的信息,要经过批准,还要留下记录',
    "Staff need approval to see children's information, and every view is logged",
    online('第36条'),
  ),
  rule(
    'PV-12',
    '用敏感信息以前要先评估影响,评估报告至少留三年',
    'Effects are assessed beforehand, and the report is kept for at least three years',
    law('第55、56条'),
  ),
  rule(
    'PV-13',
    '孩子信息的保护每年要审计,一月底前上报',
    "The protection of children's information is audited yearly and filed by the end of January",
    online('第37条'),
    national('audit-2025'),
  ),
  rule(
    'PV-14',
    '信息出了事,要马上补救、报告,并告诉家长',
    'After an incident it is remedied, reported and told to parents at once',
    online('第35条'),
    law('第57条'),
  ),
  rule('PV-15', '自动推荐的内容,要能选不按个人推荐', 'Automatic recommendations can be refused', law('第24条')),
  rule(
    'PV-16',
    '孩子的信息出境,要单独同意,还要按规定备案',
    'Sending information abroad needs separate consent and a filed contract',
    law('第38、39条'),
    national('export-guide-2024'),
  ),
  rule(
    'PV-17',
    '国家机关处理的个人信息,存在国内',
    'State organs store personal information inside the country',
    law('第36条'),
  ),
  rule(
    'PV-18',
    '网络日志至少留六个月',
    'Network logs are kept for at least six months',
    national('cybersecurity-law', '第21条'),
  ),
  rule('PV-19', '未成年人用聊天服务要实名', 'Minors who use messaging are registered by real name', online('第31条')),
  rule(
    'PV-20',
    '认不出是谁、也还原不了的信息,不算个人信息',
    'What can no longer be traced to anybody is not personal information',
    law('第4、73条'),
  ),
  rule('PV-21', '人工智能写的内容要标出来', 'What a machine wrote is labelled', national('ai-label-2025')),
  rule(
    'PV-22',
    '学校不能公布学生的成绩和名次,家长可以知道自己孩子的',
    "Schools may not publish scores or ranks; families may know their own child's",
    national('school-protection-2021'),
  ),
]
