import type { Language } from './language.ts'

/** Sentences of the command itself. */
export const rosterCommandWords: Record<
  Language,
  {
    nothingStored: string
    busy: string
    more: (n: number) => string
    schools: (names: readonly string[]) => string
    answers: string
    step: Record<'reading' | 'comparing' | 'writing', string>
  }
> = {
  zh: {
    nothingStored: '什么也没有存。改好了再导一次。',
    busy: '有人正在导另一份名单。什么也没有存,过一会儿再来。',
    more: n => `还有 ${n} 处。`,
    schools: names =>
      names.length > 0 ? `县里有这些学校:${names.join('、')}。` : '县里还没有学校,先用 wanling school add 加上。',
    answers: '是原来那个孩子就加 --same 行号,是另一个孩子就加 --new 行号,几行用逗号分开。',
    step: { reading: '读名单', comparing: '对名单', writing: '存名单' },
  },
  en: {
    nothingStored: 'Nothing was stored. Mend the file and import it again.',
    busy: 'Another roster is being imported. Nothing was stored; try again in a moment.',
    more: n => `${n} more.`,
    schools: names =>
      names.length > 0
        ? `The county has: ${names.join(', ')}.`
        : 'The county has no school yet: wanling school add makes one.',
    answers: 'The child already there: add --same ROW. Another child: add --new ROW. Several rows go with commas.',
    step: { reading: 'reading', comparing: 'comparing', writing: 'writing' },
  },
}
