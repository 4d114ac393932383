import type { ConvertedExample, LostCell } from '#shared/contract/conversion.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { isSelect, type SelectColumn } from '#shared/model/columns/selects.ts'
import { cellConverter, cellMaker, type ConvertedCell } from '#shared/model/convert/cellConverter.ts'
import { optionMaker } from '#shared/model/convert/optionMaker.ts'
import { formatCell } from '#shared/model/columns/registry.ts'
import { titleSql } from '../../records/reads.ts'
import type { ReadContext } from '../../store/context.ts'
import { idList, sql, tableRef } from '../../store/sql.ts'
import { linkConverter, type LinkConverter } from './linkConverter.ts'
import type { ConversionPlan } from './plan.ts'
import { slicesOf, sourceSql } from './slices.ts'

export type Tally = Record<ConvertedCell['outcome'], number>

/** What a conversion would do, counted over all cells; and the converter it was counted with. */
export type Survey = {
  tally: Tally
  /** With the options that would be made. */
  to: Column
  newOptions: string[]
  firstChanged: ConvertedExample[]
  firstLost: LostCell[]
  /** The new cell for an old one; null where rows are linked instead. */
  make: ((value: CellValue) => CellValue) | null
  links: LinkConverter | null
}

/** The most cells that are shown one by one. */
const mostShown = 200

export function surveyOf(context: ReadContext, plan: ConversionPlan): Survey {
  const options = plan.input.makeOptions && isSelect(plan.to) ? optionsIn(context, plan, plan.to) : null
  const to = options?.column() ?? plan.to
  const links = plan.names === null ? null : linkConverter(context, plan, plan.names)
  const convert = links === null ? remembered(cellConverter(plan.from, parsedAs(to), plan.parsing)) : null
  const make = links === null ? remembered(cellMaker(plan.from, parsedAs(to), plan.parsing)) : null
  const tally: Tally = { empty: 0, same: 0, changed: 0, lost: 0 }
  const firstChanged: ConvertedExample[] = []
  const firstLost: LostCell[] = []
  const note = (rowId: number, { outcome, before }: Pick<ConvertedCell, 'outcome' | 'before'>, after: string, reason: LostCell['reason']): void => {
    tally[outcome] += 1
    if (outcome === 'changed' && firstChanged.length < mostShown) firstChanged.push({ rowId, title: '', before, after })
    if (outcome === 'lost' && firstLost.length < mostShown) firstLost.push({ rowId, title: '', before, reason })
  }
  for (const { ids, values } of slicesOf(context, plan.column.tableId, sourceSql(context, plan.column))) {
    ids.forEach((id, at) => {
      const value = values[at] ?? null
      if (convert !== null) {
        const cell = convert(value)
        note(id, cell, cell.after, 'unreadable')
      } else if (links !== null) {
        const cell = links.convert(value)
        note(id, cell, '', cell.reason)
      }
    })
  }
  links?.again()
  const newOptions = options?.made().map((option) => option.name) ?? []
  return { tally, to, newOptions, firstChanged: titled(context, plan, firstChanged), firstLost: titled(context, plan, firstLost), make, links }
}

/** Numbers that are there stay as they were typed. */
export const parsedAs = (to: Column): Column => (to.type === 'autoNumber' ? { ...to, type: 'text', settings: {} } : to)

function optionsIn(context: ReadContext, plan: ConversionPlan, to: SelectColumn): ReturnType<typeof optionMaker> {
  const maker = optionMaker(to)
  const seen = remembered((value) => {
    maker.see(formatCell(plan.from, value, plan.parsing))
    return true
  })
  for (const { values } of slicesOf(context, plan.column.tableId, sourceSql(context, plan.column))) {
    for (const value of values) if (value !== null) seen(value)
  }
  return maker
}

/** Columns hold few different values, or many: what is remembered is let go before it fills the memory. */
function remembered<Made>(make: (value: CellValue) => Made): (value: CellValue) => Made {
  const known = new Map<CellValue, Made>()
  return (value) => {
    if (known.has(value)) {
      const made = known.get(value)
      if (made !== undefined) return made
    }
    const made = make(value)
    if (known.size >= 100_000) known.clear()
    known.set(value, made)
    return made
  }
}

function titled<Cell extends { rowId: number; title: string }>(context: ReadContext, plan: ConversionPlan, cells: readonly Cell[]): Cell[] {
  const { tableId } = plan.column
  const rows = context.db.rows(
    sql`select r.id, ${titleSql(context, tableId, 'r')} from ${tableRef(tableId)} r where r.id in ${idList(cells.map((cell) => cell.rowId))}`,
  )
  const titles = new Map(rows.map((row) => [Number(row[0]), String(row[1] ?? '')]))
  return cells.map((cell) => ({ ...cell, title: titles.get(cell.rowId) ?? '' }))
}
