// Writes the roster templates of docs/templates anew. Every column of the sheet is text, so that no zero and no class is lost.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import writeXlsx from 'write-excel-file/node'

const folder = fileURLToPath(new URL('../docs/templates/', import.meta.url))
const ROWS = [
  ['学校', '班级', '姓名', '称呼', '编号'],
  ['实验小学', '三(1)班', '王小宇', '', ''],
  ['实验小学', '三(1)班', '李想', '', ''],
  ['实验小学', '三(2)班', '张伟', '大伟', '0012'],
  ['实验小学', '三(2)班', '张伟', '小伟', '0013'],
]
/** Empty rows below that are text already. */
const ROOM = 500

const text = { type: String, format: '@' }
const cell = (value, isHead) => ({ ...text, value, ...(isHead ? { fontWeight: 'bold' } : {}) })
const room = Array.from({ length: ROOM }, () => ROWS[0].map(() => ({ ...text, value: '' })))
const data = [...ROWS.map((row, i) => row.map(value => cell(value, i === 0))), ...room]

mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}roster.csv`, `\ufeff${ROWS.map(row => `${row.join(',')}\r\n`).join('')}`)
await writeXlsx(data, { columns: [20, 12, 16, 12, 12].map(width => ({ width })), sheet: '名单' }).toFile(
  `${folder}roster.xlsx`,
)
