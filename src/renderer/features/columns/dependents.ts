import type { BaseDescription } from '#shared/contract/base.ts'
import { columnsOfColorRule } from '#shared/model/coloring.ts'
import type { Column } from '#shared/model/column.ts'
import { columnsOfFilter } from '#shared/model/filter.ts'
import { columnsOfGroups } from '#shared/model/group.ts'
import { columnsOfMetric, type Rule } from '#shared/model/scheme.ts'
import type { ViewSettings } from '#shared/model/view.ts'

/** What stops working, or changes, when a column goes. Names, for the sentence a person reads. */
export type Dependents = { columns: string[]; schemes: string[]; views: string[]; otherSide: string | null; isPrimary: boolean }

export function dependentsOf(column: Column, base: Pick<BaseDescription, 'tables' | 'columns' | 'views' | 'schemes'>): Dependents {
  const tableName = (id: number) => base.tables.find((table) => table.id === id)?.name ?? ''
  const readers = base.columns.filter((other) => other.id !== column.id && readsOf(other).includes(column.id))
  const otherSide = column.type === 'link' ? base.columns.find((other) => other.id === column.settings.otherColumnId) : undefined
  return {
    columns: readers.map((reader) => (reader.tableId === column.tableId ? reader.name : `${tableName(reader.tableId)}·${reader.name}`)),
    schemes: base.schemes
      .filter((scheme) => scheme.targetColumnId === column.id || columnsOfRule(scheme.rule).includes(column.id))
      .map((scheme) => scheme.name),
    views: base.views.filter((view) => columnsOfView(view.settings).includes(column.id)).map((view) => view.name),
    otherSide: otherSide === undefined ? null : `${tableName(otherSide.tableId)}·${otherSide.name}`,
    isPrimary: base.tables.some((table) => table.primaryColumnId === column.id),
  }
}

function readsOf(column: Column): number[] {
  if (column.type === 'singleSelect') return [column.settings.cascade?.parentColumnId ?? 0]
  if (column.type === 'lookup') return [column.settings.linkColumnId, column.settings.targetColumnId]
  if (column.type !== 'rollup') return []
  const { linkColumnId, targetColumnId, orderColumnId, filter } = column.settings
  return [linkColumnId, targetColumnId ?? 0, orderColumnId ?? 0, ...columnsOfFilter(filter)]
}

function columnsOfRule(rule: Rule): number[] {
  return rule.kind === 'decisionTable' ? rule.rows.flatMap((row) => columnsOfFilter(row.when)) : columnsOfMetric(rule.metric)
}

function columnsOfView(settings: ViewSettings): number[] {
  const { filter, sorts, groups, colors } = settings
  return [...columnsOfFilter(filter), ...sorts.map((sort) => sort.columnId), ...columnsOfGroups(groups), ...colors.flatMap(columnsOfColorRule)]
}
