import { roundMoney } from '../../lib/money.ts'
import type { CellValue } from '../cell.ts'
import type { Column } from '../column.ts'
import { fileColumnTypes, readFiles, writeFiles } from '../file.ts'
import { readIds, writeIds } from '../idList.ts'
import type { Option } from '../option.ts'

/** Where the text would tell less than the cell does: the new cell straight from the old one; null where there is no such road. */
export function directRoad(from: Column, to: Column, value: string | number): { value: CellValue; isSame: boolean } | null {
  if (from.type === 'number' && to.type === 'number' && typeof value === 'number') {
    const made = to.settings.format === 'currency' ? roundMoney(value, to.settings.decimals) : value
    return { value: made, isSame: made === value }
  }
  if (from.type === 'checkbox' && to.type === 'number') return { value, isSame: true }
  if (from.type === 'number' && to.type === 'checkbox') return value === 0 || value === 1 ? { value, isSame: true } : null
  if (from.type === 'date' && to.type === 'dateTime') return { value: `${value}T00:00`, isSame: true }
  if (from.type === 'dateTime' && to.type === 'date') {
    const time = String(value).slice(11)
    return { value: String(value).slice(0, 10), isSame: /^[0:]*$/u.test(time) }
  }
  if (fileColumnTypes.has(from.type) && fileColumnTypes.has(to.type)) return movedFiles(to, value)
  const options = sharedOptions(from, to)
  return options === null ? null : chosen(to, value, options)
}

/** Files stay what they are; where pictures alone belong, the others are left out. */
function movedFiles(to: Column, value: string | number): { value: CellValue; isSame: boolean } | null {
  const files = readFiles(value)
  const kept = to.type === 'file' ? files : files.filter(({ type }) => type.startsWith('image/'))
  return kept.length === 0 ? null : { value: writeFiles(kept), isSame: kept.length === files.length }
}

/** The options both columns have by the same number and name; null where they are not both selects. */
function sharedOptions(from: Column, to: Column): Option[] | null {
  if ((from.type !== 'singleSelect' && from.type !== 'multipleSelect') || (to.type !== 'singleSelect' && to.type !== 'multipleSelect')) return null
  const names = new Map(to.settings.options.map((option) => [option.id, option.name]))
  return from.settings.options.filter((option) => names.get(option.id) === option.name)
}

function chosen(to: Column, value: string | number, options: readonly Option[]): { value: CellValue; isSame: boolean } | null {
  const ids = readIds(value)
  const kept = ids.filter((id) => options.some((option) => option.id === id))
  if (kept.length !== ids.length || kept[0] === undefined) return null
  return to.type === 'singleSelect' ? { value: kept[0], isSame: kept.length === 1 } : { value: writeIds(kept), isSame: true }
}
