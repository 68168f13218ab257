// Words for what happens in the evening: bed, homework, and everything else that takes time or has a clock.

import type { WordList } from './index.ts'

export const SLEEP: WordList = {
  sleep:
    '先睡|先睡了|让睡了|让睡|困了|困醒|困去|眯了觉|down by|down at|睡|睡觉|睡的|睡了|睡下|睡下了|躺下|躺下了|躺平|就寝|休息的|休息了|歇的|歇下|歇觉|安歇|睡瞌睡|瞌睡了|困觉|困了觉|睏觉|困着|困的|睡倒|倒头就睡|倒下|入眠|安睡|秒睡|睡秒|睡熟|睡实|躺尸|挺尸|会周公|见周公|找周公|进入梦乡|梦乡|躺被窝|闭眼|合眼|眯着|迷瞪|趴下|撂倒|断电|关机|下线了|打呼噜|打呼|打鼾|呼呼|睡大觉|睡香|睡眠时间|睡眠|睡觉时间|入睡时间|就寝时间|上床时间|睡觉的话|睡觉是|' +
    'sleep|slept|sleeping time|sleep time|sleeping at|bedtime|bed time|bed-time|went to sleep|go to sleep|goes to sleep|got to sleep|to sleep|goodnight at|turned in|hit the hay|hit the sack|hit the pillow|down at|down by|down for the night|crashed|zonked|zonked out|conked out|passed out|passed out cold|nodded off|drifted off|dozed off|knocked out|out cold|out like a light|snoring|zzz|tucked in|tucked up|under the covers|dead to the world|put down|put her down|put him down|put them down|retired|shut eye|dreamland|sleeps',
  light:
    '睡着|睡着了|睡着的|入睡|熄灯|关灯|灭灯|拉灯|黑灯|熄了灯|关了灯|灯关了|灯灭了|灯熄了|熄的灯|关的灯|真正睡着|真睡着|睡沉|睡熟了|asleep|fast asleep|sound asleep|fell asleep|falls asleep|fallen asleep|lights out|lights off|light off|light out|lights were out|lights went out|light went out|lights went off|turned off the light|turned the light off|turned the lights off|turned off the lights|switched off the light|lights',
  bed: '上床|上床了|上床睡觉|上床的|爬上床|躺床上|躺到床上|躺床上了|钻被窝|进被窝|钻进被窝|进了被窝|上炕|上铺|上榻|in bed|into bed|to bed|went to bed|go to bed|goes to bed|gone to bed|got to bed|got into bed|put to bed|bed|bed at|got in bed|sent to bed|off to bed|made it to bed',
  wake: '起床|起床了|起的床|起床时间|起|起来|起的|起了|早起|起床是|睡醒|醒|醒了|醒的|叫醒|闹钟|叫他起|叫起|wake up|woke up|woke|wake|wakes up|got up|get up|gets up|up at|alarm|up early|waking up',
  awake:
    "没睡|没睡着|没睡觉|没睡下|还没睡|睡不着|不睡|不睡觉|不肯睡|不肯睡觉|不想睡|不愿睡|不困|没困|睡不下|还醒着|失眠|赖着不睡|still up|still awake|not asleep|not in bed|won't sleep|can't sleep|couldn't sleep|not sleeping|won't go to bed|refuses to sleep|wouldn't sleep|not yet asleep|didn't sleep",
}

