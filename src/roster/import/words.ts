import type { ClassNameReason } from '../class-name.ts'
import { rosterLimits } from './limits.ts'
import type { PlanQuestion } from './plan.ts'
import type { RosterError, RosterField, SkipReason } from './types.ts'

type Both = { zh: string; en: string }
type Told<Facts> = (language: 'zh' | 'en', facts: Facts) => string

export const fieldNames: Record<RosterField, Both> = {
  school: { zh: '学校', en: 'school' },
  grade: { zh: '年级', en: 'grade' },
  class: { zh: '班级', en: 'class' },
  name: { zh: '姓名', en: 'name' },
  nickname: { zh: '称呼', en: 'nickname' },
  externalKey: { zh: '编号', en: 'external key' },
}

export const skipNames: Record<SkipReason, Both> = {
  'id-number': { zh: '身份证号', en: 'an ID number' },
  'student-number': { zh: '学籍号或学号', en: 'a student number' },
  address: { zh: '住址', en: 'an address' },
  contact: { zh: '电话或联系方式', en: 'a phone number or contact' },
  'birth-date': { zh: '出生日期', en: 'a birth date' },
  score: { zh: '成绩或排名', en: 'a score or rank' },
  health: { zh: '健康情况', en: 'health information' },
  photo: { zh: '照片', en: 'a photo' },
  guardian: { zh: '家长的信息', en: 'about the guardian' },
  'not-needed': { zh: '用不着的', en: 'not needed' },
}

/** Errors told by a fixed sentence: of the whole file, of a row, or of a cell. */
export const fileErrors: Record<Exclude<RosterError['code'], keyof typeof rowErrors | 'class'>, Both> = {
  'too-big': {
    zh: '文件超过2 MB。分成几个学校或几个年级,一个一个导。',
    en: 'The file is over 2 MB. Split it by school or grade and import the parts.',
  },
  'old-spreadsheet': {
    zh: '这是旧的Excel文件(.xls),或者加了密码。在Excel或WPS里去掉密码,“另存为”.xlsx,再导入那个文件。',
    en: 'This is an old Excel file (.xls), or it has a password. Take the password off, choose "Save as" .xlsx, and import that file.',
  },
  pdf: {
    zh: '这是PDF,不是表格,改名字没有用。要原来的Excel表(.xlsx)或者CSV。',
    en: 'This is a PDF, whatever its name says. The Excel sheet (.xlsx) it came from, or a CSV, is needed.',
  },
  'not-text': {
    zh: '这不是表格,也不是文本文件。要.xlsx或CSV格式的名单。',
    en: 'This is neither a sheet nor a text file. A roster as .xlsx or CSV is needed.',
  },
  'not-a-sheet': {
    zh: '这不是Excel表,可能是Word文件或压缩包。打开以后“另存为”.xlsx再来。',
    en: 'This is no Excel sheet; perhaps a Word file or an archive. Open it and choose "Save as" .xlsx.',
  },
  damaged: {
    zh: '这个Excel文件打不开,可能没有传完。在Excel或WPS里打开,重新“另存为”.xlsx再来。',
    en: 'This Excel file cannot be opened; perhaps part of it is missing. Open it in Excel and save it as .xlsx again.',
  },
  'sheet-too-big': {
    zh: '这个Excel文件解开以后太大了。把名单复制到一张新表里,只留学校、班级、姓名几列,存成.xlsx再来。',
    en: 'Unpacked, this Excel file is too large. Copy the roster into a new sheet with school, class and name only, and save it as .xlsx.',
  },
  encoding: {
    zh: '文件里的字读不出来,可能坏了一部分。在Excel或WPS里重新另存为“CSV UTF-8”再来。',
    en: 'The characters cannot be read; part of the file may be damaged. Save it again as "CSV UTF-8".',
  },
  'no-rows': { zh: '没有找到一个学生。', en: 'There is no child in the file.' },
  'no-header': {
    zh: '前10行里没有找到表头。要有一行写着:学校、班级、姓名。',
    en: 'No header was found in the first 10 rows. One row must say: school, class, name.',
  },
  'school-option': {
    zh: '导入时指定的学校,县里的名单上没有。看看名字写得一样不一样。',
    en: "The school given for this import is not on the county's list. Check how its name is written there.",
  },
  'too-many-rows': {
    zh: `超过${rosterLimits.rows}行。按学校分成几个文件再导。`,
    en: `More than ${rosterLimits.rows} rows. Split the file by school.`,
  },
  'too-many-columns': {
    zh: `超过${rosterLimits.columns}列。只留学校、班级、姓名几列就够了。`,
    en: `More than ${rosterLimits.columns} columns. School, class and name are enough.`,
  },
  'open-quote': {
    zh: '这一行有个英文双引号只有一半。补上另一半,或者删掉它。',
    en: 'A double quote opens here and never closes. Close or delete it.',
  },
  'extra-cells': {
    zh: '这一行的格子比表头多,可能名字里带了逗号。删掉多出来的逗号。',
    en: 'This row has more cells than the header, perhaps from a comma inside a name. Delete the extra comma.',
  },
  missing: {
    zh: '空着。每一行都要填,合并的单元格请拆开。',
    en: 'Empty. Every row needs it; unmerge merged cells.',
  },
  'unknown-school': {
    zh: '县里的名单上没有这个学校。看看名字写得一样不一样。',
    en: "This school is not on the county's list. Check how its name is written there.",
  },
  'other-school': {
    zh: '这一行是别的学校的。一次只导一个学校时,别的学校的行先删掉。',
    en: 'This row is of another school than the one given for this import. Delete such rows first.',
  },
  'key-number': {
    zh: '编号是按数字存的,前面的0可能已经丢了。把这一列设成“文本”,把编号重新填一遍。',
    en: 'The key is stored as a number, so zeros before it may be lost. Format the column as text and enter the keys again.',
  },
  'key-form': {
    zh: `编号只能用字母、数字和 . _ - : /,最多${rosterLimits.keyLength}个字符。`,
    en: `A key may have letters, digits and . _ - : / only, up to ${rosterLimits.keyLength} characters.`,
  },
  'name-long': {
    zh: `名字超过${rosterLimits.nameLength}个字。写短一些。`,
    en: `The name is over ${rosterLimits.nameLength} characters. Shorten it.`,
  },
  'name-signs': {
    zh: '名字里有不该有的符号。只留名字。',
    en: 'The name has signs that names do not have. Leave the name only.',
  },
  'name-digits': {
    zh: '这里是一串数字。写名字,数字最多带两位。',
    en: 'This is a number. Write the name, with no more than two digits.',
  },
  'name-hidden': {
    zh: '名字里夹着看不见的字符。把名字重新打一遍。',
    en: 'The name has invisible characters in it. Type it again.',
  },
  'name-lost': {
    zh: '名字里有个字变成了问号或方框。把生僻字改回来,另存为“CSV UTF-8”。',
    en: 'A character of the name has become a question mark or a box. Put it back and save as "CSV UTF-8".',
  },
}

