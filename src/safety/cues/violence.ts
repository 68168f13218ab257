/** P4 d: cues of violence, in Chinese and in English. */
import { FAMILY, re, rx } from '../lexicon.ts'
import { AFRAID, NOW } from './english-words.ts'
import type { Pile } from './pile.ts'

export const VIOLENCE_PILE: Pile = {
  id: 'd.pile',
  kind: 'violence',
  core: [
    [3, /倒吊|吊着|松手|(?:掐|捂)死|牙印|烟疤|勒(?:的)?印|拴/g],
    [2, /开(?:了)?刃|刀刃|骨裂|塌了|尿(?:里)?(?:有|带)?血/g],
    [1, /见血|周[一二三四五]见|敲门|没人应|在外面|门外|屋外/g],
    [2, /光脚|赤脚|没穿(?:鞋|衣)|穿(?:着)?(?:单|秋|睡)衣|零下|雪地/g],
    [
      2,
      re`
        (?:按|摁|塞|夹)[^,。]{0,4}(?:在|进|里|往)[^,。]{0,6}(?:机|缸|盆|池|桶|水|缝|马桶|锅)|(?:手|脚|头)[^,。]{0,6}(?:门缝|夹)|(?:躺|倒
        |瘫)在地(?:上|板)|谁也别想(?:走|出|活)|跪(?:着|下|在)|抽(?:嘴巴|耳光)|扇(?:耳光|嘴巴|脸)|胶带
      `,
    ],
    [
      2,
      re`
        (?:按|摁|压|拖|拽|扯|揪|拧(?!出水|紧|开)|掰|磕|撞|踩|跺|掐|勒|烫|烙|泼|浇|抽|捅|砍|扎|戳|砸|扔|吊|绑|捆|灌|揍|踹|扇|捶|殴)(?!作业|时间|到线|掉|泡|卡
        |号)[^,。]{0,10}(?:她|他|我|孩子|娃|头|脸|墙|地|脖|手(?!机|工|心|板)|胳膊|腿|背|身|肚|锅|水|嘴|人)
      `,
    ],
    [
      2,
      re`
        (?<!小卖部.{0,6}|玩具|剪|美工|铅笔|餐)刀|开(?:了)?刃|棍|凳子腿|皮带|铁丝|铁链|砖|匕首|枪(?!战)|斧|锤|板凳|酒瓶|鞭|(?:用|拿|抄)[^,。]{0,3}电线
        |电线(?:抽|打)|衣架|擀面杖|打火机|烟头
      `,
    ],
    [
      2,
      re`
        (?<!缺|贫|抽|验|心)血(?!压|型|糖|脂|汗|拼|本|栓)|青一块|紫一块|青紫|淤青|瘀|伤痕|浑身(?:是)?伤|一身(?:的)?伤|身上[^,。]{0,4}(?:伤|印|疤)|巴掌印
        |抽的印|印子|疤|烂了|肿(?:了|得|起)|破了头
      `,
    ],
    [
      2,
      re`
        断了?(?!缴|网|电|水|断续|货|开|章|层|片|一块)|骨裂|塌了|尿(?:里)?(?:有|带)?血|脱臼|骨折|缝(?:了)?[\d几两三四五六七八九十]+针|耳膜|脑震荡|昏|晕|吐了|住院
        |起不来|站不
      `,
    ],
    [2, /不(?:给|让)[^,。]{0,6}(?:饭|吃|喝水|睡|进屋|进门|回家|上桌)|饿(?:着|了|得)/g],
    [1, /皮包骨|瘦得|单鞋|单衣|没(?:有)?棉|馊|剩饭/g],
    [2, /睡(?:在)?(?:阳台|地上|车库|狗窝|猪圈|走廊|厕所|楼道)|(?:锁|关|反锁)(?:在|进|到|起)/g],
    [
      2,
      re`
        (?:爸|妈|爹|娘|爷|奶|叔|舅|父|母|继|后妈|后爸|哥|老公)[^,。]{0,10}(?:打|揍|动手)(?!工|电|球|牌|卡|字|扫|印|扮|针|折|车|开|算|听|招|的士|包)|(?:打
        |揍)(?:他|她|我|孩子|娃)(?!电|个|的)|(?:打|揍)(?:出气|断|残|伤|得|到)|挨(?:打|揍)|砸门|砸东西|发酒疯|动手打
      `,
    ],
    [
      2,
      re`
        说(?:再|今晚|明天|下次|放学|要)[^,。]{0,8}(?:打|扎|弄|砍|捅|揍|收拾|来)|放话|扬言|(?:明天|今晚|放学|下次)还(?:要|来|打)|(?:等着|堵|围)(?:我|他|她
        |孩子|儿子|女儿|着)|不敢出(?:校门|门|教室)|威胁
      `,
    ],
  ],
  more: [
    [1, re`${FAMILY}|养|前夫|前妻|保姆|阿姨`],
    [1, /喝(?:多|醉|了|酒)|醉|酒|赌|吸毒|发疯/g],
    [1, /天天|每天|每晚|常年|老是|经常|又|一直|从小|好几次|不止一次/g],
    [1, /惨叫|尖叫|叫声|喊|哭|求|救|怕|不敢|躲|跪|别(?:跟|告诉)|不让(?:他|她)?说/g],
    [1, /头|脸|脖子|后背|背上|胳膊|手臂|腿|耳朵|眼睛|身上/g],
    [1, /现在|刚刚|刚才|正在|今晚|昨晚|昨天|今天|放学/g],
    [1, /邻居|隔壁|楼上|楼下|对门|亲戚|同学|班里/g],
  ],
  less: [
    [2, /(?:气得|真|恨不得)?我?[^,。]{0,2}想揍(?:他|她|人)/g],
    [2, /墨水|泼到(?:衣|书|本)|抽查|辛苦了/g],
    [2, /没伤着|没受伤|没(?:什么)?大碍/g],
    [1, /老师|同学|同桌|男生|家委/g],
    [1, /希望|建议|没当回事|应该|太危险/g],
    [
      2,
      re`
        指甲|抠手|(?:奶奶|爷爷|外婆|姥姥|老人)[^,。]{0,3}(?:住院|生病|手术)|耳朵(?!出血|流血|聋)|掉色|染|落枕|等开门|等[^,。]{0,6}分钟|站军姿|军训|踢出群|裸露
        |作业本|补到|补作业
      `,
    ],
  ],
  unless: rx`
      手心|手板|教鞭|戒尺|尺子|铅笔|橡皮|互相推|闹着玩|打球|打篮球|踢球|打针|疫苗|蚊子|口算|笔芯|(?<!说是|说)自己摔|不小心|打印|打卡|一刀切|剪刀|美工课|手工|打折|打扫|打工|玩枪
      |打游戏|流鼻血|不(?:给|让)(?:孩子)?(?:上厕所|喝水|吃零食|睡午觉)
    `,
}

