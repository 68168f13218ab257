// Words for who is meant, and for whether something happened tonight or is only talked about.

import type { WordList } from './index.ts'

export const PEOPLE: WordList = {
  kid: '孩子|娃|孩儿|娃娃|小朋友|小孩|宝贝|宝宝|儿子|女儿|闺女|小子|丫头|小家伙|崽|崽崽|小崽子|崽伢子|伢|伢子|妹子|囡囡|囡|小囡|小鬼|神兽|熊孩子|他|她|人|俺娃|额娃|我娃|咱娃|我家娃|自己|我儿|我女|我儿子|我女儿|我闺女|幺儿|幺妹|小祖宗|这货|这家伙|混世魔王|小魔王|阿仔|阿囡|我仔|个仔|个女|仔仔|he|she|kid|the kid|child|they|my kid|my boy|my girl|the kids|kiddo|him|her',
  me: '我|俺|i|me',
  adult:
    '我家那口子|我家那位|那口子|孩子他爸|孩子他妈|孩儿他爸|孩儿他妈|我对象|爱人|我爱人|丈夫|妻子|我丈夫|我妻子|小姨|舅舅|姑姑|姑妈|他爸|他妈|她爸|她妈|孩子爸|孩子妈|孩他爸|孩他妈|娃爸|娃妈|娃爹|娃娘|他爹|他娘|她爹|她奶奶|他奶奶|爸爸|妈妈|爷爷|奶奶|姥姥|姥爷|外公|外婆|老公|老婆|媳妇|他爷爷|她爷爷|我妈|我爸|我婆婆|婆婆|公公|阿姨|保姆|老师|班主任|他姥姥|她姥姥|我老公|我老婆|孩子奶奶|孩子爷爷|孩子姥姥|我们俩|我俩|我和他爸|我和她爸|家长|我跟他爸|校长|教练|我先生|我太太|阿妈|阿爸|dad|mum|mom|his dad|her dad|his mum|her mum|his mom|her mom|grandma|grandpa|granny|gran|my husband|my wife|husband|wife|the teacher|teacher|nanny|daddy|mummy|mommy|auntie',
  other_family:
    "隔壁|隔壁家|邻居|邻居家|别人家|别家|人家|人家孩子|同桌|他同桌|她同桌|同学|他同学|她同学|有同学|班里|班上|群里|有的孩子|有的家长|有家长|其他家长|同事家|同事|闺蜜家|闺蜜|表哥|表弟|表姐|表妹|堂哥|堂弟|堂姐|侄子|侄女|外甥|外甥女|亲戚家|朋友家|朋友|楼上|楼下|楼上邻居|对门|学霸|我同学家|大家都|大家|有的人|有人|其他孩子|别的孩子|别的家长|全班|我姐家|我妹家|我哥家|我弟家|小区|网上|新闻|邻居娃|the neighbour|the neighbor|neighbour's|neighbor's|neighbours|neighbors|next door|next-door|other kids|other children|other parents|his friend|her friend|friend's|his classmate|her classmate|classmate|classmates|my friend's|my sister's|my niece|my nephew|his cousin|her cousin|cousin|everyone else|some parents|some kids|my colleague|colleague's",
  own_family: '我家|我们家|咱家|俺家|我屋|我们这|我们娃|咱们|我们|ours|our|my son|my daughter|mine|we|my',
  childhood:
    '我小时候|小时候|我们小时候|我们那时候|我们那会儿|我们那会|那个年代|我那时候|我那会儿|当年|想当年|我上学|我读书|我念书|我上小学|我们上学|我当学生|以前我|过去我|我们那代|when i was|in my day|in my time|back in my|at his age i|at her age i|as a kid i|back when',
  tell: '看了下|看了看|看了一下|看了眼|看了看表|看了下表|看了下时间|说|听说|说是|讲|报|代报|回报|上报|报告|报备|呈报|补报|补一下|补上|汇报|来报|代|让我报|问|问了|看|看了|检查|陪|陪着|盯|盯着|带|带的|带着|管|让|叫|猜|估|觉得|估计|记得|发现|帮|替|交代|告诉|喊|看着|发|says|said|say|tells|told|reports|reckons|thinks|think|guess|put|got|let|made|had|sent|helped|believe|watched|checked|hear|heard|tucked',
}