export const HOMEWORK: WordList = {
  homework:
    '作业|书面作业|笔头作业|学校作业|家庭作业|书面|回家作业|校内作业|作业时间|作业时长|作业用时|作业量|写作业|做作业|赶作业|补作业|练习|习题|题目|卷子|试卷|练习册|作业本|作业单|导学案|手抄报|小报|美术作业|手工作业|实践作业|劳动作业|科学作业|课本作业|预习单|任务单|学习单|报纸题|周记|作文|日记|写话|读后感|摘抄|小作文|大作文|字帖|练字|口算|计算题|应用题|竖式|听写|默写|背诵|背书|背课文|背单词|背古诗|背诗|抄写|抄词|生字|生字词|词语|预习|复习|订正|错题|改错|订正卷子|阅读理解|英语阅读|语文阅读|阅读题|英语听力|听力|听读|朗读课文|读课文|课文|单词|思维导图|研究报告|观察日记|调查表|配套练习|同步练习|课课练|一课一练|周末卷|单元卷|期中卷|模拟卷|真题|几何题|大题|方程|' +
    'homework|home work|hw|h/w|hwk|h.w.|homeworks|schoolwork|school work|assignment|assignments|worksheet|worksheets|essay|book report|spelling|spellings|times tables|project|history project|science project|diary entry|math sheet|copybook|handwriting|workbook|dictation|poster|test prep|revision|past paper|problem set',
  subject:
    '语文|数学|英语|英文|中文|语数英|语数|物理|化学|生物|历史|地理|政治|道法|科学|美术|信息|语|数|英|物|化|数习|语作|科|chinese|math|maths|mathematics|english|science|physics|chemistry|biology|history|geography|politics|mandarin|art homework|algebra|geometry',
  write:
    '写|写了|写的|做|做了|做的|弄了|弄的|搞了|赶了|赶|赶的|补了|做功课|动手写|写字|学了|学习了|学习|熬了|干了|忙了|啃了|刷题|刷了|刷卷子|抄了|背了|算了|默了|复习了|预习了|奋战|苦战|写写|写出来|在写|边写|wrote|did|does|doing|worked on|working on|worked|studied|study time|study|studying|writing|spent',
  took: '用|花|took her|用时|耗时|时长|总时长|用了|花了|费时|历时|共用时|用掉|耗了|费了|花费|用去|takes|time spent|duration|it took|took her|took him|took them|took us|lasted',
  start:
    '开始|开始写|开始做|开始做作业|开始写作业|才开始|开写|开工|动笔|动手|开动|起笔|写起|做起|开做|开战|开笔|坐下写|坐下来写|坐到书桌前|坐书桌前|上桌|提笔|拿起笔|下笔|开干|开整|开搞|开始的|起头|started|start|starts|began|begin|sat down|sat down to|got going|kicked off|starting',
  until:
    "写到|做到|弄到|搞到|忙到|赶到|熬到|写作业写到|一直到|直到|一直写到|补到|学到|磨到|拖到|折腾到|磨蹭到|写作业到|作业到|作业写到|作业做到|奋战到|肝到|战到|搞至|写至|做至|until|till|til|'til|up to",
}

