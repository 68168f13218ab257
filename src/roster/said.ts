import { tidy } from '../chat/commands.ts'
import type { Event } from '../chat/dialog.ts'
import { RELATIONS, type Relation } from './change.ts'

const YES = [
  '是',
  '是的',
  '对',
  '对的',
  '嗯',
  '好',
  '好的',
  '行',
  '可以',
  '同意',
  'yes',
  'y',
  'ok',
  'agree',
  'yes please',
]
const NO = ['不', '不是', '不对', '不行', '不同意', '不要', '不用', 'no', 'n', 'nope', 'no thanks']

/** A yes or a no to a question: the tapped choice, or the word said instead. Undefined for anything else. */
export const saidYesNo = (event: Event, question: string): boolean | undefined => {
  if (event.kind === 'choice') {
    if (event.id === `${question}:yes`) return true
    return event.id === `${question}:no` ? false : undefined
  }
  if (event.kind !== 'text') return undefined
  const said = tidy(event.text)
  if (YES.includes(said)) return true
  return NO.includes(said) ? false : undefined
}

const CALLED: Record<Relation, string[]> = {
  mother: ['妈', '妈妈', '母亲', 'mum', 'mom', 'mother'],
  father: ['爸', '爸爸', '父亲', 'dad', 'father'],
  grandparent: [
    '奶奶',
    '爷爷',
    '外婆',
    '外公',
    '姥姥',
    '姥爷',
    '祖辈',
    'grandma',
    'grandpa',
    'grandmother',
    'grandfather',
    'grandparent',
  ],
  other: ['其他', '其他家人', '姑姑', '舅舅', '阿姨', '叔叔', '姐姐', '哥哥', 'other', 'aunt', 'uncle'],
}

/** Who somebody says they are to the child. */
export const saidRelation = (event: Event): Relation | undefined => {
  if (event.kind === 'choice') return RELATIONS.find(one => event.id === `relation:${one}`)
  if (event.kind !== 'text') return undefined
  const said = tidy(event.text).replace(/^我是(他|她|孩子的?)?/, '')
  return RELATIONS.find(one => CALLED[one].includes(said))
}
