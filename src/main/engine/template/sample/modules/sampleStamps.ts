import type { Random } from '../random.ts'

/** When and by whom a row was entered: in working hours of its day. */
export function stampOf(day: string, random: Random, by: number): { at: string; by: number } {
  return { at: `${day}T${String(random.int(9, 17)).padStart(2, '0')}:${String(random.int(10, 59))}:00`, by }
}

export function pickAt<Item>(items: readonly [Item, ...Item[]], place: number): Item {
  return items[place % items.length] ?? items[0]
}
