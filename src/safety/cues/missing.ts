/** P4 c: cues of a child lost or taken, in Chinese and in English. */
import { KID, re, rx } from '../lexicon.ts'
import { AFRAID, NOW, YOUNG } from './english-words.ts'
import type { Pile } from './pile.ts'

export const MISSING_PILE: Pile = {
  id: 'c.pile',
  kind: 'missing',
  core: [
    [2, /不在(?:车|校车|班)上|中途下(?:车|了)|定位[^,。]{0,4}(?:在|停|没)|(?:水库|河|江|湖|山|铁路|高速)边?/g],
    [
      2,
      /牵(?:着|走|住)|往[^,。]{0,4}(?:车站|河边|山上|外地)[^,。]{0,2}走|没到校|没上(?:校)?车|人没了|一夜没|失踪|寻人/g,
    ],
    [
      3,
      re`
        孩子在(?:他|她|我|他们|我们)(?:那|手|这)|(?:差|少|缺)(?:了)?一个(?=.{0,14}(?:我|孩子|家|没|人|就是))|(?:坐|上)(?:上|了
        |进)?[^,。]{0,10}车(?:就|被|跟)*走了|(?:松|转|放)(?:了)?(?:手|身|眼)[^。]{0,8}(?:看不到|没了|不见|没影)
      `,
    ],
    [
      2,
      re`
        没(?:人|有人)?(?:再)?(?:见(?:过|到|着)?(?!面|识|效)|看(?:到|见)过)|找(?:遍|了(?:一圈|半天|好|一下午|一晚|个遍|两|三|几))|到处找|满(?:街|校园
        |世界)找|没(?:有)?(?:一点)?(?:消息|音讯|信儿)|人在哪|在哪(?:里|儿)?(?:都)?不知道|不知道(?:人|他|她|孩子)?(?:在|去|跑)|去向|下落|不在(?:本市|本地|学校
        |家|教室|宿舍)|停机|河边方向|广播[^,。]{0,4}(?:次|遍|找)|走散|走失|跑(?:出去|没|丢)
      `,
    ],
    [
      2,
      re`
        没(?:有)?(?:回|到|搭上|坐上|下车|出来|进|去)(?:过)?(?:宿舍|寝室|学校|校|家|教室|班|校车|车|托管)|没(?:有)?回(?:来|家|消息|信|电话)?|没下车|没到(?:家
        |校|学校|站)|没来(?:上学|上课|学校)|没接(?:到|着)(?:人|孩子|娃|他|她)|人不(?:在|见)
      `,
    ],
    [
      2,
      re`
        翻(?:墙|窗|围栏)|跑了(?!题|趟|[一两二三四五几\d]|步|圈|很|好|个|操)|出走|溜出|收拾(?:了)?(?:行李|衣服|包)|(?:留|留下)(?:了)?(?:一)?(?:句|张
        |个)(?:话|条|纸条)
      `,
    ],
    [
      2,
      /坐(?:了|上)?(?:火车|大巴|高铁|黑车)|去找(?:网|男|女|他|她|一个|那个)|网恋|带(?:着|走|了)(?:钱|身份证|户口本)/g,
    ],
    [
      2,
      re`
        (?:一直|老|总|天天|每天)?(?:跟着|尾随|跟踪|盯着|盯梢)|(?:给|塞|递|拿|用)[^,。]{0,4}(?:糖|零食|饮料|玩具|棒棒糖)|问(?:她|他|孩子|我)?(?:叫什么|住哪
        |家在|名字)|(?:要|来|说要?)(?:接|带)走|领走|没经(?:我|我们)同意|自称|冒充|(?:带|接|抱|拉|骗|拐|领|抢|送)(?:走|到外|去外|上车|到(?:外|别|乡|车))
      `,
    ],
    [2, /坐(?:错|过|反)(?:了)?(?:车|站|方向)|迷路|走丢|丢了|不见/g],
  ],
  more: [
    [1, re`${KID}|孩子`],
    [1, /打不通|没人接|不接|关机|没电|联系不|微信不回|不回|拉黑|定位|手表/g],
    [
      1,
      re`
        [一二两三四五六七八九十半几\d]+(?:多)?(?:个)?(?:小时|钟头|天|夜)|到现在|现在(?:都|还|也)?|今天才|才(?:通知|说|告诉|发现)|天(?:都)?黑|[七八九十]点|半夜
        |昨晚|昨天|一晚|一夜|早就|中午
      `,
    ],
    [1, /陌生|面包车|不认识|没见过|外人|可疑|口罩|黑衣|男的|女的|前夫|前妻|网/g],
    [1, /放学|校车|公交|地铁|车站|商场|超市|菜场|公园|景区|幼儿园|门口|路上|接/g],
    [1, /急|怎么办|咋办|帮|报警|求|警察|派出所/g],
  ],
  less: [
    [3, /骗(?:了|走)?(?:我|他|她|人)?[^,。]{0,3}钱/g],
    [3, /(?:钥匙|水杯|书|笔|卡|伞|帽|外套|衣服|眼镜|手表|本子?)[^,。]{0,3}(?:丢|不见|找不|落|掉)/g],
    [
      3,
      re`
        (?:没|没有|不是)(?:走)?(?:丢|失)|看错|原来|走失过|丢过|跳绳|谁家|拿错|没见老师|没见过(?:老师|作业)|打印|我[^,。]{0,4}跑(?:出去|了)|下楼跑
      `,
    ],
    [1, /希望|建议|担心/g],
  ],
  unless: rx`
      作业|书包|水杯|红领巾|校服|手机(?:丢|不见|坏)|猫|狗|快递|老师(?:没回|不回|没来)|客服|加班|出差|题|卷|成绩|没(?:有)?(?:来)?得及|(?:要|想|可以|能不能|提前|早点
      |晚点|谁)[^,。]{0,4}(?:接走|来接|去接)|课后(?:服务|班)|社团|卡|橡皮
    `,
  mends: true,
}

