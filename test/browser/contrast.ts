import type { Page } from 'playwright-core'

/**
 * How far the words of each matching element stand out from the ground behind them, 1 to 21 as WCAG 2 counts it.
 * Half-transparent ancestors are looked through to the first opaque ground.
 */
export const contrast = async (page: Page, selector: string): Promise<{ text: string; ratio: number }[]> => {
  const pairs = await page.evaluate<[string, string, string][]>(
    `Array.from(document.querySelectorAll(${JSON.stringify(selector)}), element => {
      let ground = element
      while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement
      return [element.textContent.trim(), getComputedStyle(element).color, getComputedStyle(ground).backgroundColor]
    })`,
  )
  return pairs.map(([text, words, ground]) => ({ text, ratio: ratioOf(luminance(words), luminance(ground)) }))
}

const ratioOf = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/** Relative luminance of `rgb(r, g, b)`. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(part => linear(Number(part) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
