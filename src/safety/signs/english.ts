/** The same six leaves, and unclear distress, as English-speaking parents and children put them. Apostrophes are folded away. */
import { re, rx } from '../lexicon.ts'
import type { Sign } from './sign.ts'

const GROWN =
  '(?:dad|father|mom|mum|mother|stepdad|stepfather|stepmom|stepmother|step dad|step mom|uncle|aunt|grandpa|grandfather|grandma|boyfriend|husband|parents?|papa|daddy|mommy|mummy|brother|cousin|guardian|babysitter|nanny)'
const STRANGER =
  '(?:teacher|coach|tutor|uncle|man|guy|driver|neighbou?r|janitor|guard|cousin|stepdad|stepfather|boyfriend|stranger|principal|grandpa|someone|somebody|he|instructor|babysitter|counsell?or|adult|stepbrother)'

export const ENGLISH: readonly Sign[] = [
  {
    id: 'b.en-die',
    kind: 'self_harm',
    on: re`
      \b(?:want|wants|wanted|wanna|wish|wishes|rather|ready|going|deserve|deserves
      |prefer) (?:to )?(?:just )?(?:be dead|die|(?:i|he|she) (?:was|were) dead|(?:i|he|she) (?:was
      |were) never born|(?:i|he|she) (?:never|didnt) exist\w*|not (?:be|exist|live)|never wake)
      |\bbetter off (?:dead|without me|without him|without her|if i)|\bkill(?:ing|ed)? (?:my|him|her
      |them)sel(?:f|ves)|\bkms\b|\bunalive\b|\bsuicid\w*|\bend(?:ing)? (?:it all|my life|his life|her life
      |their life|everything)|\btak(?:e|es|ing) (?:my|his|her|their) (?:own )?li(?:fe|ves)|\b(?:dont|do not
      |doesnt|does not|didnt|no longer|not) (?:want|wanna|wants) (?:to )?(?:be alive|live|be here|exist|wake up
      |be around|go on living)(?: any ?more)?(?=$|[ ,。])|\b(?:no|any) (?:point|reason)(?: in| to| of)? (?:living
      |live|life|being alive|keep living|going on)|\blife (?:is|isnt|is not|feels) (?:not |so )?(?:worth
      |pointless|meaningless)|\b(?:no ?one|nobody) (?:would|will|d) (?:even )?(?:miss|notice|care)
      |\bnot (?:be )?(?:worth living|here (?:tomorrow|next week|any ?more))|\b(?:wont|will not) be (?:here
      |around|alive) (?:tomorrow|next|much|for|by|on)|\b(?:wants?|wish\w*|wanted) (?:i |he |she |they )?(?:to |could )?(?:just )?(?:disappear
      |vanish|never have been born)|\bnever (?:been )?born\b|\bnot wak(?:e|ing) up\b|\bhe should be dead
      |\bjump(?:ing|s)? (?:off|from|out)\b(?=.{0,20}(?:roof|bridge|window|building|balcony|floor))|\bhang(?:ing
      |ed)? (?:my|him|her)self
    `,
    unless: rx`
        homework makes me|\b(?:die|dying) (?:of|laughing)|wants? to die (?:of|laughing)|maths? makes me
        |prevention|awareness|suicide squad
      `,
    tale: 'clause',
  },
  {
    id: 'b.en-harm',
    kind: 'self_harm',
    on: re`
      \bself.?harm\w*|\b(?:cut|cuts|cutting|hurt|hurts|hurting|harm|harms|harming|burn|burns|burning|scratch
      |scratches|scratching|hitting|hits) (?:my|him|her|them)sel(?:f|ves)|\b(?:cut|cuts|cutting|slit|slitting
      |slits|slash\w*) (?:my|his|her|their) (?:arms?|wrists?|thighs?|legs?)|\b(?:cuts?|scars?|marks|scratches
      |blood|razor marks) (?:all )?(?:on|over|down|along|across|up) (?:my|his|her|their)(?: \w+)? ?(?:arms?
      |wrists?|thighs?|legs?|forearms?)|\boverdos\w*|\b(?:took|swallowed|taken|ate|takes|swallow) (?:a |the |all |his |her |my |too )*(?:whole )?(?:bottle
      |lot|bunch|handful|box|pack|many|whole)?(?: of)?(?: \w+)? ?(?:pills|tablets|paracetamol|tylenol|sleeping
      |medication|ibuprofen|advil)|\bhid(?:ing|es|den)? (?:razor|blades|pills|a knife|a rope)|\b(?:razor|blades?
      |rope|noose|pills)\b[^。]{0,20}(?:drawer|under|hidden|found|stash\w*|room)|\b(?:painless|easy|easiest|quick
      |quickest|least painful) ways? to die|\bhow (?:many|much)\b[^。]{0,16}(?:pills|tablets|to die|to kill)
      |\bways to (?:die|kill)|\bon the (?:roof|ledge|window ?sill|balcony rail\w*|bridge
      |railing)\b[^。]{0,24}(?:come down|jump|wont|refuses|sitting|standing|edge)|\b(?:standing|sitting|climbed
      |climbing)\b[^。]{0,12}\b(?:the )?(?:roof|ledge|window ?sill|bridge|railing|edge of)
    `,
    unless: rx`
      himself (?:on|at) (?:the|pe)|hurt himself (?:playing|at|in|on|when|during)|scraped|playground|prevention
    `,
    tale: 'clause',
  },
  {
    id: 'b.en-farewell',
    kind: 'self_harm',
    on: re`
      \b(?:goodbye|suicide|farewell|sorry|final) (?:letter|note|message|video|text)|\b(?:letter|note|diary
      |journal)\b[^。]{0,20}(?:goodbye|sorry for everything|dont look for|love you all|forgive me|die|dead
      |without me)|\b(?:gave|giving|given|gives) away (?:all |everything|most )?(?:of )?(?:her|his|my
      |their)?(?: \w+)? ?(?:things|stuff|toys|favou?rite|belongings|possessions|everything|games?|collection)
      |\bsa(?:id|ys|ying) (?:goodbye|bye) (?:to (?:everyone|all|us|her|his)|forever|for ever|like)|\b(?:has|have
      |had|made|got|with) a plan\b(?=[^。]{0,20}(?:for (?:mon|tues|wednes|thurs|fri|satur|sun|tonight|tomorrow
      |tonite)|to (?:end|die|kill|disappear|hurt)))|\b(?:last|final) (?:time youll|day|goodbye
      |night)\b[^。]{0,14}(?:see me|alive|with me)|\byou(?:ll| will) (?:all )?(?:be )?(?:better|happier|miss me
      |never see me)|\bwhen im (?:gone|dead)|\bif i (?:die|died|was gone|were gone|disappear\w*)|\bdont (?:look
      |wait) for me|\bsorry (?:for|about) everything
    `,
    near: /found|told|friend|she|he|i|her|his|my|worried|scared|what to do|kid|son|daughter/,
    unless: rx`
        plan (?:for|to) (?:fridays|the trip|study|improve|finish|homework|read|exercise)|\b(?:school|lesson
        |study|teaching|pe|bus|trip|homework|reading) plan|party|picnic|moving|charity|donat|trip|thank you note
        |sorry note from|last day of (?:school|term)|farewell (?:party|letter to the)|birthday
      `,
  },
  {
    id: 'a.en-sexual',
    kind: 'sexual',
    on: re`
      \bmolest\w*|\brap(?:e|ed|es|ing|ist)\b|\bsexual(?:ly)?\b|\bgroom(?:ed|ing)\b|\bgrop(?:e|ed|es|ing)\b
      |\bpa?edophile\w*|\bpregnant\b(?=[^。]{0,30}(?:1[0-6]|grade|daughter|student))|\b(?:daughter|student|she
      |girl)\b[^。]{0,12}\b(?:is|got|was|be) pregnant|\b(?:touch|touches|touched|touching|rub|rubs|rubbed|rubbing
      |feel|felt|kiss|kisses|kissed|kissing|licks?|fondl\w*|stroke[sd]?|stroking)\b[^。]{0,24}\b(?:private
      |privates|chest|breasts?|butt|bottom|penis|vagina|genitals?|down there|underwear|pants|thighs?|lips
      |under (?:her|his|my)|inappropriately|bum|crotch|between)|\b(?:private parts?|genitals|penis|vagina|naked
      |nude)\b[^。]{0,20}\b(?:touch\w*|show\w*|in front|see|look\w*|expos\w*)|\b(?:show|shows|showed|exposed
      |exposes|flashed)\b[^。]{0,12}\b(?:his|him|himself) ?(?:penis|private|genitals|to (?:her|my|the|kids|girls)
      |privates)|\bundress\w*|\b(?:take|takes|taking|took|pull|pulled) (?:off |down )?(?:my|her|his) (?:clothes
      |shirt|pants|skirt|underwear)(?: off| down)?|\bputs? (?:his|her) hands? (?:up|under|down|in|inside)
      |\bhand (?:up|under|down|inside) (?:her|my|his)
    `,
    unless: rx`
        how (?:do|to|should|can)[^。]{0,24}(?:teach|talk|explain|tell)|\b(?:sexual|sex) education
        |\bgrooming (?:the|our|my) (?:dog|cat)|doctor|pregnant (?:wife|teacher|again)|teacher is pregnant|diaper
        |im pregnant|wife
      `,
  },
  {
    id: 'a.en-touched-me',
    kind: 'sexual',
    on: re`
      \b${STRANGER}\b[^。]{0,16}\b(?:touch|touches|touched|touching|kiss|kisses|kissed|kissing|feels|felt up
      |grabbed)\b (?:me|her|him|my (?:daughter|son|child|kid)|girls|the girls|kids|a student)(?! (?:hand
      |shoulder|forehead|head|with kindness))|\b(?:secret|dont tell|not to tell|never tell|cant tell
      |wont let me tell|mustnt tell|not allowed to tell)\b[^。]{0,24}(?:mom|mum|mommy|mummy|dad|parents|anyone
      |anybody|you|nobody|us)\b|\b(?:our|their|a special|a) (?:little )?secret\b|\bsits? on (?:his
      |the (?:teacher|coach|driver|uncle)s) lap|\b(?:sleeps?|slept|climbs?|climbed|comes|came|gets?|got) (?:in
      |into|in to) (?:her|my|his) (?:bed|room)\b[^。]{0,16}(?:at night|night|naked)
    `,
    near: re`\b(?:${STRANGER}|uncle|teacher|he|coach|man|told|tell)\b`,
    unless: rx`
        secret santa|surprise|birthday|gift|present\b|password|by (?:the|her|his) (?:story|kindness|words)
        |trade secret|secret to|secret garden|mothers day
      `,
  },
  {
    id: 'c.en-missing',
    kind: 'missing',
    on: re`
      \b(?:son|daughter|kid|child|boy|girl|brother|sister|niece|nephew|student|year old|yr old|yo|grandson
      |granddaughter|he|she)\b[^。]{0,10}\b(?:is|has been|went|gone|been|are|s)? ?(?:missing|gone missing
      |abducted|kidnapped|nowhere to be found|disappeared|vanished|lost at|run away|ran away|runaway|snatched)\b
      |\b(?:hasnt|has not|hasnt yet|havent|didnt|did not|never|not|isnt|still not)(?: yet)?(?: been)? (?:come
      |came|back|home|returned|return|arrive|arrived|make it|made it|got|gotten|get)\b[^。]{0,10}(?:home|back
      |from school)?[^。]{0,50}(?:phone|answer\w*|reach|contact|find|hours|worried|dark|where|pm|police
      |left school|picks? up|number|nobody|no one|midnight|last night|since)|\b(?:cant|cannot|can not|couldnt
      |unable to) (?:find|reach|locate) (?:my|our) (?:son|daughter|kid|child|boy|girl|brother|sister|little)
      |\b(?:cant|cannot) find (?:him|her|them)\b(?= ?(?:$|[,。]|any|at|and))|\bkidnap\w*|\babduct\w*
      |\btraffick\w*|\b(?:stranger|someone|a man|a woman|unknown (?:man|woman|person)|van
      |people)\b[^。]{0,20}\b(?:took|take|takes|taken|grab|grabbed|grabs|picked up|picks up|pick up|pulled
      |drag\w*|lured?|follow\w*)\b[^。]{0,14}\b(?:my|our|her|him|me|kid|child|girl|boy|daughter|son|a student
      |into)|\b(?:ran|run|running|runs) away (?:from home|last|yester|this|tonight|and|with)|\branaway|\bi(?:m
      | am)? (?:am )?lost\b(?= ?(?:$|[,。]|and|on|at|in (?:the|a)|please|i|cant))|\b(?:dont
      |do not) know where (?:i am|(?:he|she|my (?:son|daughter|kid|child)) is)|\b(?:cant|cannot) find my (?:mom
      |mum|dad|parents|mommy|way home)|\bransom\b
    `,
    unless: rx`
        worksheet|eraser|homework is missing|assignment|book|pencil|missing (?:out|his|her|the|two|a|some|one
        |from)|missing (?:teeth|tooth)|lost (?:in|on) (?:maths?|the (?:lesson|homework|third|second))|password
        |link|message|threaten|says he will|cat|dog|hamster|wants to run|drag on|file|form|teacher (?:took
        |takes)
      `,
    tale: 'clause',
    mends: true,
  },
  {
    id: 'd.en-violence',
    kind: 'violence',
    on: re`
      \b${GROWN}s?\b[^。]{0,14}\b(?:hit|hits|hitting|beat|beats|beating|beaten|punch\w*|kick\w*|slap\w*|chok\w*
      |strangl\w*|whip\w*|burn\w*|stabb?\w*|attack\w*|abus\w*|hurt|hurts|hurting|belts?|smack\w*|throw\w*
      |drag\w*|tortur\w*)\b ?(?:me|him|her|us|them|my|his|the (?:boy|girl|kid|child)|kid|child|$|[,。])|\b(?:hit
      |hits|hitting|beat|beats|beating|beaten|whip|whips|whipped|whipping|thrash\w*)\b[^。]{0,16}\b(?:belt|stick
      |cable|rod|hanger|bat|cane|pipe|hose|cord)\b|\b(?:beat|beats|beaten|beating|hit|kicked|punched|stabbed
      |attacked|shoved|thrown|pushed|slapped)\b[^。]{0,24}\b(?:bleed\w*|bleeds|bled|blood\w*|unconscious|hospital
      |broke|broken|fractur\w*|concussion|stitches|bruis\w*|cant walk|cannot walk|passed out|black eye|stairs
      |half to death|to death|surgery|er\b)|\bbruises? (?:all over|everywhere|on (?:his|her) (?:back|face|neck
      |body))|\bdomestic (?:violence|abuse)|\babus(?:ed|ing|ive)\b[^。]{0,16}(?:child|kid|boy|girl|him|her|home
      |at home|father|mother|son|daughter|me|niece|nephew)|\b(?:child|physical|sexual) abuse|\b(?:gun|knife
      |machete|weapon|axe|hammer|metal pipe|iron bar)\b[^。]{0,30}(?:school|class|stab|kill|shoot|threat\w*|him
      |her|me|kids|student|hurt|outside|bag|backpack)|\b(?:brought|has|had|with|carrying|pulled|pulling|holding
      |bringing|waving|got|hiding) (?:a |an )(?:big |kitchen |real )?(?:gun|knife|machete|weapon|axe)|\b(?:kill
      |stab|shoot|murder|strangle|rape) (?:me|him|her|us|my (?:son|daughter|kid|child|brother|sister)|everyone
      |them|everybody|the teacher|people|kids|students|someone)\b|\bstabb(?:ed|ing)\b|\bshoot(?:er
      |ing)\b[^。]{0,12}school|\bschool shoot\w*|\b(?:locks?|locked|locking|chain\w*|tied?|tying
      |trapped)\b[^。]{0,16}\b(?:in (?:the|a) (?:closet|basement|balcony|room|dark|bathroom|shed|garage|cage|car
      |trunk)|up|to (?:the|a) (?:bed|tree|chair)|out(?:side)? (?:in|all night|at night))\b|\b(?:without|no
      |not given|denied|refuses?|wont give (?:him|her|me)) (?:any )?(?:food|water|dinner for days
      |meals for)\b[^。]{0,20}(?:days?|locked|night|punish\w*|child|her|him|me)|\bcigarette burns?|\bburn(?:s|ed
      |ing)?\b[^。]{0,14}(?:cigarettes?|iron|lighter|boiling)|\bscared (?:to|of) (?:go|going|come|coming|be
      |being) home|\bafraid (?:to|of) (?:go|going) home|\b(?:he|dad|father|stepdad) is drunk\b
      |\bwaiting (?:for (?:him|her|me|my)|outside|at the gate)[^。]{0,24}(?:beat|hurt|kill|knife|bat|jump|stab)
      |\b(?:going|gonna|plan\w*|threat\w*|said they|say they|will) (?:to )?(?:\w+ )?(?:beat|jump|stab|kill
      |hurt) (?:him|her|me|my (?:son|daughter))\b
    `,
    unless: rx`
        palm|ruler|in the game|video game|character|minecraft|fortnite|beat (?:the|his|her|my) (?:record|score
        |level|time|boss)|kill (?:him|her|me) (?:with|to|if)|killing me|gun down the|knife and fork|water gun
        |toy|nerf|pencil sharpen|beat me at|beats me at|beat him (?:at|in)|tied up (?:at|in|with) (?:work
        |traffic|meetings?)|hit the (?:ball|books|shops|road)|kick(?:ed|s)? (?:the )?(?:ball|off)|(?:son
        |daughter|toddler|kid|baby|brother) (?:hits?|kicks?|beats?) me|how do i stop|the ball hit
      `,
    tale: 'clause',
  },
  {
    id: 'd.en-help',
    kind: 'violence',
    on: re`
      ^(?:please |pls |plz |can (?:someone|anyone|somebody) |someone |somebody |anyone )*(?:help|save)(?: me| us
      | my (?:child|kid|son|daughter))?(?: please| pls| plz| now)?[,。 ]*$|\b(?:help|save) (?:me
      |us)\b[^。]{0,3}(?:$|[,。])(?![^。]{0,40}(?:homework|maths?|math|question|problem|worksheet|essay))
      |\bcall (?:the )?(?:police|ambulance|911|110|120|119)\b|\bpolice now\b|\bneed (?:an )?(?:ambulance|police)
      |\bhe(?:s| is) going to kill|\bsave (?:my|the|our) (?:child|kid|son|daughter|girl|boy)\b|\b(?:someone
      |somebody) (?:help|save)\b[^。]{0,6}(?:me|us|him|her|please|my (?:son|daughter|kid|child))
      |\bemergency\b(?=[ ,。]*$|[^。]{0,20}(?:help|child|son|daughter|school|please))
    `,
    unless: rx`
        homework|maths?|question|worksheet|essay|number|contact form|drill|register|log ?in|upload|find the
        |emergency contact|should i call|do i need|can i call|with the|understand
      `,
  },
  {
    id: 'e.en-accident',
    kind: 'accident',
    on: re`
      \bunconscious\b|\b(?:not|isnt|stopped|barely|cant|cannot|cant even|trouble|struggling to|difficulty
      |hardly) breath\w*|\bchok(?:ing|ed)\b|\bseizures?\b|\bconvuls\w*|\b(?:passed|passing|blacked) out\b
      |\bcollapsed\b|\bfaint(?:ed|ing)\b|\bnot responding\b|\bunresponsive\b|\bwont wake\b|\bcant wake (?:him
      |her|my|up)|\b(?:not|isnt|wont be|hasnt been) waking up\b|\bdrown\w*|\bfell (?:in|into) (?:the |a )?(?:river
      |lake|pool|pond|well|water|canal|sea)|\bfell (?:off|from|out of|out)\b[^。]{0,16}(?:roof|window|floor
      |balcony|building|tree|story|storey|upstairs)|\b(?:hit|struck|run over|knocked down|knocked over) by (?:a |an )?(?:car
      |bus|truck|van|motor\w*|scooter|e-?bike|taxi|vehicle|train|lorry)|\bcar (?:crash|accident)
      |\b(?:school )?bus (?:crash\w*|accident|overturned|flipped|is on fire)|\b(?:on|caught|catch
      |catching) fire\b|\bfire (?:in|at|on) (?:the|our|my) (?:\w+ )?(?:school|dorm|classroom|kitchen|building
      |house|lab|home|floor|room|canteen|apartment|hall\w*)|\b(?:is|are|s|building|house|school|kitchen
      |dorm) burning\b(?! (?:question|the midnight))|\bsmoke (?:in|from|coming|everywhere|filling|is)
      |\bfull of smoke|\bexplo(?:ded|sion)\b|\bgas leak\w*|\bsmell(?:s|ed)? (?:of )?gas\b|\bcarbon monoxide\b
      |\belectrocut\w*|\bpoison(?:ed|ing|s)?\b|\bswallow(?:ed|s|ing)?\b[^。]{0,20}\b(?:battery|batteries|coin
      |magnets?|bleach|pills?|poison|detergent|button|glass|needle|pin|marble|something|screw|toy|chemical
      |cleaner|pesticide|medicine|tablets)|\b(?:drank|drunk|drinks|ate|eaten|ingested)\b[^。]{0,16}\b(?:bleach
      |detergent|poison|pesticide|cleaner|antifreeze|alcohol gel|rat poison|paint thinner|gasoline|chemical
      |grandmas pills|medicine)|\banaphyla\w*|\ballergic reaction\b|\b(?:bleeding|bleeds) (?:a lot|badly|heavily
      |everywhere|and|wont|from (?:his|her|the) head)|\bwont stop bleeding|\bblood everywhere|\bstuck in (?:an? |the )(?:elevator
      |lift|car|well|bus)|\btrapped (?:in|under|inside)|\b(?:several|many|lots of|most|half|whole|\d+|a dozen
      |dozens of|all|ten|twenty|few|three|four|five|six|seven|eight) (?:of )?(?:the |her |his )?(?:\w+ )?(?:kids
      |children|students|class|classmates|pupils|boys|girls)\b[^。]{0,24}\b(?:vomit\w*|throwing up|threw up|sick
      |ill|dizzy|diarrh\w*|food poisoning|fainted|hospital)|\bvomit\w*[^。]{0,30}\b(?:canteen|cafeteria
      |whole class|several|everyone|all of them|school lunch)|\bheat ?stroke\b|\bbroke (?:his|her) (?:arm|leg
      |neck|back|wrist)\b[^。]{0,24}(?:now|just|teacher|nobody|wont|no one|lying|screaming|floor)
      |\bcracked (?:his|her) (?:head|skull)|\bsnake ?bite|\bbitten by a (?:snake|dog)
    `,
    unless: rx`
        drill|smoking|on fire (?:today|tonight|with|at)|hes on fire in|drowning in (?:homework|work|worksheets
        |paper\w*)|burn ?out|collapsed (?:into|on|in) (?:bed|the (?:bed|sofa|couch))|passed out (?:at|on|by
        |in bed|before|right|with)|he passed out$|passed out 2|(?:maths?|chinese|homework)[^。]{0,12}passed out
        |fainted? (?:at the thought|from boredom)|explosion of|firefight|bouncing|last year|smoke break|used to
        |barely breathe? (?:under|with) homework|choked (?:up|on the test)|barbecue|bbq|sick (?:leave|note|day)
        |flu\b|had a cold|off sick|smell of gas drill|vomit\w* bug last|campfire|swallowed (?:his|her) pride
        |food poisoning last
      `,
    tale: 'clause',
    mends: true,
  },
  {
    id: 'f.en-online',
    kind: 'online',
    on: re`
      \bsextort\w*|\bblackmail\w*|\bextort\w*(?=[^。]{0,40}(?:photo|pic|nude|video|online|naked|image))
      |\b(?:nudes?|naked|explicit|intimate|undressed|dirty|sexy|private|topless|without clothes
      |no clothes) ?(?:photo|pic|picture|image|selfie|video|vid|shot|cam)?s?\b[^。]{0,50}\b(?:send|sent|sends
      |ask\w*|wants?|threat\w*|post\w*|shar\w*|leak\w*|online|demand\w*|pay|money|forc\w*|online|spread\w*)
      |\b(?:send|sent|sends|sending|ask\w*|wants?|threat\w*|post\w*|shar\w*|leak\w*|demand\w*|makes?|making|told
      |forc\w*|takes?|took|beg\w*)\b[^。]{0,40}\b(?:nudes?|naked|explicit|intimate|topless|undressed
      |without (?:my|her|his|any)? ?clothes|no clothes|dirty (?:pic|photo|video)|of (?:her|his|my) (?:body|chest
      |private)|in (?:her|my|his) underwear)|\b(?:post|share|send|leak|spread|publish
      |release)\b[^。]{0,14}\b(?:pics?|photos?|pictures?|videos?|images?|screenshots?)\b[^。]{0,24}\b(?:if|unless
      |pay|money|friends|school|everyone|class)|\b(?:if|unless)\b[^。]{0,16}\b(?:pay|send
      |give)[^。]{0,24}\b(?:pics?|photos?|videos?|post|leak|share)|\b(?:meet|meets|meeting|met up|visit
      |going to see|go see|pick (?:her|him|me) up|hotel)\b[^。]{0,30}\b(?:online|internet|roblox|discord
      |instagram|snapchat|tiktok|stranger|a man|adult|minecraft|game|chat|wechat|whatsapp|telegram)\b|\b(?:met
      |knows?|friend|guy|man|boy|someone|person)\b[^。]{0,10}\b(?:online|on (?:the internet|roblox|discord
      |instagram|snapchat|tiktok|minecraft|fortnite|wechat|qq|whatsapp))\b[^。]{0,40}\b(?:meet|hotel|come to|pick
      |visit|address|pics?|photos?|money|gift|secret|alone|trust|house|camera|tonight)|\bpredator\b|\bcatfish\w*
    `,
    unless: rx`
        online (?:meeting|class|lesson|parents?|parent teacher)|parents? meeting|zoom|yearbook|class (?:photo
        |picture)|school (?:photo|trip|website)|homework (?:photo|pics?)|teacher (?:asks|wants|posts|shared
        |posted|sends)|how (?:do|can|to|should)[^。]{0,20}(?:teach|talk|explain|protect)|send (?:a )?(?:photo
        |pic\w*) of (?:the|his|her|our) homework
      `,
  },
]
