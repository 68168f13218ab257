import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What office browsers of 2020 and before do not know, and would drop a whole rule for. */
const RECENT = {
  nesting: /\{[^{}@]*&|\}\s*&/,
  has: /:has\(/,
  is: /:(is|where)\(/,
  container: /@container|container-type/,
  layer: /@layer|@scope|@property/,
  'custom property': /var\(|--[\w-]+:/,
  'flex gap': /(^|[\s;{])(gap|row-gap|column-gap)\s*:/m,
  grid: /display:\s*grid/,
  inset: /(^|[\s;{])(inset|aspect-ratio)(-[\w-]+)?\s*:/m,
  maths: /\b(min|max|clamp)\(/,
  colour: /\b(oklch|lab|lch|color-mix|light-dark)\(|rgb\([^,)]*\s[^,)]*\)/,
  range: /@media[^{]*(<=|>=|<|>)/,
  'focus-visible': /:focus-visible/,
  logical: /(margin|padding)-(inline|block)/,
}

test('the style of the console uses nothing that an old office browser lacks', () => {
  const css = readFileSync(new URL('../../src/console/style.css', import.meta.url), 'utf8').replace(
    /\/\*[\s\S]*?\*\//g,
    '',
  )
  for (const [what, form] of Object.entries(RECENT)) expect(form.exec(css)?.[0], what).toBeUndefined()
})
