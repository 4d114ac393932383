import type { Day } from '#shared/lib/days.ts'
import type { Column, ColumnOf } from '#shared/model/column.ts'
import type { Option } from '#shared/model/option.ts'
import type { ReadContext } from '../../context.ts'
import { columnMoves, type CellMoves } from '../../history/columnMoves.ts'
import type { DealCourse } from '../../models/segments/stageTimes.ts'
import { cellRef, nameRef, sql, tableRef } from '../../store/sql.ts'

/** The stages of deals: those on the way in their order with the won one last, and those that are no step. */
export type Stages = {
  column: ColumnOf<'singleSelect'>
  steps: Option[]
  lostId: number | null
  wonId: number | null
  /** Stages of the owner's that stand behind the won one: nobody knows where on the way they are. */
  beside: Option[]
}

/** Null where the book has no stages: no such column, or none that can be won. */
export function stagesOf({ schema }: ReadContext): Stages | null {
  const column = schema.columnByRole('opportunity.stage')
  if (column?.type !== 'singleSelect') return null
  const { options } = column.settings
  const won = options.find(({ code }) => code === 'won')
  const lost = options.find(({ code }) => code === 'lost')
  const open = options.filter((option) => option !== won && option !== lost)
  const wonAt = won === undefined ? -1 : options.indexOf(won)
  // Where the won stage was put in front of all, the order says nothing about it.
  const isBehind = (option: Option): boolean =>
    option.code === undefined && options.indexOf(option) > wonAt && wonAt > open.findIndex(({ code }) => code !== undefined) && wonAt > 0
  const way = open.filter((option) => !isBehind(option))
  return {
    column,
    steps: won === undefined ? way : [...way, won],
    lostId: lost?.id ?? null,
    wonId: won?.id ?? null,
    beside: open.filter(isBehind),
  }
}

export type Deal = { id: number; stageId: number | null; amount: number; lostReason: number | null; closed: Day | null; course: DealCourse }

/**
 * Every deal with its course through the stages: as the log tells it, and where the log does not know, as late as it may
 * have been. A deal that was closed before it was entered began on the day it was closed.
 */
export function dealsOf(context: ReadContext, { column, steps, wonId }: Stages): Deal[] {
  const places = new Map(steps.map(({ id }, place) => [id, place]))
  const placeOf = (stage: unknown): number | null => places.get(Number(stage)) ?? null
  const maybe = (found: Column | undefined) => (found === undefined ? sql`null` : cellRef(found, 'r'))
  const { schema } = context
  const moves = columnMoves(context, column.tableId, column.id)
  return context.db
    .rows(sql`select r.id, ${cellRef(column, 'r')}, substr(${nameRef('created_at', 'r')}, 1, 10), substr(${nameRef('updated_at', 'r')}, 1, 10),
      ${maybe(schema.columnByRole('opportunity.closedDate'))}, ${maybe(schema.columnByRole('opportunity.amount'))},
      ${maybe(schema.columnByRole('opportunity.lostReason'))} from ${tableRef(column.tableId)} r order by r.id`)
    .map(([id, stage, created, changed, closedCell, amount, lostReason]) => {
      const closed = typeof closedCell === 'string' ? closedCell.slice(0, 10) : null
      const known = moves.get(Number(id))
      const stageId = typeof stage === 'number' ? stage : null
      const course = courseOf(Number(id), known, placeOf)
      const days = [String(created), ...(closed === null ? [] : [closed]), ...course.moves.map(({ day }) => day)]
      const now = placeOf(stage)
      // Won on the day it was closed; open deals by the day of their last change.
      const since = closed !== null && stageId !== null && stageId === wonId ? closed : String(changed)
      const start = days.reduce((least, day) => (day < least ? day : least))
      return {
        id: Number(id),
        stageId,
        amount: typeof amount === 'number' ? amount : 0,
        lostReason: typeof lostReason === 'number' ? lostReason : null,
        closed,
        course: { ...course, start, now, since },
      }
    })
}

function courseOf(unit: number, known: CellMoves | undefined, placeOf: (stage: unknown) => number | null) {
  const moves = (known?.moves ?? []).map(({ day, from, to }) => ({ day, from: placeOf(from), to: placeOf(to) }))
  return { unit, startsFresh: known?.isTyped === true, moves }
}