export const TIME_FRAMES: WordList = {
  tonight:
    "今晚|今天|今日|今夜|今儿|今儿个|今个|今个儿|今天晚上|今晚上|今朝|今黑|今黑了|今黑里|今日份|今夜头|本日|当晚|今宵|今儿晚上|tonight|today|this evening|tonite|tonight's|today's",
  last_night:
    "昨天|昨晚|昨夜|昨日|昨儿|昨儿个|昨个|昨个儿|昨晚上|昨天晚上|昨日晚上|昨儿晚上|昨黑|昨黑了|昨黑里|昨宿|昨下晚|昨夜头|夜儿个|夜儿|夜来|夜里个|夜个|夜隔|昨朝|昨暝|昨晚黑|昨晚间|昨日夜|昨儿夜里|昨天夜里|夜儿黑|昨后晌|夜黑|夜黑了|夜来晚上|last night|yesterday|yesterday evening|yesterday night|last night's|yesterday's|the night just gone|last evening",
  before_last:
    '前天|前晚|前日|前夜|前天晚上|前晚上|前儿|前儿个|前个|前日晚上|大前天晚上之后|前天夜里|the night before last|night before last|the day before yesterday|day before yesterday|two nights ago|2 nights ago|two days ago|2 days ago',
  both_nights:
    '两天都|两晚都|这两天都|两天|两晚|两天晚上|两个晚上|两晚上|都一样|both nights|both days|both evenings|each night|on both nights',
  morning: '今早|明早|今天早上|明天早上|早上|清早|一早|今晨|次日|第二天|this morning|tomorrow morning',
  plan: "从今以后|以后都|以后让|以后每|以后九|以后要|以后得|以后就|明天|明晚|明儿|明儿个|后天|打算|准备|计划|想让|将来|往后|下次|等会|等会儿|等下|等一下|一会|一会儿|待会|待会儿|马上|即将|争取|希望|想要|目标|预计|估计要|估计得|怕是要|怕要|得写到|要写到|恐怕要|恐怕得|今后|从明天|下学期|晚点|回头|约好|说好|本来|原本|原定|原计划|本想|应该要|要是|如果|万一|过会|过会儿|快要|最好|尽量|就要|给他定|规矩是|定的是|tomorrow|will|going to|gonna|plan|planning|plans|hope|hoping|hopefully|aim|aiming|trying|let's|want|wants|wanted|would like|supposed|about to|soon|from now on|next week|later tonight|should be in bed|i'll|he'll|she'll|we'll|goal|target|meant for|ought|will be|intend",
  habit:
    '以前|从前|过去|那阵子|每天|每晚|平时|平常|平日|一般|一般都|通常|经常|总是|天天|老是|往往|向来|一向|从来|日日|夜夜|每次|每日|每周|这学期|上学期|最近|近来|这几天|这周|这一周|这个星期|上周|有时|有时候|常常|动不动|一直都是|动辄|每到|每逢|每个晚上|每个星期|一年到头|天天都|usually|always|every night|every day|everyday|normally|most nights|often|typically|generally|each evening|sometimes|these days|lately|recently|all week|every evening|on average|every single night|nightly|per day|per night|a night|a day|on weekdays|weekdays|this week|this term|nowadays',
  question:
    "what|which|who|how|why|shall|should|吗|嘛|怎么|怎么办|咋|咋办|咋整|什么时候|几点|多少|多久|多长时间|哪里|哪儿|哪个|谁|什么|为什么|为啥|咋样|怎样|怎么样|是不是|要不要|能不能|可不可以|可以吗|行不|行不行|行吗|好不好|有没有|该不该|对不对|晚不晚|早不早|多不多|算不算|请问|几时|点解|点样|边个|是否|对吗|如何|不是吗|是多少|is it|is that|is this|are they|can i|can you|could you|do you|do i|does it|is there|would it|is he supposed|am i|how do|may i|how long|how much|isn't it",
  judge:
    '算晚|算早|算多|算少|算不算|正常吗|正常|合理吗|合理|合适吗|合适|可以吗|行不行|行不|行吗|晚吗|早吗|多吗|够吗|够不够|对吗|好吗|晚不晚|早不早|多不多|你看行|怎么看|too late|too early|too much|too long|enough|normal|okay|ok for|reasonable|healthy|allowed',
  policy:
    '规定|不超过|不能超过|不得超过|不应超过|别超过|不要超过|要求|限制|控制|标准|建议|上限|按规定|允许|红线|双减|政策|按要求|理应|最多不|limit|limits|rule|rules|allowed|recommended|recommend|maximum|no more than|supposed to|guideline|guidelines|policy|required|requirement|cap',
  past: '了|才|就|过|的|已经|终于|总算|居然|竟然|was|were|went|fell|took|had|finally|ended up|came',
  instead:
    '结果|实际|实际上|最后|最终|后来|没想到|哪知道|可是|但是|不过|但|其实|却|还是拖到|in the end|actually|but|ended up|however|turned out',
}
