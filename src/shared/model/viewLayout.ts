import { z } from 'zod'
import type { Column } from './column.ts'
import type { Group } from './group.ts'
import { defaultStatistic } from './statistic.ts'

const columnId = z.number().int().positive()

/** How many columns a card shows below its title at the most. */
export const mostCardColumns = 8

export const kanbanLayoutSchema = z.object({
  kind: z.literal('kanban'),
  /** Each of its values is a lane; null until a column is chosen. */
  columnId: columnId.nullable(),
  /** What a card shows below its title, in order; null: the first columns of the view. */
  cardColumnIds: z.array(columnId).max(mostCardColumns).nullable(),
  /** Added up in the heads of the lanes. */
  sumColumnId: columnId.nullable(),
  /** Lanes without a card are not shown. */
  hideEmpty: z.boolean(),
})
export type KanbanLayout = z.infer<typeof kanbanLayoutSchema>

/** How a view shows its rows: as lines of a spreadsheet, or as cards in lanes. */
export const viewLayoutSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('grid') }), kanbanLayoutSchema])
export type ViewLayout = z.infer<typeof viewLayoutSchema>

/** Whether the values of a column can be lanes: few, and each known by name. */
export function canMakeLanes(column: Pick<Column, 'type'>): boolean {
  return column.type === 'singleSelect' || column.type === 'member' || column.type === 'checkbox'
}

/** A kanban by the column that most likely has stages: a select that people fill in, then one that a scheme does, then members. */
export function newKanban(columns: readonly Column[], isClass: (columnId: number) => boolean): KanbanLayout {
  const selects = columns.filter(({ type }) => type === 'singleSelect')
  const lanes = selects.find(({ id }) => !isClass(id)) ?? selects[0] ?? columns.find(({ type }) => type === 'member') ?? columns.find(canMakeLanes)
  return { kind: 'kanban', columnId: lanes?.id ?? null, cardColumnIds: null, sumColumnId: null, hideEmpty: false }
}

/** The groups whose heads are lanes: one for each value of a column. */
export const groupsOfLanes = ({ columnId: own }: KanbanLayout): Group[] => (own === null ? [] : [{ columnId: own, direction: 'ascending' }])

/** Whether what a column shows can stand on a card: pictures take more room than a line. */
export function fitsCard({ type }: Pick<Column, 'type'>): boolean {
  return !notOnCards.has(type)
}

const notOnCards: ReadonlySet<Column['type']> = new Set<Column['type']>(['button', 'file', 'image', 'signature'])

/** What a card shows where nobody chose it: the first columns of the view, without those that name and place the card. */
export function usualCardColumns(
  inView: readonly Column[],
  said: readonly (number | null | undefined)[],
  shown: (column: Column) => Column,
): Column[] {
  return inView.filter((column) => fitsCard(shown(column)) && !saysLittle(column) && !said.includes(column.id)).slice(0, usualCount)
}

/** Running numbers, and the names of many linked rows, take a line of a card and tell a reader little. */
const saysLittle = (column: Column): boolean => column.type === 'autoNumber' || (column.type === 'link' && column.settings.multiple)

const usualCount = 4

/** Whether the numbers of a column mean something together, so that heads of lanes can add them up. */
export const canBeSummed = (shown: Column): boolean => defaultStatistic(shown) === 'sum'
