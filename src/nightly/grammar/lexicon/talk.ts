// Words that join, blur, correct and comment.

import type { WordList } from './index.ts'

export const VALUES: WordList = {
  total:
    '一共|总共|共|合计|共计|总计|加起来|合起来|拢共|满打满算|全部加起来|总的|统共|加一起|加一块|加一块儿|算下来|全加上|总数|前前后后|通共|合一起|全部|里里外外|加在一起|总用时|全部算上|total|in total|totally|altogether|combined|in all|all together|all in|overall|all told|total of|so that makes|that makes|adds up to|sum|makes it|total time|makes',
  subset: '其中|光|单|光是|单是|里面|里头有|其中有|仅|of which|of that|including|out of which|of those|just the|alone',
  net: '真正写|真正|净写|净|纯|纯写|实际写|实打实|有效|刨开|去掉玩的|实际用时|纯写作业|actual|actually working|net|of actual|of real|real|proper',
  vague_before:
    'past|after|before|gone|within|between|不到|没到|不足|快|将近|接近|近|差一点|差点|超过|多于|至少|最少|起码|最多|顶多|不止|几乎|未满|少说|不下|不低于|至多|快要|不超|才不到|奔着|眼看|快到|还没到|逼近|赶在|过了|早过了|往少里说|nearly|almost|over|more than|less than|under|at least|at most|just under|just over|well over|up to|close to|nearly at|below|above|just short of|getting on for|not even|well past|just after|just before|shortly after|shortly before|a bit after|a bit past|way past|a little past|a little after|sometime after|somewhere between|half past something|pushing|upwards of|not quite|north of|a little over|a little under|a bit over|a bit under|a bit more than|a bit less than|just about under|way over|way after|some time after|soon after|not long after',
  vague_after:
    '过|多|多点|多一点|多些|多一些|不到|不到一点|出头|出点头|以上|开外|挂零|往上|来钟|以内|之内|以下|前|之前|以前|后|之后|以后|过后|过一点|过点|过几分|冒头|之间|不止|还多|还不止|过了|打底|起步|往后|都不到|还不到|朝上|靠后|靠前|没到|不足|plus|or more|or less than that|at least|at most|and change|-odd|odd|something|and a bit|and a little|or under|or over|max|tops|minimum|or later|or earlier|onwards|and counting|and then some',
  hedge:
    "左右|上下|前后|大概|大约|约|约莫|差不多|估计|估摸|的样子|样子|光景|吧|嘛|哈|呢|啊|呀|正好|刚好|整|准时|准点|整整|足足|恰好|大致|可能|好像|应该是|应该|貌似|似乎|得有|有|也就|就|才|只|仅仅|只有|只用|满|将将|这样|钟|不多不少|来着|那样|这个样子|差唔多|大体|多半|正|踏正|一口气|整个|足|about|around|roughly|approximately|approx|approx.|circa|ish|or so|or thereabouts|maybe|probably|i think|i guess|perhaps|only|just|exactly|~|≈|only about|just about|i'd say|so far|like|give or take|possibly|a full|a solid|i believe|i suppose|to be exact|dead on|bang on|on the dot|sharp|or something like that",
  shift:
    '早了|晚了|多了|少了|快了|慢了|提前|提前了|推迟|推迟了|迟了|拖后|多写了|少写了|多睡了|少睡了|比平时晚|早睡了|晚睡了|晚睡|早睡|超了|超|超时|超出|只超|刚超|超标|缩短|缩短了|节省|省了|延长|迟|迟到|欠了|earlier|later|longer|shorter|faster|slower|over the limit|over by|less than yesterday|more than yesterday|late|early|over the|saved|ahead',
  limit:
    '没超|没超过|未超|没有超|没超出|未超过|没破|没过|不超|没到|控制在|压在|守住|under the limit of|within the limit of|under the|within the',
  to: '到|至|-|--|~|–|—|→|->|to|till|until|til|through|thru|一直到|直到',
  at: 'at|@|on',
  by: 'by|around|about|from about',
  from: '从|from|between|since',
  for: 'for|on|of|doing|with',
  or: '也可能是|也可能|也许是|要么|还是|或者|或|抑或|or',
  and: '和|跟|与|及|以及|还有|加|加上|另外|and|plus|then|&|又|再|also|after that',
}