export const ENGLISH_VIOLENCE_PILE: Pile = {
  id: 'd.en-pile',
  kind: 'violence',
  core: [
    [
      3,
      re`
        \bshak(?:es?|ing|en) (?:the|her|his|a|my)? ?(?:baby|child|infant)|\bbroke (?:my )?moms? \w+
        |\blooking for me|\bbring a knife
      `,
    ],
    [
      2,
      re`
        \b(?:threw|throws?|slam\w*|smash\w*|punch\w*|kick\w*|chok\w*|strangl\w*|whip\w*|drag\w*|stomp\w*
        |twist\w*|beat(?:s|ing|en)?|hits?|hitting|slap(?:s|ped)?)\b[^。]{0,16}(?:me|him|her|us|our (?:son
        |daughter)|my (?:son|daughter|brother|sister|mom)|head|face|wall|floor|kids?|child)\b
      `,
    ],
    [3, /\b(?:gun|machete|axe)\b/g],
    [2, /\b(?:bat|knife|belt|stick|pipe|chain|hammer|rod|whip|machete|blade)\b/g],
    [
      2,
      re`
        \b(?:bruis\w*|burns?|welts?|black eye|blood\w*|bleed\w*|br(?:oke|eaks?|oken) (?:my|his|her
        |our)?(?: \w+s)? ?(?:arm|finger|leg|wrist|nose|jaw|ribs?)|at the er\b|broken (?:arm|rib|nose|tooth
        |bone)|swollen|scars?|marks on)\b
      `,
    ],
    [2, /\bdrunk\b|\bcomes? home drunk/g],
    [
      2,
      re`
        \bhid(?:e|es|ing) (?:in|under|from)|\bwaiting (?:outside|for (?:my|him|her|me))|\bthreat\w*
        |\bgoing to (?:hurt|kill|get|beat|jump)|\bsmash\w* (?:the|everything)
      `,
    ],
    [
      2,
      re`
        \bsleeps? (?:in|on) the (?:garage|floor|balcony|shed|street|basement|porch)|\bstarv\w* (?:him|her|me
        |the)|\b(?:no|without) (?:food|dinner|coat|shoes|a coat)|\bin the snow|\blocks? (?:him|her|me|us
        |the kids)|\blocked (?:him|her|me|us|out|in)\b
      `,
    ],
  ],
  more: [
    [
      1,
      re`
        \b(?:dad|father|mom|mum|mother|step\w*|ex|ex-?husband|uncle|aunt|parents|boyfriend|nanny|grandpa
        |husband)\b
      `,
    ],
    [1, NOW],
    [1, AFRAID],
    [1, /\b(?:every (?:night|day|time|week)|always|again|keeps?|often)\b/g],
    [1, /\b(?:dizzy|throwing up|vomit\w*|unconscious|cant (?:walk|move|see)|hospital|stitches)\b/g],
    [1, /\b(?:older|bigger|boys|gang|next door|neighbou?r\w*|kid next|gate)\b/g],
  ],
  unless: rx`
      palm|ruler|in the game|video game|minecraft|fortnite|level|boss|record|baseball|cricket|softball
      |the ball|clock|deadline|butter knife|belt test|karate|toddler|my (?:son|daughter|kid
      |two year old) (?:hits|kicks)|how do i stop|pencil|magic|conductor|memory stick|glue stick|stick (?:to
      |with)|push(?:ed|es) .{0,10}line
    `,
}
