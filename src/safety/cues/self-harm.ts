/** P4 b: cues of self-harm and suicide, in Chinese and in English. */
import { re, rx } from '../lexicon.ts'
import { AFRAID, NOW } from './english-words.ts'
import { SINCE } from './person.ts'
import type { Pile } from './pile.ts'

export const SELF_HARM_PILE: Pile = {
  id: 'b.pile',
  kind: 'self_harm',
  core: [
    [
      2,
      /(?:刀|药|绳|瓶)[^。]{0,14}(?:抢|夺)(?:过来|下来|回来|走)|(?:抢|夺)(?:下|过|走)[^,。]{0,6}(?:刀|药|绳|瓶)|(?:谢谢|感谢)[^。]{0,14}我(?:先)?走了/g,
    ],
    [3, /没有下次|最后一次考|今晚(?:就)?(?:要)?走/g],
    [2, /窗前|窗口|不吃不喝|绝食|(?:别碰|放开)我|让我走|[一二三四五六七]楼[^,。]{0,4}外面|截(?:了|下)|死算/g],
    [
      3,
      /(?:安静|没人|没有人)(?:认识|打扰)?的地方|想[^,。]{0,6}睡过去|用不(?:上|着)了|不(?:用|必)叫[^,。]{0,3}(?:起|醒)/g,
    ],
    [2, /(?:胳膊|手臂|手腕)[^。]{0,16}(?:印|一道|口|线|一条|痕|纱布|创可贴|包着)|(?:掐|打|捶|扇|咬|抓|撞|拧)自己/g],
    [
      2,
      re`
        (?:楼|窗|阳台|天台|桥|河|江|湖|栏杆|屋顶|海)(?:边)?[^,。]{0,8}(?:翻(?:过|出|下)|跳(?!绳|远|舞)|冲|扑|栽|往下)|(?:往|冲|扑
        |翻)[^,。]{0,4}(?:窗|阳台|楼下|天台|河|江|桥)
      `,
    ],
    [
      3,
      re`
        (?:绳|围巾|腰带|鞋带)[^,。]{0,8}(?:脖子|往脖|套脖|勒)|脖子[^,。]{0,5}(?:套|勒)|收尸|(?:处理|安排)(?:好|掉)?后事|遗愿|火化|骨灰|(?:选
        |挑)(?:好)?(?:了)?(?:一|个|哪)(?:天|日子)|(?:别|谁也别|都别|不要)(?:过来|拦着?我|救我)|睡[^,。]{0,6}(?:不(?:用)?起来|再也不|不醒)
        |醒不(?:过)?来就好
      `,
    ],
    [
      3,
      re`
        前程似锦|就到这(?:里|儿)了|写完这(?:封|条)|活不(?:到|过|长)|化成灰|登出|退出(?:这个|人生|地球)|(?:以后|明年|下学期|到时候)[^,。]{0,8}(?:他|她|我)(?:也
        |就)?(?:不在|没)了|声音叫(?:他|她|我)|(?:睡|躺)(?:过去|下去)?[^,。]{0,3}不(?:再)?醒|不(?:想|愿)(?:再)?存在
      `,
    ],
    [2, /死(?!了?(?:爷|奶|外|姥|太|一只|一条))/g],
    [
      2,
      re`
        (?:麻|跳)?绳(?:子)?(?=.{0,14}(?:床|枕|柜|抽屉|书包|脖|梁|藏|找到|发现))|床(?:底|下)[^,。]{0,6}(?:绳|刀|药|炭)|炭(?!笔|水|烤|火锅|酸)
        |安眠药|农药|刀片|刀(?=.{0,14}(?:枕|被|书包|抽屉|床|藏|胳膊|手腕|袖|腿))
      `,
    ],
    [
      2,
      re`
        (?:拿|偷|藏|攒|翻出|找出|倒|吃|吞|喝)[^,。]{0,8}药|药[^,。]{0,3}(?:我|他|她|都|全|已经)*(?:吃|吞|喝)(?:了|完|光)|(?:吃
        |喝)了[^,。]{0,4}(?:瓶|板|把|盒)|药[^,。]{0,6}(?:没了|少了|不见|空|一板|一瓶|一把|一盒|好几|拿走|藏|攒|走)|(?:几|多少)(?:片|颗|粒)药?|(?:哪种
        |什么|啥)药
      `,
    ],
    [
      2,
      re`
        楼顶|天台|顶楼|栏杆|护栏|窗(?:户|台|外|边)(?=.{0,10}(?:腿|坐|站|爬|开|下来|跳|外面|拉|抱|危险))|(?:腿|脚)[^,。]{0,4}(?:窗|外面|外边|空)|(?:桥
        |河|江|湖|塘|水库|铁轨|海)(?:上|边)|\S楼(?=.{0,6}跳)|跳(?:下去|下来)
      `,
    ],
    [
      2,
      /(?:拽|拉|抱|拦|救|劝)(?:了|住)?(?:回来|下来|上来|住了)|从[^,。]{0,4}(?:塘|河|水|桥|楼)[^,。]{0,4}(?:拉|救|拽)/g,
    ],
    [
      2,
      re`
        对不起|到这(?:里|儿)了|辛苦了|养育|来世|永别|照顾好|忘(?:了|掉)我|别(?:难过|想我|哭|找我|等我|担心我)|原谅我|保重|谢谢你们(?:养|照顾|陪)|欠你|下辈子|解放了|一起走
        |没有(?:考试|痛苦|作业|烦恼)的(?:地方|世界)|另一个(?:地方|世界)|给所有人|定时(?:发|消息|短信|邮件)|密码(?=.{0,10}(?:告诉|写|给|在|银行|卡))|(?:位子
        |位置|座位)[^,。]{0,4}空|不用(?:再)?(?:操心|担心|管我|找我|等我)|省(?:心|钱)了|解脱|告别|道别|最后(?:一|的)?(?:次|天|晚|面|句|条|顿)|不在了
        |没(?:了)?我(?=.{0,10}(?:你|生|好|轻))|再生一个|(?:以后|再)(?:都|也)不(?:来|用来|会来|回来)
      `,
    ],
    [
      2,
      re`
        (?:删|清空|注销|退)(?:了|掉|光|空)?[^,。]{0,6}(?:好友|微信|朋友圈|qq|群|相册|照片|号)|(?:好友|微信|朋友圈|照片|日记|东西)[^,。]{0,8}(?:删|清空
        |烧|扔|撕)(?:了|光|掉)|备忘录|处理(?:掉|完)(?:手机|东西|所有)|留(?:下|了|低)?[^,。]{0,4}(?:信|纸|条|字)|(?:信|纸条|字条)[^,。]{0,6}(?:桌
        |枕|书包|床)
      `,
    ],
    [
      2,
      /口子|划[痕伤]|疤|伤口|血痕|刀痕|(?:割|划|扎|烫|摁|掐|咬|捶|抓|拧)[^,。]{0,6}(?:自己|胳膊|手腕|手臂|大?腿|脸)/g,
    ],
    [
      1,
      re`
        自己(?:是|很|就|太|真)?[^,。]{0,2}(?:没有?用|废|多余|累赘|拖累|垃圾)|谁(?:都|也)不(?:要|爱|喜欢|在乎|管)我|没人(?:要|爱|喜欢|在乎|懂)(?:我|他|她)
        |骂我了?|不要我
      `,
    ],
    [1, /活(?!动|泼|跃|该|力|页|儿|期|血|塞)(?<!生活|干活|灵活|农活|家务活|快活)/g],
  ],
  more: [
    [1, /永远|再也|以后都|下辈子|世界|消失|离开|一个人走|想走|要走|走了|飞|安静|睡/g],
    [1, /手机(?:就)?关机|关机了|人(?:就)?不(?:在|见)|不(?:见|在)(?:家|了)|没回|找不到|不接电话|锁(?:在|着|门)|反锁/g],
    [1, /今晚|今天|刚刚|刚才|现在|昨晚|今早|马上|正在|明天/g],
    [1, /密密麻麻|胳膊|手臂|手腕|长袖|校服|袖|腿|脖子/g],
    [1, SINCE],
    [1, /不承认|藏|枕头|抽屉|书包|床底|偷偷|搜|查|问(?:我|他|她)?/g],
    [1, /考|成绩|排名|分数|骂|分手|离婚|孤立|欺负|抑郁|药/g],
  ],
  less: [
    [
      2,
      /问[^,。]{0,8}死|死亡(?:的事|是什么|教育)|死了去哪|生死|作业在|在桌上|(?:提醒|机会|通知)|蚊子|同桌(?:老|总|又)?掐|哈哈|群(?:聊|发)?通知/g,
    ],
    [1, /希望学校|建议|活动/g],
  ],
  unless:
    /感冒药|退烧药|止咳|过敏药|消炎|中药|吃了药(?:睡|就|好)|近视|爷爷|奶奶|外公|外婆|姥|仓鼠|小狗|小猫|金鱼|跳绳|春游|钓鱼|毕业照|医生(?:建议|让|开)/,
}

