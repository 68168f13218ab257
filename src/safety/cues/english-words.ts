/** Persons, fear, time and age in English, shared by its piles. Data only. */
import { re } from '../lexicon.ts'

export const STRANGER = re`
    \b(?:teacher|driver|coach|stepdad|step ?father|uncle|tutor|neighbou?r|man|guy|janitor|guard|boyfriend
    |instructor|cousin|grandpa|babysitter|principal|someone|stranger|husband)\b
  `
export const AFRAID = re`
    \b(?:scared|afraid|sick|cry\w*|cries|terrified|secret|dont tell|who to tell|wont (?:say|talk|tell)
    |not to tell|weird|uncomfortable|shak\w+|worried|what (?:do|should|can) (?:i|we)|help|screams?|screaming)\b
  `
export const NOW = re`
    \b(?:now|right now|just|tonight|today|still|at the moment|currently|this (?:morning|afternoon|evening)
    |minutes? ago|last night|suddenly|immediately|already)\b
  `
export const YOUNG = re`
    \b(?:\d{1,2} ?(?:yo|y\/o|years? old|year-old)|(?:is|im|i am|hes|shes|only|aged?|am) \d{1,2}\b|grade \d
    |\d(?:st|nd|rd|th) grade|little one|toddler)
  `