export const ENGLISH_MISSING_PILE: Pile = {
  id: 'c.en-pile',
  kind: 'missing',
  core: [
    [
      2,
      re`
        \bleft (?:the )?(?:house|home) at|\bwith (?:a|his|her) (?:backpack|suitcase|bag)\b
        |\bphones? (?:is )?(?:switched|turned) off|\bnever got (?:on|off)|\bsneak(?:ed)? out
      `,
    ],
    [
      2,
      re`
        \bwrong (?:stop|bus|train)|\bwithout (?:telling|asking) me|\bout of the (?:province|country|city)
        |\bpicked up (?:our|my)\b
      `,
    ],
    [
      2,
      re`
        \b(?:nobody|no one|hasnt anyone|havent|hasnt|not) (?:has |have |had )?(?:been )?(?:seen|heard)\b
        |\bnowhere\b|\bdont know where\b|\bwhere (?:is|s) (?:my|he|she)\b|\bcant (?:find|reach|get hold of
        |locate)\b|\blost (?:sight|track) of\b|\bgot (?:lost|separated)\b
      `,
    ],
    [
      2,
      re`
        \b(?:never|didnt|did not|hasnt|not|isnt)\b[^。]{0,12}(?:arriv\w*|came|come|show\w*|home|back|return\w*
        |get off|got off|turn\w* up|made it|in class)
      `,
    ],
    [
      2,
      re`
        \b(?:not|isnt|wont|doesnt|stopped) (?:answer\w*|pick\w* up|respond\w*|reply\w*)|\bphone (?:is|was
        |s)? ?(?:off|dead|switched off|goes to voicemail)|\b(?:watch|phone) (?:is )?dead|\bno (?:answer|reply
        |signal|word)\b
      `,
    ],
    [
      2,
      re`
        \b(?:follow(?:ed|ing|s)?|grab(?:bed|s)?|lur(?:ed|ing)|snatch\w*|took|take|taken
        |drag\w*)\b[^。]{0,16}(?:him|her|my|the (?:girl|boy|kid|child)|home|away)
      `,
    ],
    [
      2,
      re`
        \bget in (?:the|his|her|a|their)? ?(?:car|van)?|\boffer\w* (?:her|him|my)[^。]{0,12}(?:candy|ride
        |sweets|lift)|\bpretend\w* to be
      `,
    ],
    [
      2,
      re`
        \btook (?:her|his) (?:passport|clothes|bag|suitcase|id|savings)|\bpacked (?:a|her|his)|\bsneaked out
        |\bclimbed (?:out|over)|\bleft (?:a note|home|the house)\b
      `,
    ],
  ],
  more: [
    [
      1,
      re`
      \b(?:hours?|since|nearly \d|almost \d|\d ?pm|dark|midnight|last night|yesterday|all day|days|minutes)\b
    `,
    ],
    [
      1,
      re`
        \bleft (?:school |class |home )?(?:at|around|by)\b|\bschool (?:says|said)|\bbus\b|\bstation\b|\bmall\b
        |\bsupermarket\b|\bgate\b|\bpark\b
      `,
    ],
    [1, NOW],
    [1, /\b(?:stranger|man|woman|van|car|online|boyfriend|someone|police|meet)\b/g],
    [1, YOUNG],
    [1, AFRAID],
  ],
  unless: rx`
      homework|worksheet|eraser|\bbook\b|app\b|link|teacher (?:hasnt|isnt|doesnt|wont|not)|message|file
      |answer key|question|refund|office|hotline|\btest\b|grade|reading|score
    `,
  mends: true,
}
