import { className } from '../roster/class-name.ts'
import type { Language } from './language.ts'

type Classes = readonly { grade: number; classNo: number }[]

interface Words {
  issuing: string
  done: (slips: number, whose: string, file: string) => string
  after: string
  codeOnly: string
  unknownSchool: (names: readonly string[]) => string
  whichSchool: (names: readonly string[]) => string
  noClass: (classes: Classes) => string
  nobody: string
  noChild: string
  twoChildren: string
  notPdf: (file: string) => string
  notHtml: (file: string) => string
  notWritten: (file: string, code: string) => string
  notStored: string
}

const zh: Words = {
  issuing: '出邀请条',
  done: (slips, whose, file) => `${whose}:${slips}张邀请条,在 ${file}。`,
  after: '用浏览器打开,A4纸打印,印完删掉这个文件。这些孩子以前的条子,从现在起都不能用了。',
  codeOnly: '没有设 PUBLIC_URL(或网页聊天没开),所以二维码里只有码本身,家长要自己把码发到聊天里。',
  unknownSchool: names =>
    names.length > 0 ? `没有这个学校。县里有:${names.join('、')}。` : '县里还没有学校,先用 wanling school add 加上。',
  whichSchool: names => `这几所学校都有这个班:${names.join('、')}。加上 --school 学校名。`,
  noClass: classes =>
    classes.length > 0
      ? `这个学校没有这个班。有的是:${classes.map(one => className(one.grade, one.classNo, 'zh')).join('、')}。`
      : '这个学校还没有班级。先用 wanling import-roster 导入名单。',
  nobody: '这里还没有孩子。先用 wanling import-roster 导入名单。',
  noChild: '这个班里没有叫这个名字的孩子。名字要和名单上写得一样。',
  twoChildren: '这个班里有不止一个叫这个名字的孩子。用名单上的“称呼”或“编号”来说是哪一个。',
  notPdf: file => `${file}:这里出的是网页文件。把名字写成 .html,用浏览器打开,打印时选“另存为PDF”就是PDF。`,
  notHtml: file => `${file}:这里出的是网页文件,名字请写成 .html。`,
  notWritten: (file, code) => `${file}:写不进去(${code})。什么也没有存。`,
  notStored: '数据库正忙,没有全部存好,文件没有留下。请再来一次,以那一次的条子为准。',
}

const en: Words = {
  issuing: 'making slips',
  done: (slips, whose, file) => `${whose}: ${slips} ${slips === 1 ? 'slip' : 'slips'} in ${file}`,
  after:
    'Open it in a browser, print on A4, then delete the file. Earlier slips of these children open nothing from now on.',
  codeOnly:
    'PUBLIC_URL is not set (or web chat is off), so the picture holds the code alone and parents send it in the chat themselves.',
  unknownSchool: names =>
    names.length > 0
      ? `There is no such school. The county has: ${names.join(', ')}.`
      : 'The county has no school yet: wanling school add makes one.',
  whichSchool: names => `Several schools have this class: ${names.join(', ')}. Add --school NAME.`,
  noClass: classes =>
    classes.length > 0
      ? `The school has no such class. It has: ${classes.map(one => className(one.grade, one.classNo, 'en')).join(', ')}.`
      : 'The school has no class yet: wanling import-roster brings them.',
  nobody: 'There are no children here yet: wanling import-roster brings them.',
  noChild: 'The class has no child of this name. Write it as the roster does.',
  twoChildren: 'The class has more than one child of this name. Say which by the nickname or key of the roster.',
  notPdf: file =>
    `${file}: slips are a web page. Name it .html, open it in a browser and choose "Save as PDF" when printing.`,
  notHtml: file => `${file}: slips are a web page, so name the file .html.`,
  notWritten: (file, code) => `${file}: cannot be written (${code}). Nothing was stored.`,
  notStored:
    'The database was busy and not everything was stored; no file was left. Run it again, and use those slips only.',
}

/** What `wanling invitations` says. Never whether a slip was used, nor how many. */
export const invitationWords: Record<Language, Words> = { zh, en }
