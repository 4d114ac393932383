import { splitOptionNames } from '#shared/model/columns/options.ts'
import { cellKey, matchKey } from '#shared/model/cellKey.ts'
import type { CellValue } from '#shared/model/cell.ts'
import { plainColumn } from '#shared/model/columns/display.ts'
import { formatCell, parseCell } from '#shared/model/columns/registry.ts'
import { readIds } from '#shared/model/idList.ts'
import type { LostCell } from '#shared/contract/conversion.ts'
import type { ReadContext } from '../../store/context.ts'
import type { ConversionPlan } from './plan.ts'
import { slicesOf, sourceSql } from './slices.ts'

/** A cell whose names were looked up: the rows they name, and names of rows still to be made. */
export type LinkedCell = {
  outcome: 'empty' | 'same' | 'changed' | 'lost'
  reason: LostCell['reason']
  before: string
  ids: number[]
  missing: string[]
}

export type LinkConverter = {
  convert(value: CellValue): LinkedCell
  /** Names that no row has, in the order they came. */
  missing(): readonly string[]
  /** Tells of a row that was made for a name. */
  made(name: string, id: number): void
  /** Forgets which rows were given away, to go over the cells again. */
  again(): void
}

/** Stands for a name that several rows have. */
const several = -1

/** Finds the rows that names in cells mean; a cell holds one name, or several parted by 、，,;. */
export function linkConverter(context: ReadContext, plan: ConversionPlan, names: NonNullable<ConversionPlan['names']>): LinkConverter {
  const index = rowsByName(context, plan, names)
  const missing = new Map<string, string>()
  const given = new Set<number>()
  const promised = new Set<string>()
  const canBeMade = (name: string): boolean => {
    const read = names.matchColumn === null ? null : parseCell(names.matchColumn, name, plan.parsing)
    return names.createMissing && read !== null && read.ok && read.value !== null
  }
  const nameList = namesIn(plan, (name) => index.has(matchKey(name)))

  const convert = (value: CellValue): LinkedCell => {
    const before = formatCell(plan.from, value, plan.parsing)
    if (before === '') return { outcome: 'empty', reason: 'unknown', before, ids: [], missing: [] }
    const cell: LinkedCell = { outcome: 'same', reason: 'unknown', before, ids: [], missing: [] }
    for (const name of nameList(value, before)) {
      const key = matchKey(name)
      const id = index.get(key)
      const isTaken = !names.otherMultiple && (promised.has(key) || (id !== undefined && given.has(id)))
      if (id === several || isTaken) {
        cell.outcome = 'lost'
        cell.reason = 'ambiguous'
      } else if (id !== undefined) cell.ids.push(id)
      else if (canBeMade(name)) {
        cell.missing.push(name)
        promised.add(key)
        if (!missing.has(key)) missing.set(key, name)
      } else cell.outcome = 'lost'
    }
    return narrowed(cell)
  }
  /** A row that takes one link keeps the first; a row that may be linked once is given away with it. */
  const narrowed = (cell: LinkedCell): LinkedCell => {
    const found = cell.ids.length + cell.missing.length
    const ids = names.multiple ? [...new Set(cell.ids)] : cell.ids.slice(0, 1)
    const made = names.multiple ? cell.missing : cell.missing.slice(0, ids.length === 0 ? 1 : 0)
    for (const id of ids) given.add(id)
    return { ...cell, ids, missing: made, outcome: cell.outcome === 'same' && ids.length + made.length < found ? 'changed' : cell.outcome }
  }
  return {
    convert,
    missing: () => [...missing.values()],
    made: (name, id) => void index.set(matchKey(name), id),
    again: () => {
      given.clear()
      promised.clear()
    },
  }
}

/** The names in a cell: of a multiple select its options, of a text that is a name itself the whole. */
function namesIn(plan: ConversionPlan, isName: (text: string) => boolean): (value: CellValue, text: string) => string[] {
  const { from } = plan
  if (from.type === 'multipleSelect') {
    return (value) => readIds(value).flatMap((id) => from.settings.options.find((option) => option.id === id)?.name ?? [])
  }
  return (_, text) => (from.type === 'singleSelect' || isName(text) ? [text] : splitOptionNames([], text))
}

function rowsByName(context: ReadContext, plan: ConversionPlan, names: NonNullable<ConversionPlan['names']>): Map<string, number> {
  const index = new Map<string, number>()
  const { matchColumn } = names
  if (matchColumn === null) return index
  const shown = plainColumn(matchColumn, context.schema.columns)
  for (const { ids, values } of slicesOf(context, names.otherTableId, sourceSql(context, matchColumn))) {
    values.forEach((value, at) => {
      const key = cellKey(shown, value, plan.parsing.members)
      const id = ids[at]
      if (key !== '' && id !== undefined) index.set(key, index.has(key) ? several : id)
    })
  }
  return index
}