export const FINISHED: WordList = {
  finish:
    '写完|写完了|写完的|写完啦|写完成|做完|做完了|做完的|弄完|弄完了|搞完|整完|整完了|赶完|补完|写罢|做罢|写毕|做毕|写好|写好了|做好|做好了|弄好|弄好了|写得了|完成|完成了|已完成|全部完成|都完成|完成啦|完工|完事|完事了|收工|收工了|收摊|收笔|停笔|搞定|搞定了|搞定啦|齐活|摆平|摆平了|拿下|全部拿下|解决了|全部解决|清零|清空|干完|干完了|忙完|忙完了|啃完|整利索|结束|结束了|结束战斗|完结|完活|交差|告捷|大功告成|写齐|做齐|全部搞定|背完|抄完|订正完|默完|听写完|画完|刷完|合上本子|合上的本子|合上作业本|合本|收书包|收拾书包|收好书包|检查完|写完作业|做完作业|作业完成|终于完了|作业完了|搞归一|弄归一|做归一|全完了|任务完成|' +
    'done|all done|finished|all finished|finishes|finish|completed|complete|wrapped up|wrapped|got it done|got through it|got through everything|everything done|all of it done|done and dusted|all complete|done with|done everything|finished up|finished everything|did it all|did everything|did all of it|fully done|all wrapped up|through with',
  undone:
    '没写完|没做完|没弄完|没搞完|没完成|没完|未完成|未写完|未做完|未完|没写好|没做好|没背完|没抄完|没搞定|未搞定|没弄好|没整完|没赶完|没背下来|没背会|没背出来|没过关|没订正完|没画完|没改完|没有写完|没有做完|没有完成|没能写完|没来得及写|没来得及做|没来得及|还没写完|还没做完|写不完|做不完|不写了|没全写完|没都写完|没全做完|没写|没做|没弄|没搞|没抄|没背|没订正|没改|没动|没画|没默|没预习|没听写|没写呢|还没写|没做呢|还在写|还在做|还写着|还没好|没做出来|没写出来|写着呢|正写着|在写呢|正在写|正在做|还在赶|还在背|还在抄|还在补|还在奋战|还在弄|还在搞|还在继续|接着写呢|欠着|欠账|明早接着|明早补|明早再|明早继续|明天接着|明天补|明天再|明天继续|早上再|早上补|早起补|早起写|早起接着|明早起来|留着明天|留到明天|留到明早|剩下的明天|明天早上补|明天早上再|明天早上接着|写了一半|做了一半|才写一半|只写了一半|写一半|一半没|没一半|差一点没|没收尾|没结束|放弃了|不让写了|' +
    "not finished|not done|unfinished|not complete|incomplete|didn't finish|did not finish|didnt finish|hasn't finished|hasnt finished|haven't finished|not all done|wasn't finished|not yet done|not quite done|not quite finished|still to do|still to go|to go still|still going|still working|still writing|still at it|still doing|still on|still has|still had|still have|left to do|half done|half finished|half-done|half way|halfway|not completed|couldn't finish|could not finish|couldnt finish|can't finish|isn't finished|isn't done|isnt done|wasn't done|the rest tomorrow|rest tomorrow|finish tomorrow|finish it tomorrow|in the morning instead|will finish|finish the rest|finish in the morning|gave up|undone|yet to do|pending|to be finished|left over|unfinished business|remaining|hasn't done|didn't get to|didn't do|ran out of time|leftover|skipped",
  left: '还剩|剩|剩下|还差|还欠|余下|只剩|就剩|就差|还缺|left|to go|remains|missing',
}

