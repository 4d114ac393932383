import type { SchemaChange } from '#shared/change/change.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import type { Column } from '#shared/model/column.ts'
import { emptyViewSettings, type View, type ViewColumn } from '#shared/model/view.ts'
import type { ViewLayout } from '#shared/model/viewLayout.ts'
import type { Schema } from '../context.ts'
import { newUidText } from '../store/uid.ts'
import { columnWidth } from './columnWidth.ts'
import { resolveFilter, resolveSorts, type Ids } from './resolve.ts'
import type { TemplateColumn, TemplateView } from './templateData.ts'
import { templateText } from './templateTexts.ts'

/** A view of the template over the columns its table has by now. */
export function newView(
  schema: Schema,
  ids: Ids,
  view: TemplateView,
  lang: Lang,
  made: readonly TemplateColumn[],
  { id, position }: Pick<View, 'id' | 'position'>,
): SchemaChange {
  const tableId = ids.table(view.table)
  const shown = view.columns.map(ids.column)
  const columns = schema.columnsOf(tableId)
  const widths = widthsIn(schema, tableId)
  const sorts = resolveSorts(ids, view.sorts ?? [])
  const arranged = (column: Column, hidden: boolean): ViewColumn => ({
    columnId: column.id,
    width: widthOf(column, made, lang, isIn(sorts, column)) ?? widths.get(column.id) ?? 128,
    hidden,
  })
  const to: View = {
    id,
    uid: newUidText(),
    tableId,
    name: templateText(lang, `view.${view.role}`),
    role: view.role,
    position,
    description: '',
    ownerId: null,
    locked: false,
    settings: {
      ...emptyViewSettings,
      filter: view.filter === undefined ? null : resolveFilter(ids, view.filter),
      sorts,
      groups: resolveSorts(ids, view.groups ?? []),
      columns: [
        ...shown.flatMap((columnId) => columns.filter((column) => column.id === columnId)).map((column) => arranged(column, false)),
        ...columns.filter((column) => !shown.includes(column.id)).map((column) => arranged(column, true)),
      ],
      footer: made.flatMap(({ role, foot }) => {
        const column = foot === undefined ? undefined : columns.find((known) => known.role === role)
        return column === undefined || foot === undefined ? [] : [{ columnId: column.id, statistic: foot }]
      }),
      layout: layoutOf(ids, view),
      chart: view.chart === undefined ? null : { kind: view.chart.kind, columnId: view.chart.column === null ? null : ids.column(view.chart.column) },
    },
  }
  return { kind: 'view', id, from: null, to }
}

function layoutOf(ids: Ids, { kanban }: TemplateView): ViewLayout {
  if (kanban === undefined) return { kind: 'grid' }
  const { lanes, card, sum } = kanban
  return {
    kind: 'kanban',
    columnId: ids.column(lanes),
    cardColumnIds: card.map(ids.column),
    sumColumnId: sum === undefined ? null : ids.column(sum),
    hideEmpty: false,
  }
}

/** The views that were there keep showing what they showed: columns that come stand in them hidden, at the end. */
export function hideInViews(schema: Schema, views: readonly View[], made: readonly TemplateColumn[], lang: Lang): SchemaChange[] {
  const roles = new Set<string>(made.map(({ role }) => role))
  return views.flatMap((view) => {
    const named = new Set(view.settings.columns.map(({ columnId }) => columnId))
    const columns = schema.columnsOf(view.tableId)
    const come = columns.filter((column) => roles.has(column.role ?? '') && !named.has(column.id))
    if (come.length === 0) return []
    // Columns a view does not name follow those it names: named now, they stay in front of what comes.
    const unnamed = columns.filter((column) => !named.has(column.id) && !come.includes(column))
    const widths = widthsIn(schema, view.tableId)
    const entry = (column: Column, hidden: boolean): ViewColumn => ({
      columnId: column.id,
      width: widthOf(column, made, lang, isIn(view.settings.sorts, column)) ?? widths.get(column.id) ?? 128,
      hidden,
    })
    const settings = {
      ...view.settings,
      columns: [...view.settings.columns, ...unnamed.map((column) => entry(column, false)), ...come.map((column) => entry(column, true))],
    }
    return [{ kind: 'view', id: view.id, from: view, to: { ...view, settings } } as const]
  })
}

const isIn = (sorts: View['settings']['sorts'], column: Column): boolean => sorts.some(({ columnId }) => columnId === column.id)

function widthOf(column: Column, made: readonly TemplateColumn[], lang: Lang, isSorted: boolean): number | null {
  const described = made.find(({ role }) => role === column.role)
  return described === undefined ? null : columnWidth(described, column.name, lang, isSorted)
}

/** How wide columns stand in a view of the table, where one says it. */
function widthsIn(schema: Schema, tableId: number): ReadonlyMap<number, number> {
  const views = [...schema.views.values()].filter((view) => view.tableId === tableId)
  return new Map(views.flatMap((view) => view.settings.columns.map(({ columnId, width }) => [columnId, width] as const)))
}
