/** After-school service (课后服务): AS-01 to AS-23. */
import { henan, national, rule } from '../build.ts'

const notice = () => national('afterschool-2023')
const time = () => national('burden-2021', '第9条')
const quality = () => national('burden-2021', '第10条')

export const afterSchoolRules = [
  rule(
    'AS-01',
    '每所学校都要有课后服务,努力让有需要的孩子都能参加',
    'Every school offers after-school services, and tries to reach every child who needs them',
    henan('四(六)1', '努力实现有需要的学生全覆盖'),
  ),
  rule(
    'AS-02',
    '课后服务每周五天,每天至少两小时',
    'After-school services run five days a week, at least two hours a day',
    henan('四(六)1', '学校每周5天、每天至少2小时'),
  ),
  rule(
    'AS-03',
    '课后服务结束的时间,要和当地的下班时间接得上',
    'They end in step with local working hours',
    henan('四(六)1', '结束时间与当地正常下班时间相衔接'),
    time(),
    notice(),
  ),
  rule(
    'AS-04',
    '孩子有特殊需要的,学校要提供延时托管',
    'Children with special needs are looked after longer',
    henan('四(六)1', '有特殊需要的学生提供延时托管服务'),
    time(),
  ),
  rule(
    'AS-05',
    '初中可以在工作日晚上开自习班',
    'Junior secondary schools may open evening study on working days',
    henan('四(六)1', '初中学校工作日晚上可开设自习班'),
    time(),
  ),
  rule(
    'AS-06',
    '每所学校要有自己的课后服务方案',
    'Every school has an after-school plan of its own',
    henan('四(六)2', '完善“一校一案”课后服务实施方案'),
  ),
  rule(
    'AS-07',
    '课后服务参加不参加、选哪样,都由家里自愿',
    'Whether to join, and what, is for each family to choose freely',
    henan('四(六)2', '供学生和家长自愿选择'),
    time(),
    notice(),
  ),
  rule(
    'AS-08',
    '课后服务里要指导孩子把作业写好',
    'Children are guided in doing their homework there',
    henan('四(六)2', '指导学生认真完成作业'),
    quality(),
  ),
  rule(
    'AS-09',
    '学得吃力的孩子有辅导答疑,学得轻松的孩子可以再拓展',
    'Those who struggle get help, those with time to spare can go further',
    henan('四(六)2', '进行补习辅导与答疑'),
    quality(),
  ),
  rule(
    'AS-10',
    '课后服务要有科普、文体、艺术、劳动、阅读、兴趣小组和社团',
    'There is science, sport, arts, handwork, reading, interest groups and clubs',
    henan('四(六)2', '科普、文体、艺术、劳动、阅读、实践'),
    quality(),
  ),
  rule(
    'AS-11',
    '课后服务时间不能讲新课、刷题备考,也不能集体补课',
    'No new lessons, exam drill or group make-up classes in this time',
    notice(),
    quality(),
  ),
  rule(
    'AS-12',
    '课后服务的质量要有人监测',
    'The quality of after-school services is monitored',
    henan('四(六)2', '加强课后服务质量监测'),
  ),
  rule(
    'AS-13',
    '课后服务有什么,学校要讲给家长听',
    'Schools make their after-school services known',
    henan('四(六)2', '做好课后服务宣传工作'),
  ),
  rule(
    'AS-14',
    '课后服务的钱,来自财政补贴、服务性收费或代收费',
    'They are paid for by subsidy, service fees or collected fees',
    henan('四(六)3', '采取财政补贴、服务性收费或代收费'),
  ),
  rule(
    'AS-15',
    '课后服务的钱,主要用来补助老师和有关人员',
    'The money mainly goes to teachers and helpers',
    henan('四(六)3', '教师和相关人员补助'),
  ),
  rule(
    'AS-16',
    '可以请校外的人和单位进学校,一起办课后服务',
    'Outside people and bodies may help inside the school',
    henan('四(六)3', '积极拓展课后服务渠道'),
  ),
  rule('AS-17', '老师可以弹性上下班', 'Teachers may keep flexible hours', henan('四(六)1', '弹性上下班制'), time()),
  rule(
    'AS-18',
    '课后服务只在上课的日子,当天的课上完以后开',
    'They take place on school days only, after the lessons of the day',
    notice(),
  ),
  rule(
    'AS-19',
    '早到校、午餐午休看管和晚自习不算课后服务,不能按课后服务收费',
    'Early arrival, lunch and midday care and evening study are not after-school services and may not be charged as such',
    notice(),
  ),
  rule(
    'AS-20',
    '课后服务不能随便扩大范围、强制参加、加重负担、乱收费,不合格的机构和人员不能进校',
    'No widening of scope, no forcing, no extra load, no disorderly charging, no unqualified bodies or persons',
    notice(),
  ),
  rule(
    'AS-21',
    '开课后服务要先问家长,讲清方式、内容和安全,由家里自愿报名、自己选课',
    'Parents are asked first and told the form, content and safety; they sign up and choose freely',
    notice(),
  ),
  rule(
    'AS-22',
    '课后服务不能另加收费、强制收费、捆绑收费,不能让家委会或别的机构代收;家里困难的按规定减免,收费要公示',
    "No new, forced or bundled charges, none collected by parents' committees or others; poor families pay less, and fees are published",
    notice(),
  ),
  rule(
    'AS-23',
    '校外机构进学校,要在审核过的名单里,服务和费用都列明白',
    'Outside bodies must be on a vetted list with services and fees',
    notice(),
  ),
]
