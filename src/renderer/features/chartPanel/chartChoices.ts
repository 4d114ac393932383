import type { Column } from '#shared/model/column.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { ViewChart } from '#shared/model/view.ts'

/** One thing the panel can draw. */
export type ChartChoice = { group: ChartGroup; chart: ViewChart; column: Column | null }
/** A column as its values are shown: a lookup or rollup as what it reads. */
export type Shown = (column: Column) => Column
export type ChartGroup = 'classes' | 'columns' | 'months' | 'followUps' | 'share'

/**
 * What can be drawn beside a table: its classes first, then selects and members, dates by month, follow-ups per
 * week where the base has them, and the cumulative share of a number.
 */
export function chartChoices(tableId: number, columns: readonly Column[], schemes: readonly Scheme[], shown: Shown): ChartChoice[] {
  const own = columns
    .filter((column) => column.tableId === tableId)
    .toSorted((one, other) => one.position - other.position)
    .map(shown)
  const classColumns = new Set(schemes.filter((scheme) => scheme.enabled).map((scheme) => scheme.targetColumnId))
  const byColumn =
    (group: ChartGroup) =>
    (column: Column): ChartChoice => ({ group, chart: { kind: 'byColumn', columnId: column.id }, column })
  return [
    ...own.filter((column) => classColumns.has(column.id)).map(byColumn('classes')),
    ...own.filter((column) => isGrouping(column) && !classColumns.has(column.id)).map(byColumn('columns')),
    ...own.filter(isDated).map(byColumn('months')),
    ...(followUpColumns(tableId, columns) === null
      ? []
      : [{ group: 'followUps' as const, chart: { kind: 'followUpsPerWeek' as const, columnId: null }, column: null }]),
    ...own.filter(isSummed).map((column): ChartChoice => ({ group: 'share', chart: { kind: 'cumulativeShare', columnId: column.id }, column })),
  ]
}

/** The choice a view's settings name; the first one where the column is gone or nothing was chosen. */
export function chosen(choices: readonly ChartChoice[], chart: ViewChart | null): ChartChoice | undefined {
  return choices.find((choice) => choice.chart.kind === chart?.kind && choice.chart.columnId === chart.columnId) ?? choices[0]
}

/** A key for a list of choices. */
export function choiceKey({ chart }: ChartChoice): string {
  return `${chart.kind}:${chart.columnId ?? ''}`
}

/** The columns follow-ups per week are counted by; `link` joins them to the table shown when it is another one. */
export type FollowUpColumns = { tableId: number; time: Column; author: Column; link: Column | null }

/** Follow-ups per week can be drawn beside the follow-ups themselves, and beside the customers they belong to. */
export function followUpColumns(tableId: number, columns: readonly Column[]): FollowUpColumns | null {
  const withRole = (role: string) => columns.find((column) => column.role === role)
  const time = withRole('followUp.time')
  const author = withRole('followUp.author')
  const link = withRole('followUp.customer')
  if (time === undefined || author === undefined || !isTime(time)) return null
  if (time.tableId === tableId) return { tableId, time, author, link: null }
  if (link?.type !== 'link' || link.settings.otherTableId !== tableId) return null
  return { tableId: time.tableId, time, author, link }
}

function isGrouping(column: Column): boolean {
  return ['singleSelect', 'multipleSelect', 'member', 'members', 'checkbox', 'createdBy', 'modifiedBy'].includes(column.type)
}

function isDated(column: Column): boolean {
  return isTime(column) || column.type === 'createdTime'
}

function isTime(column: Column): boolean {
  return column.type === 'date' || column.type === 'dateTime'
}

/** Numbers that add up; a percentage has no total to hold a share of. */
function isSummed(column: Column): boolean {
  return column.type === 'duration' || (column.type === 'number' && column.settings.format !== 'percent')
}
