/** The piles of `cues.ts` in English. Apostrophes are folded away. */
import type { Pile } from './cues.ts'

const OUTSIDER =
  /\b(?:teacher|driver|coach|stepdad|step ?father|uncle|tutor|neighbou?r|man|guy|janitor|guard|boyfriend|instructor|cousin|grandpa|babysitter|principal|someone|stranger|husband)\b/g
const AFRAID =
  /\b(?:scared|afraid|sick|cry\w*|cries|terrified|secret|dont tell|who to tell|wont (?:say|talk|tell)|not to tell|weird|uncomfortable|shak\w+|worried|what (?:do|should|can) (?:i|we)|help|screams?|screaming)\b/g
const NOW =
  /\b(?:now|right now|just|tonight|today|still|at the moment|currently|this (?:morning|afternoon|evening)|minutes? ago|last night|suddenly|immediately|already)\b/g
const YOUNG =
  /\b(?:\d{1,2} ?(?:yo|y\/o|years? old|year-old)|(?:is|im|i am|hes|shes|only|aged?|am) \d{1,2}\b|grade \d|\d(?:st|nd|rd|th) grade|little one|toddler)/g

export const ENGLISH_PILES: readonly Pile[] = [
  {
    id: 'a.en-pile',
    kind: 'sexual',
    core: [
      [
        2,
        /\b(?:touch\w*|tickl\w*|kiss\w*|grab\w*|hug\w*|cuddl\w*|rub(?:s|bed|bing)?|strok\w*|massag\w*|lick\w*|undress\w*|naked|strip\w*)\b/g,
      ],
      [
        2,
        /\bunder (?:her|his|my) (?:skirt|shirt|clothes|dress|blanket)|\b(?:underwear|panties|private|privates|bottom|butt|chest|breasts?|down there|lap|thighs?|pants down|clothes off|shower\w*|bath|bathes)\b/g,
      ],
      [
        2,
        /\b(?:into|in|to|enters?) (?:my|her|his) (?:room|bed|bedroom)\b|\b(?:sleeps?|lies?|lay|lying) (?:with|next to|on top)|\bon top of\b/g,
      ],
      [
        2,
        /\b(?:his|my) (?:little )?girlfriend\b|\blove(?:s)? (?:letters?|her|me)\b|\bsexy\b|\bporn\w*|\bdirty (?:videos?|jokes?|texts?|messages?|pictures?)|\btext(?:ing|s|ed)? (?:her|him|me)\b|\b(?:film|films|filmed|filming|pictures of (?:her|him|me)|photos of (?:her|him|me))\b/g,
      ],
    ],
    more: [
      [1, OUTSIDER],
      [1, AFRAID],
      [1, YOUNG],
      [
        1,
        /\b(?:alone|locked?|door|night|nights|at work|after class|his (?:office|house|car|apartment)|toilet|changing room|bathroom)\b/g,
      ],
      [1, /\b(?:blood|hurts?|pain|bleeding|sore)\b/g],
    ],
    unless:
      /\bhow (?:do|to|should|can)\b[^。]{0,30}(?:teach|talk|explain)|doctor|my husband and i|bedtime routine|hugs? (?:me|him|her) (?:good|every)|bath (?:at|then|and (?:bed|sleep))|before (?:bath|bed)|\bloves? (?:her|his) (?:teacher|class|school)/,
  },
  {
    id: 'b.en-pile',
    kind: 'self_harm',
    core: [
      [
        3,
        /\b(?:wont|will not|not going to|not gonna) (?:need|be (?:here|around|there|alive|at))\b[^。]{0,24}(?:any ?more|next|after|tomorrow|soon)|\b(?:better|easier|happier|favou?r|relieved)\b[^。]{0,20}(?:gone|without (?:me|him|her)|dead|not here)|\bby being gone|\babout (?:dying|death|killing|ending|suicide)|\bwants? (?:it )?(?:all )?to (?:stop|end)\b|\bsleep forever|\bnever wake/g,
      ],
      [2, /\b(?:die|dies|dying|dead|death|kill\w*|suicid\w*)\b/g],
      [
        2,
        /\b(?:rope|noose|pills?|tablets?|razor|blades?|bleach|belt around|charcoal)\b|\b(?:knife|scissors)\b[^。]{0,24}(?:room|bed|pillow|arm|wrist|bathroom|hid)/g,
      ],
      [2, /\b(?:roof|rooftop|bridge|ledge|window ?sill|balcony|railing|train tracks?|cliff)\b/g],
      [2, /\b(?:note|letter|goodbye|farewell|last words|funeral|forgive me|im sorry|take care of|miss me)\b/g],
      [
        2,
        /\b(?:cut|cuts|cutting|scars?|scratch\w*|marks|burns?|bleeding)\b[^。]{0,20}(?:arm|arms|wrists?|thighs?|legs?|self|herself|himself)/g,
      ],
      [
        2,
        /\bdisappear\w*|\b(?:be|being|is|am|like) (?:a )?(?:burden|worthless|gone|nothing)\b|\bhates? (?:my|his|her|being)|\bdont (?:want|wanna) (?:to )?(?:be|live|exist|wake)|\bgive up on (?:life|everything)|\bdone with (?:life|everything|this world)|\btired of (?:living|life|being alive|everything)/g,
      ],
    ],
    more: [
      [
        1,
        /\b(?:keeps? (?:saying|talking|writing)|told|says|said|wrote|writes|writing|texted|posted|journal|diary|drawing|draws|search\w*|googl\w*)\b/g,
      ],
      [1, AFRAID],
      [1, NOW],
      [1, /\b(?:drawer|pillow|hidden|hid|hiding|locked|bathroom|room|bag|backpack|found|missing)\b/g],
      [1, /\b(?:everyone|everybody|anyone|nobody|no one|us|family|friends)\b/g],
      [1, /\b(?:bullied|exam|grades|failed|failing|breakup|broke up|divorce|depress\w*|sleepy|alone)\b/g],
    ],
    unless:
      /grandpa|grandma|grandfather|grandmother|hamster|goldfish|\bpet\b|\bdog\b|\bcat\b|homework is killing|bored to death|dying of|dead tired|deadline|drop dead line|phone died|killed it|killing it|absence note|sick note|doctors note|thank you|vaccin|novel|story|book report|movie/,
  },
  {
    id: 'c.en-pile',
    kind: 'missing',
    core: [
      [
        2,
        /\b(?:nobody|no one|hasnt anyone|havent|hasnt|not) (?:has |have |had )?(?:been )?(?:seen|heard)\b|\bnowhere\b|\bdont know where\b|\bwhere (?:is|s) (?:my|he|she)\b|\bcant (?:find|reach|get hold of|locate)\b|\blost (?:sight|track) of\b|\bgot (?:lost|separated)\b/g,
      ],
      [
        2,
        /\b(?:never|didnt|did not|hasnt|not|isnt)\b[^。]{0,12}(?:arriv\w*|came|come|show\w*|home|back|return\w*|get off|got off|turn\w* up|made it|in class)/g,
      ],
      [
        2,
        /\b(?:not|isnt|wont|doesnt|stopped) (?:answer\w*|pick\w* up|respond\w*|reply\w*)|\bphone (?:is|was|s)? ?(?:off|dead|switched off|goes to voicemail)|\bno (?:answer|reply|signal|word)\b/g,
      ],
      [
        2,
        /\b(?:follow(?:ed|ing|s)?|grab(?:bed|s)?|lur(?:ed|ing)|snatch\w*|took|take|taken|drag\w*)\b[^。]{0,16}(?:him|her|my|the (?:girl|boy|kid|child)|home|away)/g,
      ],
      [
        2,
        /\bget in (?:the|his|her|a|their)? ?(?:car|van)?|\boffer\w* (?:her|him|my)[^。]{0,12}(?:candy|ride|sweets|lift)|\bpretend\w* to be/g,
      ],
      [
        2,
        /\btook (?:her|his) (?:passport|clothes|bag|suitcase|id|savings)|\bpacked (?:a|her|his)|\bsneaked out|\bclimbed (?:out|over)|\bleft (?:a note|home|the house)\b/g,
      ],
    ],
    more: [
      [1, /\b(?:hours?|since|nearly \d|almost \d|\d ?pm|dark|midnight|last night|yesterday|all day|days|minutes)\b/g],
      [
        1,
        /\bleft (?:school |class |home )?(?:at|around|by)\b|\bschool (?:says|said)|\bbus\b|\bstation\b|\bmall\b|\bsupermarket\b|\bgate\b|\bpark\b/g,
      ],
      [1, NOW],
      [1, /\b(?:stranger|man|woman|van|car|online|boyfriend|someone|police|meet)\b/g],
      [1, YOUNG],
      [1, AFRAID],
    ],
    unless:
      /homework|worksheet|eraser|\bbook\b|app\b|link|teacher (?:hasnt|isnt|doesnt|wont|not)|message|file|answer key|question|refund|office|hotline|\btest\b|grade|reading|score/,
    mends: true,
  },
  {
    id: 'd.en-pile',
    kind: 'violence',
    core: [
      [
        2,
        /\b(?:threw|throws?|slam\w*|smash\w*|punch\w*|kick\w*|chok\w*|strangl\w*|whip\w*|drag\w*|stomp\w*|twist\w*|beat(?:s|ing|en)?|hits?|hitting|slap(?:s|ped)?)\b[^。]{0,16}(?:me|him|her|us|our (?:son|daughter)|my (?:son|daughter|brother|sister|mom)|head|face|wall|floor|kids?|child)\b/g,
      ],
      [3, /\b(?:gun|machete|axe)\b/g],
      [2, /\b(?:bat|knife|belt|stick|pipe|chain|hammer|rod|whip|machete|blade)\b/g],
      [
        2,
        /\b(?:bruis\w*|burns?|welts?|black eye|blood\w*|bleed\w*|broken (?:arm|rib|nose|tooth|bone)|swollen|scars?|marks on)\b/g,
      ],
      [2, /\bdrunk\b|\bcomes? home drunk/g],
      [
        2,
        /\bhid(?:e|es|ing) (?:in|under|from)|\bwaiting (?:outside|for (?:my|him|her|me))|\bthreat\w*|\bgoing to (?:hurt|kill|get|beat|jump)|\bsmash\w* (?:the|everything)/g,
      ],
      [
        2,
        /\bsleeps? (?:in|on) the (?:garage|floor|balcony|shed|street|basement|porch)|\bstarv\w* (?:him|her|me|the)|\b(?:no|without) (?:food|dinner|coat|shoes)|\blocks? (?:him|her|me|us|the kids)|\blocked (?:him|her|me|us|out|in)\b/g,
      ],
    ],
    more: [
      [
        1,
        /\b(?:dad|father|mom|mum|mother|step\w*|ex|ex-?husband|uncle|aunt|parents|boyfriend|nanny|grandpa|husband)\b/g,
      ],
      [1, NOW],
      [1, AFRAID],
      [1, /\b(?:every (?:night|day|time|week)|always|again|keeps?|often)\b/g],
      [1, /\b(?:dizzy|throwing up|vomit\w*|unconscious|cant (?:walk|move|see)|hospital|stitches)\b/g],
      [1, /\b(?:older|bigger|boys|gang|next door|neighbou?r\w*|kid next|gate)\b/g],
    ],
    unless:
      /palm|ruler|in the game|video game|minecraft|fortnite|level|boss|record|baseball|cricket|softball|the ball|clock|deadline|butter knife|belt test|karate|toddler|my (?:son|daughter|kid|two year old) (?:hits|kicks)|how do i stop|pencil|magic|conductor|memory stick|glue stick|stick (?:to|with)|push(?:ed|es) .{0,10}line/,
  },
  {
    id: 'e.en-pile',
    kind: 'accident',
    core: [
      [
        3,
        /\bcant (?:move|breathe|feel|see|walk|stop (?:bleeding|vomiting|shaking))|\bnot (?:moving|breathing|waking|responding)|\bno pulse|\bturning blue|\bblue lips|\bambulance\b/g,
      ],
      [2, /\b(?:fell|fallen|falls|collaps\w*|crash\w*|hit (?:by|his head|her head)|knocked|crushed|trapped|stuck)\b/g],
      [2, /\b(?:smoke|flames?|burning|fire|explo\w*|gas|fumes|leak\w*|earthquake|flood\w*)\b/g],
      [
        2,
        /\b(?:throwing up|threw up|vomit\w*|puk\w*|dizzy|faint\w*|seizure|shaking|rash|hives|swollen|swelling|lips|foaming|convuls\w*)\b/g,
      ],
      [2, /\b(?:drank|drunk|ate|swallow\w*|chok\w*|poison\w*|bleach|pills?|battery|chemical|under the sink)\b/g],
      [2, /\b(?:blood|bleed\w*|broken|bone|bitten|bite|wound)\b/g],
    ],
    more: [
      [1, NOW],
      [
        1,
        /\b(?:not calling|wont (?:call|open|help)|nobody|no one|no nurse|gate|locked|chained|cant (?:get|reach)|refus\w*)\b/g,
      ],
      [1, AFRAID],
      [
        1,
        /\b(?:half|whole|several|many|all|lots|dozens?|\d+) (?:of )?(?:the |his |her )?(?:class|kids|children|students|boys|girls)/g,
      ],
      [1, /\b(?:head|neck|legs?|arms?|chest|face|eyes?|stairs|roof|road|pool|river)\b/g],
    ],
    unless:
      /drill|fell asleep|falls asleep|fallen asleep|fell behind|stuck on (?:the|a|one|his|her|maths?)|homework|worksheet|burning question|campfire|bbq|barbecue|smoking|fired|gas station|cold|flu\b|fever|nosebleed|last year|ate (?:dinner|lunch|breakfast|late|his|her)|fell off the bed last|whole class.{0,12}(?:copy|copied)|traffic|prevention|insurance|pe class|laps/,
    mends: true,
  },
  {
    id: 'f.en-pile',
    kind: 'online',
    needs: 4,
    core: [
      [
        2,
        /\b(?:online|discord|roblox|snapchat|instagram|tiktok|minecraft|from a game|in a game|internet|chat app|whatsapp|telegram|wechat|qq|gaming|dating)\b/g,
      ],
      [
        2,
        /\b(?:meet\w*|met|coming to (?:our|my|see)|visit\w*|hotel|address|see (?:her|him|me) (?:on|this|tonight)|pick (?:her|him|me) up)\b/g,
      ],
      [2, /\b(?:video|pics?|photos?|pictures?|screenshots?|images?|nudes?|camera|undress\w*|naked|body)\b/g],
      [
        2,
        /\b(?:send (?:it|them|this)|post (?:it|them)|leak\w*|share (?:it|them)|expose|spread|my whole (?:school|class)|everyone i know|all my (?:friends|contacts))\b/g,
      ],
      [2, /\b(?:gift cards?|pay|money|bitcoin|transfer\w*|dollars|yuan|\d{3,})\b/g],
    ],
    more: [
      [1, YOUNG],
      [1, /\b(?:\d{2} year old|man|guy|stranger|adult|someone|older)\b/g],
      [1, AFRAID],
      [
        1,
        /\b(?:threat\w*|or else|unless|if i dont|if she doesnt|if he doesnt|demand\w*|asks? (?:her|him|me)|wants? (?:her|him|me))\b/g,
      ],
    ],
    unless:
      /teacher|homework|tutor|refund|course|lesson|school (?:asks|wants|posted)|finance office|parents? (?:group|meeting)|check.?in|yearbook|fee|cake sale|fund/,
  },
]

export const ENGLISH_CHILD =
  /\b(?:i|im|me|my|he|she|him|her|they|son|daughter|kids?|child|children|boys?|girls?|student|students|niece|nephew|brother|sister|class|little one|baby|grandson|granddaughter|\d{1,2} ?yo)\b/g
