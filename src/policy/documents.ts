/** The documents that rules are cited from, by the short name used in the rule files. */
import * as z from 'zod'
import { documentSchema, type PolicyDocument } from './schema.ts'
import { spokenDate } from './spoken.ts'

const dated = (zh: string, en: string, since: string, number: string | null, how: [zh: string, en: string]) => ({
  title: { zh, en },
  number,
  version: { zh: `${spokenDate(since, 'zh')}${how[0]}`, en: `${how[1]} ${spokenDate(since, 'en')}` },
  effectiveFrom: since,
})

const issued = (zh: string, en: string, since: string, number: string | null = null) =>
  dated(zh, en, since, number, ['印发', 'issued'])

const inForce = (zh: string, en: string, since: string) => dated(zh, en, since, null, ['起施行', 'in force since'])

const as = (version: PolicyDocument['version'], document: PolicyDocument): PolicyDocument => ({ ...document, version })

// The provincial plans were read in a collection that gives neither number nor date.
const plan = (zh: string, en: string): PolicyDocument => ({
  title: { zh, en },
  number: null,
  version: { zh: '2026年11月收录的文本', en: 'text as collected in November 2026' },
  effectiveFrom: null,
})

const provincial = {
  'henan-plan': plan('河南省提高义务教育教学质量实施方案', 'Henan plan for better compulsory education'),
  'heilongjiang-plan': plan(
    '黑龙江省提高义务教育教学质量实施方案',
    'Heilongjiang plan for better compulsory education',
  ),
}

const schooling = {
  'homework-2021': issued(
    '教育部办公厅关于加强义务教育学校作业管理的通知',
    'Ministry of Education notice on homework in compulsory education',
    '2021-04',
  ),
  'sleep-2021': issued(
    '教育部办公厅关于进一步加强中小学生睡眠管理工作的通知',
    "Ministry of Education notice on pupils' sleep",
    '2021-03-30',
    '教基厅函〔2021〕11号',
  ),
  'burden-2021': issued(
    '关于进一步减轻义务教育阶段学生作业负担和校外培训负担的意见',
    'Opinions on easing the burden of homework and off-campus training',
    '2021-07-24',
  ),
  'exams-2021': issued(
    '教育部办公厅关于加强义务教育学校考试管理的通知',
    'Ministry of Education notice on exams in compulsory education',
    '2021-08-30',
  ),
  'exams-2025': issued(
    '教育部办公厅关于进一步加强中小学日常考试管理的通知',
    'Ministry of Education notice on routine school exams',
    '2025-12-17',
  ),
  'wellbeing-2025': issued(
    '进一步加强中小学生心理健康工作十条措施',
    "Ten measures for pupils' mental health",
    '2025-10-24',
  ),
  'afterschool-2023': issued(
    '教育部办公厅等四部门关于进一步规范义务教育课后服务有关工作的通知',
    'Notice of four departments on after-school services',
    '2023-12-27',
  ),
  'negative-2024': issued('基础教育规范管理负面清单(2024年)', 'Negative list for basic education, 2024', '2024-05'),
  'negative-2025': issued('基础教育规范管理负面清单(2025年)', 'Negative list for basic education, 2025', '2025-05'),
  'phones-2021': issued(
    '教育部办公厅关于加强中小学生手机管理工作的通知',
    "Ministry of Education notice on pupils' phones",
    '2021-02-01',
    '教基厅函〔2021〕3号',
  ),
  'games-2021': issued(
    '国家新闻出版署关于进一步严格管理 切实防止未成年人沉迷网络游戏的通知',
    'Press and Publication Administration notice on online games for minors',
    '2021-08-30',
  ),
  'school-protection-2021': inForce(
    '未成年人学校保护规定',
    'Provisions on the Protection of Minors at School',
    '2021-09-01',
  ),
  'compulsory-law': as(
    { zh: '2018年修正', en: 'as amended in 2018' },
    inForce('中华人民共和国义务教育法', 'Compulsory Education Law', '2006-09-01'),
  ),
  'minors-law': as(
    { zh: '2024年修正', en: 'as amended in 2024' },
    inForce('中华人民共和国未成年人保护法', 'Law on the Protection of Minors', '2021-06-01'),
  ),
}

const handling = {
  'petitions-2022': inForce('信访工作条例', 'Regulations on Petitions', '2022-05-01'),
  'bullying-2017': issued('加强中小学生欺凌综合治理方案', 'Plan against bullying among pupils', '2017-11'),
  'hotline-standard': issued(
    '政府热线服务规范',
    'Government hotline service specification',
    '2016-12',
    'GB/T 33358-2016',
  ),
}

const information = {
  'minors-online-2024': inForce('未成年人网络保护条例', 'Regulations on the Protection of Minors Online', '2024-01-01'),
  'personal-information-law': inForce(
    '中华人民共和国个人信息保护法',
    'Personal Information Protection Law',
    '2021-11-01',
  ),
  'children-information-2019': inForce(
    '儿童个人信息网络保护规定',
    "Provisions on Children's Personal Information Online",
    '2019-10-01',
  ),
  'network-data-2025': inForce('网络数据安全管理条例', 'Regulations on Network Data Security', '2025-01-01'),
  'audit-2025': issued(
    '国家互联网信息办公室关于报送未成年人个人信息保护合规审计情况的公告',
    "Announcement on filing audits of minors' personal information",
    '2025-12-29',
  ),
  'export-guide-2024': issued(
    '个人信息出境标准合同备案指南(第二版)',
    'Filing guide for the standard contract on exporting personal information, 2nd edition',
    '2024-03',
  ),
  'ai-label-2025': inForce('人工智能生成合成内容标识办法', 'Measures for labelling AI-generated content', '2025-09-01'),
  'cybersecurity-law': as(
    { zh: '2016年文本', en: '2016 text' },
    inForce('中华人民共和国网络安全法', 'Cybersecurity Law', '2017-06-01'),
  ),
}

const own = { own: issued('晚铃服务说明', 'Wanling service notes', '2026-11-23') }

const all: Record<string, PolicyDocument> = { ...provincial, ...schooling, ...handling, ...information, ...own }

/** Every document, by its short name. */
export const documents: ReadonlyMap<string, PolicyDocument> = new Map(
  Object.entries(all).map(([id, document]) => [id, z.parse(documentSchema, document)]),
)