export const ENGLISH_SELF_HARM_PILE: Pile = {
  id: 'b.en-pile',
  kind: 'self_harm',
  core: [
    [
      3,
      re`
        \bhang(?:ing|ed|s)? (?:from|him|her|my)|\bhow (?:much|many)\b[^。]{0,24}(?:enough|pills|tylenol|tablets
        |to die)|\bwould be enough
      `,
    ],
    [
      3,
      re`
        \bsooner (?:im|i am|he|she)[^。]{0,6}gone|\b(?:been|had) a good (?:run|life)|\bsorry for existing
        |\baround (?:his|her|my) neck|\bpills? in (?:my|his|her) hand|\bi have the pills
      `,
    ],
    [
      3,
      re`
        \b(?:wont|will not|not going to|not gonna) (?:need|be (?:here|around|there|alive
        |at))\b[^。]{0,24}(?:any ?more|next|after|tomorrow|soon)|\b(?:better|easier|happier|favou?r
        |relieved)\b[^。]{0,20}(?:gone|without (?:me|him|her)|dead|not here)|\bby being gone|\babout (?:dying
        |death|killing|ending|suicide)|\bwants? (?:it )?(?:all )?to (?:stop|end)\b|\bsleep forever
        |\bnever wake
      `,
    ],
    [2, /\b(?:die|dies|dying|dead|death|kill\w*|suicid\w*)\b/g],
    [
      2,
      re`
        \b(?:rope|noose|pills?|tablets?|razor|blades?|bleach|belt around|charcoal)\b|\b(?:knife
        |scissors)\b[^。]{0,24}(?:room|bed|pillow|arm|wrist|bathroom|hid)
      `,
    ],
    [2, /\b(?:roof|rooftop|bridge|ledge|window ?sill|balcony|railing|train tracks?|cliff)\b/g],
    [
      2,
      re`
        \b(?:note|letter|goodbye|farewell|last words|funeral|forgive me|im sorry|take care of|miss me
        |thank you all|love you all|starving (?:her|him|my)self)\b
      `,
    ],
    [
      2,
      re`
        \b(?:cut|cuts|cutting|scars?|scratch\w*|marks|burns?|bleeding)\b[^。]{0,20}(?:arm|arms|wrists?|thighs?
        |legs?|self|herself|himself)
      `,
    ],
    [
      2,
      re`
        \bdisappear\w*|\bisnt picking up|\b(?:be|being|is|am|like) (?:a )?(?:burden|worthless|gone|nothing)\b
        |\bhates? (?:my|his|her|being)|\bdont (?:want|wanna) (?:to )?(?:be|live|exist|wake)
        |\bgive up on (?:life|everything)|\bdone with (?:life|everything|this world)|\btired of (?:living|life
        |being alive|everything)
      `,
    ],
  ],
  more: [
    [
      1,
      re`
        \b(?:keeps? (?:saying|talking|writing)|told|says|said|wrote|writes|writing|texted|posted|journal|diary
        |drawing|draws|search\w*|googl\w*)\b
      `,
    ],
    [1, AFRAID],
    [1, NOW],
    [1, /\b(?:drawer|pillow|hidden|hid|hiding|locked|bathroom|room|bag|backpack|found|missing)\b/g],
    [1, /\b(?:everyone|everybody|anyone|nobody|no one|us|family|friends)\b/g],
    [
      1,
      re`
      \b(?:bullied|exam|grades|failed|failing|breakup|broke up|divorce|depress\w*|sleepy|alone)\b
    `,
    ],
  ],
  less: [
    [2, /\bdriv\w+\b[^。]{0,16}bridge|\bover the bridge/g],
    [2, /\bfrom this group|im dead|lol|remove me/g],
  ],
  unless: rx`
      grandpa|grandma|grandfather|grandmother|hamster|goldfish|\bpet\b|\bdog\b|\bcat\b|homework is killing
      |bored to death|dying of|dead tired|deadline|drop dead line|phone died|killed it|killing it|absence note
      |sick note|doctors note|thank you|vaccin|novel|story|book report|movie
    `,
}