/** Errors told with a fact: a field, the kind of forbidden thing, or the other row. */
export const rowErrors: {
  'missing-column': Told<{ field: string }>
  'column-twice': Told<{ field: string }>
  'several-sheets': Told<{ sheets: number }>
  'no-sheet': Told<{ sheets: number }>
  forbidden: Told<{ kind: string }>
  'same-name': Told<{ row: number }>
  'same-key': Told<{ row: number }>
} = {
  'missing-column': (language, { field }) =>
    language === 'zh' ? `缺「${field}」这一列。在表头里加上。` : `There is no ${field} column. Add one to the header.`,
  'column-twice': (language, { field }) =>
    language === 'zh' ? `「${field}」有两列。只留一列。` : `There are two ${field} columns. Leave one.`,
  'several-sheets': language =>
    language === 'zh'
      ? '有几张表都像名单。合成一张,或者说明导哪一张:--sheet 表名,或者 --sheet 1、--sheet 2。'
      : 'Several sheets look like rosters. Put them into one, or say which: --sheet NAME, or --sheet 1, --sheet 2.',
  'no-sheet': (language, { sheets }) =>
    language === 'zh' ? `没有这张表。文件里有${sheets}张。` : `There is no such sheet. The file has ${sheets}.`,
  forbidden: (language, { kind }) =>
    language === 'zh'
      ? `里面像是${kind}。不收这个,删掉再来。`
      : `This seems to hold ${kind}, which is not taken. Delete it.`,
  'same-name': (language, { row }) =>
    language === 'zh'
      ? `和第${row}行同班同名。是一个孩子就删一行;是两个孩子,加一列「称呼」,各写一个不同的。`
      : `Same class and name as row ${row}. One child: delete a row. Two children: add a "nickname" column and give each a different one.`,
  'same-key': (language, { row }) =>
    language === 'zh'
      ? `和第${row}行编号一样。一个编号只能给一个孩子。`
      : `Same key as row ${row}. A key belongs to one child.`,
}