export const FACTS: WordList = {
  nil: '没有|无|零|没|没了|冇|啥也没有|nil|none|nothing|zero|nope|n/a',
  school:
    '在学校|学校里|学校|在校|校内|延时班|延时|延时课|延时服务|托管|托管班|晚托|晚托班|午托|课后服务|课后班|课服|放学前|放学之前|课上|课堂上|课间就|自习课|自习|午休|中午在校|课后托管|小饭桌|安亲班|安亲|作业班|下午课服|在班里|教室|图书馆|功课辅导班|功辅班|学校里就|补习社|作业辅导班|at school|in school|after-school care|after school care|afterschool|after school|aftercare|after care|after-school club|in class|at afterschool|study hall|during lunch|homework club|daycare|at care|before pickup|before pick-up|at the centre|at the center|library',
  home: '回家|回家后|回来|到家|到家后|晚上|在家|家里|回家又|回家就|回到家|at home|back home|at home tonight|in the evening',
  partial:
    '大部分|大半|一半|一部分|部分|一些|一点|差不多都|多数|基本|没多少|少部分|小部分|些|大头|几乎都|mostly|most of it|most|half of it|half|some of it|some|part of it|part|a bit of|a few|nearly all|a little',
  ill: '上吐下泻|吐了好几次|拉肚|腹泻|呕吐|闹肚子|胃疼|胃痛|肠胃炎|中暑|晕车|骨折|肺炎|看病|看急诊|急诊|去医院|躺了一天|发烧|发高烧|生病|病了|感冒|不舒服|请假|请假了|拉肚子|肚子疼|肚子痛|住院|挂水|输液|吐了|头疼|头痛|咳嗽|病假|流感|甲流|过敏|水痘|支原体|牙疼|牙痛|退烧|烧到|打针|发热|ill|sick|fever|unwell|flu|cold|off sick|poorly|stomach ache|headache|throwing up|under the weather|stomach bug',
  same: '老样子|一样|同上|照旧|如常|同昨天|同昨晚|跟昨天差不多|和昨天差不多|跟昨天一样|和昨天一样|同昨日|差不多一样|跟平时一样|和平时一样|和往常一样|跟往常一样|一如既往|老规矩|还是那样|照常|没变化|跟昨晚一样|和昨晚一样|跟昨晚差不多|和昨晚差不多|同前|同昨|跟前天一样|和前天一样|还那样|还是老样子|还是一样|与昨天一样|与昨天相同|与昨日相同|与昨天差不多|same as yesterday|same as last night|same as usual|same as always|same again|as usual|ditto|same old|usual|the usual|same as before|same here|same as ever|as always|no change|like yesterday|about the same as yesterday|same|unchanged|pretty much the same',
  late: '好久|很久|挺久|老久|许久|老长时间|很长时间|好长时间|没多久|很晚|好晚|太晚|挺晚|蛮晚|老晚|特别晚|非常晚|超级晚|有点晚|比较晚|大半夜|半夜|深夜|后半夜|半宿|夜深|晚得很|夜咗|晏|早早|挺早|很早|蛮早|好早|比较早|早得很|不早|不早了|不晚|偏晚|更晚|相当晚|quite late|very late|so late|too late|late again|really late|pretty late|super late|late night|late|early|quite early|rather late|way too late|far too late|ages|a while|forever|not long|a long time|quick|quickly|not much|quite a lot|a lot|loads|tons|lots',
  now: "刚睡|刚睡着|刚睡下|刚刚睡|刚刚睡着|刚刚睡下|刚躺下|刚刚躺下|刚上床|刚刚上床|才睡|才睡着|才睡下|这会才睡|现在睡|现在睡了|现在上床|现在才睡|现在躺下|这就睡|这才睡|这才睡着|终于睡了|终于睡着|总算睡了|总算睡着|已经睡了|已睡|已经睡着|已入睡|已睡着|睡了|睡着了|睡下了|都睡了|睡啦|睡咯|睡喽|睡觉了|睡觉去了|去睡了|去睡觉了|睡去了|上床了|躺下了|歇了|关灯了|熄灯了|刚关灯|刚刚关灯|刚熄灯|刚刚熄灯|刚入睡|刚刚入睡|刚眯着|刚合眼|刚哄睡|哄睡了|睡着咯|睡了睡了|刚困|just fell asleep|just went to bed|just went to sleep|just got to bed|just gone to bed|just in bed|just asleep|asleep now|in bed now|sleeping now|now asleep|now in bed|just now asleep|finally asleep|finally in bed|she's asleep|he's asleep|is asleep|just dropped off|just nodded off|just turned off the light|just turned the light off|lights just went out|just put to bed|going to bed now|is sleeping|just conked out|just put him to bed|just put her to bed|is in bed|just drifted off",
  forgot:
    "忘了|忘记|没注意|没留意|没看|不知道|不清楚|不记得|记不清|记不得|说不清|没计时|没记时|没记|没掐表|没看表|不确定|没问|没看着|没顾上|没顾上看|没太注意|说不准|不晓得|没盯|没留神|拿不准|forgot|forgotten|no idea|not sure|unsure|didn't time|didn't check|didn't notice|don't know|can't remember|don't remember|dunno|didn't see|didn't look|lost track|wasn't there|no clue",
  exam: '考了|考的|考试|考得|得了|得分|分数|成绩|满分|测验|小测|测试|单元测|月考|期中|期末|周测|及格|排名|名次|偏科|均分|平均分|卷面|扣分|扣了|加分|测了|考砸|默写得|scored|score|got a|marks|grade a|test result|results|quiz|exam|points|test',
}