export const ELSEWHERE: WordList = {
  other:
    '阅读|课外阅读|课外书|看书|读书|读绘本|绘本|看绘本|故事书|漫画|看漫画|小说|看小说|看了会书|亲子阅读|睡前阅读|读了会|晨读|练琴|练钢琴|钢琴|弹琴|小提琴|古筝|二胡|吉他|架子鼓|大提琴|琵琶|葫芦丝|竖笛|拉琴|吹笛子|练声|声乐|唱歌|琴|跳绳|绳|运动|锻炼|跑步|打球|踢球|篮球|足球|羽毛球|乒乓球|乒乓|游泳|轮滑|跆拳道|武术|舞蹈|跳舞|体育|体能|仰卧起坐|平板支撑|骑车|户外|遛弯|散步|遛狗|玩|玩手机|玩平板|玩游戏|打游戏|游戏|手机|平板|ipad|电视|看电视|看了会电视|动画片|看动画|动画|视频|看视频|刷视频|刷抖音|抖音|看球|看电影|电影|王者|吃鸡|我的世界|玩具|乐高|搭积木|积木|拼图|下棋|围棋|象棋|画画|绘画|素描|国画|书法课|书法班|书法|画画班|兴趣班|舞蹈课|英语课外|网课|上网课|网上课|直播课|补习|补课|补习班|辅导班|培训班|课外班|奥数班|奥数课|家教|外教课|外教|线上课|编程|编程课|机器人课|上了节课|晚自习|午睡|睡午觉|午觉|小睡|听故事|听书|听英语|做家务|家务|洗碗|做饭|包饺子|手工|种花|喂猫|滑板|排练|合唱|主持|军训|乐器|' +
    'reading|read|reads|storybook|story time|story|stories|comics|comic|novel|piano|violin|guitar|cello|drums|flute|recorder|music practice|music|choir|practice|practised|practiced|practicing|practising|instrument|soccer|football|basketball|swimming|swim|tennis|badminton|gym|ballet|dance|dancing|karate|taekwondo|sport|sports|exercise|running|jogging|ran|jump rope|jumping rope|skipping rope|training|played|playing|plays|play|games|gaming|game|video games|minecraft|roblox|tv|telly|television|ipad|tablet|phone|screen|screen time|youtube|cartoons|cartoon|movie|film|lego|chess|drawing|painting|art class|tutoring|tutor|tutoring class|online class|zoom class|lesson|class|classes|club|after-school club|nap|napped|chores|cooking|rehearsal|scouts|math club|coding|audiobook',
  extra:
    "课外作业|我布置|我给布置|我给他布置|我给她布置|我加|我加的|我给加|我又加|我另外|额外|加练|加餐|加码|自己买的|自己加|家长布置|家长加|妈妈布置|爸爸布置|妈妈加|爸爸加|妈妈出|爸爸出|我出|课外练习|课外题|课外的|奥数|奥数题|辅导班作业|培训班作业|补习班作业|机构作业|课外班作业|网课作业|兴趣班作业|校外作业|学而思|新东方|学而思作业|kumon|公文|自己刷|自主练习|另外刷|extra|extra practice|extra work|extra math|extra maths|we added|i added|i gave|i set|we set|i make|tutoring homework|tutor's homework|cram school|cram school homework|olympiad|workbook i bought|workbook we bought|own workbook|additional practice|parent-set",
  errand:
    '门票|学费|餐费|车票|打车费|买书|买菜|充值|红包|上课|上的课|接孩子|堵车堵了|堵在路上|到家|回家|回到家|回来|回的|回|到的家|进门|下班|放学|放学了|接到|接他|接她|接回来|接娃|出发|出门|吃饭|吃晚饭|吃完饭|吃完晚饭|晚饭|开饭|吃了饭|饭后|吃的饭|洗澡|洗完澡|洗了澡|洗漱|洗漱完|洗漱好|洗脸|刷牙|洗完|冲完凉|泡脚|洗头|泡完脚|下课|下课了|下的课|散学|上学|到校|进校|起飞|发车|加班|开会|家长会|下晚自习|网课下课|下网课|堵车|路上|车上|坐车|打车|地铁|公交|等车|校车|发消息|发通知|发作业|布置作业|通知|看到消息|截止|收费|门诊|打针|挂水|排队|考试|测验|比赛|运动会|彩排|通勤|赶路|赶车|起夜|停电|来电|停水|下楼|遛|逛|聚餐|聚会|喝奶|点名|值日|演出|下训|散场|收摊回|' +
    'home|home at|got home|get home|came home|arrived|back|back at|got back|pickup|pick up|picked up|dinner|dinner at|supper|ate|eat|shower|showered|bath|brushed|bus|train|drive|traffic|commute|stuck|late bus|school starts|school ends|school at|class starts|meeting|work|got off work|finished work|test at|exam at|match|appointment|doctor|dentist|leaves|left for|flight|due|party|deadline|breakfast|lunch|recital|concert|parents evening|the queue',
  doing:
    '看了|玩了|读了|练了|弹了|拉了|吹了|跳了|跑了|踢了|打了|游了|看了会|看了一会|玩了会|读了会|唱了|骑了|逛了|听了|眯了',
  idle: '发呆|走神|磨蹭|磨叽|磨磨蹭蹭|拖拉|哭|哭了|闹|闹了|吵|吵了|吼|催|催了|找|找了|等|等了|讲|讲了|讲题|陪|陪了|辅导|辅导了|劝|哄|哄了|哄睡|吵架|讨价还价|玩笔|玩橡皮|发脾气|抠橡皮|上厕所|喝水|抗拒|拖了|挨|挨了|挨批|翻来覆去|躺了|聊了|聊天|讲故事|骂|骂了|生气|cried|crying|arguing|argued|fighting|complaining|complained|daydreaming|staring|stalling|procrastinating|fuss|moaning|tantrum|whining|dawdling|looking for|searching|explaining|chatting|nagging|tossing|toss and turn|messing about|cuddling|lay there|lying there|waited|waiting',
  break:
    '休息|中间休息|中途休息|歇|歇了|歇一|课间|中间|中途|中场|停了|间歇|扣除|扣掉|除去|去掉|减去|刨去|刨掉|抛去|除掉|不算|break|breaks|rest|pause|paused|interruption|in between|minus|not counting|excluding|without counting|less',
}
