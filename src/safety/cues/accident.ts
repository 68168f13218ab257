/** P4 e: cues of accident and illness, in Chinese and in English. */
import { KID, re, rx } from '../lexicon.ts'
import { AFRAID, NOW } from './english-words.ts'
import type { Pile } from './pile.ts'

export const ACCIDENT_PILE: Pile = {
  id: 'e.pile',
  kind: 'accident',
  core: [
    [
      3,
      /失控|冲(?:进|向|上)[^,。]{0,8}(?:人群|人行|学生|孩子|校门)|冒火花|(?:一|满)屋(?:子)?(?:的)?烟|心慌得|煞白|脸色发|扑腾/g,
    ],
    [
      2,
      re`
        (?:手脚|浑身|全身)[^,。]{0,3}(?:抖|抽|麻|冰)|嘴里[^,。]{0,4}(?:白|泡|烂|烧|血)|睁不开|嘴唇发麻|咳得|呛(?:得|到|着)|蹲(?:在)?地上|(?:没收|没带
        |忘带)(?:了)?[^,。]{0,4}(?:针|胰岛素|喷雾|急救药|药)|溅(?:到|了|进|一|我|他|她)|喷(?:了|到|进)(?:我|他|她|一|眼|脸|教室)
        |电线[^,。]{0,6}(?:倒|断|掉|搭)
      `,
    ],
    [
      3,
      re`
        (?:喂|吃|打|发|拿)错(?:了)?药|按(?:压)?胸口|心肺复苏|人工呼吸|aed|眼睛?往上翻|(?:半边|一边)(?:脸|身子)[^,。]{0,4}(?:不|动|歪)|迷迷糊糊|神志不清
        |说话(?:都)?不清|口齿不清|(?:四十[一二]?|4[012])(?:点\S)?度
      `,
    ],
    [
      3,
      re`
        没(?:有)?反应|不会动|不动了|没(?:了)?气|没(?:了)?知觉|叫不|喘不|喘气(?:费劲|困难)|救护车|不知道吃了(?:几|多少)|当(?:成)?(?:糖|饮料|水)(?:吃|喝)
      `,
    ],
    [
      2,
      re`
        倒(?:下|地|在地|了下)|昏|晕(?!车|船|针|头)|喘|抽(?:搐|起来|风)|翻白眼|嘴(?:唇)?[^,。]{0,3}(?:紫|肿|青|白|麻)|脸[^,。]{0,3}(?:紫|肿|青|白
        |发灰)|(?:手脚|浑身|全身)[^,。]{0,3}(?:抖|抽|麻|冰)|肿|起泡|疙瘩|嘴里[^,。]{0,4}(?:白|泡|烂|烧|血)|睁不开|看不清了?(?=$|[,。])|嘴唇发麻|咳得
        |呛(?:得|到|着|人)|蹲(?:在)?地上|烫伤|烧伤|脱了一层皮
      `,
    ],
    [2, /(?<!呕|想)吐(?!槽|舌|字|露|痰|司|口水|鲁)|呕|拉(?:肚子|稀)|绞(?:着)?(?:痛|疼)|肚子(?:绞|疼|痛)|中毒|恶心/g],
    [
      2,
      re`
        吞(?:下|了|进)|喝(?:了|下|到|进)[^,。]{0,10}(?:药水|液|剂|粉|酸|碱|油(?!条|茶|泼))|(?:吃|误)了[^,。]{0,8}(?:粒|药|蘑菇|野)|(?:没收|没带
        |忘带|没有?)(?:了)?[^,。]{0,4}(?:针|胰岛素|喷雾|急救药|药)(?!店)|塞(?:进|到|在|了)?[^,。]{0,4}(?:鼻|耳|嘴|喉)|(?:鼻子|耳朵|喉咙|嗓子)里
        |卡(?:住|在|着)(?!点)|电池|磁力珠
      `,
    ],
    [1, /够不着|取不出|拿不出|拔不出|弄不出/g],
    [
      2,
      re`
        火(?!车|箭|锅|腿|热|星|柴|鸡|龙|把|了)|(?:冒|黑|浓|大|股|全是|都是|有)烟|烟(?:好|很|太|往|越|从|呛|雾)|烧(?:着|起|了起)|爆(?!发|款|满|出|棚|料|冷)
        |炸(?:了|开|到|伤)|溅(?:到|了|进|一)|喷(?:了|到|进)(?:我|他|她|一|眼|脸|教室)|电线(?:杆)?[^,。]{0,6}(?:倒|断|掉|搭)|煤气|燃气|泄(?:漏|露)
        |怪味|刺鼻|电(?:到|着|了一下|伤|倒)|漏电|地震|余震|洪水|泥石流|山体|塌|裂(?:了|开|缝|口|出)|雷(?:劈|击)|踩踏
      `,
    ],
    [
      2,
      re`
        掉(?:进|到|下|入)(?!了?书|了?笔)|摔(?:下|到|进|断|破)|滚(?:下|落)|跌(?:下|落|进|入)|坠|落水|溺|淹|捞|冲走|沉(?:下|了)|河里|水里|井里|坑
      `,
    ],
    [2, /(?:撞|碾|轧|压|夹|砸|挤|蜇|叮)(?:到|了|伤|飞|倒|断|在|中|住|着)(?!车尾|护栏)|车祸|翻车|夹断/g],
    [
      2,
      re`
        (?<!缺|贫|抽|验|心)血(?!压|型|糖|脂|汗|拼|本|栓)|断了|断掉|露(?:出)?骨|骨折|豁|缝(?:了)?[\d几两三四五六七八九十]+针|咬(?:了|伤|掉|破)(?!指甲|笔)|蜇
        |蛇|马蜂
      `,
    ],
  ],
  more: [
    [1, /现在|正在|刚(?:刚|才)?|还(?:在|让|没)|马上|快|赶紧|突然|一下子|这会/g],
    [
      1,
      re`
        校医(?:不在|没)|没人(?:管|在|送|理)|老师(?:不|还|说没|没|让继续)|不(?:送|管|让)|门(?:还)?[^,。]{0,2}锁|出不来|下不来|打不开|进不去|打不通
      `,
    ],
    [1, /怎么办|咋办|咋整|该打|打什么|打哪个|救|急|帮|求|医院|120|119|110/g],
    [1, /全班|一半|好几个|十几个|几十个|一个个|孩子们|学生们|很多|都(?:在|说|趴|吐)|一片|接连/g],
    [1, /疼|痛|叫|哭|喊|惨|头晕|脸色|发白|发紫|站不|走不|睁不|看不见/g],
    [1, re`${KID}|同学|人`],
  ],
  less: [
    [2, /军姿|藿香|三无|辣条/g],
    [2, /憋尿|咬笔|例假|没伤着|没受伤|没(?:什么)?大碍|会不会/g],
    [1, /希望|建议|应该|改善|投诉|不好使|坏了|疹|站军姿|军训|急刹|晕车/g],
    [
      2,
      re`
        跑[^,。]{0,4}吐|油烟|烟味|床板|桌|凳|抠手|总噎|吃太快|蚊子|(?:奶奶|爷爷|外婆|姥姥|老人)[^,。]{0,3}(?:住院|生病|手术)|我家孩子直咳|跟学校没关系|校服
      `,
    ],
  ],
  unless: rx`
      早上|起床|请假|吃药(?:睡|就|好)|感冒|流感|作业|卷子|成绩|分数|题|流鼻血|鼻血|牙|晕车|疫苗|体测|跑步|跑圈|军训|烧烤|做饭|油烟|抽烟|吸烟|消防|灭火器|桌椅|书|笔|橡皮|创可贴
      |碘伏|冰敷|涂了|没(?:什么)?事|万一|隐患|担心|建议|差点|容易|会不会|着凉|拖堂|起火了吗|指甲|(?:手|脚)(?:擦|划|蹭)破(?:了)?(?:一?块|点)?皮|罚|装修|甲醛|发火|落后
      |掉队|掉色
    `,
  mends: true,
}

