import type { World } from '../support/world.ts'
import { tablesOf } from './plant.ts'

/** Every text that stands in a cell of its own, or as a string inside JSON, in any table. */
export const inspect = async (world: World): Promise<Set<string>> => {
  const texts = new Set<string>()
  for (const table of await tablesOf(world)) {
    for (const cell of (await world.rows(`SELECT * FROM "${table}"`)).flat()) {
      if (typeof cell !== 'string') continue
      texts.add(cell)
      for (const match of cell.matchAll(/"([^"]+)"/g)) texts.add(match[1] ?? '')
    }
  }
  return texts
}
