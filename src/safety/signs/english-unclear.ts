/** Unclear distress as English-speaking families put it. */
import { re, rx } from '../lexicon.ts'
import type { Sign } from './sign.ts'

export const ENGLISH_UNCLEAR: readonly Sign[] = [
  {
    id: 'u.en-distress',
    kind: 'self_harm',
    on: re`
      \b(?:makes?|made|making) (?:me|him|her|us) (?:want|wanna) (?:to )?die|\bwants? to die\b|\b(?:doesnt
      |does not|dont|do not|refuses?|wont|didnt|never|not|afraid|scared)(?: to)?(?: want| wants
      | wanna)?(?: to)? (?:go(?:ing)?|attend|get)(?: back)?(?: to)? (?:school|any ?more)|\bcr(?:y|ies
      |ying) (?:all (?:day|night|the time)|every (?:day|night|morning|evening)|herself to sleep|himself to sleep
      |nonstop|constantly)|\bcant (?:take|do|handle|cope with) (?:this|it)(?: any ?more| any longer)
      |\bwhats the point\b|\bflinch\w*|\bsorry for (?:existing|being)|\bcant go on\b|\bstar(?:es?
      |ing) at the (?:wall|ceiling)|\b(?:doesnt|wont|not|barely) (?:sleep|eat)\w*,? (?:and |or )?(?:doesnt|wont
      |not|barely)? ?(?:sleep|eat|talk)|\b(?:hasnt|has not|havent|wont|not|stopped|barely) (?:spoken|speak
      |speaking|talk|talking|talked|eat|eating|eaten|left (?:his|her) room|come out)\b[^。]{0,16}(?:days|week
      |room|any ?more|to (?:us|anyone|me)|at all|$|[,。])|\bhates? (?:myself|himself|herself|(?:my|his|her) life)
      |\b(?:i feel|feels?|feeling|felt) (?:so |very |really |completely |totally )?(?:alone|hopeless|worthless
      |empty|numb|trapped|useless|like a burden)|\bdepress(?:ed|ion)\b|\bhopeless\b|\bworthless\b
      |\bbreak(?:ing)? ?down\b(?=[^。]{0,10}(?:$|[,。]|cry|again|every))|\b(?:im|i am|shes|hes|she is
      |he is) (?:so |really |very )?(?:scared|terrified|afraid)(?= ?(?:$|[,。]|and|to|of (?:him|her|them|my
      |the other)))|\b(?:nobody|no one) (?:likes|loves|cares|wants|understands)\b|\b(?:someone|somebody|he|she
      |they|teacher|classmate|boy)\b[^。]{0,8} (?:hit|hits|beat|beats|hurts?) me\b|\bshut (?:him|her)self (?:in
      |away)|\blocked (?:him|her)self in|\bwearing long sleeves|\bsomething (?:bad
      |terrible) happened\b[^。]{0,24}(?:tell|say|talk)|\bthreat\w* to run away|\bwants to run away
      |\bhusband (?:hits|beats|hit|slaps)|\bnot home yet\b
    `,
    unless: rx`
        not tired|go to school on|bed|hopeless at|hates? (?:himself|herself) for|(?:system|server|app|website
        |car|bus|washing machine) break
      `,
    tale: 'clause',
  },
]
