/** P4 a: cues of sexual acts, in Chinese and in English. */
import { OUTSIDER, re, rx } from '../lexicon.ts'
import { AFRAID, STRANGER, YOUNG } from './english-words.ts'
import { SINCE } from './person.ts'
import type { Pile } from './pile.ts'

export const SEXUAL_PILE: Pile = {
  id: 'a.pile',
  kind: 'sexual',
  core: [
    [2, /抱(?:进|到|去)[^,。]{0,6}(?:岗亭|屋|房|室|车)|(?:岗亭|值班室|门卫室)[^。]{0,10}(?:关门|门关|锁)/g],
    [
      2,
      re`
        (?:叫|带|喊|拉|请)(?:到|去|进)[^,。]{0,6}(?:办公室|宿舍|房间)[^,。]{0,6}(?:锁|关)|女厕|(?:女生|女)(?:宿舍|浴室|更衣)|(?:偷看|躲在
        |藏在)[^,。]{0,6}(?:厕|浴|更衣)
      `,
    ],
    [
      2,
      re`
        摸(?!底|索|黑|鱼|奖|头|额|清|得着|准|脑)|亲(?=(?:了|过|着|吻)?(?:[她他我嘴脸额]|孩子|女儿|儿子|闺女|一口|一下|$|[,。]))|(?:抱|带|拉|叫|哄|拽|关|骗
        |领)[^,。]{0,8}(?:进|去|到|在)[^,。]{0,4}(?:储藏|小屋|小房间|里屋|车库|楼梯间|厕所|器材室|仓库|宾馆|酒店|旅馆|ktv|树林|没人|地下室|出租屋|他家|他屋)|搂
        |贴着(?:我|她|他)|蹭(?:她|他|我|来)
      `,
    ],
    [
      2,
      re`
        掀[^,。]{0,6}(?:被|裙|衣)|(?:扒|脱|拉下|解开|褪)[^,。]{0,6}(?:裤|裙|衣(?!架)|光)|衣[^,。]{0,4}(?:脱|扣子)|扣子[^。]{0,4}(?:错|开
        |掉)|光着(?:身|屁)|没穿(?:衣|裤)|再脱
      `,
    ],
    [
      2,
      re`
        内裤|泳裤|泳衣|内衣|裙子|裤裆|胸(?!牌|章|卡|怀)|(?<![楼桌椅床山树])下面|(?:肚子|衣服|裙子)(?:底下|里面|下面)|屁股|私处|那个地方|小便的地方|尿尿的地方|他的那个|小鸡
      `,
    ],
    [
      2,
      re`
        抱(?:着|住)?(?:她|我|他)?[^,。]{0,4}睡|陪(?:她|他|我)?[^,。]{0,2}睡|一起睡|躺(?:下|在|着)|被窝|(?:她|他|我)的?床|洗澡(?=.{0,20}(?:门
        |看|进去|递|拍|视频))|(?:给|帮|替)(?:她|他|我)洗(?:澡|下面|屁股)|洗下面|按摩|检查(?:身体|下面)|挠(?:痒|她|他)|当医生|扮医生|医生游戏|(?:不想|不该
        |不能)(?:让)?(?:他|人|别人)?(?:碰|摸)的|戳(?:她|他|我)|那儿(?=$|[,。])
      `,
    ],
    [
      2,
      re`
        女朋友|小老婆|叫(?:他|她)?老公|老婆|亲爱的|宝贝|(?:那种|肉麻|露骨|下流|黄)(?:话|段子|图|视频|东西|消息)|黄色|处对象|谈恋爱|灌酒|喝酒(?=.{0,14}(?:女生|女孩
        |她们|学生|陪))|(?:调|拉|解|整理)(?:泳衣|内衣|肩带)
      `,
    ],
    [2, /大腿|腿上|嘴(?!里念|角|硬|馋|巴|皮|上|唇|边)|舌头|脖子/g],
  ],
  more: [
    [1, re`${OUTSIDER}|校医|哥哥|姑丈|大人|男的`],
    [
      1,
      re`
        单独|一对一|没(?:别)?人(?:在|的)|锁(?:着|上|了)?门|门[^,。]{0,2}锁|关(?:上)?门|关灯|窗帘|里屋|小房间|办公室|更衣室|休息室|宿舍|值班室|车里|半夜|晚上|夜里
        |爸不在|妈不在|不在家
      `,
    ],
    [1, SINCE],
    [1, /疼|血|红肿|一直洗|拍照|拍视频|录/g],
    [1, /[五六七八九十]岁|十[一二三四五]岁|\d{1,2}岁|[一二三四五六]年级|初[一二三]|才(?:多大|[一二三四五六])/g],
  ],
  less: [
    [1, /男生老?掀/g],
    [1, /班里男生|同学(?:之间|互相|闹)|小朋友(?:之间|互相)|落枕|趴着/g],
    [2, /打[^,。]{0,3}屁股|正常吗|体检|校车迟到|冻/g],
  ],
  unless: rx`
      (?<!当|扮)医生(?!游戏)|妈妈(?:给|帮|抱)|自己摸|青春期|例假|正常吗|怎么(?:教|跟|和|对)[^。]{0,8}(?:讲|说|解释)|不爱洗澡|校服(?:裙|裤)(?:太|要|必|一套)
      |裙子(?:太|好|脏|短)|裤子(?:湿|脏|破|短)|外套|身高体重|家政|谈恋爱[^。]{0,10}(?:管|办|吗)|早恋|湿|尿裤|拉裤|打屁股
    `,
}

