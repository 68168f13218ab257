/** P4 f: cues of lures on the net, in Chinese and in English. */
import { KID, re, rx } from '../lexicon.ts'
import { AFRAID, YOUNG } from './english-words.ts'
import type { Pile } from './pile.ts'

export const ONLINE_PILE: Pile = {
  id: 'f.pile',
  kind: 'online',
  needs: 4,
  core: [
    [
      2,
      /躲(?:开|过)?(?:家长|爸|妈|大人)|看(?:他|她|我|孩子)洗澡|(?:游戏|网)(?:里|上)[^,。]{0,4}(?:教|让|叫|逼)|内衣|私房照|模特|兼职/g,
    ],
    [
      2,
      re`
        网友|网恋|网上(?:认识|的人|那个|一个)|扩列|(?:游戏|qq|微信|抖音|快手|群)里?[^,。]{0,6}(?:认识|加|叫)[^,。]{0,6}(?:人|男|女|姐|哥|叔|老公|老婆|他
        |她)|加(?:了)?(?:个|一个)?(?:陌生|群|qq|微信|好友|男)|陌生(?:人|男|网)|主播|直播
      `,
    ],
    [
      2,
      re`
        (?:不能|不让|不许|别)[^,。]{0,4}(?:爸|妈|家里|大人|家长|老师)[^,。]{0,3}知道|只(?:用|能|许)(?:那个|这个)?[^,。]{0,4}(?:聊|联系)|寄(?:了
        |来)|骗(?:到|去|进|走)|扣(?:了|下|住|着)|去换|不照做|照(?:他|她)说的做
      `,
    ],
    [2, /见面|约(?:好|了|她|他|我|在)|来(?:找|接)(?:她|他|我)|来我们(?:这|城|市|学校)|地址|酒店|宾馆|车票/g],
    [
      2,
      re`
        (?:身体|身子|私密|没穿|不穿|光着|胸|下面|腿|内衣|裙|脱)[^,。]{0,10}(?:照|拍|视频|录|发|看)|(?:照|拍|视频|录|发|看)[^,。]{0,10}(?:身体|身子|私密
        |没穿|不穿|光着|胸|下面|内衣|脱)|洗澡(?:的)?(?:视频|照|录)|光身子|p(?:到|成|在)|换脸|再(?:脱|拍|发)|体检照|裸|刻字|自残|割
      `,
    ],
    [
      2,
      re`
        (?:再|要是|如果)?不(?:给|发|转|打|听|见|答应|来|做)(?:钱|照|他)?[,]?(?:的话)?(?:就|便|马上|他就|她就)|群发|通讯录|曝光|公开|散布|传(?:到|给|遍|出去)
        |发(?:给|到|遍)(?:全|我|她|他|学校|班|同学|家长)|威胁|敲诈|勒索|来学校找|学校门口堵|要[一二两三四五六七八九几\d]+(?:千|万|百|块)?
      `,
    ],
    [
      1,
      re`
        转(?:了|账|给|走|过去|钱)|打(?:了)?(?:钱|款)|汇(?:款|钱)|[一二两三四五六七八九几]+[千万]|\d{3,}|扫码|验证码|银行卡|点卡|礼品卡|刷(?:单|礼物)|打赏
      `,
    ],
  ],
  more: [
    [1, re`${KID}`],
    [1, /对方|那边|那个人|那人|他说|她说|姐姐|哥哥|叔叔|男人|[二三四五]十(?:多|几)?岁/g],
    [1, /偷偷|瞒|删(?:了)?(?:记录|聊天)|不让(?:说|我看|看)|秘密|半夜|拿我手机|害怕|哭|怕|不敢|怎么办/g],
    [1, /视频|照片|录像|截图|录屏|聊天记录/g],
    [1, /[五六七八九十]岁|\d{1,2}岁|[一二三四五六]年级|初[一二三]/g],
  ],
  unless:
    /老师|机构|课后|学费|补课|培训|家委|班费|校服|教辅|退费|退款|孩子他爸|学校收|餐费|作业打卡|背书|朗读|打卡视频|充了|充值|皮肤|套餐|缴费|补报|报名/,
}

export const ENGLISH_ONLINE_PILE: Pile = {
  id: 'f.en-pile',
  kind: 'online',
  needs: 4,
  core: [
    [
      2,
      re`
      \b(?:challenges?|gifts?|keeps sending|school name|scratch|carve|into his arm|into her arm|swimsuit)\b
    `,
    ],
    [
      2,
      re`
        \b(?:online|in the game|discord|roblox|snapchat|instagram|tiktok|minecraft|from a game|in a game
        |internet|chat app|whatsapp|telegram|wechat|qq|gaming|dating)\b
      `,
    ],
    [
      2,
      re`
        \b(?:meet\w*|met|coming to (?:our|my|see)|visit\w*|hotel|address|see (?:her|him|me) (?:on|this
        |tonight)|pick (?:her|him|me) up)\b
      `,
    ],
    [
      2,
      re`
      \b(?:video|pics?|photos?|pictures?|screenshots?|images?|nudes?|camera|undress\w*|naked|body)\b
    `,
    ],
    [
      2,
      re`
        \b(?:send (?:it|them|this)|post (?:it|them)|leak\w*|share (?:it|them)|expose|spread|my whole (?:school
        |class)|everyone i know|all my (?:friends|contacts))\b
      `,
    ],
    [2, /\b(?:gift cards?|pay|money|bitcoin|transfer\w*|dollars|yuan|\d{3,})\b/g],
  ],
  more: [
    [1, YOUNG],
    [1, /\b(?:\d{2} year old|man|guy|stranger|adult|someone|older)\b/g],
    [1, AFRAID],
    [
      1,
      re`
        \b(?:threat\w*|or else|unless|if i dont|if she doesnt|if he doesnt|demand\w*|asks? (?:her|him|me)
        |wants? (?:her|him|me))\b
      `,
    ],
  ],
  unless: rx`
      teacher|homework|tutor|refund|course|lesson|school (?:asks|wants|posted)|finance office
      |parents? (?:group|meeting)|check.?in|yearbook|fee|cake sale|fund
    `,
}
