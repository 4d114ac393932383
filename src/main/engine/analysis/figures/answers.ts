import type { CellValue } from '#shared/model/cell.ts'
import type { ColumnRole } from '#shared/model/roles.ts'
import type { ReadContext } from '../../context.ts'
import { endOf, type Period } from '../../report/period.ts'
import { rolesOf } from '../../report/roles.ts'
import { cellRef, sql, tableRef } from '../../store/sql.ts'

export const surveyRoles: readonly ColumnRole[] = ['survey.date', 'survey.nps']
/** What customers are asked to rate from 1 to 5. */
export const dimensions = ['product', 'attitude', 'delivery'] as const
export type SurveyDimension = (typeof dimensions)[number]

/** One filled-in survey; null where a question was left out or its column is gone. */
export type Answer = {
  id: number
  day: string
  customer: string
  nps: number | null
  opinion: string
  ratings: Record<SurveyDimension, number | null>
}

/** The surveys of a period, the latest first; null when columns are missing. */
export function answersOf(context: ReadContext, period: Period): Answer[] | null {
  const roles = rolesOf(context, surveyRoles)
  if (roles === null) return null
  const date = roles.column('survey.date')
  const day = cellRef(date, 's')
  const cell = (role: ColumnRole) => {
    const column = roles.maybe(role)
    return column === undefined ? sql`null` : cellRef(column, 's')
  }
  return context.db
    .rows(sql`select s.id, substr(${day}, 1, 10), ${cell('survey.customer')}, ${cell('survey.nps')}, ${cell('survey.opinion')},
      ${cell('survey.product')}, ${cell('survey.attitude')}, ${cell('survey.delivery')}
      from ${tableRef(date.tableId)} s where ${day} >= ${period.from} and ${day} < ${endOf(period.to)} order by 2 desc, 1 desc`)
    .map(([id, asked, customer, nps, opinion, product, attitude, delivery]) => ({
      id: Number(id),
      day: String(asked),
      customer: String(customer ?? ''),
      nps: scoreIn(nps, 0, 10),
      opinion: String(opinion ?? ''),
      ratings: { product: scoreIn(product, 1, 5), attitude: scoreIn(attitude, 1, 5), delivery: scoreIn(delivery, 1, 5) },
    }))
}

/** What lies outside the scale is no answer. */
function scoreIn(value: CellValue | undefined, least: number, most: number): number | null {
  return typeof value === 'number' && value >= least && value <= most ? value : null
}