export const CORRECTIONS: WordList = {
  correct:
    'i put down|更正|更正一下|纠正|纠正一下|改正|改一下|改下|改改|改成|改为|改到|改报|修改|更改|更新|更新一下|修正|修正一下|说错|说错了|讲错|讲错了|打错|打错了|报错|报错了|发错|发错了|填错|填错了|输错|输错了|按错|按错了|看错表|看错了|看错|看错时间|记错|记错了|记岔|写错数|写错时间|写错了时间|输入错误|填写错误|录入错误|输入有误|填写有误|数字错了|时间错了|数错了|弄错|弄错了|搞错|搞错了|算错了时间|算错时间|算错了|弄混|弄混了|记混|记混了|搞混|搞混了|手滑|手误|口误|手抖|手快|瞎报|乱报|误报|报成|写成|打成|说成|填成|发成|看成|记成|报多了|报少了|多报了|少报了|漏报了|漏报|漏算|漏算了|漏了|少算|少算了|多算了|刚报完|才报完|重新报|重报|重发|重新发|重填|重新填|以这条为准|以这个为准|为准|作废|前面那条不算|不算数|刚才不对|刚才不准|数据有误|有误|弄反了|报反了|写反了|说反了|搞反了|多打了|少打了|多按了|少打|时间不对|那条不对|刚才的不对|' +
    "correction|correcting|to correct|my mistake|my bad|typo|i meant|meant to say|meant to write|meant to type|should be|should have been|should've been|should read|should say|instead of|change it to|change that to|change to|change it|please change|change my|update|updating|amend|amending|amendment|wrong number|wrong time|i mistyped|mistyped|fat finger|sent wrong|wrong one|got it wrong|that was wrong|was wrong|i was wrong|made a mistake|i made an error|error in|misread|edit|revise|revised|redo|resend|resending|got mixed up|mixed up|i said|i wrote|i put|i typed|i reported|i sent|not as i said",
  retract:
    '删掉|删了|删除|删去|撤回|撤销|撤了|取消|作废|不算|别算|别记|不要记|当没发|当我没说|无视|忽略|发错群|发错群了|发错人|发错人了|不是我家|别管|划掉|请忽略|不作数|清掉|抹掉|disregard|ignore my|ignore that|ignore the last|ignore the previous|ignore what|scrap that|scrap my|scratch that|scratch my|strike that|delete my|delete that|delete the last|cancel my|cancel that|forget my last|forget that|remove my|remove that|withdraw|take back|undo|please ignore|please delete|please disregard|discard|wrong chat|wrong group',
  previous:
    '刚才|刚刚|刚|刚说|刚刚说|刚报|刚发|刚才那|刚才那条|刚才报|刚才发|上一条|上条|上一个|前一条|前面|前面那条|前一个|之前|之前说|之前报|先前|那条|那个数|上面那条|上面|最开始|上回|原来报|方才|刚刚那条|last message|previous message|earlier message|my last|my previous|my earlier|what i said|what i sent|the last one|previous one',
  self_fix:
    '不对|哦不对|啊不对|噢不对|哎不对|呃不对|额不对|不对不对|哦不|啊不|噢不|呃不|额不|哎不|嗯不|不不|啊不是|哦不是|噢不是|呃不是|额不是|哎不是|不不是|不是不是|错了|说错|等等|应为|no|no wait|wait|wait no|oh wait|sorry|oops|i mean|scrap that|scratch that|make that|make it|er|err|rather|nope|hang on|hold on|or rather|no sorry|sorry no|correction|not right',
  not: "不是|并不是|并非|而非|not|isn't|wasn't|not at",
  moved:
    "是昨天的|是昨晚的|是昨日的|是前天的|是前晚的|那是昨天的|was yesterday|was yesterday's|is yesterday's|was for yesterday|was last night|was from yesterday|is for yesterday|was for last night",
  actually: '其实|实际|实际上|真实|应该是|应是|应为|是|actually|really|it was|in fact|was',
}
