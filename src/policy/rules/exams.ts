/** Exams and enrolment (考试与招生): EX-01 to EX-18. */
import { heilongjiang, henan, national, rule } from '../build.ts'

const fewer = () => national('exams-2021', '二')
const results = () => national('exams-2021', '四')
const routine = () => national('exams-2025')

export const examRules = [
  rule(
    'EX-01',
    '一二年级不进行纸笔考试',
    'Grades 1 and 2: no paper-and-pencil exams',
    henan('四(三)2', '小学一、二年级不进行纸笔考试'),
    fewer(),
    routine(),
  ),
  rule(
    'EX-02',
    '其他年级每学期由学校组织一次期末考试',
    'Other grades: one final exam a term, held by the school',
    henan('四(三)2', '每学期组织一次期末考试'),
    fewer(),
    routine(),
  ),
  rule(
    'EX-03',
    '初中可以安排一次期中考试,小学没有期中考试',
    'Junior secondary may hold one midterm; primary school has none',
    henan('四(三)2', '可适当安排一次期中考试'),
    fewer(),
  ),
  rule(
    'EX-04',
    '不能搞统考、联考、周考、月考、单元考,换个名字也不行',
    'No regional or joint exams, no weekly, monthly or unit exams, under whatever name',
    fewer(),
    routine(),
  ),
  rule(
    'EX-05',
    '初中毕业年级总复习时,可以有一两次模拟考试',
    'The graduating junior grade may have one or two mock exams in its final revision',
    fewer(),
    routine(),
  ),
  rule('EX-06', '考试不出偏题怪题', 'No odd or obscure questions', henan('四(三)2', '不出偏题怪题')),
  rule(
    'EX-07',
    '考试成绩用等级表示',
    'Results are given in bands',
    henan('四(三)2', '考试成绩呈现实行等级制'),
    results(),
    routine(),
  ),
  rule(
    'EX-08',
    '不许公布学生的成绩和排名,要说也只说给孩子自己家听',
    "Scores and ranks may never be published; families may be told their own child's result in a suitable way",
    henan('四(三)2', '严禁公布学生成绩和排名'),
    results(),
    national('school-protection-2021'),
  ),
  rule(
    'EX-09',
    '不能按成绩重新分班、排座位、贴标签',
    'No re-grouping, seating or labelling by results',
    henan('四(三)2', '调整分班、排座位、“贴标签”'),
    results(),
  ),
  rule(
    'EX-10',
    '要公布考试问题的举报电话',
    'A number for reporting exam problems must be published',
    henan('四(三)2', '公布举报电话'),
  ),
  rule('EX-11', '考试平时就要有人监管', 'Exams are supervised day by day', henan('四(三)2', '考试日常监管制度')),
  rule(
    'EX-12',
    '不许下达升学指标,不许只看升学率评学校和老师',
    'No targets for progression rates, and no judging of schools or teachers by them alone',
    henan('四(四)1', '严禁下达升学指标'),
    heilongjiang('三(三)', '严禁把升学率作为唯一考核标准'),
  ),
  rule(
    'EX-13',
    '义务教育免试就近入学',
    'Compulsory schools admit without exams, near home',
    henan('四(三)1', '免试就近入学政策'),
    heilongjiang('二(四)2', '推进义务教育学校免试就近入学全覆盖'),
  ),
  rule('EX-14', '不许掐尖招生', 'No creaming off of the best pupils', henan('四(三)1', '“择校热”、掐尖招生')),
  rule(
    'EX-15',
    '优质高中的名额,分到初中的不少于六成',
    'At least 60 % of places at good senior schools are shared out to junior schools',
    heilongjiang('二(四)2', '分配到初中比例不低于60%'),
  ),
  rule(
    'EX-16',
    '不许分重点学校、重点班',
    'No key schools and no key classes',
    national('compulsory-law', '第22条'),
    national('exams-2021'),
  ),
  rule(
    'EX-17',
    '按课程标准从零教起,不能抢进度、加难度',
    'Teaching starts from zero, without added pace or difficulty',
    henan('四(一)2', '严格按照课程标准零起点教学'),
    heilongjiang('二(二)5', '严格执行各学段“零起点”教学'),
  ),
  rule(
    'EX-18',
    '面向全年级的考试要分级监管,出题、选题、审题的人一样负责,不许买卷子',
    'Exams for a whole grade are supervised by level; setters, choosers and reviewers answer alike; no bought papers',
    routine(),
  ),
]