export const ENGLISH_ACCIDENT_PILE: Pile = {
  id: 'e.en-pile',
  kind: 'accident',
  core: [
    [
      2,
      re`
        \bfire alarm|\bat the windows|\bnurse (?:has|is) (?:gone|not)|\b(?:cleaning|toxic|unknown) (?:liquid
        |fluid|product)
      `,
    ],
    [
      3,
      re`
      \bthroat (?:is )?(?:closing|swell\w*|tight)|\bdoor wont open|\bon the floor\b|\bshocked by\b|\bditch\b
    `,
    ],
    [
      3,
      re`
        \bcant (?:move|breathe|feel|see|walk|stop (?:bleeding|vomiting|shaking))|\bnot (?:moving|breathing
        |waking|responding)|\bno pulse|\bturning blue|\bblue lips|\bambulance\b
      `,
    ],
    [
      2,
      re`
      \b(?:fell|fallen|falls|collaps\w*|crash\w*|hit (?:by|his head|her head)|knocked|crushed|trapped|stuck)\b
    `,
    ],
    [2, /\b(?:smoke|flames?|burning|fire|explo\w*|gas|fumes|leak\w*|earthquake|flood\w*)\b/g],
    [
      2,
      re`
        \b(?:throwing up|threw up|vomit\w*|puk\w*|dizzy|faint\w*|seizure|shaking|rash|hives|swollen|swelling
        |lips|foaming|convuls\w*)\b
      `,
    ],
    [
      2,
      re`
      \b(?:drank|drunk|ate|swallow\w*|chok\w*|poison\w*|bleach|pills?|battery|chemical|under the sink)\b
    `,
    ],
    [2, /\b(?:blood|bleed\w*|broken|bone|bitten|bite|wound)\b/g],
  ],
  more: [
    [1, NOW],
    [
      1,
      re`
        \b(?:not calling|wont (?:call|open|help)|nobody|no one|no nurse|gate|locked|chained|cant (?:get|reach)
        |refus\w*)\b
      `,
    ],
    [1, AFRAID],
    [
      1,
      re`
        \b(?:half|whole|several|many|all|lots|dozens?|\d+) (?:of )?(?:the |his |her )?(?:class|kids|children
        |students|boys|girls)
      `,
    ],
    [1, /\b(?:head|neck|legs?|arms?|chest|face|eyes?|stairs|roof|road|pool|river)\b/g],
  ],
  less: [[2, /\bmade them run|seriously|\bpe\b/g]],
  unless: rx`
      drill|fell asleep|falls asleep|fallen asleep|fell behind|stuck on (?:the|a|one|his|her|maths?)|homework
      |worksheet|burning question|campfire|bbq|barbecue|smoking|fired|gas station|cold|flu\b|fever|nosebleed
      |last year|ate (?:dinner|lunch|breakfast|late|his|her)|fell off the bed last|whole class.{0,12}(?:copy
      |copied)|traffic|prevention|insurance|pe class|laps
    `,
  mends: true,
}
