import type { SchemaChange } from '#shared/change/change.ts'
import type { Lang } from '#shared/i18n/lang.ts'
import type { Column } from '#shared/model/column.ts'
import { emptyViewSettings } from '#shared/model/view.ts'
import type { WriteContext } from '../context.ts'
import { newUidText } from '../store/uid.ts'
import { columnSettings } from './columnSettings.ts'
import { columnWidth } from './columnWidth.ts'
import { resolveFilter, resolveRule, resolveSorts, takeIds, type Ids } from './resolve.ts'
import type { TemplateColumn, TemplateData, TemplateScheme, TemplateTable, TemplateView } from './templateData.ts'
import { templateText } from './templateTexts.ts'

/** Makes the tables, columns, schemes and views of a template, as one change. */
export function applyTemplate(context: WriteContext, data: TemplateData, lang: Lang): Ids {
  const ids = takeIds(context, data)
  const base = { ids, data, lang }
  context.apply({
    schema: [
      ...data.tables.map((table, index) => tableChange(base, table, index + 1)),
      ...data.tables.flatMap((table) => table.columns.map((column, index) => columnChange(base, table, column, index + 1))),
      ...data.schemes.map((scheme) => schemeChange(base, scheme, context.newId('scheme'))),
      ...data.views.map((view, index) => viewChange(base, view, context.newId('view'), index + 1)),
    ],
  })
  return ids
}

type Base = { ids: Ids; data: TemplateData; lang: Lang }

function tableChange({ ids, lang }: Base, table: TemplateTable, position: number): SchemaChange {
  const id = ids.table(table.role)
  const name = templateText(lang, `table.${table.role}`)
  const to = { id, uid: newUidText(), name, role: table.role, position, primaryColumnId: ids.column(table.primary) }
  return { kind: 'table', id, from: null, to }
}

function columnChange({ ids, data, lang }: Base, table: TemplateTable, column: TemplateColumn, position: number): SchemaChange {
  const to: Column = {
    id: ids.column(column.role),
    uid: newUidText(),
    tableId: ids.table(table.role),
    name: templateText(lang, column.role),
    role: column.role,
    position,
    description: '',
    required: column.required ?? false,
    ...columnSettings(ids, data.tables, column, lang),
  }
  return { kind: 'column', id: to.id, from: null, to }
}

function schemeChange({ ids, lang }: Base, scheme: TemplateScheme, id: number): SchemaChange {
  const to = {
    id,
    uid: newUidText(),
    code: scheme.code,
    name: templateText(lang, scheme.target),
    tableId: ids.table(scheme.table),
    targetColumnId: ids.column(scheme.target),
    scope: null,
    rule: resolveRule(ids, scheme.target, scheme.rule),
    fallbackOptionId: scheme.fallback === null ? null : ids.option(scheme.target, scheme.fallback),
    enabled: true,
  }
  return { kind: 'scheme', id, from: null, to }
}

function viewChange({ ids, data, lang }: Base, view: TemplateView, id: number, position: number): SchemaChange {
  const columns = data.tables.find((table) => table.role === view.table)?.columns ?? []
  const shown = view.columns.flatMap((role) => columns.filter((column) => column.role === role))
  const hidden = columns.filter((column) => !view.columns.includes(column.role))
  const arranged = (column: TemplateColumn, isHidden: boolean) => ({
    columnId: ids.column(column.role),
    width: columnWidth(column, templateText(lang, column.role), lang),
    hidden: isHidden,
  })
  const settings = {
    ...emptyViewSettings,
    filter: view.filter === undefined ? null : resolveFilter(ids, view.filter),
    sorts: resolveSorts(ids, view.sorts ?? []),
    groups: resolveSorts(ids, view.groups ?? []),
    columns: [...shown.map((column) => arranged(column, false)), ...hidden.map((column) => arranged(column, true))],
    chart: view.chart === undefined ? null : { kind: view.chart.kind, columnId: view.chart.column === null ? null : ids.column(view.chart.column) },
  }
  const to = {
    id,
    uid: newUidText(),
    tableId: ids.table(view.table),
    name: templateText(lang, `view.${view.role}`),
    role: view.role,
    position,
    description: '',
    ownerId: null,
    locked: false,
    settings,
  }
  return { kind: 'view', id, from: null, to }
}