export const classReasons: Record<ClassNameReason, Both> = {
  empty: { zh: '班级空着。', en: 'The class is empty.' },
  unclear: {
    zh: '看不出是几年级几班。写成“三(2)班”这样。',
    en: 'The class cannot be read. Write it like 三(2)班 or 3-2.',
  },
  number: {
    zh: '这个数可以有好几种读法。写成“三(2)班”或者“302”这样。',
    en: 'This number can be read in several ways. Write it like 三(2)班 or 302.',
  },
  'class-number': { zh: '班号要在1到99之间。', en: 'The class number must be 1 to 99.' },
  'no-grade': {
    zh: '没写年级。写成“三(2)班”,或者加一列「年级」。',
    en: 'The grade is missing. Write 三(2)班 or 3-2, or add a grade column.',
  },
  'grade-differs': {
    zh: '班级里的年级和「年级」那一列不一样。改成一样的。',
    en: 'The class names another grade than the grade column. Make them agree.',
  },
  date: {
    zh: '“3-2”被表格软件变成日期了。把这一列设成文本,写成“三(2)班”。',
    en: 'The sheet has made a date of the class. Format the column as text and write 三(2)班.',
  },
  decimal: {
    zh: '小数会把“3.10”变成“3.1”,分不清是1班还是10班。写成“三(1)班”这样。',
    en: 'A sheet turns 3.10 into 3.1, so class 1 and class 10 look alike. Write it like 三(1)班.',
  },
  outside: { zh: '这里只收一到九年级。', en: 'Only grades 1 to 9 are taken here.' },
  'not-in-school': {
    zh: '这个学校没有这个年级。初中写“七(2)班”或“初一2班”;学校的学段和学制不对的话,请县里先改。',
    en: 'The school has no such grade. In junior schools write 七(2)班 or 初一2班; if the school is set up with the wrong stage or system, ask the county to change it.',
  },
  preparatory: {
    zh: '有“预初”的学校,“初一”说的年级和别处不一样。都写成“六(1)班”“七(1)班”。',
    en: 'Where there is a preparatory year, 初一 means another grade than elsewhere. Write 六(1)班, 七(1)班.',
  },
  'leaving-year': {
    zh: '“届”说的是毕业那年。写入学那年的“级”,或者写“三(2)班”。',
    en: '届 is the year of leaving. Write the year of entry with 级, or 三(2)班.',
  },
  'entry-year-unclear': {
    zh: '九年一贯制的学校,这个“级”可能是小学也可能是初中。写成“小2024级”“初2024级”,或者“三(2)班”。',
    en: 'In a nine-year school this entry year may be of primary or junior. Write 小2024级, 初2024级 or 三(2)班.',
  },
  'not-started': { zh: '这一级到9月1日才入学。到时候再导。', en: 'This class begins on 1 September. Import it then.' },
  'left-school': { zh: '这一级已经毕业了。', en: 'This class has already left the school.' },
}

export const questionWords: Record<PlanQuestion['code'], Both> = {
  'which-child': {
    zh: '学校里有几个同名的孩子,分不清是哪一个。加一列「编号」,或者告诉我是谁。',
    en: 'The school has several children of this name, and it is unclear which one is meant. Add an external key, or say who it is.',
  },
  'key-other-name': {
    zh: '这个编号现在是另一个名字的孩子的。名字写错了就先改名字,换了孩子就换个编号。',
    en: 'This key now belongs to a child of another name. If the name was misspelt, change it first; another child needs another key.',
  },
  'other-key': {
    zh: '已经有一个同名的孩子,编号或称呼不一样。是同一个还是另一个,请说一声。',
    en: 'There is a child of this name with another key or nickname. Please say whether it is the same child.',
  },
  'came-back': {
    zh: '以前有个同名的孩子离开了。是他回来了,还是另一个孩子,请说一声。',
    en: 'A child of this name left earlier, from another class. Please say whether it has come back or this is another child.',
  },
  'grade-jump': {
    zh: '已经有一个同名的孩子,年级差得很多。是同一个还是另一个,请说一声。',
    en: 'There is a child of this name in a quite different grade. Please say whether it is the same child.',
  },
}
