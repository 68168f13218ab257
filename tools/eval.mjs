// Prints how many labelled reports are read exactly right, by slice, and lists the misses.
// node tools/eval.mjs [file.jsonl ...]

import { readFileSync } from 'node:fs'
import { evaluated, labelledLines } from '../src/nightly/grammar/evaluate.ts'

const DEFAULT_FILES = ['test/data/reports.jsonl', 'test/data/own/reports.jsonl']
const files = process.argv.length > 2 ? process.argv.slice(2) : DEFAULT_FILES

for (const file of files) {
  const { shares, misses } = evaluated(labelledLines(readFileSync(file, 'utf8')))
  console.log(file)
  for (const [slice, { right, all }] of shares)
    console.log(`  ${slice.padEnd(24)} ${right}/${all}  ${((100 * right) / all).toFixed(1)} %`)
  for (const { id, text, expected, got } of misses)
    console.log(`  #${id} ${text}\n    expected ${JSON.stringify(expected)}\n    got      ${JSON.stringify(got)}`)
}