export const ENGLISH_SEXUAL_PILE: Pile = {
  id: 'a.en-pile',
  kind: 'sexual',
  core: [
    [2, /\b(?:pants off|took pictures|takes pictures|swimsuit|sit in the)\b/g],
    [
      2,
      re`
        \b(?:touch\w*|tickl\w*|kiss\w*|grab\w*|hug\w*|cuddl\w*|rub(?:s|bed|bing)?|strok\w*|massag\w*|lick\w*
        |undress\w*|naked|strip\w*)\b
      `,
    ],
    [
      2,
      re`
        \bunder (?:her|his|my) (?:skirt|shirt|clothes|dress|blanket)|\b(?:underwear|panties|private|privates
        |bottom|butt|chest|breasts?|down there|lap|thighs?|pants down|clothes off|shower\w*|bath|bathes)\b
      `,
    ],
    [
      2,
      re`
        \b(?:into|in|to|enters?) (?:my|her|his) (?:room|bed|bedroom)\b|\b(?:sleeps?|lies?|lay|lying) (?:with
        |next to|on top)|\bon top of\b
      `,
    ],
    [
      2,
      re`
        \b(?:his|my) (?:little )?girlfriend\b|\blove(?:s)? (?:letters?|her|me)\b|\bsexy\b|\bporn\w*
        |\bdirty (?:videos?|jokes?|texts?|messages?|pictures?)|\btext(?:ing|s|ed)? (?:her|him|me)\b|\b(?:film
        |films|filmed|filming|pictures of (?:her|him|me)|photos of (?:her|him|me))\b
      `,
    ],
  ],
  more: [
    [1, STRANGER],
    [1, AFRAID],
    [1, YOUNG],
    [
      1,
      re`
        \b(?:alone|locked?|door|night|nights|at work|after class|storage|closet|basement|candy|game
        |his (?:office|house|car|apartment)|toilet|changing room|bathroom)\b
      `,
    ],
    [1, /\b(?:blood|hurts?|pain|bleeding|sore)\b/g],
  ],
  unless: rx`
      \bhow (?:do|to|should|can)\b[^。]{0,30}(?:teach|talk|explain)|doctor|my husband and i|bedtime routine
      |hugs? (?:me|him|her) (?:good|every)|bath (?:at|then|and (?:bed|sleep))|before (?:bath|bed)
      |\bloves? (?:her|his) (?:teacher|class|school)
    `,
}
