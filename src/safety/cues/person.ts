/** The person words that a pile needs beside it, and how a child is since. Data only. */
import { KID, re } from '../lexicon.ts'

/** A child, or a writer who may be one. */
export const CHILD = re`${KID}|我(?!们|家)|[她他]|全班|宿舍|宿管|幼儿园|初[一二三]|[一二三四五六]年级|[一二三四五六七八九十\d]岁`

/** Fear, silence and secrecy. */
export const SINCE = re`
    哭|不说话|不吭声|不敢|害怕|好怕|我怕|发抖|躲|才(?:敢|肯)?(?:说|讲|告诉)|不肯(?:说|去|上)|不让(?:说|讲|我说)|别告诉|不能告诉|做噩梦|尿床|不对劲|恶心|出声|求(?:我|你|他)
    |怎么办|报警|吓
  `

/** A child in English. */
export const ENGLISH_CHILD = re`
    \b(?:i|im|me|my|he|she|him|her|they|son|daughter|kids?|child|children|boys?|girls?|student|students|niece
    |nephew|brother|sister|class|little one|baby|grandson|granddaughter|\d{1,2} ?yo)\b
  `
